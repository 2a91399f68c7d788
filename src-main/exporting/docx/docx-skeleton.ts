import {
  AlignmentType, Document, Footer, Header, NumberFormat, Packer, PageNumber, Paragraph, SectionType, TextRun,
  type IParagraphStyleOptions, type IRunOptions, type ISectionOptions,
} from 'docx';
import { strFromU8, unzipSync } from 'fflate';
import type { PageSize } from '../../../src-shared/ipc/export-calls';
import { primaryLanguage } from '../labels';
import type { Manuscript } from '../manuscript';
import { titleNames } from '../title-lines';
import { modifiedAt } from '../epub/epub-names';
import { escapeXml } from '../xml-text';

/**
 * Everything of a Word file but its text: the library makes styles, headers, footers and settings; the body is streamed
 * in between, because the library would keep a whole book in memory.
 */
export type DocxSkeleton = {
  /** Parts that are ready, by name. */
  readonly parts: ReadonlyMap<string, string>;
  /** `document.xml` up to and after the body's content. */
  readonly documentStart: string;
  readonly documentEnd: string;
  /** The properties that end the front matter and the body. */
  readonly frontProperties: string;
  readonly bodyProperties: string;
  /** The width between the margins, in twips. */
  readonly textWidth: number;
};

type PageShape = { readonly width: number; readonly height: number; readonly inner: number; readonly outer: number; readonly top: number };
const shapes: Readonly<Record<PageSize, PageShape>> = {
  '6x9': { width: 8_640, height: 12_960, inner: 1_080, outer: 900, top: 1_080 },
  a4: { width: 11_906, height: 16_838, inner: 1_700, outer: 1_700, top: 1_420 },
};

const bodyFont = 'Georgia';
const codeFont = 'Courier New';
const line = 320;

type Style = IParagraphStyleOptions;
const body = (style: Style): Style => ({ basedOn: 'Normal', quickFormat: true, ...style });

const paragraphStyles: readonly Style[] = [
  body({ id: 'BodyText', name: 'Body Text', paragraph: { indent: { firstLine: 340 }, alignment: AlignmentType.BOTH, spacing: { line } } }),
  body({ id: 'FirstParagraph', name: 'First Paragraph', next: 'BodyText', paragraph: { alignment: AlignmentType.BOTH, spacing: { line } } }),
  body({ id: 'BlockText', name: 'Block Text', paragraph: { indent: { left: 480, right: 480 }, spacing: { before: 140, after: 140, line }, alignment: AlignmentType.BOTH } }),
  body({ id: 'Verse', name: 'Verse', paragraph: { indent: { left: 960, hanging: 480 }, spacing: { line }, keepLines: true } }),
  body({ id: 'ListText', name: 'List Text', paragraph: { spacing: { after: 60, line } } }),
  body({ id: 'SceneBreak', name: 'Scene Break', next: 'FirstParagraph', paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 240, after: 240 } } }),
  body({ id: 'SourceCode', name: 'Source Code', run: { font: codeFont, size: 18 }, paragraph: { spacing: { before: 140, after: 140 } } }),
  body({ id: 'Figure', name: 'Figure', next: 'Caption', paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 240, after: 80 } } }),
  body({ id: 'LostFigure', name: 'Lost Figure', run: { italics: true }, paragraph: { alignment: AlignmentType.CENTER } }),
  body({ id: 'Caption', name: 'caption', run: { italics: true, size: 20 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 240 } } }),
  body({ id: 'TableText', name: 'Table Text', run: { size: 20 } }),
  body({ id: 'Subtitle', name: 'Subtitle', run: { italics: true, size: 28 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { after: 900 } } }),
  body({ id: 'Author', name: 'Author', run: { size: 28 }, paragraph: { alignment: AlignmentType.CENTER } }),
  body({ id: 'Copyright', name: 'Copyright', run: { size: 20 }, paragraph: { spacing: { before: 7_200 } } }),
  body({ id: 'ChapterLabel', name: 'Chapter Label', next: 'Heading1', run: { size: 20, characterSpacing: 40, allCaps: true }, paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before: 1_440, after: 200 } } }),
  body({ id: 'CenteredText', name: 'Centered Text', run: { italics: true }, paragraph: { alignment: AlignmentType.CENTER, spacing: { line } } }),
  body({ id: 'TOCHeading', name: 'TOC Heading', run: { size: 32 }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 720, after: 480 } } }),
  body({ id: 'FootnoteText', name: 'footnote text', run: { size: 19 } }),
];

