import type { Citation, DraftSentence } from '../../src-shared/domain/draft';
import { lettersOf, normalise } from './check-citations';
import type { DraftAnswer } from './drafter';

/** A quote of fewer words could stand anywhere: it carries nothing. */
const fewestWords = 3;
/** The same for scripts without spaces, where a run of letters is a phrase. */
const fewestCharacters = 5;

const isEnough = (quote: string, language: string): boolean =>
  lettersOf(quote, language).length >= fewestWords || (!/\s/u.test(quote.trim()) && Array.from(quote.trim()).length >= fewestCharacters);

/** Languages that write every noun with a capital: there a capital names nothing. */
const capitalNouns = /^(?:de|lb)\b/u;
const number = /\p{N}+(?:[.,:/-]\p{N}+)*/gu;
const capitalised = /(?<=[\p{L}\p{N},;:]["'”’»]?\s["'“‘«(]?)\p{Lu}[\p{L}\p{M}’'-]+/gu;

/** The words of the author that drafted sentences are checked against. */
export type Support = ReturnType<typeof createSupport>;

/** Prepares the author’s answers once for all sentences of a draft. */
export function createSupport(answers: readonly DraftAnswer[], language: string) {
  const texts = new Map(answers.map(({ answerId, text }) => [answerId, normalise(text)]));
  const known = new Set(answers.flatMap(({ text }) => lettersOf(text, language)));

  const stands = ({ answerId, quote }: Citation): boolean =>
    isEnough(quote, language) && (texts.get(answerId)?.includes(normalise(quote)) ?? false);

  const isKnown = (mark: string): boolean => lettersOf(mark, language).every((word) => known.has(word) || known.has(word.replace(/s$/u, '')));

  function flaggedIn(text: string): string[] {
    const names = capitalNouns.test(language) ? [] : (text.match(capitalised) ?? []);
    return [...new Set([...(text.match(number) ?? []), ...names])].filter((mark) => !isKnown(mark));
  }

  return {
    /**
     * A sentence with the quotes that stand in their answers letter by letter (spaces and quotation marks may differ), and
     * with the names, numbers and dates that are in no answer. Quotes that do not stand are dropped: without any left the
     * sentence counts as unsupported.
     */
    check({ text, citations }: Pick<DraftSentence, 'text' | 'citations'>): DraftSentence {
      const flagged = flaggedIn(text);
      return { text, citations: citations.filter(stands), ...(flagged.length > 0 ? { flagged } : {}) };
    },
  };
}
