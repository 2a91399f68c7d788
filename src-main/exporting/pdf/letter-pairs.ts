import { glyphLetters } from './glyph-string';
import type { PdfFont } from './pdfkit-port';

/** A word in one face: what stands between the brackets of a TJ operator, and its width in thousandths. */
export type ShapedWord = { readonly show: string; readonly width: number };

/** A letter by itself: its code, as a string of PDF has it, and its width. */
type Letter = { readonly code: string; readonly shown: string; readonly width: number };

/** Latin letters with the signs of their texts, all of which the book's own faces have. */
export const latinText = /^[\u0020-\u024f\u2010-\u2026]*$/u;

/** More than the highest letter of a Latin text: two of them make one number. */
const letters = 0x2027;

/**
 * Shapes Latin words from their pairs of letters. What the bundled faces do to such a word, they do between two
 * neighbours: a kern, or a ligature. Each pair is shaped once, a few thousand in all, where a book has a hundred
 * thousand words. A word with a ligature answers `null`: the shaper must see it whole.
 */
export function createLetterPairs(font: PdfFont, features: Readonly<Record<string, boolean>>) {
  const alone = new Map<number, Letter | null>();
  const beside = new Map<number, number | null>();

  function letterOf(unit: number): Letter | null {
    const known = alone.get(unit);
    if (known !== undefined) return known;
    const [codes, [position]] = font.encode(String.fromCharCode(unit), { ...features }); // the shaper writes into the object
    const [code] = codes;
    const isSimple = codes.length === 1 && position?.xOffset === 0 && position.yOffset === 0;
    const made = isSimple && code !== undefined ? { code, shown: glyphLetters(code), width: position.advanceWidth } : null;
    alone.set(unit, made);
    return made;
  }

  /** How far the first of two letters reaches when the second follows it; `null` when they change each other. */
  function advanceOf(first: number, second: number): number | null {
    const key = first * letters + second;
    const known = beside.get(key);
    if (known !== undefined) return known;
    const made = shapePair(first, second);
    beside.set(key, made);
    return made;
  }

  function shapePair(first: number, second: number): number | null {
    const [codes, positions] = font.encode(String.fromCharCode(first, second), { ...features });
    const [one, other] = positions;
    const isSame = codes.length === 2 && codes[0] === letterOf(first)?.code && codes[1] === letterOf(second)?.code;
    if (!isSame || one === undefined || other === undefined || other.xAdvance !== other.advanceWidth) return null;
    return positions.every(({ xOffset, yOffset }) => xOffset === 0 && yOffset === 0) ? one.xAdvance : null;
  }

  /** The width of a text for which `latinText` holds. */
  function measure(text: string): number | null {
    let width = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = letterOf(text.charCodeAt(at));
      const advance = at + 1 < text.length ? advanceOf(text.charCodeAt(at), text.charCodeAt(at + 1)) : letter?.width;
      if (letter === null || advance === null || advance === undefined) return null;
      width += advance;
    }
    return width;
  }

  /** Shapes a text for which `latinText` holds. */
  function shape(text: string): ShapedWord | null {
    let show = '';
    let open = '';
    let width = 0;
    for (let at = 0; at < text.length; at += 1) {
      const letter = letterOf(text.charCodeAt(at));
      if (letter === null) return null;
      const advance = at + 1 < text.length ? advanceOf(text.charCodeAt(at), text.charCodeAt(at + 1)) : letter.width;
      if (advance === null) return null;
      open += letter.shown;
      width += advance;
      if (Math.abs(advance - letter.width) <= leastKern) continue;
      show += `(${open}) ${Math.round(letter.width - advance)} `;
      open = '';
    }
    return { show: open === '' ? show : `${show}(${open})`, width };
  }

  /**
   * The widths of both parts of a text for each place where it may be divided; `latinText` holds for it, and it has no
   * soft hyphen. The letters are gone through once, however many places there are.
   */
  function divisions(text: string, places: readonly Place[]): Division[] | null {
    const reach = [0];
    for (let at = 0; at < text.length; at += 1) {
      const advance = at + 1 < text.length ? advanceOf(text.charCodeAt(at), text.charCodeAt(at + 1)) : letterOf(text.charCodeAt(at))?.width;
      if (advance === null || advance === undefined) return null;
      reach.push((reach[at] ?? 0) + advance);
    }
    const whole = reach[text.length] ?? 0;
    const made: Division[] = [];
    for (const { index, isHyphen } of places) {
      const last = text.charCodeAt(index - 1);
      const end = isHyphen ? advanceOf(last, hyphen) : letterOf(last)?.width;
      const more = isHyphen ? letterOf(hyphen)?.width : 0;
      if (end === null || end === undefined || more === undefined) return null;
      made.push({ before: (reach[index - 1] ?? 0) + end + more, after: whole - (reach[index] ?? 0) });
    }
    return made;
  }

  return { measure, shape, divisions };
}

const hyphen = 0x2d;

/** Before which letter a text may be divided, and whether a hyphen is put there. */
export type Place = { readonly index: number; readonly isHyphen: boolean };

/** The widths of what stands before and after a place, in thousandths. */
export type Division = { readonly before: number; readonly after: number };

/** A kern below this, in thousandths of the letter size, is not written. */
export const leastKern = 0.4;
