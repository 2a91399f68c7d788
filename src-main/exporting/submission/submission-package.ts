import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { field, textRun } from '../docx/docx-inline';
import { modifiedAt } from '../epub/epub-names';
import { plainStyle } from '../inline-content';
import { primaryLanguage } from '../labels';
import type { Manuscript } from '../manuscript';
import { titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';
import { inch, submissionPages, submissionStyles, type SubmissionLook } from './submission-look';
import { shortTitle, surnameOf } from './submission-words';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const wordPart = (tag: string, content: string): string => `${declaration}<w:${tag} ${main} xmlns:r="${office}">${content}</w:${tag}>`;

/** `document.xml` up to its content. */
export const documentStart =
  `${declaration}<w:document ${main} xmlns:r="${office}" ` +
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><w:body>';

/** `document.xml` after its content: one section, an inch of margin all round, no head on the first page. */
export function documentEnd(page: PageSize): string {
  const { width, height } = submissionPages[page];
  const margins = ['top', 'right', 'bottom', 'left'].map((side) => `w:${side}="${inch}"`).join(' ');
  return (
    '<w:sectPr><w:headerReference w:type="default" r:id="header"/><w:headerReference w:type="first" r:id="blank"/>' +
    `<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar ${margins} w:header="${inch / 2}" w:footer="${inch / 2}" w:gutter="0"/>` +
    '<w:titlePg/></w:sectPr></w:body></w:document>'
  );
}

/** The width between the margins. */
export const textWidthOf = (page: PageSize): number => submissionPages[page].width - 2 * inch;

/** What writing the text has brought. */
export type WrittenText = { readonly footnotes: string; readonly numbering: string; readonly pictureRelations: string };

/** The parts of the package besides the text, by name. */
export function submissionParts(manuscript: Manuscript, how: { readonly look: SubmissionLook; readonly page: PageSize }, written: WrittenText): (readonly [string, string])[] {
  const styles = submissionStyles(how.look, manuscript.brief.language, textWidthOf(how.page));
  return [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', relations(relation('document', `${office}/officeDocument`, 'word/document.xml') + relation('core', `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'))],
    ['docProps/core.xml', coreXml(manuscript)],
    ['word/_rels/document.xml.rels', relations(wordParts.map(([id, type, file]) => relation(id, `${office}/${type}`, file)).join('') + written.pictureRelations)],
    ['word/blank.xml', wordPart('hdr', '<w:p/>')],
    ['word/footnotes.xml', wordPart('footnotes', separators + written.footnotes)],
    ['word/header.xml', wordPart('hdr', runningHead(manuscript))],
    ['word/numbering.xml', written.numbering],
    ['word/settings.xml', wordPart('settings', settings)],
    ['word/styles.xml', wordPart('styles', styles)],
  ];
}

const wordParts = [
  ['styles', 'styles', 'styles.xml'], ['numbering', 'numbering', 'numbering.xml'], ['footnotes', 'footnotes', 'footnotes.xml'],
  ['settings', 'settings', 'settings.xml'], ['header', 'header', 'header.xml'], ['blank', 'header', 'blank.xml'],
] as const;

const relation = (id: string, type: string, target: string): string => `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
const relations = (list: string): string => `${declaration}<Relationships xmlns="${packages}/relationships">${list}</Relationships>`;

const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-${type}+xml"/>`;
const contentTypes =
  `${declaration}<Types xmlns="${packages}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>' +
  '<Default Extension="png" ContentType="image/png"/><Default Extension="jpg" ContentType="image/jpeg"/><Default Extension="gif" ContentType="image/gif"/>' +
  override('word/document.xml', 'officedocument.wordprocessingml.document.main') +
  wordParts.map(([, type, file]) => override(`word/${file}`, `officedocument.wordprocessingml.${type}`)).join('') +
  override('docProps/core.xml', 'package.core-properties') + '</Types>';

// Without the compatibility setting a line that the author has broken is stretched to the margin.
const settings =
  '<w:autoHyphenation w:val="0"/><w:defaultTabStop w:val="720"/><w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
  '<w:compat><w:doNotExpandShiftReturn/><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>';

const separator = (id: number, type: string): string =>
  `<w:footnote w:type="${type}" w:id="${id}"><w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:${type}/></w:r></w:p></w:footnote>`;
const separators = separator(-1, 'separator') + separator(0, 'continuationSeparator');

/** “Surname / TITLE / page”. */
function runningHead(manuscript: Manuscript): string {
  const { title, author } = titleNames(manuscript);
  const names = [surnameOf(author), shortTitle(title, manuscript.brief.language), ''].filter((name, at) => name !== '' || at === 2).join(' / ');
  return `<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr>${textRun(names, plainStyle)}${field(' PAGE ', textRun('2', plainStyle))}</w:p>`;
}

function coreXml(manuscript: Manuscript): string {
  const { title, author } = titleNames(manuscript);
  const moment = modifiedAt(manuscript.changedAt);
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ` +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(author)}</dc:creator><cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>` +
    `${date('created')}${date('modified')}<dc:language>${escapeXml(primaryLanguage(manuscript.brief.language))}</dc:language></cp:coreProperties>`
  );
}
