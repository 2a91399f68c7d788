import type { Citation, DraftSentence } from '../../src-shared/domain/draft';
import { spaceless } from '../../src-shared/text/scripts';
import { lettersOf, normalise } from './check-citations';
import type { DraftAnswer } from './drafter';

/** A quote of fewer words could stand anywhere: it carries nothing. */
const fewestWords = 3;
/** The same for scripts without spaces, where a run of letters is a phrase. */
const fewestCharacters = 5;

const isEnough = (quote: string, language: string): boolean =>
  lettersOf(quote, language).length >= fewestWords ||
  (spaceless.test(quote) && Array.from(quote.trim()).length >= fewestCharacters);

/** Languages that write every noun with a capital: there a capital names nothing. */
const capitalNouns = /^(?:de|lb)\b/u;
const number = /\p{N}+(?:[.,:/-]\p{N}+)*/gu;
const capitalised = /(?<=[\p{L}\p{N},;:]["'”’»]?\s["'“‘«(]?)\p{Lu}[\p{L}\p{M}’'-]+/gu;

const inWord = '[\\p{L}\\p{M}\\p{N}]';
const edge = (character: string, look: string): string =>
  spaceless.test(character) || !new RegExp(inWord, 'u').test(character) ? '' : look;

/** Finds a quote in a text as it was written: every letter and sign, but any space and any form of quotation mark. */
function patternOf(quote: string): RegExp {
  const wanted = normalise(quote);
  const pattern = wanted
    .replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&')
    .replace(/ /gu, '\\s+')
    .replace(/"/gu, '["“”„«»]')
    .replace(/'/gu, "['‘’‚]");
  // A word that was cut is another word.
  const [first = '', last = ''] = [wanted.at(0), wanted.at(-1)];
  return new RegExp(`${edge(first, `(?<!${inWord})`)}${pattern}${edge(last, `(?!${inWord})`)}`, 'u');
}

/** The words of the author that drafted sentences are checked against. */
export type Support = ReturnType<typeof createSupport>;

/** Prepares the author’s answers once for all sentences of a draft. */
export function createSupport(answers: readonly DraftAnswer[], language: string) {
  const texts = new Map(answers.map(({ answerId, text }) => [answerId, text]));
  const known = new Set(answers.flatMap(({ text }) => lettersOf(text, language)));
  const knownNumbers = new Set(answers.flatMap(({ text }) => text.match(number) ?? []));

  function literal({ answerId, quote }: Pick<Citation, 'answerId' | 'quote'>): string | undefined {
    return isEnough(quote, language) ? patternOf(quote).exec(texts.get(answerId) ?? '')?.[0] : undefined;
  }

  const isKnownName = (name: string): boolean =>
    lettersOf(name.replace(/['’]s?$/u, ''), language).every((word) => known.has(word) || known.has(word.replace(/s$/u, '')));

  function flaggedIn(text: string): string[] {
    const names = capitalNouns.test(language) ? [] : (text.match(capitalised) ?? []);
    const numbers = text.match(number) ?? [];
    return [
      ...new Set([...numbers.filter((each) => !knownNumbers.has(each)), ...names.filter((name) => !isKnownName(name))]),
    ];
  }

  function check({ text, citations }: Pick<DraftSentence, 'text' | 'citations'>): DraftSentence {
    const flagged = flaggedIn(text);
    const standing = citations.flatMap((citation) => {
      const quote = literal(citation);
      return quote === undefined ? [] : [{ ...citation, quote }];
    });
    return { text, citations: standing, ...(flagged.length > 0 ? { flagged } : {}) };
  }

  return {
    /** A quote as the author wrote it, when it stands in its answer letter by letter and is long enough to carry anything. */
    literal,
    /**
     * A sentence with the quotes that stand in their answers letter by letter (spaces and quotation marks may differ; they
     * become the author’s), and with the names, numbers and dates that are in no answer. Quotes that do not stand are
     * dropped: without any left the sentence counts as unsupported.
     */
    check,
  };
}
