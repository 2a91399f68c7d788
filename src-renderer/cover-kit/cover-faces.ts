/** A file of letters, as a worker takes it in. */
export type FaceFile = {
  readonly family: string;
  readonly address: string;
  readonly weight: string;
  readonly style: string;
  readonly unicodeRange: string;
};

/** The page’s own families, and what covers call them. */
const pageFamilies: Readonly<Record<string, string>> = {
  'Inter Variable': 'Cover Sans',
  'Source Serif 4 Variable': 'Cover Serif',
};

const everything = 'U+0-10FFFF';
const hebrew = 'U+0590-05FF, U+FB1D-FB4F';
const arabic = 'U+0600-06FF, U+0750-077F, U+08A0-08FF, U+FB50-FDFF, U+FE70-FEFF';
const hangul = 'U+1100-11FF, U+3130-318F, U+A960-A97F, U+AC00-D7FF';
const han = 'U+2E80-312F, U+3190-9FFF, U+F900-FAFF, U+FE30-FE4F, U+FF00-FFEF, U+20000-2FA1F';

/** The book faces that ship with the application (`resources/fonts`). */
const bookFaces = [
  ['Cover Garamond', 'EBGaramond-Regular', '400', 'normal', everything],
  ['Cover Garamond', 'EBGaramond-Italic', '400', 'italic', everything],
  ['Cover Garamond', 'EBGaramond-Bold', '700', 'normal', everything],
  ['Cover Garamond', 'EBGaramond-BoldItalic', '700', 'italic', everything],
  ['Cover Mono', 'SourceCodePro-Regular', '400', 'normal', everything],
  ['Cover Mono', 'SourceCodePro-Bold', '700', 'normal', everything],
  ['Cover Hebrew', 'FrankRuhlLibre-Regular', '400', 'normal', hebrew],
  ['Cover Hebrew', 'FrankRuhlLibre-Bold', '700', 'normal', hebrew],
  ['Cover Arabic', 'NotoNaskhArabic-Regular', '400', 'normal', arabic],
  ['Cover Arabic', 'NotoNaskhArabic-Bold', '700', 'normal', arabic],
  ['Cover Han', 'NotoSerifSC-Regular', '400', 'normal', han],
  ['Cover Hangul', 'NotoSansKR-Regular', '400', 'normal', hangul],
] as const;

/** Every file that covers are set from. Nothing is read before a cover needs its letters. */
export function coverFaceFiles(): readonly FaceFile[] {
  const books = bookFaces.map(([family, file, weight, style, unicodeRange]) => {
    const address = new URL(`/book-faces/${file}.ttf`, location.href).href;
    return { family, address, weight, style, unicodeRange };
  });
  return [...books, ...Array.from(document.styleSheets).flatMap(facesOfSheet)];
}

function facesOfSheet(sheet: CSSStyleSheet): FaceFile[] {
  return Array.from(sheet.cssRules).flatMap((rule) => {
    if (!(rule instanceof CSSFontFaceRule)) return [];
    const read = (name: string): string => rule.style.getPropertyValue(name);
    const family = pageFamilies[read('font-family').replaceAll(/["']/gu, '')];
    const source = /url\(["']?([^"')]+)/u.exec(read('src'))?.[1];
    if (family === undefined || source === undefined) return [];
    const address = new URL(source, sheet.href ?? location.href).href;
    const [weight, style, range] = [read('font-weight'), read('font-style'), read('unicode-range')];
    return [{ family, address, weight: weight || '400', style: style || 'normal', unicodeRange: range || everything }];
  });
}
