import type { TidyData } from './language-data';
import { joinDashes, spaceQuotes } from './typography';

/** A tidied sentence, and the words that were left out of it, in order. */
export type Tidied = { readonly text: string; readonly removed: readonly string[] };

/** White space as one space. Spaces that must not break stay what they are. */
export const closeGaps = (text: string): string => text.replace(/[ \t\n\r\f\v\u2028\u2029]+/gu, ' ').trim();

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
const anyOf = (words: readonly string[]): string => words.map(escape).join('|');
/** As written and with a capital at the start; all in capitals it is a name. */
const withCapitals = (words: readonly string[]): string[] =>
  words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
const quoted = /["“”„«»‘]/u;

/** Leaves hesitations and set-off asides out. Never inside a sentence that quotes somebody. */
function withoutFillers(text: string, { hesitations, asides }: TidyData): Tidied {
  const removed: string[] = [];
  if (hesitations.length === 0 || quoted.test(text)) return { text, removed };
  const sound = `(?:${anyOf(withCapitals(hesitations))})`;
  const aside = `(?:${anyOf(withCapitals([...hesitations, ...asides]))})`;
  const patterns = [
    new RegExp(`^${sound}(?![\\p{L}\\p{N}’'-])[,.…]*\\s*`, 'u'),
    new RegExp(`,\\s+${aside},(?=\\s)`, 'u'),
    new RegExp(`(?<![\\p{L}\\p{N}’'-])${sound}[,…]?\\s+(?=\\S)`, 'u'),
    new RegExp(`,?\\s+${sound}(?=[.?!…]*$)`, 'u'),
  ];
  let rest = text;
  for (;;) {
    const hit = nextHit(rest, patterns);
    if (!hit) return { text: rest, removed };
    removed.push(hit.words);
    rest = hit.rest;
  }
}

/** The leftmost hit of any pattern, so that what is removed is noted in the order it stood in. */
function nextHit(text: string, patterns: readonly RegExp[]): { rest: string; words: string } | undefined {
  const hits = patterns.flatMap((pattern) => {
    const found = pattern.exec(text);
    return found ? [found] : [];
  });
  const first = hits.sort((a, b) => a.index - b.index)[0];
  if (!first) return undefined;
  return { rest: text.slice(0, first.index) + text.slice(first.index + first[0].length), words: first[0] };
}

/** Takes the second of two equal small words away: “the the”. */
function withoutDoubles(text: string, { neverTwice }: TidyData): Tidied {
  const removed: string[] = [];
  if (neverTwice.length === 0) return { text, removed };
  const double = new RegExp(`(?<![\\p{L}\\p{N}’'-])(${anyOf(neverTwice)})(?: \\1)+(?![\\p{L}\\p{N}’'-])`, 'giu');
  const rest = text.replace(double, (whole, word: string) => {
    removed.push(whole.slice(word.length));
    return word;
  });
  return { text: rest, removed };
}

/** Scripts whose sentences begin with a capital. */
const capitalised = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}]$/u;
const firstLetter = /^(["'“‘„«¿¡(]*)(\p{Ll})(\S*)/u;

/** A capital at the start, but not for “iPhone”, an address or a script without capitals. */
function withCapital(text: string, language: string): string {
  return text.replace(firstLetter, (whole, marks: string, letter: string, rest: string) => {
    const isName = /\p{Lu}|[@/\\_]|\w\.\w/u.test(rest);
    const upper = letter.toLocaleUpperCase(language);
    const isSafe = upper.length === letter.length && upper.toLocaleLowerCase(language) === letter;
    return isName || !isSafe || !capitalised.test(letter) ? whole : `${marks}${upper}${rest}`;
  });
}

const stops: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u, '。'],
  [/[\p{Script=Devanagari}\p{Script=Bengali}]$/u, '।'],
  [/\p{Script=Armenian}$/u, '։'],
  [/\p{Script=Ethiopic}$/u, '።'],
  [
    /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Hebrew}\p{Script=Georgian}\p{Script=Hangul}\p{N}]$/u,
    '.',
  ],
  [/\p{Script=Arabic}$/u, '.'],
];
/** A line this short may be a heading or a name. */
const fewestWords = 3;

/** A full stop after a last sentence that has none, in the manner of its script. */
function withStop(text: string, language: string): string {
  const bare = text.replace(/["'”’“»)\]]+$/u, '');
  const isAddress = /(?:[@/\\`]\S*|\w\.\w+)$/u.test(text);
  const isShort =
    text.split(' ').length < fewestWords && !/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
  if (isAddress || isShort) return text;
  const stop = language.startsWith('ur') ? '۔' : stops.find(([script]) => script.test(bare))?.[1];
  return stop === undefined ? text : text + stop;
}

/** Where a sentence stands, as far as tidying depends on it. */
export type Standing = { readonly language: string; readonly endsParagraph: boolean };

/** Tidies one sentence by rule: gaps, hesitations, doubled small words, capital, full stop. It adds no word. */
export function tidySentence(sentence: string, data: TidyData, { language, endsParagraph }: Standing): Tidied {
  const fluent = withoutFillers(joinDashes(closeGaps(sentence)), data);
  const single = withoutDoubles(fluent.text, data);
  const text = spaceQuotes(withCapital(single.text.trim(), language), language);
  return {
    text: endsParagraph ? withStop(text, language) : text,
    removed: [...fluent.removed, ...single.removed],
  };
}
