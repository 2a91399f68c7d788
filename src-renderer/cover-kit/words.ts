const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const joined =
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Thai}]/u;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const cased = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]/u;
const spaceless =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** What the letters of a text allow. */
export type Script = {
  readonly isRightToLeft: boolean;
  /** Letters that are joined or carry marks: they are not spaced out, and their lines stand wider apart. */
  readonly isJoined: boolean;
  /** Letters as wide as they are high. */
  readonly isWide: boolean;
  /** Capitals and slanted letters exist. */
  readonly isCased: boolean;
};

/** What the letters of a text allow; the first one with a direction decides where it begins. */
export function scriptOf(text: string): Script {
  const first = Array.from(text).find((letter) => /\p{L}/u.test(letter)) ?? '';
  return {
    isRightToLeft: rightToLeft.test(first),
    isJoined: joined.test(text),
    isWide: wide.test(text),
    isCased: cased.test(text) && !wide.test(text) && !joined.test(text),
  };
}

/** The text in capitals of its language, where its letters have any. */
export function inCapitals(text: string, language: string): string {
  return scriptOf(text).isCased ? text.toLocaleUpperCase(language) : text;
}

const longestPiece = 40;

/** Pieces that a line may end after. Joined again they are the text with single spaces. */
export function piecesOf(text: string, language: string): readonly string[] {
  const words = text
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '');
  return words.flatMap((word, index) => {
    const pieces = spaceless.test(word) ? spacelessPieces(word, language) : hyphenPieces(word);
    return pieces.map((piece, at) => (at === pieces.length - 1 && index < words.length - 1 ? `${piece} ` : piece));
  });
}

/** Words of scripts without spaces, with the signs that may not begin a line. */
function spacelessPieces(text: string, language: string): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of new Intl.Segmenter(language, { granularity: 'word' }).segment(text)) {
    const last = pieces.length - 1;
    const opensBefore = /[\p{Ps}\p{Pi}]$/u.test(pieces[last] ?? '');
    const begins = isWordLike === true || /^[\p{Ps}\p{Pi}]/u.test(segment);
    if (last >= 0 && (opensBefore || !begins)) pieces[last] = `${pieces[last] ?? ''}${segment}`;
    else pieces.push(segment);
  }
  return pieces;
}

function hyphenPieces(word: string): string[] {
  const parts = word.split(/(?<=[\p{L}\p{N}][-–—/])(?=\p{L})/u);
  return parts.flatMap((part) => {
    const letters = Array.from(new Intl.Segmenter().segment(part), ({ segment }) => segment);
    if (letters.length <= longestPiece) return [part];
    // Nobody’s word: it is parted anywhere rather than made too small to read.
    const count = Math.ceil(letters.length / (longestPiece / 2));
    const size = Math.ceil(letters.length / count);
    return Array.from({ length: count }, (_, index) => letters.slice(index * size, (index + 1) * size).join(''));
  });
}
