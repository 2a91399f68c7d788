import { primaryLanguage } from '../labels';

type Words = { readonly about: (count: string) => string; readonly end: string };

const english: Words = { about: (count) => `about ${count} words`, end: 'END' };

const byLanguage: Readonly<Record<string, Words>> = {
  en: english,
  de: { about: (count) => `etwa ${count} Wörter`, end: 'ENDE' },
  fr: { about: (count) => `environ ${count} mots`, end: 'FIN' },
  es: { about: (count) => `unas ${count} palabras`, end: 'FIN' },
  it: { about: (count) => `circa ${count} parole`, end: 'FINE' },
  pt: { about: (count) => `cerca de ${count} palavras`, end: 'FIM' },
  nl: { about: (count) => `ongeveer ${count} woorden`, end: 'EINDE' },
  ru: { about: (count) => `около ${count} слов`, end: 'КОНЕЦ' },
};

/** The words a manuscript adds of its own, in English where the language of the book has none here. */
export const wordsFor = (language: string): Words => byLanguage[primaryLanguage(language)] ?? english;

const shortStory = 17_500;
const novella = 40_000;

/** A count as editors want it: to the nearest thousand for a novel, finer for what is shorter. */
export function roundedWords(words: number): number {
  if (words >= novella) return Math.round(words / 1_000) * 1_000;
  const step = words >= shortStory ? 500 : 100;
  return Math.max(step, Math.round(words / step) * step);
}

/** The family name, as a running head has it. */
export function surnameOf(author: string): string {
  const [before = '', after] = author.split(',');
  return (after === undefined ? before.trim().split(/\s+/u).at(-1) : before.trim()) ?? '';
}

const longestTitle = 40;

/** The title for a running head: in capitals, and cut at a word where it is long. */
export function shortTitle(title: string, language: string): string {
  const capitals = title.toLocaleUpperCase(language);
  if (capitals.length <= longestTitle) return capitals;
  const cut = capitals.slice(0, longestTitle + 1);
  return cut.slice(0, cut.includes(' ') ? cut.lastIndexOf(' ') : longestTitle).replace(/[\s\p{P}]+$/u, '');
}
