import type { Citation, DraftSentence } from '../../src-shared/domain/draft';
import { spaceless } from '../../src-shared/text/scripts';
import { lettersOf, normalise, unseen } from './check-citations';
import type { DraftAnswer } from './drafter';
import { numberPhrases } from './number-words';

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

/** The first word of a sentence, when it may be a name. */
const first = /(?<=^["'“‘«(]*|[.!?…]["'”’»)]*\s+["'“‘«(]*)\p{Lu}[\p{L}\p{M}’'-]+/gu;

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
  const [begin = '', last = ''] = [wanted.at(0), wanted.at(-1)];
  return new RegExp(`${edge(begin, `(?<!${inWord})`)}${pattern}${edge(last, `(?!${inWord})`)}`, 'u');
}

/** A text as it is seen, and where each of its characters, and its end, stands in it as it was written. */
function seen(text: string): { readonly text: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let shown = '';
  let at = 0;
  for (const character of text) {
    if (character.replace(unseen, '') !== '') {
      for (let unit = 0; unit < character.length; unit += 1) places.push(at + unit);
      shown += character;
    }
    at += character.length;
  }
  return { text: shown, places: [...places, text.length] };
}

const nothing: ReadonlySet<string> = new Set();

/** The words of the author that drafted sentences are checked against. */
export type Support = ReturnType<typeof createSupport>;

/**
 * Prepares the author’s answers once for all sentences of a draft. `common` are words of the language in small letters: a
 * sentence may begin with any of them. Without them only a sentence that begins with two capitals is taken to begin with
 * a name.
 */
export function createSupport(answers: readonly DraftAnswer[], language: string, common = nothing) {
  const texts = new Map(answers.map(({ answerId, text }) => [answerId, { written: text, seen: seen(text) }]));
  const known = new Set(answers.flatMap(({ text }) => lettersOf(text, language)));
  const knownNumbers = new Set(
    answers.flatMap(({ text }) => [
      ...(text.match(number) ?? []),
      ...numberPhrases(text, language).flatMap(({ values }) => values),
    ]),
  );

  function literal({ answerId, quote }: Pick<Citation, 'answerId' | 'quote'>): string | undefined {
    const answer = texts.get(answerId);
    if (!answer || !isEnough(quote, language)) return undefined;
    const found = patternOf(quote).exec(answer.seen.text);
    if (!found) return undefined;
    const { places } = answer.seen;
    // What nobody sees between two letters belongs to the quote, and what stands after the last one does not.
    return answer.written.slice(places[found.index], (places[found.index + found[0].length - 1] ?? 0) + 1);
  }

  const isKnownName = (name: string): boolean =>
    lettersOf(name.replace(/['’]s?$/u, ''), language).every((word) => known.has(word) || known.has(word.replace(/s$/u, '')));

  const isKnownWord = (word: string): boolean =>
    lettersOf(word, language).every((each) => common.has(each) || common.has(each.replace(/s$/u, '')));

  /** Whether the word that begins a sentence is a name: one that is no word of the language, or one of two names. */
  const isNameAtStart = (word: string, next: string): boolean =>
    common.size > 0 ? !isKnownWord(word.replace(/['’]s$/u, '')) : next !== '' && !isKnownName(next);

  function namesIn(text: string): string[] {
    if (capitalNouns.test(language)) return [];
    const within = text.match(capitalised) ?? [];
    const atStart = [...text.matchAll(first)].flatMap(({ 0: word, index }) => {
      const next = /^\s(\p{Lu}[\p{L}\p{M}’'-]+)/u.exec(text.slice(index + word.length))?.[1] ?? '';
      return isNameAtStart(word, next) ? [word] : [];
    });
    return [...atStart, ...within].filter((name) => !isKnownName(name));
  }

  function flaggedIn(text: string): string[] {
    const digits = (text.match(number) ?? []).filter((each) => !knownNumbers.has(each));
    const words = numberPhrases(text, language).filter(
      (phrase) => !isKnownName(phrase.text) && !phrase.values.some((value) => knownNumbers.has(value)),
    );
    return [...new Set([...digits, ...words.map((phrase) => phrase.text), ...namesIn(text.replace(unseen, ''))])];
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
