import { join } from 'node:path';
import { glyphLetters } from './glyph-string';
import { createLetterPairs, latinText, leastKern, type Division, type Place } from './letter-pairs';
import type { PdfFile, PdfFont } from './pdfkit-port';
import { createRecentCache } from './recent-cache';

/** Which cut of the book's face a run is set in. */
export type Cut = { readonly bold: boolean; readonly italic: boolean; readonly mono: boolean; readonly smallCaps: boolean };

/** A run of letters of one face, shaped. Widths are in thousandths of the letter size. */
export type Glyphs = {
  readonly font: PdfFont;
  /** What stands between the brackets of a TJ operator. Glyphs that rise or fall close them for operators of their own. */
  readonly show: string;
  /** Whether it has such operators of its own, in which `%` marks what goes by the letter size. */
  readonly rises: boolean;
  readonly width: number;
  /** Small capitals of a face that has none are capitals of this part of the size. */
  readonly scale: number;
};

/** A piece of text that one face can set. */
export type FacePiece = { readonly text: string; readonly font: PdfFont; readonly scale: number; readonly features: string };

const files = {
  regular: 'EBGaramond-Regular', italic: 'EBGaramond-Italic', bold: 'EBGaramond-Bold', boldItalic: 'EBGaramond-BoldItalic',
  mono: 'SourceCodePro-Regular', monoBold: 'SourceCodePro-Bold', hebrew: 'FrankRuhlLibre-Regular', hebrewBold: 'FrankRuhlLibre-Bold',
  arabic: 'NotoNaskhArabic-Regular', arabicBold: 'NotoNaskhArabic-Bold', han: 'NotoSerifSC-Regular', hangul: 'NotoSansKR-Regular',
} as const;
type FaceName = keyof typeof files;

const smallCapsScale = 0.78;

/** The faces of a book, each opened when the first letter asks for it. `onMissing` hears of letters that none has. */
export function createBookFaces(pdf: PdfFile, resourcesFolder: string, onMissing: (letter: string) => void) {
  const open = new Map<FaceName, PdfFont>();
  const shaped = createRecentCache<Glyphs>(mostShaped);
  const pairsOf = new Map<string, ReturnType<typeof createLetterPairs>>();
  const chosen = new Map<string, PdfFont>();

  function face(name: FaceName): PdfFont {
    const known = open.get(name);
    if (known) return known;
    const made = pdf.openFont(join(resourcesFolder, 'fonts', `${files[name]}.ttf`));
    open.set(name, made);
    return made;
  }

  function mainFace(cut: Cut): PdfFont {
    if (cut.mono) return face(cut.bold ? 'monoBold' : 'mono');
    if (cut.bold) return face(cut.italic ? 'boldItalic' : 'bold');
    return face(cut.italic ? 'italic' : 'regular');
  }

  function otherFaces(letter: string, bold: boolean): FaceName[] {
    if (/[\p{Script=Hebrew}\u0590-\u05ff]/u.test(letter)) return [bold ? 'hebrewBold' : 'hebrew'];
    if (/[\p{Script=Arabic}\u0600-\u06ff]/u.test(letter)) return [bold ? 'arabicBold' : 'arabic'];
    if (/\p{Script=Hangul}/u.test(letter)) return ['hangul'];
    return ['regular', 'mono', 'han', 'hangul'];
  }

  function faceFor(letter: string, cut: Cut): PdfFont {
    const main = mainFace(cut);
    if (letter < '\u0250') return main; // Latin: every face has it
    const key = `${main.id}${letter}`;
    const known = chosen.get(key);
    if (known) return known;
    const codePoint = letter.codePointAt(0) ?? 0;
    const found = main.font.hasGlyphForCodePoint(codePoint)
      ? main
      : otherFaces(letter, cut.bold).map(face).find((font) => font.font.hasGlyphForCodePoint(codePoint));
    if (!found && !/\p{Default_Ignorable_Code_Point}/u.test(letter)) onMissing(letter);
    chosen.set(key, found ?? main);
    return found ?? main;
  }

  /** Divides a text into pieces of one face each. */
  function pieces(text: string, cut: Cut): FacePiece[] {
    const isLatin = latinText.test(text);
    if (isLatin && !cut.smallCaps) return [{ text, font: mainFace(cut), scale: 1, features: '' }];
    const byFace = isLatin ? [{ text, font: mainFace(cut) }] : splitByFace(text, cut);
    if (!cut.smallCaps) return byFace.map((piece) => ({ ...piece, scale: 1, features: '' }));
    return byFace.flatMap(({ text: part, font }) =>
      font.font.availableFeatures.includes('smcp') ? realSmallCaps(part, font) : fakeSmallCaps(part, font),
    );
  }

  function splitByFace(text: string, cut: Cut): { text: string; font: PdfFont }[] {
    const out: { text: string; font: PdfFont }[] = [];
    for (const letter of text) {
      const last = out.at(-1);
      const joins = last && /^[\p{M}\u200c\u200d\ufe0f]$/u.test(letter);
      const font = joins ? last.font : faceFor(letter, cut);
      if (last?.font === font) last.text += letter;
      else out.push({ text: letter, font });
    }
    return out;
  }

  // The small capital of the figure 1 looks like an I.
  function realSmallCaps(text: string, font: PdfFont): FacePiece[] {
    return (text.match(/\d+|\D+/gu) ?? []).map((part) => ({ text: part, font, scale: 1, features: /^\d/u.test(part) ? '' : 'smcp' }));
  }

  function fakeSmallCaps(text: string, font: PdfFont): FacePiece[] {
    return (text.match(/\p{Ll}+|\P{Ll}+/gu) ?? []).map((part) => {
      const isSmall = /^\p{Ll}/u.test(part);
      return { text: isSmall ? part.toUpperCase() : part, font, scale: isSmall ? smallCapsScale : 1, features: '' };
    });
  }

  function pairs(font: PdfFont, features: string): ReturnType<typeof createLetterPairs> {
    const key = font.id + features;
    const known = pairsOf.get(key);
    if (known) return known;
    const made = createLetterPairs(font, features === '' ? {} : { [features]: true });
    pairsOf.set(key, made);
    return made;
  }

  /** Shapes one piece. */
  function shape({ text, font, scale, features }: FacePiece): Glyphs {
    const quick = latinText.test(text) ? pairs(font, features).shape(text) : null;
    if (quick) return { font, show: quick.show, rises: false, width: quick.width, scale };
    const key = `${font.id}${features}\u0000${text}`;
    const known = shaped.get(key);
    if (known) return known.scale === scale ? known : { ...known, scale };
    const made = shapeWhole({ text, font, scale, features });
    shaped.set(key, made);
    return made;
  }

  /** The width of one piece, without the work of writing it down. */
  function widthOf(piece: FacePiece): number {
    const quick = latinText.test(piece.text) ? pairs(piece.font, piece.features).measure(piece.text) : null;
    return quick ?? shape(piece).width;
  }

  /** The widths of both parts for each place in a word; `null` where it has to be shaped to know them. */
  function divisions(text: string, cut: Cut, places: readonly Place[]): Division[] | null {
    if (cut.smallCaps || !latinText.test(text) || text.includes('\u00ad')) return null;
    return pairs(mainFace(cut), '').divisions(text, places);
  }

  return { pieces, shape, widthOf, divisions };
}

