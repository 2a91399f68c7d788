import type { BookSection } from '../block';
import { lostPicture, picturesIn } from '../block-pictures';
import { compareLedgers, createLedger } from '../conservation';
import { plainStyle } from '../inline-content';
import { isRightToLeft, labelsFor } from '../labels';
import { bookSections } from '../manuscript-blocks';
import { convertPicture, type PictureNeeds } from '../picture-convert';
import { extensionOf } from '../picture-types';
import { copyrightLine, hasOwn, titleNames } from '../title-lines';
import type { BookWriter, CheckJob, WriteJob } from '../writer';
import { createZip, type ZipOutput } from '../zip-output';
import { docxBlock, docxParagraph, topPlace, type DocxPicture, type DocxPorts } from './docx-blocks';
import { field, footnoteXml, textRun } from './docx-inline';
import { createNumbering } from './docx-numbering';
import { readDocx } from './docx-reader';
import { makeSkeleton, type DocxSkeleton } from './docx-skeleton';

/** Word: real styles, footnotes, lists, a table of contents and page numbers; the text is streamed. */
export const docxWriter: BookWriter = { write, check };

const needs: PictureNeeds = { types: new Set(['image/jpeg', 'image/png', 'image/gif']), isGrey: false };

/** Letters that a full page holds, about. */
const lettersAPage = { '6x9': 1_650, a4: 2_600 } as const;

async function write(job: WriteJob): Promise<null> {
  const skeleton = await makeSkeleton(job.manuscript, job.page);
  const zip = createZip(job.output);
  const pictures = createPictures(job, zip);
  const numbering = createNumbering();
  const footnotes: string[] = [];
  const ports: DocxPorts = {
    pictureOf: pictures.pictureOf, addNote: (note) => void footnotes.push(footnoteXml(note)), addList: numbering.add,
    textWidth: skeleton.textWidth, isRightToLeft: isRightToLeft(job.manuscript.brief.language),
  };
  const pages = estimatePages(job);
  await zip.stream('word/document.xml', documentXml(job, { skeleton, ports, placePictures: pictures.place, pages }));
  const changed = new Map(skeleton.parts);
  // Without this a line that the author has broken is stretched to the margin.
  splice(changed, 'word/settings.xml', '<w:compatSetting', '<w:doNotExpandShiftReturn/>');
  changed.set('word/numbering.xml', numbering.xml());
  splice(changed, 'word/footnotes.xml', '</w:footnotes>', footnotes.join(''));
  splice(changed, 'word/_rels/document.xml.rels', '</Relationships>', pictures.relations());
  splice(changed, '[Content_Types].xml', '</Types>', pictureTypes(changed.get('[Content_Types].xml') ?? ''));
  for (const name of [...changed.keys()].sort()) zip.add(name, changed.get(name) ?? '');
  await zip.end();
  return null;
}

/**
 * Word counts the pages when it opens the file; until then, and in programs that do not, the contents show about where
 * a section begins.
 */
function estimatePages(job: WriteJob): ReadonlyMap<string, number> {
  const pages = new Map<string, number>();
  let page = 0;
  let isFront = true;
  for (const section of bookSections(job.manuscript)) {
    if (isFront && section.kind !== 'front') page = 0;
    isFront &&= section.kind === 'front';
    pages.set(section.anchor, page + 1);
    page += Math.ceil((section.letters + 1) / lettersAPage[job.page]);
  }
  job.note('The page numbers in the table of contents are near the mark until your word processor brings them up to date.');
  return pages;
}

function splice(parts: Map<string, string>, name: string, before: string, addition: string): void {
  const part = parts.get(name);
  if (part?.includes(before) !== true) throw new Error(`The Word skeleton has no ${name}.`);
  parts.set(name, part.replace(before, () => addition + before));
}

const pictureTypes = (known: string): string =>
  [['jpg', 'image/jpeg'], ['png', 'image/png'], ['gif', 'image/gif']]
    .filter(([ending]) => !known.includes(`Extension="${ending}"`))
    .map(([ending, type]) => `<Default Extension="${ending}" ContentType="${type}"/>`)
    .join('');

/** Puts each picture of a book into a Word file once. */
export function createPictures(job: WriteJob, zip: ZipOutput) {
  const placed = new Map<string, DocxPicture | null>();
  const relations: string[] = [];
  async function place(assetId: string): Promise<void> {
    if (placed.has(assetId)) return;
    placed.set(assetId, null);
    const asset = await job.manuscript.readAsset(assetId);
    const picture = asset && (await convertPicture(asset, needs));
    if (!picture) {
      job.note(lostPicture);
      return;
    }
    const number = relations.length + 1;
    const target = `media/picture-${number}.${extensionOf(picture.mime)}`;
    zip.add(`word/${target}`, picture.bytes, { isStored: true }); // after the text, which is being streamed
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/image';
    relations.push(`<Relationship Id="picture${number}" Type="${type}" Target="${target}"/>`);
    placed.set(assetId, { relation: `picture${number}`, number, widthPx: picture.widthPx, heightPx: picture.heightPx });
  }
  return { place, pictureOf: (assetId: string) => placed.get(assetId) ?? null, relations: () => relations.join('') };
}

