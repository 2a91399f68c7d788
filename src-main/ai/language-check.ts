import { francAll } from 'franc';

/** Shorter texts are guessed wrong too often. */
const fewestCharacters = 160;
/** A text is judged in pieces of this length: in longer ones all languages look alike. */
const pieceCharacters = 200;
const mostPieces = 20;
/** How near to the best guess the expected language must come. */
const nearEnough = 0.88;

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

/** Pieces of about the same length, none too short to tell. */
function piecesOf(text: string): string[] {
  const count = Math.min(mostPieces, Math.max(1, Math.floor(text.length / pieceCharacters)));
  const length = Math.min(pieceCharacters, text.length);
  const step = text.length / count;
  return Array.from({ length: count }, (_, index) => text.slice(Math.floor(index * step)).slice(0, length));
}

function isOther(piece: string, expected: string): boolean {
  const guesses = francAll(piece, { only: Object.values(threeLetters) });
  return (guesses.find(([code]) => code === expected)?.[1] ?? 0) < nearEnough;
}

/** Whether most of a text is clearly in another language than `language`. What is too short or unknown to tell is not. */
export function isOtherLanguage(text: string, language: string): boolean {
  const expected = threeLetters[language.split('-')[0]?.toLowerCase() ?? ''];
  if (expected === undefined || text.length < fewestCharacters) return false;
  const pieces = piecesOf(text);
  return pieces.filter((piece) => isOther(piece, expected)).length > pieces.length / 2;
}
