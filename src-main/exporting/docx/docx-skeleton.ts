import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { modifiedAt } from '../epub/epub-names';
import { primaryLanguage } from '../labels';
import type { Manuscript } from '../manuscript';
import { titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';
import { docxStyles } from './docx-styles';

/** Everything of a Word file but its text, which is streamed in between. */
export type DocxSkeleton = {
  /** `document.xml` up to and after the body's content. */
  readonly documentStart: string;
  readonly documentEnd: string;
  /** The properties that end the front matter and the body. */
  readonly frontProperties: string;
  readonly bodyProperties: string;
  /** The width between the margins, in twips. */
  readonly textWidth: number;
  /** The other parts by name, when the text has been written. */
  readonly parts: (written: WrittenParts) => readonly (readonly [name: string, xml: string])[];
};

/** What writing the text has brought. */
export type WrittenParts = { readonly footnotes: string; readonly numbering: string; readonly pictureRelations: string };

type PageShape = { readonly width: number; readonly height: number; readonly inner: number; readonly outer: number; readonly top: number };
const shapes: Readonly<Record<PageSize, PageShape>> = {
  '6x9': { width: 8_640, height: 12_960, inner: 1_080, outer: 900, top: 1_080 },
  a4: { width: 11_906, height: 16_838, inner: 1_700, outer: 1_700, top: 1_420 },
};

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordPart = (tag: string, content: string): string => `${declaration}<w:${tag} ${main}>${content}</w:${tag}>`;

/** Makes the skeleton for a book and a page size. */
export function makeSkeleton(manuscript: Manuscript, page: PageSize): DocxSkeleton {
  const shape = shapes[page];
  const textWidth = shape.width - shape.inner - shape.outer;
  return {
    textWidth,
    documentStart:
      `${declaration}<w:document ${main} xmlns:r="${office}" ` +
      'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>',
    documentEnd: '</w:body></w:document>',
    frontProperties: sectionProperties(shape, true),
    bodyProperties: sectionProperties(shape, false),
    parts: ({ footnotes, numbering, pictureRelations }) => [
      ['[Content_Types].xml', contentTypes],
      ['_rels/.rels', relations(rootRelations)],
      ['docProps/app.xml', `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>`],
      ['docProps/core.xml', coreXml(manuscript)],
      ['word/_rels/document.xml.rels', relations(documentRelations + pictureRelations)],
      ['word/footer1.xml', wordPart('ftr', pageNumber)],
      ['word/footer2.xml', wordPart('ftr', '<w:p/>')],
      ['word/footnotes.xml', wordPart('footnotes', separators + footnotes)],
      ['word/header1.xml', wordPart('hdr', runningHead(titleNames(manuscript).title))],
      ['word/header2.xml', wordPart('hdr', '<w:p/>')],
      ['word/numbering.xml', numbering],
      ['word/settings.xml', wordPart('settings', settings)],
      ['word/styles.xml', wordPart('styles', docxStyles(manuscript.brief.language, textWidth))],
    ],
  };
}

const wordParts = [
  ['styles', 'styles.xml'], ['numbering', 'numbering.xml'], ['footnotes', 'footnotes.xml'], ['settings', 'settings.xml'],
  ['header', 'header1.xml'], ['header', 'header2.xml'], ['footer', 'footer1.xml'], ['footer', 'footer2.xml'],
] as const;

const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (list: string): string => `${declaration}<Relationships xmlns="${packages}/relationships">${list}</Relationships>`;
/** The names of the running heads and feet among the relations of the document. */
const idOf = (file: string): string => file.replace('.xml', '');
const documentRelations = wordParts.map(([type, file]) => relation(idOf(file), `${office}/${type}`, file)).join('');
const rootRelations =
  relation('document', `${office}/officeDocument`, 'word/document.xml') +
  relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml') +
  relation('app', `${office}/extended-properties`, 'docProps/app.xml');

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>' +
  override('word/document.xml', 'officedocument.wordprocessingml.document.main') +
  wordParts.map(([type, file]) => override(`word/${file}`, `officedocument.wordprocessingml.${type}`)).join('') +
  override('docProps/core.xml', 'package.core-properties') + override('docProps/app.xml', 'officedocument.extended-properties') +
  '</Types>';

// Without the first of these a line that the author has broken is stretched to the margin.
const settings =
  '<w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr><w:compat><w:doNotExpandShiftReturn/>' +
  '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

const separator = (id: number, type: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:footnote>`;
const separators = separator(-1, 'separator') + separator(0, 'continuationSeparator');

const centred = (runs: string): string => `<w:p><w:pPr><w:jc w:val="center"/></w:pPr>${runs}</w:p>`;
const runningHead = (title: string): string =>
  centred(`<w:r><w:rPr><w:i/><w:iCs/><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">${escapeXml(title)}</w:t></w:r>`);
const numberRun = (content: string): string => `<w:r><w:rPr><w:sz w:val="19"/><w:szCs w:val="19"/></w:rPr>${content}</w:r>`;
const pageNumber = centred(
  numberRun('<w:fldChar w:fldCharType="begin"/>') + numberRun('<w:instrText xml:space="preserve">PAGE</w:instrText>') +
    numberRun('<w:fldChar w:fldCharType="separate"/>') + numberRun('<w:fldChar w:fldCharType="end"/>'),
);

/** The front matter has roman numbers and no running head; the first page of either has no head. */
function sectionProperties({ width, height, inner, outer, top }: PageShape, isFront: boolean): string {
  const reference = (kind: 'header' | 'footer', type: string, isBlank: boolean): string =>
    `<w:${kind}Reference w:type="${type}" r:id="${kind}${isBlank ? 2 : 1}"/>`;
  return (
    `<w:sectPr>${reference('header', 'default', isFront)}${reference('header', 'first', true)}` +
    `${reference('footer', 'default', false)}${reference('footer', 'first', isFront)}<w:type w:val="oddPage"/>` +
    `<w:pgSz w:w="${width}" w:h="${height}" w:orient="portrait"/>` +
    `<w:pgMar w:top="${top}" w:right="${outer}" w:bottom="${top}" w:left="${inner}" w:header="560" w:footer="560" w:gutter="0"/>` +
    `<w:pgNumType w:fmt="${isFront ? 'lowerRoman' : 'decimal'}" w:start="1"/><w:titlePg/><w:docGrid w:linePitch="360"/></w:sectPr>`
  );
}

function coreXml(manuscript: Manuscript): string {
  const { title, subtitle, author } = titleNames(manuscript);
  const moment = modifiedAt(manuscript.changedAt);
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subtitle)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${date('created')}${date('modified')}` +
    `<dc:language>${escapeXml(primaryLanguage(manuscript.brief.language))}</dc:language></cp:coreProperties>`
  );
}
