import { strToU8, zipSync, type Zippable } from 'fflate';

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Runs of a Word file, as Word itself writes them. */
export const run = (text: string, properties = ''): string => `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escape(text)}</w:t></w:r>`;
export const inserted = (by: string, text: string): string => `<w:ins w:id="1" w:author="${by}" w:date="2026-01-01T00:00:00Z">${run(text)}</w:ins>`;
export const deleted = (by: string, text: string): string => `<w:del w:id="2" w:author="${by}"><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`;
export const noteCall = (id: number): string => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`;
export const commented = (id: number, runs: string): string => `<w:commentRangeStart w:id="${id}"/>${runs}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r>`;
export const para = (runs: string, style = '', more = ''): string => `<w:p><w:pPr>${style === '' ? '' : `<w:pStyle w:val="${style}"/>`}${more}</w:pPr>${runs}</w:p>`;
export const drawing = (relation: string, alt: string): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="p" descr="${escape(alt)}"/><a:graphic><a:graphicData><a:blip r:embed="${relation}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

export type DocxParts = {
  readonly body: string;
  readonly notes?: readonly string[];
  readonly comments?: readonly { readonly by: string; readonly text: string }[];
  readonly pictures?: readonly Uint8Array[];
  /** More parts, or other ones in place of these. */
  readonly parts?: Zippable;
};

const style = (id: string, name: string): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;

/** The parts of a Word file with the styles that Word ships, ids translated as in a German Word. */
export function docxParts({ body, notes = [], comments = [], pictures = [], parts = {} }: DocxParts): Zippable {
  const xml = (inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${inner}`);
  const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const media = pictures.map((_bytes, at) => relation(`pic${at}`, 'image', `media/image${at}.png`)).join('');
  return {
    '[Content_Types].xml': xml('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    '_rels/.rels': xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('r1', 'officeDocument', 'word/document.xml')}</Relationships>`),
    'word/_rels/document.xml.rels': xml(`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('s', 'styles', 'styles.xml')}${relation('f', 'footnotes', 'footnotes.xml')}${relation('c', 'comments', 'comments.xml')}${media}<Relationship Id="web" Type="${office}/hyperlink" Target="https://example.org/" TargetMode="External"/><Relationship Id="file" Type="${office}/hyperlink" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="away" Type="${office}/image" Target="https://example.org/tracker.png" TargetMode="External"/></Relationships>`),
    'word/styles.xml': xml(`<w:styles ${w}>${style('berschrift1', 'heading 1')}${style('berschrift2', 'heading 2')}${style('Titel', 'Title')}${style('Zitat', 'Quote')}</w:styles>`),
    'word/footnotes.xml': xml(`<w:footnotes ${w}><w:footnote w:type="separator" w:id="-1"><w:p/></w:footnote>${notes.map((text, at) => `<w:footnote w:id="${at + 1}"><w:p>${run(` ${text}`)}</w:p></w:footnote>`).join('')}</w:footnotes>`),
    'word/comments.xml': xml(`<w:comments ${w}>${comments.map(({ by, text }, at) => `<w:comment w:id="${at}" w:author="${by}"><w:p>${run(text)}</w:p></w:comment>`).join('')}</w:comments>`),
    'word/document.xml': xml(`<w:document ${w}><w:body>${body}<w:sectPr/></w:body></w:document>`),
    ...Object.fromEntries(pictures.map((bytes, at) => [`word/media/image${at}.png`, bytes])),
    ...parts,
  };
}

/** A Word file. */
export const makeDocx = (parts: DocxParts): Uint8Array => zipSync(docxParts(parts), { mtime: new Date(1980, 0, 2) });

const sentence = 'We rowed out before the light came, and nobody in the boat spoke of the house that we had left behind us that night.';
export const wordsASentence = sentence.split(' ').length;

/** What a long manuscript holds, for a test to find again. */
export type LongDocx = { readonly bytes: Uint8Array; readonly chapters: number; readonly words: number; readonly notes: number; readonly comments: number; readonly changes: number; readonly pictures: number };

/** A manuscript of at least so many words with notes, pictures, comments and tracked changes all over. */
export function longDocx(words: number, picture: Uint8Array): LongDocx {
  const body: string[] = [para(run('The Long Row'), 'Titel')];
  const notes: string[] = [];
  const comments: { by: string; text: string }[] = [];
  let [written, chapters, changes, pictures] = [0, 0, 0, 0];
  for (let at = 0; written < words; at += 1) {
    if (at % 120 === 0) body.push(para(run(`The ${++chapters}. night`), 'berschrift1'));
    const runs = Array.from({ length: 4 }, () => run(`${sentence} `)).join('');
    written += wordsASentence * 4;
    if (at % 5 === 1) body.push(para(runs + noteCall(notes.push(`Note ${at}.`))));
    else if (at % 7 === 2) body.push(para(commented(comments.push({ by: 'Ines', text: `Remark ${at}` }) - 1, runs)));
    else if (at % 11 === 3) {
      changes += 1;
      body.push(para(`${runs}${deleted('Olga', 'slowly')}${inserted('Olga', `quickly ${at}`)}`));
      written += 1;
    } else body.push(para(runs));
    if (at % 60 === 30) body.push(para(drawing(`pic${pictures++ % 3}`, `Picture ${at}`)));
  }
  const bytes = makeDocx({ body: body.join(''), notes, comments, pictures: [picture, picture, picture] });
  return { bytes, chapters, words: written, notes: notes.length, comments: comments.length, changes, pictures };
}