const heading = (size: number, before: number, after: number, more: object = {}) => ({
  run: { size, font: bodyFont, bold: false, color: '000000', ...more },
  paragraph: { alignment: AlignmentType.CENTER, keepNext: true, spacing: { before, after } },
});

function contentsStyle(level: 1 | 2, right: number): Style {
  return body({
    id: `TOC${level}`, name: `toc ${level}`,
    paragraph: { indent: { left: (level - 1) * 360 }, spacing: { after: 80 }, rightTabStop: right },
  });
}

function sectionOf(shape: PageShape, isFront: boolean, children: { header: Header; footer: Footer }): ISectionOptions {
  const blankHeader = new Header({ children: [new Paragraph('')] });
  const blankFooter = new Footer({ children: [new Paragraph('')] });
  return {
    properties: {
      type: SectionType.ODD_PAGE, titlePage: true,
      page: {
        size: { width: shape.width, height: shape.height },
        margin: { left: shape.inner, right: shape.outer, top: shape.top, bottom: shape.top, header: 560, footer: 560 },
        pageNumbers: { start: 1, formatType: isFront ? NumberFormat.LOWER_ROMAN : NumberFormat.DECIMAL },
      },
    },
    headers: { default: isFront ? blankHeader : children.header, first: blankHeader },
    footers: { default: children.footer, first: isFront ? blankFooter : children.footer },
    children: [new Paragraph('')],
  };
}

/** Makes the skeleton for a book and a page size. */
export async function makeSkeleton(manuscript: Manuscript, page: PageSize): Promise<DocxSkeleton> {
  const shape = shapes[page];
  const { title, author } = titleNames(manuscript);
  const textWidth = shape.width - shape.inner - shape.outer;
  const headRun: IRunOptions = { text: title, italics: true, size: 18 };
  const header = new Header({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun(headRun)] })] });
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ children: [PageNumber.CURRENT], size: 19 })] })] });
  const language = manuscript.brief.language;
  const document = new Document({
    title, creator: author, description: manuscript.brief.description,
    styles: {
      default: {
        document: { run: { font: bodyFont, size: 22, language: { value: language, eastAsia: language, bidirectional: language } } },
        title: { run: { size: 52, font: bodyFont, color: '000000' }, paragraph: { alignment: AlignmentType.CENTER, spacing: { before: 2_400, after: 300 } } },
        heading1: heading(36, 0, 720),
        heading2: heading(26, 400, 160),
        heading3: heading(24, 320, 120, { italics: true }),
        heading4: heading(22, 280, 100, { smallCaps: true }),
      },
      paragraphStyles: [...paragraphStyles, contentsStyle(1, textWidth), contentsStyle(2, textWidth)],
    },
    sections: [sectionOf(shape, true, { header, footer }), sectionOf(shape, false, { header, footer })],
  });
  return { ...split(unzipSync(new Uint8Array(await Packer.toArrayBuffer(document))), manuscript), textWidth };
}

function split(zip: Readonly<Record<string, Uint8Array>>, manuscript: Manuscript): Omit<DocxSkeleton, 'textWidth'> {
  const parts = new Map(Object.entries(zip).map(([name, bytes]) => [name, strFromU8(bytes)]));
  const document = parts.get('word/document.xml') ?? '';
  parts.delete('word/document.xml');
  parts.set('docProps/core.xml', coreXml(manuscript));
  const [frontProperties = '', bodyProperties = ''] = document.match(/<w:sectPr[\s\S]*?<\/w:sectPr>/gu) ?? [];
  const bodyAt = document.indexOf('<w:body>') + '<w:body>'.length;
  return { parts, documentStart: document.slice(0, bodyAt), documentEnd: '</w:body></w:document>', frontProperties, bodyProperties };
}

function coreXml(manuscript: Manuscript): string {
  const { title, subtitle, author } = titleNames(manuscript);
  const moment = modifiedAt(manuscript.changedAt);
  const date = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${moment}</dcterms:${name}>`;
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties ' +
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" ' +
    'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subtitle)}</dc:subject><dc:creator>${escapeXml(author)}</dc:creator>` +
    `<cp:lastModifiedBy>${escapeXml(author)}</cp:lastModifiedBy>${date('created')}${date('modified')}` +
    `<dc:language>${escapeXml(primaryLanguage(manuscript.brief.language))}</dc:language></cp:coreProperties>`
  );
}
