import { spaceless } from './scripts';

/** How a tidied text differs in its words from what was said. Case and punctuation are not looked at. */
export type TidiedWords = {
  /** Words that are not in what was said, or not in that order. */
  readonly added: readonly string[];
  /** What was said and left out, each stretch as it was said. */
  readonly leftOut: readonly string[];
};

type Word = { readonly key: string; readonly start: number; readonly end: number };

/** Letters and digits with what belongs to them; an apostrophe inside a word divides none. */
const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}\p{N}]+)*/gu;

/** The words of a text, a character each in scripts without spaces: only punctuation would divide those. */
function wordsIn(text: string, language: string): Word[] {
  const words: Word[] = [];
  const add = (word: string, start: number): void => {
    const key = word.normalize('NFKC').replace(/['’ʼ]/gu, '').toLocaleLowerCase(language);
    words.push({ key, start, end: start + word.length });
  };
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!spaceless.test(word)) {
      add(word, index);
      continue;
    }
    let at = index;
    for (const character of word) {
      add(character, at);
      at += character.length;
    }
  }
  return words;
}

/** Compares what was said with its tidied text, whose words should all be said ones, in the order in which they were said. */
export function compareTidied(said: string, tidied: string, language: string): TidiedWords {
  const raw = wordsIn(said, language);
  const added: string[] = [];
  const kept = new Set<Word>();
  let next = 0;
  for (const { key, start, end } of wordsIn(tidied, language)) {
    const at = raw.findIndex((word, index) => index >= next && word.key === key);
    const found = raw[at];
    if (!found) {
      added.push(tidied.slice(start, end));
      continue;
    }
    kept.add(found);
    next = at + 1;
  }
  return { added, leftOut: stretches(raw, kept).map(({ start, end }) => said.slice(start, end)) };
}

/** What stands between the words that were kept. */
function stretches(words: readonly Word[], kept: ReadonlySet<Word>): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let open: { start: number; end: number } | null = null;
  for (const word of words) {
    if (kept.has(word)) open = null;
    else if (open) open.end = word.end;
    else found.push((open = { start: word.start, end: word.end }));
  }
  return found;
}
