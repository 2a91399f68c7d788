import createHyphenator, { type Patterns } from 'hyphen';
import { primaryLanguage } from '../labels';
import { createRecentCache } from './recent-cache';

type PatternFile = { readonly default: Patterns };

// Patterns are big: each is loaded for a book that needs it.
const patternFiles: Readonly<Record<string, () => Promise<PatternFile>>> = {
  'en-us': () => import('hyphen/patterns/en-us'), 'en-gb': () => import('hyphen/patterns/en-gb'),
  de: () => import('hyphen/patterns/de-1996'), fr: () => import('hyphen/patterns/fr'), es: () => import('hyphen/patterns/es'),
  it: () => import('hyphen/patterns/it'), pt: () => import('hyphen/patterns/pt'), nl: () => import('hyphen/patterns/nl'),
  da: () => import('hyphen/patterns/da'), sv: () => import('hyphen/patterns/sv'), nb: () => import('hyphen/patterns/nb'),
  nn: () => import('hyphen/patterns/nn'), fi: () => import('hyphen/patterns/fi'), pl: () => import('hyphen/patterns/pl'),
  cs: () => import('hyphen/patterns/cs'), sk: () => import('hyphen/patterns/sk'), sl: () => import('hyphen/patterns/sl'),
  hr: () => import('hyphen/patterns/hr'), hu: () => import('hyphen/patterns/hu'), ro: () => import('hyphen/patterns/ro'),
  tr: () => import('hyphen/patterns/tr'), ca: () => import('hyphen/patterns/ca'), la: () => import('hyphen/patterns/la'),
  ru: () => import('hyphen/patterns/ru'), uk: () => import('hyphen/patterns/uk'), bg: () => import('hyphen/patterns/bg'),
  el: () => import('hyphen/patterns/el-monoton'),
};

/** Where a word may be divided: the number of letters before each hyphen. */
export type Hyphenate = (word: string) => readonly number[];

const shortestWord = 6;
const wordsKept = 10_000;
const softHyphen = '\u00ad';

/** The hyphenation of a language; a language without patterns divides only where the author has put soft hyphens. */
export async function loadHyphenation(language: string): Promise<Hyphenate> {
  const primary = primaryLanguage(language);
  const british = /^en-(?:gb|ie|au|nz|za|in)\b/iu.test(language) ? 'en-gb' : 'en-us';
  const variants: Readonly<Record<string, string>> = { en: british, no: 'nb' };
  const load = patternFiles[variants[primary] ?? primary];
  if (!load) return () => [];
  const { default: patterns } = await load();
  const hyphenate = createHyphenator(patterns, { async: false, hyphenChar: softHyphen, minWordLength: shortestWord });
  // Names are not divided where only names are written with a capital.
  const dividesCapitals = primary === 'de';
  const mayDivide = (word: string): boolean => word.length >= shortestWord && (dividesCapitals || !/^\p{Lu}/u.test(word));
  const known = createRecentCache<readonly number[]>(wordsKept);
  return (word) => {
    if (!mayDivide(word)) return [];
    const found = known.get(word);
    if (found) return found;
    const points = pointsOf(hyphenate, word);
    known.set(word, points);
    return points;
  };
}

function pointsOf(hyphenate: (text: string) => string, word: string): number[] {
  const points: number[] = [];
  let letters = 0;
  for (const syllable of hyphenate(word).split(softHyphen)) {
    letters += syllable.length;
    // Two letters at least before a hyphen and three behind it, as English compositors have it.
    if (letters >= 2 && word.length - letters >= 3) points.push(letters);
  }
  return points;
}
