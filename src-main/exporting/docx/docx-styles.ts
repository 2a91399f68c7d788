import { escapeXml } from '../xml-text';

type Spacing = { readonly before?: number; readonly after?: number; readonly line?: number };
type Style = {
  readonly id: string;
  /** As Word calls it: what has one of Word’s own names is found where Word keeps it. */
  readonly name: string;
  readonly next?: string;
  readonly keeps?: 'next' | 'lines';
  readonly tabs?: string;
  readonly spacing?: Spacing;
  readonly indent?: Readonly<Record<string, number>>;
  readonly align?: 'center' | 'both';
  readonly outlineLevel?: number;
  /** The properties of its letters besides their size, in the schema's order. */
  readonly letters?: string;
  /** In half points. */
  readonly size?: number;
};

const fonts = (name: string): string => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}"/>`;
const sizeOf = (size: number): string => `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`;
const italic = '<w:i/><w:iCs/>';
const line = 320;

// Word processors have looks of their own for these names: bold letters of another face, in blue.
const headingLetters = (letters: string): string => `${fonts('Georgia')}<w:b w:val="0"/><w:bCs w:val="0"/>${letters}<w:color w:val="000000"/>`;

const heading = (level: 1 | 2 | 3 | 4, size: number, spacing: Spacing, letters = ''): Style => ({
  id: `Heading${level}`, name: `heading ${level}`, next: 'FirstParagraph', keeps: 'next', spacing, align: 'center', size,
  letters: headingLetters(letters), outlineLevel: level - 1,
});
const contents = (level: 1 | 2, textWidth: number): Style => ({
  id: `TOC${level}`, name: `toc ${level}`, tabs: `<w:tab w:val="right" w:pos="${textWidth}"/>`, spacing: { after: 80 },
  indent: { left: (level - 1) * 360 },
});

const styles: readonly Style[] = [
  { id: 'Title', name: 'Title', spacing: { before: 2_400, after: 300 }, align: 'center', letters: headingLetters(''), size: 52 },
  heading(1, 36, { before: 0, after: 720 }),
  heading(2, 26, { before: 400, after: 160 }),
  heading(3, 24, { before: 320, after: 120 }, italic),
  heading(4, 22, { before: 280, after: 100 }, '<w:smallCaps/>'),
  { id: 'BodyText', name: 'Body Text', spacing: { line }, indent: { firstLine: 340 }, align: 'both' },
  { id: 'FirstParagraph', name: 'First Paragraph', next: 'BodyText', spacing: { line }, align: 'both' },
  { id: 'BlockText', name: 'Block Text', spacing: { before: 140, after: 140, line }, indent: { left: 480, right: 480 }, align: 'both' },
  { id: 'Verse', name: 'Verse', keeps: 'lines', spacing: { line }, indent: { left: 960, hanging: 480 } },
  { id: 'ListText', name: 'List Text', spacing: { after: 60, line } },
  { id: 'SceneBreak', name: 'Scene Break', next: 'FirstParagraph', spacing: { before: 240, after: 240 }, align: 'center' },
  { id: 'SourceCode', name: 'Source Code', spacing: { before: 140, after: 140 }, letters: fonts('Courier New'), size: 18 },
  { id: 'Figure', name: 'Figure', next: 'Caption', keeps: 'next', spacing: { before: 240, after: 80 }, align: 'center' },
  { id: 'LostFigure', name: 'Lost Figure', align: 'center', letters: italic },
  { id: 'Caption', name: 'caption', spacing: { after: 240 }, align: 'center', letters: italic, size: 20 },
  { id: 'TableText', name: 'Table Text', size: 20 },
  { id: 'Subtitle', name: 'Subtitle', spacing: { after: 900 }, align: 'center', letters: italic, size: 28 },
  { id: 'Author', name: 'Author', align: 'center', size: 28 },
  { id: 'Copyright', name: 'Copyright', spacing: { before: 7_200 }, size: 20 },
  { id: 'ChapterLabel', name: 'Chapter Label', next: 'Heading1', keeps: 'next', spacing: { before: 1_440, after: 200 }, align: 'center', letters: '<w:caps/><w:spacing w:val="40"/>', size: 20 },
  { id: 'CenteredText', name: 'Centered Text', spacing: { line }, align: 'center', letters: italic },
  { id: 'TOCHeading', name: 'TOC Heading', spacing: { before: 720, after: 480 }, align: 'center', size: 32 },
  { id: 'FootnoteText', name: 'footnote text', size: 19 },
];

const tableStyle =
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>' +
  '<w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>' +
  '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>';

const attributes = (values: Readonly<Record<string, number>>): string =>
  Object.entries(values).map(([name, value]) => ` w:${name}="${value}"`).join('');
const inside = (tag: string, content: string): string => (content === '' ? '' : `<${tag}>${content}</${tag}>`);

function styleXml(style: Style): string {
  const { id, name, next, keeps, tabs = '', spacing, indent, align, outlineLevel, letters = '', size } = style;
  const paragraph = [
    keeps === 'next' ? '<w:keepNext/>' : '', keeps === 'lines' ? '<w:keepLines/>' : '', inside('w:tabs', tabs),
    spacing ? `<w:spacing${attributes(spacing)}/>` : '', indent ? `<w:ind${attributes(indent)}/>` : '',
    align ? `<w:jc w:val="${align}"/>` : '', outlineLevel === undefined ? '' : `<w:outlineLvl w:val="${outlineLevel}"/>`,
  ];
  return (
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
    `${next === undefined ? '' : `<w:next w:val="${next}"/>`}<w:qFormat/>${inside('w:pPr', paragraph.join(''))}` +
    `${inside('w:rPr', letters + (size === undefined ? '' : sizeOf(size)))}</w:style>`
  );
}

/** `styles.xml` without its frame: every style that the export uses, in the language of the book. */
export function docxStyles(language: string, textWidth: number): string {
  const code = escapeXml(language);
  const all = [...styles, contents(1, textWidth), contents(2, textWidth)];
  return (
    `<w:docDefaults><w:rPrDefault><w:rPr>${fonts('Georgia')}${sizeOf(22)}<w:lang w:val="${code}" w:eastAsia="${code}" w:bidi="${code}"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>' +
    `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${tableStyle}` +
    all.map(styleXml).join('')
  );
}
