import type { BookSection, Note } from '../block';
import { compareLedgers, createLedger } from '../conservation';
import { labelsFor } from '../labels';
import { bookSections } from '../manuscript-blocks';
import { convertPicture, plainPictures } from '../picture-convert';
import { extensionOf } from '../picture-types';
import { hasOwn, titleNames } from '../title-lines';
import type { BookWriter, CheckJob, WriteJob } from '../writer';
import { createZip, type ZipOutput } from '../zip-output';
import { bookUuid, sectionFile } from './epub-names';
import { navigationPoints, ncx } from './epub-navigation';
import { containerXml, packageXml, type ManifestItem } from './epub-package';
import { createEpubPages } from './epub-pages';
import { createEpubPictures } from './epub-pictures';
import { readEpubSections } from './epub-reader';
import { epubStyle } from './epub-style';
import { xhtmlBlock, xhtmlNotes } from './epub-xhtml';

/** EPUB 3.3: a document a section, navigation old and new, notes that link both ways. */
export const epubWriter: BookWriter = { write, check };

const xhtml = 'application/xhtml+xml';

async function write(job: WriteJob): Promise<null> {
  const zip = createZip(job.output);
  zip.add('mimetype', 'application/epub+zip', { isStored: true });
  zip.add('META-INF/container.xml', containerXml);
  zip.add('EPUB/style.css', epubStyle);
  const pictures = createEpubPictures(job, zip);
  const opening = await writeOpening(job, zip);
  const read = await writeSections(job, zip, pictures);
  writeNavigation(job, zip, opening);
  const items: ManifestItem[] = [
    ...opening, ...read, ...pictures.items(),
    { id: 'ncx', href: 'toc.ncx', type: 'application/x-dtbncx+xml' }, { id: 'style', href: 'style.css', type: 'text/css' },
  ];
  zip.add('EPUB/package.opf', packageXml(job.manuscript, inReadingOrder(items, job), pictures.access()));
  await zip.end();
  return null;
}

/** Cover, title page, copyright page and contents, where the author has none of their own. */
async function writeOpening(job: WriteJob, zip: ZipOutput): Promise<ManifestItem[]> {
  const pages = createEpubPages(job.manuscript);
  const items: ManifestItem[] = await writeCover(job, zip);
  const add = (id: string, html: string): void => {
    zip.add(`EPUB/${id}.xhtml`, html);
    items.push({ id, href: `${id}.xhtml`, type: xhtml, isRead: true });
  };
  if (!hasOwn(job.manuscript, 'title-page')) add('title-page', pages.titlePage());
  if (!hasOwn(job.manuscript, 'copyright')) add('copyright', pages.copyrightPage());
  items.push({ id: 'nav', href: 'nav.xhtml', type: xhtml, properties: 'nav', isRead: true });
  return items;
}

async function writeCover(job: WriteJob, zip: ZipOutput): Promise<ManifestItem[]> {
  const { cover } = job.manuscript;
  if (cover === null) return [];
  const picture = await convertPicture({ ...cover, widthPx: 0, heightPx: 0 }, plainPictures);
  if (!picture) {
    job.note('The cover could not be read and is not in the file.');
    return [];
  }
  const href = `images/cover.${extensionOf(picture.mime)}`;
  zip.add(`EPUB/${href}`, picture.bytes, { isStored: true });
  zip.add('EPUB/cover.xhtml', createEpubPages(job.manuscript).coverPage(href));
  return [
    { id: 'cover-image', href, type: picture.mime, properties: 'cover-image' },
    { id: 'cover', href: 'cover.xhtml', type: xhtml, isRead: true },
  ];
}

async function writeSections(job: WriteJob, zip: ZipOutput, pictures: ReturnType<typeof createEpubPictures>): Promise<ManifestItem[]> {
  const pages = createEpubPages(job.manuscript);
  const labels = labelsFor(job.manuscript.brief.language);
  const total = Math.max(1, job.manuscript.sections.length);
  const items: ManifestItem[] = [];
  let open: { readonly section: BookSection; readonly html: string[]; readonly notes: Note[] } | null = null;

  async function close(): Promise<void> {
    if (open === null) return;
    const { section, html, notes } = open;
    const body = html.join('') + xhtmlNotes(notes, labels.notes);
    zip.add(`EPUB/${sectionFile(section)}`, pages.sectionPage(section, body));
    items.push({ id: section.anchor, href: sectionFile(section), type: xhtml, isRead: true });
  }

  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      await close();
      open = { section: item.section, html: [], notes: [] };
      await job.step((0.85 * item.section.index) / total, item.section.contentsTitle);
    } else if (open !== null) {
      const { html, notes } = open;
      for (const block of item.blocks) {
        await pictures.place(block);
        html.push(xhtmlBlock(block, { pictureOf: pictures.pictureOf, addNote: (note) => void notes.push(note) }), '\n');
      }
    }
  }
  await close();
  return items;
}

function writeNavigation(job: WriteJob, zip: ZipOutput, opening: readonly ManifestItem[]): void {
  const { manuscript } = job;
  const labels = labelsFor(manuscript.brief.language);
  const sections = bookSections(manuscript);
  const points = navigationPoints(sections, sectionFile);
  const { title } = titleNames(manuscript);
  const body = sections.find((section) => section.kind === 'chapter' || section.kind === 'part') ?? sections[0];
  const has = (id: string): boolean => opening.some((item) => item.id === id);
  const landmarks: (readonly [string, string, string])[] = [];
  if (has('cover')) landmarks.push(['cover', 'cover.xhtml', labels.cover]);
  if (has('title-page')) landmarks.push(['titlepage', 'title-page.xhtml', labels.titlePage]);
  landmarks.push(['toc', 'nav.xhtml', labels.contents]);
  if (body) landmarks.push(['bodymatter', sectionFile(body), body.contentsTitle || title]);
  const safe = points.length > 0 ? points : [{ title, file: 'nav.xhtml', inner: [] }];
  zip.add('EPUB/nav.xhtml', createEpubPages(manuscript).contentsPage(safe, landmarks));
  zip.add('EPUB/toc.ncx', ncx(safe, { uuid: bookUuid(manuscript.bookId), title }));
}

/** The author's own title and copyright pages stand before the contents. */
function inReadingOrder(items: readonly ManifestItem[], job: WriteJob): ManifestItem[] {
  const leading = new Set(
    bookSections(job.manuscript).filter(({ matter }) => matter === 'title-page' || matter === 'copyright').map(({ anchor }) => anchor),
  );
  const rank = ({ id }: ManifestItem): number => {
    if (id === 'cover') return 0;
    if (id === 'title-page') return 1;
    if (leading.has(id)) return 2;
    if (id === 'copyright') return 3;
    return id === 'nav' ? 4 : 5;
  };
  return [...items].sort((one, other) => rank(one) - rank(other));
}

async function check({ file, manuscript, expected }: CheckJob): Promise<string | null> {
  const found = createLedger();
  await readEpubSections(file, bookSections(manuscript).map(sectionFile), found);
  return compareLedgers(expected, found);
}
