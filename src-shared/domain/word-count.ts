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

// Latin letters, whole: what stands outside, such as loose accents, is the segmenter's.
const latinOnly = /^[\t\n\r\x20-\x7e\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f‘’“”«»–—…]*$/u;
const latinWord = /[A-Za-z0-9_\u00c0-\u024f]+(?:['’.,:][A-Za-z0-9_\u00c0-\u024f]+)*/gu;

/**
 * Words in a text, as `Intl.Segmenter` of the language sees them. Markup, notes and comments are the caller's to leave
 * out. Latin text takes a fast path of the same rules.
 */
export function countWords(text: string, language = 'en'): number {
  if (latinOnly.test(text)) return text.match(latinWord)?.length ?? 0;
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
