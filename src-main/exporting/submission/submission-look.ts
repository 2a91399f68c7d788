import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { escapeXml } from '../xml-text';

/** The two looks of Shunn’s manuscript standard: what editors read on a screen, and what a typewriter made. */
export type SubmissionLook = {
  readonly font: string;
  /** Emphasis is underlined and quotation marks are straight. */
  readonly isTyped: boolean;
};

/** The modern look: Times New Roman, italics, curly quotation marks. */
export const modernLook: SubmissionLook = { font: 'Times New Roman', isTyped: false };

/** The classic look: Courier, underlining, straight quotation marks. */
export const classicLook: SubmissionLook = { font: 'Courier New', isTyped: true };

/** Letter where books are measured in inches, A4 elsewhere; an inch of margin all round. */
export const submissionPages: Readonly<Record<PageSize, { readonly width: number; readonly height: number }>> = {
  '6x9': { width: 12_240, height: 15_840 },
  a4: { width: 11_906, height: 16_838 },
};

/** An inch, in twentieths of a point. */
export const inch = 1_440;

const double = 480;
const single = 240;

type Style = {
  readonly id: string;
  readonly name: string;
  readonly properties?: string;
  readonly letters?: string;
};

const spacing = (before: number, after: number, line: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`;
const centred = '<w:jc w:val="center"/>';
const firstLine = '<w:ind w:firstLine="720"/>';
const level = (number: number): string => `<w:outlineLvl w:val="${number}"/>`;
const keepNext = '<w:keepNext/>';

// All letters are of one size; what stands out does so by its place on the page.
const stylesFor = (textWidth: number): readonly Style[] => [
  { id: 'Contact', name: 'Contact', properties: `<w:tabs><w:tab w:val="right" w:pos="${textWidth}"/></w:tabs>${spacing(0, 0, single)}` },
  { id: 'Title', name: 'Title', properties: spacing(4_000, 0, double) + centred },
  { id: 'Subtitle', name: 'Subtitle', properties: centred },
  { id: 'Author', name: 'Author', properties: centred },
  // A third of the way down the page, on which nothing stands above it.
  { id: 'ChapterLabel', name: 'Chapter Label', properties: keepNext + spacing(4_320, 0, double) + centred },
  { id: 'Heading1', name: 'heading 1', properties: keepNext + spacing(0, double, double) + centred + level(0) },
  { id: 'Heading2', name: 'heading 2', properties: keepNext + spacing(single, 0, double) + level(1), letters: '<w:b/><w:bCs/>' },
  { id: 'Heading3', name: 'heading 3', properties: keepNext + spacing(single, 0, double) + level(2), letters: '<w:i/><w:iCs/>' },
  { id: 'Heading4', name: 'heading 4', properties: keepNext + spacing(single, 0, double) + level(3) },
  { id: 'BodyText', name: 'Body Text', properties: firstLine },
  { id: 'FirstParagraph', name: 'First Paragraph', properties: firstLine },
  { id: 'BlockText', name: 'Block Text', properties: '<w:ind w:left="720" w:right="720"/>' },
  { id: 'Verse', name: 'Verse', properties: '<w:keepLines/><w:ind w:left="1440" w:hanging="720"/>' },
  { id: 'ListText', name: 'List Text' },
  { id: 'SceneBreak', name: 'Scene Break', properties: centred },
  { id: 'SourceCode', name: 'Source Code', properties: spacing(0, 0, single), letters: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>' },
  { id: 'Figure', name: 'Figure', properties: keepNext + spacing(single, single, single) + centred },
  { id: 'LostFigure', name: 'Lost Figure', properties: centred },
  { id: 'Caption', name: 'caption', properties: centred },
  { id: 'TableText', name: 'Table Text', properties: spacing(0, 0, single) },
  { id: 'CenteredText', name: 'Centered Text', properties: centred },
  { id: 'FootnoteText', name: 'footnote text' },
  { id: 'Ending', name: 'Ending', properties: spacing(double, 0, double) + centred },
  { id: 'Header', name: 'header', properties: `${spacing(0, 0, single)}<w:jc w:val="right"/>` },
];

const inside = (tag: string, content: string): string => (content === '' ? '' : `<${tag}>${content}</${tag}>`);
const styleXml = ({ id, name, properties = '', letters = '' }: Style): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>` +
  `${inside('w:pPr', properties)}${inside('w:rPr', letters)}</w:style>`;

const tableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:semiHidden/><w:tblPr><w:tblCellMar>' +
  '<w:left w:w="108" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

/** `styles.xml` without its frame: one face in one size, double spaced, flush left, and no hyphen that is not typed. */
export function submissionStyles({ font }: SubmissionLook, language: string, textWidth: number): string {
  const code = escapeXml(language);
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>` +
    `<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="${code}" w:eastAsia="${code}" w:bidi="${code}"/></w:rPr></w:rPrDefault>` +
    `<w:pPrDefault><w:pPr><w:widowControl w:val="0"/><w:suppressAutoHyphens/>${spacing(0, 0, double)}</w:pPr></w:pPrDefault></w:docDefaults>` +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${tableStyle}` +
    stylesFor(textWidth).map(styleXml).join('')
  );
}
