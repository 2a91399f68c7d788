import type { BookSection, Note } from '../block';
import { lostPicture } from '../block-pictures';
import { compareLedgers, type Ledger } from '../conservation';
import { isRightToLeft } from '../labels';
import type { ManuscriptAsset } from '../manuscript';
import { convertPicture, plainPictures } from '../picture-convert';
import { titleNames } from '../title-lines';
import { writeChunk, type BookWriter, type CheckJob, type WriteJob } from '../writer';
import { createAtoms, type Atoms } from './atoms';
import { createBookFaces } from './book-faces';
import { flowBook } from './book-flow';
import type { Direction } from './directions';
import type { Strip } from './flow';
import { createFrontPages } from './front-pages';
import { loadHyphenation } from './hyphenation';
import { pageDesign, textHeight, type PageDesign } from './page-design';
import { createPagination, type BookPage } from './paginate';
import { createPaintedText, type PaintedPages } from './painted-text';
import { createPainter } from './paint-page';
import { openPdf, type PdfFile } from './pdfkit-port';
import { createBlockSetter, plain } from './set-blocks';

/** A printed book: set twice, first to learn the pages, then with a true table of contents. */
export const pdfWriter: BookWriter = { write, check };

type Press = {
  readonly job: WriteJob;
  readonly pdf: PdfFile;
  readonly atoms: Atoms;
  readonly direction: Direction;
  readonly pictures: ReturnType<typeof createPictures>;
};

/** The gutter depends on the pages and the pages on the gutter. */
const mostPasses = 5;

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
  const { design, folios, breaks } = await learnPages(press);
  const painted = createPaintedText();
  const { sheets } = await setBook(press, { design, folios, breaks, painted, share: [0.45, 0.93], doing: 'Setting the pages' });
  job.countPages(sheets);
  pdf.document.end();
  await written;
  reportMissing(job, missing);
  reportLinks(job, press.atoms.addresses().size);
  return painted.end();
}

async function pumpTo(pdf: PdfFile, job: WriteJob): Promise<void> {
  for await (const chunk of pdf.document) await writeChunk(job.output, chunk as Uint8Array);
}

type Learned = Pick<Pass, 'design' | 'folios' | 'breaks'>;

async function learnPages(press: Press): Promise<Learned> {
  let design = pageDesign(press.job.page, 0);
  for (let pass = 1; ; pass += 1) {
    const breaks: Int32Array[] = [];
    const { folios, sheets } = await setBook(press, { design, folios: new Map(), breaks, painted: null, share: [0, 0.45], doing: 'Counting the pages' });
    const wanted = pageDesign(press.job.page, sheets);
    if (wanted.inside <= design.inside || pass === mostPasses) return { design, folios, breaks };
    design = wanted; // only ever to a wider gutter, so this comes to an end
  }
}

type Pass = {
  readonly design: PageDesign;
  readonly folios: ReadonlyMap<string, string>;
  readonly breaks: Int32Array[];
  /** `null` when the pages are only counted. */
  readonly painted: PaintedPages | null;
  readonly share: readonly [from: number, to: number];
  readonly doing: string;
};

async function setBook(press: Press, pass: Pass): Promise<{ folios: Map<string, string>; sheets: number }> {
  const { job, atoms, direction, pictures } = press;
  const { design } = pass;
  const setter = createBlockSetter({ atoms, design, direction, pictureOf: pictures.of, breaks: pass.breaks });
  const notes = createNoteSetter(press, design);
  const folios = new Map<string, string>();
  const paint = painterFor(press, pass, notes.idOf);
  const pages = createPagination({
    height: textHeight(design), leading: design.leading, setNote: notes.set, onPage: paint,
    onAnchor: (anchor, folio) => void folios.set(anchor, folio), leftHead: titleNames(job.manuscript).title,
  });
  const [from, to] = pass.share;
  const total = Math.max(1, job.manuscript.sections.length);
  const sheets = await flowBook({
    job, design, setter, front: createFrontPages(setter, design), pages, placePicture: pictures.place,
    folioOf: (section: BookSection) => pass.folios.get(section.anchor) ?? '000',
    onSection: async (section) => {
      await job.step(from + ((to - from) * section.index) / total, pass.doing);
      return pass.painted !== null || pageDesign(job.page, pages.sheets()).inside <= design.inside;
    },
  });
  return { folios, sheets };
}

function painterFor({ pdf, atoms, direction, pictures }: Press, { design, painted }: Pass, noteIdOf: (strip: Strip) => number): (page: BookPage) => void {
  if (painted === null) return () => undefined;
  return createPainter({ pdf, design, atoms, direction, painted, noteIdOf, pictureOf: pictures.of }).paint;
}

function createNoteSetter({ atoms, direction }: Press, design: PageDesign) {
  const small: PageDesign = { ...design, size: design.size * 0.82, leading: design.leading * 0.8 };
  const setter = createBlockSetter({ atoms, design: small, direction, pictureOf: () => null, breaks: [] });
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
