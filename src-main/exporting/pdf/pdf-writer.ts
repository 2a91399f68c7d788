import type { Note } from '../block';
import { lostPicture } from '../block-pictures';
import { compareLedgers, type Ledger } from '../conservation';
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
  readonly design: PageDesign;
  readonly direction: Direction;
  readonly pictures: ReturnType<typeof createPictures>;
};

/** Hears the number of a section that begins; `false` when the book is thicker than its gutter allows. */
type OnSection = (index: number, pages: number) => Promise<boolean>;

/**
 * The gutter depends on the pages and the pages on the gutter: a book begins with the narrowest that it may do with,
 * and again with a wider one in the rare case that it turns out thicker.
 */
async function write(job: WriteJob): Promise<Ledger> {
  const { sections } = job.manuscript;
  let design = pageDesign(job.page, fewestPages(job));
  let done = 0;
  for (;;) {
    const from = done;
    const { inside } = design;
    const onSection: OnSection = async (index, pages) => {
      done = from + ((0.93 - from) * index) / sections.length;
      await job.step(done, 'Setting the pages');
      return pageDesign(job.page, pages).inside <= inside;
    };
    const { pages, painted } = await printBook(job, design, onSection);
    if (painted) {
      job.countPages(pages);
      return painted;
    }
    design = pageDesign(job.page, pages);
    await job.startAgain();
  }
}

/** A number of pages that the book surely has, by its letters alone. */
const fewestPages = ({ manuscript }: WriteJob): number =>
  Math.floor(manuscript.sections.reduce((sum, { letters }) => sum + letters, 0) / mostLettersAPage);

/** Prints the book. What was painted is `null` when it has more pages than the gutter is for; then the file is no use. */
async function printBook(job: WriteJob, design: PageDesign, onSection: OnSection): Promise<{ readonly pages: number; readonly painted: Ledger | null }> {
  const { language } = job.manuscript.brief;
  const { title, author } = titleNames(job.manuscript);
  const pdf = openPdf({ title, author, language, changedAt: job.manuscript.changedAt });
  const written = pumpTo(pdf, job);
  written.catch(() => undefined); // a broken output is heard of at the next step, too
  const missing = new Set<string>();
  const faces = createBookFaces(pdf, job.resourcesFolder, (letter) => void missing.add(letter));
  const press: Press = {
    job, pdf, design, atoms: createAtoms(faces, await loadHyphenation(language)), direction: isRightToLeft(language) ? 'rtl' : 'ltr',
    pictures: createPictures(job, job.page === '6x9'),
  };
  const painted = createPaintedText();
  const pages = await paintBook(press, painted, onSection);
  if (pageDesign(job.page, pages).inside > design.inside) {
    pdf.document.push(null);
    await written;
    return { pages, painted: null };
  }
  pdf.document.end();
  await written;
  reportMissing(job, missing);
  reportLinks(job, press.atoms.addresses().size);
  return { pages, painted: painted.end() };
}

async function pumpTo(pdf: PdfFile, job: WriteJob): Promise<void> {
  for await (const chunk of pdf.document) await writeChunk(job.output, chunk as Uint8Array);
}

/** Sets and paints the book once: all but the contents, and when every folio is known those. Gives the number of pages. */
async function paintBook(press: Press, painted: PaintedPages, onSection: OnSection): Promise<number> {
  const { job, pdf, design, atoms, direction, pictures } = press;
  const notes = createNoteSetter(press);
  const painter = createPainter({ pdf, design, atoms, direction, painted, noteIdOf: notes.idOf, pictureOf: pictures.of, onPicture: pictures.painted });
  const folios = new Map<string, string>();
  const contents: BookPage[] = [];
  const pages = paginationFor(press, {
    setNote: notes.set, onAnchor: (anchor, folio) => void folios.set(anchor, folio),
    onPage: (page) => (page.isPaintedLast ? void contents.push(page) : painter.paint(page)),
  });
  const isWhole = await flowBook(flowPorts(press, pages), job.readItems(), ({ index }) => onSection(index, pages.sheets()));
  if (!isWhole) return pages.sheets();
  const known: BookPage[] = [];
  const again = paginationFor(press, { setNote: notes.set, onPage: (page) => void known.push(page), onAnchor: () => undefined });
  flowContents(flowPorts(press, again), (section) => folios.get(section.anchor) ?? '');
  again.end();
  for (const [at, page] of contents.entries()) painter.paint({ ...page, strips: known[at]?.strips ?? [] });
  const [first] = contents;
  if (first) pdf.moveLastPages(contents.length, first.sheet - 1);
  return pages.sheets();
}

type PageEvents = Pick<PaginationPorts, 'setNote' | 'onPage' | 'onAnchor'>;

const paginationFor = ({ job, design }: Press, events: PageEvents): ReturnType<typeof createPagination> =>
  createPagination({ ...events, height: textHeight(design), leading: design.leading, leftHead: titleNames(job.manuscript).title });

function flowPorts({ job, design, atoms, direction, pictures }: Press, pages: ReturnType<typeof createPagination>): FlowPorts {
  const setter = createBlockSetter({ atoms, design, direction, pictureOf: pictures.of });
  return { job, design, setter, front: createFrontPages(setter, design), pages, placePicture: pictures.place };
}

function createNoteSetter({ atoms, design, direction }: Press) {
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

/** The pictures between being set and being painted: a book may have more than the memory holds. */
function createPictures(job: WriteJob, isGrey: boolean) {
  const known = new Map<string, ManuscriptAsset | null>();
  const unpainted = new Map<string, number>();
  async function place(assetId: string): Promise<void> {
    unpainted.set(assetId, (unpainted.get(assetId) ?? 0) + 1);
    if (known.has(assetId)) return;
    const asset = await job.manuscript.readAsset(assetId);
    const picture = asset && (await convertPicture(asset, { ...plainPictures, isGrey }));
    known.set(assetId, picture ?? null);
    if (!picture) job.note(lostPicture);
  }
  function painted(assetId: string): void {
    const left = (unpainted.get(assetId) ?? 1) - 1;
    unpainted.set(assetId, left);
    if (left <= 0) known.delete(assetId);
  }
  return { place, painted, of: (assetId: string): ManuscriptAsset | null => known.get(assetId) ?? null };
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