/** How the shaped words are kept and asked for. */
export type BookFaces = ReturnType<typeof createBookFaces>;

const mostShaped = 20_000;

function shapeWhole({ text, font, scale, features }: FacePiece): Glyphs {
  const [codes, positions] = font.encode(text, features === '' ? {} : { [features]: true }); // the shaper writes into the object
  const rises = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  // Where `%` has a meaning of its own, no letter may be one.
  const shown = (some: string): string => (rises ? `<${some}>` : `(${glyphLetters(some)})`);
  let show = '';
  let width = 0;
  let open = '';
  for (const [at, code] of codes.entries()) {
    const { advanceWidth = 0, xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[at] ?? {};
    open += code;
    width += xAdvance;
    if (xOffset !== 0 || yOffset !== 0) {
      const before = open.slice(0, -4);
      show += `${before === '' ? '' : shown(before)}${raised(code, { xOffset, yOffset, advance: xAdvance, own: advanceWidth })}`;
      open = '';
    } else if (Math.abs(xAdvance - advanceWidth) > leastKern) {
      show += `${shown(open)} ${Math.round(advanceWidth - xAdvance)} `;
      open = '';
    }
  }
  return { font, show: open === '' ? show : show + shown(open), rises, width, scale };
}

type Shift = { readonly xOffset: number; readonly yOffset: number; readonly advance: number; readonly own: number };

// A mark above or below its letter: the array of TJ is closed, the text rises for one glyph, and the array goes on.
// `%` is put to the letter size where the run is painted.
function raised(code: string, { xOffset, yOffset, advance, own }: Shift): string {
  const move = Math.round(-xOffset);
  const back = Math.round(xOffset - advance + own);
  return `] TJ %${yOffset.toFixed(1)}% Ts [${move} <${code}> ${back}] TJ 0 Ts [`;
}
