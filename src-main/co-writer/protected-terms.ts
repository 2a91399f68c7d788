import { spaceless } from '../../src-shared/text/scripts';
import { normalise } from '../drafting/check-citations';

const inWord = '[\\p{L}\\p{M}\\p{N}]';
const numberPattern = /\p{N}+(?:[.,:/-]\p{N}+)*/gu;

/** Quoted speech, by each custom of marking it. An apostrophe inside a word ends none. */
const speechPatterns = [
  /“([^“”]+)”/gu,
  /„([^„“”]+)[“”]/gu,
  /«([^«»]+)»/gu,
  /"([^"]+)"/gu,
  /「([^「」]+)」/gu,
  /『([^『』]+)』/gu,
  /‘([^‘]+?)’(?![\p{L}\p{N}])/gu,
  /(?<![\p{L}\p{N}])'([^']+(?:'(?=\p{L})[^']*)*)'(?![\p{L}\p{N}])/gu,
];

type Speech = { readonly marked: string; readonly said: string };

const speechIn = (text: string): Speech[] =>
  speechPatterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([marked, said = '']) => ({ marked, said: normalise(said) })),
  );

/** A whole word or phrase: not a piece of a longer word, but any phrase in scripts without spaces. */
function holds(text: string, term: string): boolean {
  const wanted = normalise(term);
  if (spaceless.test(wanted)) return text.includes(wanted);
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  return new RegExp(`(?<!${inWord})${escaped}(?!${inWord})`, 'u').test(text);
}

/** What of `before` is not in `after` as often. */
function missing(before: readonly string[], after: readonly string[]): string[] {
  const left = [...after];
  return before.filter((each) => {
    const at = left.indexOf(each);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * What a changed passage lost or altered of what must stay letter by letter: the terms of `keep` that stood in it, its
 * numbers, and its quoted speech. Spaces and the form of quotation marks may differ. Empty for one that keeps all.
 */
export function brokenIn(passage: string, suggestion: string, keep: readonly string[]): string[] {
  const [before, after] = [normalise(passage), normalise(suggestion)];
  const terms = keep.filter((term) => term.trim() !== '' && holds(before, term) && !holds(after, term));
  const numbers = missing(before.match(numberPattern) ?? [], after.match(numberPattern) ?? []);
  const said = speechIn(suggestion).map((speech) => speech.said);
  const speech = speechIn(passage).filter((each) => !said.includes(each.said));
  return [...new Set([...terms, ...numbers, ...speech.map(({ marked }) => marked)])];
}
