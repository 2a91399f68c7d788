import { francAll } from 'franc';

/** Shorter texts are guessed wrong too often. */
const fewestCharacters = 160;
/** How near to the best guess the expected language must come. */
const nearEnough = 0.85;

/** ISO 639-3 codes of the languages that books are mostly written in, by their two letters. */
const threeLetters: Readonly<Record<string, string>> = {
  ar: 'arb',
  cs: 'ces',
  da: 'dan',
  de: 'deu',
  el: 'ell',
  en: 'eng',
  es: 'spa',
  fi: 'fin',
  fr: 'fra',
  he: 'heb',
  hi: 'hin',
  hu: 'hun',
  it: 'ita',
  ja: 'jpn',
  ko: 'kor',
  nl: 'nld',
  no: 'nob',
  pl: 'pol',
  pt: 'por',
  ro: 'ron',
  ru: 'rus',
  sv: 'swe',
  tr: 'tur',
  uk: 'ukr',
  zh: 'cmn',
};

/** Whether a text is clearly in another language than `language`. What is too short or unknown to tell is not. */
export function isOtherLanguage(text: string, language: string): boolean {
  const expected = threeLetters[language.split('-')[0]?.toLowerCase() ?? ''];
  if (expected === undefined || text.length < fewestCharacters) return false;
  const guesses = francAll(text, { only: Object.values(threeLetters) });
  const score = guesses.find(([code]) => code === expected)?.[1] ?? 0;
  return score < nearEnough;
}
