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

type Fillers = { readonly atStart: RegExp; readonly within: RegExp };
const fillers = new Map<TidyData, Fillers>();

function fillersOf(data: TidyData): Fillers {
  const known = fillers.get(data);
  if (known) return known;
  const sound = `(?:${anyOf(withCapitals(data.hesitations))})`;
  const aside = `(?:${anyOf(withCapitals([...data.hesitations, ...data.asides]))})`;
  const asides = `,\\s+${aside}(?:,\\s+${aside})*,(?=\\s)`;
  const alone = `(?<![\\p{L}\\p{N}’'-])${sound}[,…]?\\s+(?=\\S)`;
  const atEnd = `,?\\s+${sound}(?=[.?!…]*$)`;
  const made = {
    atStart: new RegExp(`^(?:${sound}(?![\\p{L}\\p{N}’'-])[,.…]*\\s*)+`, 'u'),
    within: new RegExp(`${asides}|${alone}|${atEnd}`, 'gu'),
  };
  fillers.set(data, made);
  return made;
}

/** Leaves hesitations and set-off asides out. Never inside a sentence that quotes somebody. */
function withoutFillers(text: string, data: TidyData): Tidied {
  const removed: string[] = [];
  if (data.hesitations.length === 0 || quoted.test(text)) return { text, removed };
  const note = (words: string): string => {
    removed.push(words);
    return '';
  };
  const { atStart, within } = fillersOf(data);
  return { text: text.replace(atStart, note).replace(within, note), removed };
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
/** How much of a text's end is read for its last sign. */
const tailCharacters = 40;

/** A full stop after a last sentence that has none, in the manner of its script. */
function withStop(text: string, language: string): string {
  const bare = text.slice(-tailCharacters).replace(/["'”’“»)\]]+$/u, '');
  const isAddress = /[@/\\`]|\w\.\w+$/u.test(text.slice(text.lastIndexOf(' ') + 1));
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
