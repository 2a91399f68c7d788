import type { Citation, Draft } from '../../src-shared/domain/draft';
import type { DraftAnswer } from './drafter';

/** Characters that nobody sees: soft hyphens, joiners, marks of direction. */
export const unseen = /\p{Default_Ignorable_Code_Point}/gu;

/** Spaces and quotation marks, which tidying may set anew, made equal, without what nobody sees; all else counts. */
export function normalise(text: string): string {
  return text
    .replace(unseen, '')
    .replace(/["“”„«»]/gu, '"')
    .replace(/['‘’‚]/gu, "'")
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The runs of letters and digits in a text, in small letters. */
export const lettersOf = (text: string, language: string): string[] =>
  normalise(text)
    .toLocaleLowerCase(language)
    .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

function isWithin(words: readonly string[], of: readonly string[]): boolean {
  let at = 0;
  for (const word of of) if (word === words[at]) at += 1;
  return at === words.length;
}

/** Looks for quotes in the answers. A draft goes through its answers in order, so each search begins where the last one ended. */
function createQuoteFinder(answers: readonly DraftAnswer[]) {
  const texts = new Map(answers.map(({ answerId, text }) => [answerId, { text: normalise(text), from: 0 }]));
  return ({ answerId, quote }: Citation): boolean => {
    const answer = texts.get(answerId);
    if (!answer) return false;
    const wanted = normalise(quote);
    const onwards = answer.text.indexOf(wanted, answer.from);
    const at = onwards >= 0 ? onwards : answer.text.indexOf(wanted);
    answer.from = Math.max(0, at) + (at < 0 ? 0 : wanted.length);
    return at >= 0;
  };
}

/**
 * Sentences of a draft that the author's words do not carry: a quote that is not in its answer letter by letter, or a
 * word that is in none of the quotes. Empty for every draft that may be stored.
 */
export function unsupported(
  paragraphs: Draft['paragraphs'],
  answers: readonly DraftAnswer[],
  language: string,
): string[] {
  const isQuoted = createQuoteFinder(answers);
  return paragraphs
    .flatMap(({ sentences }) => sentences)
    .filter(({ text, citations }) => {
      const quotedWords = citations.flatMap(({ quote }) => lettersOf(quote, language));
      return !citations.every(isQuoted) || !isWithin(lettersOf(text, language), quotedWords);
    })
    .map(({ text }) => text);
}
