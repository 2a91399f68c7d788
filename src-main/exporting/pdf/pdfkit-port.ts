import { deflateSync } from 'node:zlib';
import PDFDocument from 'pdfkit';

/** A glyph's place as the shaper gives it, in thousandths of the letter size. */
export type GlyphPosition = {
  readonly advanceWidth: number;
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
};

/** An embedded face of the PDF library. `encode` also takes the glyphs into the subset. */
export type PdfFont = {
  readonly id: string;
  readonly ascender: number;
  readonly descender: number;
  readonly encode: (text: string, features?: Readonly<Record<string, boolean>>) => [string[], GlyphPosition[]];
  readonly ref: () => unknown;
  readonly font: {
    readonly hasGlyphForCodePoint: (codePoint: number) => boolean;
    readonly availableFeatures: readonly string[];
  };
};

/** A PDF being written, and the few doors of the library that its types do not show. */
export type PdfFile = {
  readonly document: PDFKit.PDFDocument;
  readonly openFont: (path: string) => PdfFont;
  /** Puts drawing operators on the present page. */
  readonly draw: (operators: string, fonts: Iterable<PdfFont>) => void;
  /** Closes the present page: nothing more can be drawn on it. */
  readonly endPage: () => void;
  /** Moves the last pages to a place further in front, counted from 0. */
  readonly moveLastPages: (count: number, to: number) => void;
};

type PageContent = { buffer: readonly Uint8Array[]; compress: boolean; readonly data: { Filter?: string } };
type HiddenDoors = {
  readonly _font: PdfFont;
  readonly page: { readonly fonts: Record<string, unknown>; readonly content: PageContent };
  readonly addContent: (operators: Uint8Array) => void;
  readonly _root: { readonly data: { readonly Pages: { readonly data: { readonly Kids: unknown[] } } } };
};

/** What a PDF says about itself. */
export type PdfNames = { readonly title: string; readonly author: string; readonly language: string; readonly changedAt: string };

// The library would take level 6: twice the time for a file that is four per cent smaller.
const compressionLevel = 4;

/** Starts a PDF. Dates and the file's id come from the last edit, so that the same book gives the same bytes. */
export function openPdf({ title, author, language, changedAt }: PdfNames): PdfFile {
  const date = new Date(changedAt);
  const info = { Title: title, Author: author, Creator: 'Longhand', Producer: 'Longhand', CreationDate: date, ModDate: date };
  const options = { autoFirstPage: false, pdfVersion: '1.7' as const, lang: language, displayTitle: true, info, fontLayoutCache: false };
  const document = new PDFDocument(options);
  // The version of the library is pinned; a test draws through each of these doors.
  const doors = document as unknown as HiddenDoors;
  return {
    document,
    openFont: (path) => {
      document.font(path);
      return doors._font;
    },
    draw: (operators, fonts) => {
      for (const font of fonts) doors.page.fonts[font.id] ??= font.ref();
      doors.addContent(Buffer.from(`${operators}\n`, 'latin1'));
    },
    endPage: () => {
      const { content } = doors.page;
      content.buffer = [deflateSync(Buffer.concat(content.buffer), { level: compressionLevel })];
      content.data.Filter = 'FlateDecode';
      content.compress = false;
    },
    moveLastPages: (count, to) => {
      const pages = doors._root.data.Pages.data.Kids;
      pages.splice(to, 0, ...pages.splice(-count, count));
    },
  };
}
