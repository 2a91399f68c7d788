import { spaceless } from '../../src-shared/text/scripts';
import { segmentsOf } from '../../src-shared/text/segments';
import { stopWordsOf } from './stop-words';

const spacedWord = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu;
/** English as packs are written in it: the same rules without the cost of all scripts. */
const plainText = /^[\t\n\r\x20-\x7e‘’“”–—…]*$/u;
const plainWord = /[a-z0-9]+(?:['’][a-z]+)*/gu;
const straighten = (word: string): string => (word.includes('’') ? word.replaceAll('’', "'") : word);
const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** The words of a text in lower case, whatever its script. */
export function wordsOf(text: string, language: string): string[] {
  if (plainText.test(text)) return (text.toLowerCase().match(plainWord) ?? []).map(straighten);
  const lower = text.normalize('NFC').toLowerCase();
  if (!spaceless.test(lower)) return (lower.match(spacedWord) ?? []).map(straighten);
  return [...segmentsOf(lower, segmenterFor(language))].flatMap(({ segment, isWordLike }) =>
    isWordLike === true ? [segment] : [],
  );
}

/** Below this many words of substance a text is compared by all of its words. */
const fewestTokens = 2;

/** Token sets of texts that were read before: a batch of questions is compared with every question of the book. */
const remembered = new Map<string, ReadonlySet<string>>();
const rememberedTexts = 10_000;
/** Longer texts are no questions. */
const rememberedCharacters = 1_000;

function readTokens(text: string, language: string): ReadonlySet<string> {
  const all = wordsOf(text, language);
  const stop = stopWordsOf(language);
  const english = stopWordsOf('en');
  const substance = new Set(all.filter((word) => !stop.has(word) && !english.has(word)));
  return substance.size < fewestTokens ? new Set(all) : substance;
}

/** What a text is about: its words without stop words. The English ones always count as such, since packs fall back to English. */
export function tokensOf(text: string, language: string): ReadonlySet<string> {
  if (text.length > rememberedCharacters) return readTokens(text, language);
  const key = `${language} ${text}`;
  const known = remembered.get(key);
  if (known) return known;
  if (remembered.size >= rememberedTexts) remembered.clear();
  const tokens = readTokens(text, language);
  remembered.set(key, tokens);
  return tokens;
}

/** How much two token sets have in common, 0 to 1: the size of what they share over the size of both together. */
export function similarityOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  let shared = 0;
  for (const token of a) if (b.has(token)) shared += 1;
  return shared / (a.size + b.size - shared);
}

/** Finds near-duplicates among many texts without comparing with each. */
export type DuplicateFinder = ReturnType<typeof createDuplicateFinder>;

/** Starts without any text. */
export function createDuplicateFinder(language: string) {
  const texts: { readonly text: string; readonly size: number }[] = [];
  const placesOf = new Map<string, number[]>();
  return {
    /** Takes a text in, to be found from now on. */
    add(text: string): void {
      const tokens = tokensOf(text, language);
      for (const token of tokens) {
        const places = placesOf.get(token);
        if (places) places.push(texts.length);
        else placesOf.set(token, [texts.length]);
      }
      texts.push({ text, size: tokens.size });
    },
    /** The most similar known text from `threshold` on, or `undefined`. */
    find(text: string, threshold: number): string | undefined {
      const tokens = tokensOf(text, language);
      const shared = new Map<number, number>();
      for (const token of tokens)
        for (const place of placesOf.get(token) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
      let best: { text: string; similarity: number } | undefined;
      for (const [place, count] of shared) {
        const known = texts[place];
        if (!known) continue;
        const similarity = count / (tokens.size + known.size - count);
        if (similarity >= threshold && similarity > (best?.similarity ?? 0)) best = { text: known.text, similarity };
      }
      return best?.text;
    },
  };
}
