import type { Draft, DraftSentence, DraftStyle } from '../../../src-shared/domain/draft';
import { styleName } from '../../app/draft-wish';
import { countOf, dayAndTime } from '../../ui/words';

/** What each way of drafting is called, and what it does. */
export const draftStyles: readonly { readonly id: DraftStyle; readonly name: string }[] = [
  { id: 'tidied', name: 'Tidied' },
  { id: 'as-spoken', name: 'As you said it' },
];

/** What a way of drafting does to the words. */
export function styleSentence(style: DraftStyle): string {
  return style === 'tidied'
    ? 'Your sentences in order, with spaces, capitals and quotation marks put right and fillers like “um” left out.'
    : 'Your sentences in order, exactly as you gave them.';
}

/** One sentence of a draft with its place in the whole. */
export type PlacedSentence = { readonly index: number; readonly sentence: DraftSentence };

/** The paragraphs of a draft, their sentences numbered through. */
export function placeSentences(draft: Draft): readonly (readonly PlacedSentence[])[] {
  let index = -1;
  return draft.paragraphs.map((paragraph) =>
    paragraph.sentences.map((sentence) => {
      index += 1;
      return { index, sentence };
    }),
  );
}

/** The numbers of the sentences that rest on an answer. */
export function sentencesFrom(draft: Draft, answerId: string): ReadonlySet<number> {
  const placed = placeSentences(draft).flat();
  return new Set(
    placed
      .filter(({ sentence }) => sentence.citations.some((citation) => citation.answerId === answerId))
      .map(({ index }) => index),
  );
}

/** An answer around the words that a sentence quotes. */
export type QuoteInAnswer = { readonly before: string; readonly quote: string; readonly after: string };

/** Finds a quote in its answer; when the answer has changed since, the quote stands alone. */
export function quoteInAnswer(answer: string, quote: string): QuoteInAnswer {
  const at = answer.indexOf(quote);
  if (at === -1) return { before: '', quote, after: '' };
  return { before: answer.slice(0, at), quote, after: answer.slice(at + quote.length) };
}

/** The numbers of the sentences of one draft that the other does not have. */
export function sentencesOnlyIn(draft: Draft, other: Draft): ReadonlySet<number> {
  const known = new Set(
    placeSentences(other)
      .flat()
      .map(({ sentence }) => sentence.text),
  );
  return new Set(
    placeSentences(draft)
      .flat()
      .filter(({ sentence }) => !known.has(sentence.text))
      .map(({ index }) => index),
  );
}

/** What tells one draft from another. */
export function draftName(draft: Draft): string {
  const manner = draft.origin === 'co-writer' ? `${styleName(draft.style)} by ${draft.model}` : styleName(draft.style);
  return `${dayAndTime(draft.createdAt)}, ${manner}, ${countOf(draft.words, 'word')}`;
}
