import { segmentsOf } from '../text/segments';

/** Characters a minute for scripts written without spaces, words a minute for the rest (facts of the trade). */
const wordsPerMinute = 200;
const charactersPerMinute = 500;

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

const [foreign, apart, letter, joiner] = [0, 1, 2, 3];

/** What each sign of Latin text is to a word. Loose accents and all other scripts are the segmenter's. */
const signs = new Uint8Array(0x2027);
const mark = (pattern: RegExp, kind: number): void => {
  for (let unit = 0; unit < signs.length; unit += 1) if (pattern.test(String.fromCharCode(unit))) signs[unit] = kind;
};
mark(/[\t\n\r\x20-\x7e‘“”«»–—…]/u, apart);
mark(/[A-Za-z0-9_\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/u, letter);
mark(/['’.,:]/u, joiner);

/** Words of Latin text; a joiner between two letters divides none. `null` where a sign is not Latin. */
function countLatin(text: string): number | null {
  let words = 0;
  let before = apart;
  for (let at = 0; at < text.length; at += 1) {
    const sign = signs[text.charCodeAt(at)] ?? foreign;
    if (sign === foreign) return null;
    if (sign === letter && before === apart) words += 1;
    before = sign === joiner && before !== letter ? apart : sign;
  }
  return words;
}

/**
 * Words in a text, as `Intl.Segmenter` of the language sees them. Markup, notes and comments are the caller's to leave
 * out. Latin text takes a fast path of the same rules.
 */
export function countWords(text: string, language = 'en'): number {
  const latin = countLatin(text);
  if (latin !== null) return latin;
  let words = 0;
  for (const segment of segmentsOf(text, segmenterFor(language))) if (segment.isWordLike === true) words += 1;
  return words;
}

const spaceless = /^(?:zh|ja|th|lo|km|my)\b/u;

/** Minutes to read a text; 0 only for an empty one. */
export function readingMinutes(count: { words: number; characters: number }, language = 'en'): number {
  if (count.words === 0) return 0;
  const minutes = spaceless.test(language) ? count.characters / charactersPerMinute : count.words / wordsPerMinute;
  return Math.max(1, Math.round(minutes));
}
