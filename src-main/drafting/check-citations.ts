import type { Draft } from '../../src-shared/domain/draft';
import type { DraftAnswer } from './drafter';

/** Spaces and quotation marks, which tidying may set anew, made equal; every other character counts. */
function normalise(text: string): string {
  return text
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

/**
 * Sentences of a draft that the author's words do not carry: a quote that is not in its answer letter by letter, or a
 * word that is in none of the quotes. Empty for every draft that may be stored.
 */
export function unsupported(
  paragraphs: Draft['paragraphs'],
  answers: readonly DraftAnswer[],
  language: string,
): string[] {
  const texts = new Map(answers.map(({ answerId, text }) => [answerId, normalise(text)]));
  return paragraphs
    .flatMap(({ sentences }) => sentences)
    .filter(({ text, citations }) => {
      const isQuoted = citations.every(
        ({ answerId, quote }) => texts.get(answerId)?.includes(normalise(quote)) ?? false,
      );
      return (
        !isQuoted ||
        !isWithin(
          lettersOf(text, language),
          citations.flatMap(({ quote }) => lettersOf(quote, language)),
        )
      );
    })
    .map(({ text }) => text);
}