type BodyParts = { readonly skeleton: DocxSkeleton; readonly ports: DocxPorts; readonly placePictures: (assetId: string) => Promise<void>; readonly pages: ReadonlyMap<string, number> };

/** The front matter is a section of its own with roman numbers; it ends where the body begins. */
async function* documentXml(job: WriteJob, { skeleton, ports, placePictures, pages }: BodyParts): AsyncGenerator<string> {
  const total = Math.max(1, job.manuscript.sections.length);
  const sections = bookSections(job.manuscript);
  const frontEnd = `<w:p><w:pPr>${skeleton.frontProperties}</w:pPr></w:p>`;
  const contentsAt = sections.find(({ kind, matter }) => kind !== 'front' || !['title-page', 'copyright'].includes(matter ?? ''))?.index;
  let isFront: boolean = true;
  yield skeleton.documentStart + titlePage(job);
  for await (const item of job.readItems()) {
    if (item.kind === 'section') {
      const { section } = item;
      await job.step((0.85 * section.index) / total, section.contentsTitle);
      if (section.index === contentsAt) yield copyrightPage(job) + contentsXml(job, sections, pages);
      const opensBody: boolean = isFront && section.kind !== 'front';
      if (opensBody) yield frontEnd;
      isFront &&= !opensBody;
      yield sectionHead(section, opensBody, ports.isRightToLeft);
    } else {
      const place = { ...topPlace, isCentered: item.section.heading === '' };
      let blocks = '';
      for (const block of item.blocks) {
        for (const assetId of picturesIn(block)) await placePictures(assetId);
        blocks += docxBlock(block, place, ports);
      }
      yield blocks;
    }
  }
  if (contentsAt === undefined) yield copyrightPage(job);
  yield (isFront ? skeleton.frontProperties : skeleton.bodyProperties) + skeleton.documentEnd;
}

function titlePage(job: WriteJob): string {
  if (hasOwn(job.manuscript, 'title-page')) return '';
  const { title, subtitle, author } = titleNames(job.manuscript);
  const rtl = isRightToLeft(job.manuscript.brief.language);
  const line = (style: string, text: string): string =>
    text === '' ? '' : docxParagraph(style, textRun(text, plainStyle), { isRightToLeft: rtl });
  return line('Title', title) + line('Subtitle', subtitle) + line('Author', author);
}

const copyrightPage = (job: WriteJob): string =>
  hasOwn(job.manuscript, 'copyright') ? '' : docxParagraph('Copyright', textRun(copyrightLine(job.manuscript), plainStyle), { more: newPage });

const newPage = '<w:pageBreakBefore/>';

/** A table of contents that Word keeps up to date, with entries for programs that do not. */
function contentsXml(job: WriteJob, sections: readonly BookSection[], pages: ReadonlyMap<string, number>): string {
  const rtl = { isRightToLeft: isRightToLeft(job.manuscript.brief.language) };
  const listed = sections.filter(({ heading }) => heading !== '');
  const title = docxParagraph('TOCHeading', textRun(labelsFor(job.manuscript.brief.language).contents, plainStyle), { ...rtl, more: newPage });
  const begin = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>';
  const end = '<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>';
  const entries = listed.map((section, at) => {
    const link = `<w:hyperlink w:anchor="${section.anchor}">${textRun(`${section.heading}\t`, plainStyle)}${field(` PAGEREF ${section.anchor} \\h `, textRun(String(pages.get(section.anchor) ?? 1), plainStyle))}</w:hyperlink>`;
    return docxParagraph(section.partId === null ? 'TOC1' : 'TOC2', (at === 0 ? begin : '') + link, rtl);
  });
  return entries.length === 0 ? '' : title + entries.join('') + end;
}

function sectionHead(section: BookSection, opensBody: boolean, rtl: boolean): string {
  const breakBefore = opensBody ? '' : newPage; // the properties of the front matter have ended the page
  const id = section.index + 1;
  const bookmark = (runs: string): string => `<w:bookmarkStart w:id="${id}" w:name="${section.anchor}"/>${runs}<w:bookmarkEnd w:id="${id}"/>`;
  if (section.heading === '') {
    return docxParagraph('CenteredText', bookmark(''), { more: `${breakBefore}<w:spacing w:before="2400"/>`, isRightToLeft: rtl });
  }
  const label = section.label === '' ? '' : docxParagraph('ChapterLabel', textRun(section.label, plainStyle), { more: breakBefore, isRightToLeft: rtl });
  const more = label === '' ? `${breakBefore}<w:spacing w:before="1440"/>` : '';
  return label + docxParagraph('Heading1', bookmark(textRun(section.heading, plainStyle)), { more, isRightToLeft: rtl });
}

async function check({ file, expected }: CheckJob): Promise<string | null> {
  const found = createLedger();
  await readDocx(file, found);
  return compareLedgers(expected, found);
}
