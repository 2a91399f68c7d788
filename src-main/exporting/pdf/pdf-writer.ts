import type { Note } from '../block';
import { lostPicture } from '../block-pictures';
import { compareLedgers, linesOf, type Ledger } from '../conservation';
import { textOf } from '../inline-content';
import { isRightToLeft } from '../labels';
import type { ManuscriptAsset } from '../manuscript';
import { convertPicture, plainPictures } from '../picture-convert';
import { titleNames } from '../title-lines';
import { writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { createAtoms, type Atoms } from './atoms';
import { createBookFaces } from './book-faces';
import { flowBook, flowContents, type FlowPorts } from './book-flow';
import type { Direction } from './directions';
import type { Strip } from './flow';
import { createFrontPages } from './front-pages';
import { loadHyphenation } from './hyphenation';
import { mostLettersAPage, pageDesign, textHeight, type PageDesign } from './page-design';
import { createPagination, type BookPage, type PaginationPorts } from './paginate';
import { createPaintedText, type PaintedPages } from './painted-text';
import { createPainter } from './paint-page';
import { openPdf, type PdfFile } from './pdfkit-port';
import { createBlockSetter, plain } from './set-blocks';

/** A printed book, set as it is painted; its contents come last and are moved to their place. */
export const pdfWriter: BookWriter = { write, check };

type Press = {
  readonly job: WriteJob;
  readonly pdf: PdfFile;
  readonly atoms: Atoms;
  readonly direction: Direction;
  readonly pictures: ReturnType<typeof createPictures>;
};

async function write(job: WriteJob): Promise<Ledger> {
  const { manuscript } = job;
  const { language } = manuscript.brief;
  const { title, author } = titleNames(manuscript);
  const pdf = openPdf({ title, author, language, changedAt: manuscript.changedAt });
  const written = pumpTo(pdf, job);
  const missing = new Set<string>();
  const faces = createBookFaces(pdf, job.resourcesFolder, (letter) => void missing.add(letter));
  const press: Press = {
    job, pdf, atoms: createAtoms(faces, await loadHyphenation(language)), direction: isRightToLeft(language) ? 'rtl' : 'ltr',
    pictures: createPictures(job, job.page === '6x9'),
  };
  const chosen = await chooseDesign(press);
  const painted = createPaintedText();
  job.countPages(await paintBook(press, chosen, painted));
  pdf.document.end();
  await written;
  reportMissing(job, missing);
  reportLinks(job, press.atoms.addresses().size);
  return painted.end();
}

async function pumpTo(pdf: PdfFile, job: WriteJob): Promise<void> {
  for await (const chunk of pdf.document) await writeChunk(job.output, chunk as Uint8Array);
}

/** The design of the pages, and how much of the work is done when it has been chosen. */
type Chosen = { readonly design: PageDesign; readonly done: number };

const countingShare = 0.35;

/** The gutter depends on the pages and the pages on the gutter: a book that may do with a narrower one is counted first. */
async function chooseDesign(press: Press): Promise<Chosen> {
  const { job } = press;
  const widest = pageDesign(job.page, Infinity);
  let design = pageDesign(job.page, 0);
  if (design.inside < widest.inside) design = pageDesign(job.page, await fewestPages(job));
  let done = 0;
  while (design.inside < widest.inside) {
    const wanted = pageDesign(job.page, await countPages(press, design));
    done = countingShare;
    if (wanted.inside <= design.inside) break;
    design = wanted;
  }
  return { design, done };
}

/** A number of pages that the book surely has, by its letters alone. */
async function fewestPages(job: WriteJob): Promise<number> {
  const widest = pageDesign(job.page, Infinity);
  let letters = 0;
  for await (const item of job.lookAhead()) {
    if (item.kind === 'section') await job.step(0, 'Counting the pages');
    else for (const block of item.blocks) for (const line of linesOf(block)) letters += textOf(line).length;
    if (pageDesign(job.page, letters / mostLettersAPage).inside === widest.inside) break;
  }
  return Math.floor(letters / mostLettersAPage);
}

async function countPages(press: Press, design: PageDesign): Promise<number> {
  const { job } = press;
  const notes = createNoteSetter(press, design);
  const pages = paginationFor(press, design, { setNote: notes.set, onPage: () => undefined, onAnchor: () => undefined });
  return flowBook(flowPorts(press, design, pages), job.lookAhead(), async (section) => {
    await job.step((countingShare * section.index) / job.manuscript.sections.length, 'Counting the pages');
    return pageDesign(job.page, pages.sheets()).inside <= design.inside;
  });
}

/** Sets and paints the book once: all but the contents, and when every folio is known those. Gives the number of pages. */
async function paintBook(press: Press, { design, done }: Chosen, painted: PaintedPages): Promise<number> {
  const { job, pdf, atoms, direction, pictures } = press;
  const notes = createNoteSetter(press, design);
  const painter = createPainter({ pdf, design, atoms, direction, painted, noteIdOf: notes.idOf, pictureOf: pictures.of });
  const folios = new Map<string, string>();
  const contents: BookPage[] = [];
  const pages = paginationFor(press, design, {
    setNote: notes.set, onAnchor: (anchor, folio) => void folios.set(anchor, folio),
    onPage: (page) => (page.isPaintedLast ? void contents.push(page) : painter.paint(page)),
  });
  await flowBook(flowPorts(press, design, pages), job.readItems(), async (section) => {
    await job.step(done + ((0.93 - done) * section.index) / job.manuscript.sections.length, 'Setting the pages');
    return true;
  });
  const known: BookPage[] = [];
  const again = paginationFor(press, design, { setNote: notes.set, onPage: (page) => void known.push(page), onAnchor: () => undefined });
  flowContents(flowPorts(press, design, again), (section) => folios.get(section.anchor) ?? '');
  again.end();
  for (const [at, page] of contents.entries()) painter.paint({ ...page, strips: known[at]?.strips ?? [] });
  const [first] = contents;
  if (first) pdf.moveLastPages(contents.length, first.sheet - 1);
  return pages.sheets();
}

type PageEvents = Pick<PaginationPorts, 'setNote' | 'onPage' | 'onAnchor'>;

const paginationFor = ({ job }: Press, design: PageDesign, events: PageEvents): ReturnType<typeof createPagination> =>
  createPagination({ ...events, height: textHeight(design), leading: design.leading, leftHead: titleNames(job.manuscript).title });

function flowPorts({ job, atoms, direction, pictures }: Press, design: PageDesign, pages: ReturnType<typeof createPagination>): FlowPorts {
  const setter = createBlockSetter({ atoms, design, direction, pictureOf: pictures.of });
  return { job, design, setter, front: createFrontPages(setter, design), pages, placePicture: pictures.place };
}

function createNoteSetter({ atoms, direction }: Press, design: PageDesign) {
  const small: PageDesign = { ...design, size: design.size * 0.82, leading: design.leading * 0.8 };
  const setter = createBlockSetter({ atoms, design: small, direction, pictureOf: () => null });
  const known = new Map<Note, readonly Strip[]>();
  const ids = new WeakMap<Strip, number>();

  function set(note: Note): readonly Strip[] {
    const found = known.get(note);
    if (found) return found;
    if (known.size > 50) known.clear();
    const column = { x: setter.full.x, width: setter.full.width };
    const number = setter.setText([plain(`${note.number}.`)], { column, size: small.size, leading: small.leading, align: 'start', isAdded: true })[0]?.lines[0];
    const indent = (number?.line.width ?? 0) + small.size * 0.4;
    const isRightToLeft = direction === 'rtl';
    const strips = setter.setText(note.content, { column, size: small.size, leading: small.leading, align: 'justified', firstIndent: indent });
    const [first, ...rest] = strips;
    const x = isRightToLeft ? column.width - (number?.line.width ?? 0) : 0;
    const numbered = first && number ? [{ ...first, lines: [{ ...number, x }, ...first.lines] }, ...rest] : strips;
    for (const strip of numbered) ids.set(strip, note.id);
    known.set(note, numbered);
    return numbered;
  }

  return { set, idOf: (strip: Strip): number => ids.get(strip) ?? 0 };
}

function createPictures(job: WriteJob, isGrey: boolean) {
  const known = new Map<string, ManuscriptAsset | null>();
  async function place(assetId: string): Promise<void> {
    if (known.has(assetId)) return;
    const asset = await job.manuscript.readAsset(assetId);
    const picture = asset && (await convertPicture(asset, { ...plainPictures, isGrey }));
    known.set(assetId, picture ?? null);
    if (!picture) job.note(lostPicture);
  }
  return { place, of: (assetId: string): ManuscriptAsset | null => known.get(assetId) ?? null };
}

function reportLinks(job: WriteJob, count: number): void {
  if (count === 0) return;
  const links = count === 1 ? 'One link stands' : `${count} links stand`;
  job.note(`${links} in the PDF as words without an address: printers refuse files with links.`);
}

function reportMissing(job: WriteJob, missing: ReadonlySet<string>): void {
  if (missing.size === 0) return;
  const shown = [...missing].slice(0, 20).map((letter) => `${letter} (U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`);
  const more = missing.size > shown.length ? ` and ${missing.size - shown.length} more` : '';
  job.note(`The book faces have no letter for ${shown.join(', ')}${more}: an empty box stands in its place in the PDF.`);
}

async function check({ expected }: CheckJob, painted: Ledger | null): Promise<string | null> {
  return painted === null ? 'nothing was painted' : compareLedgers(expected, painted);
}
