import { generateNKeysBetween } from 'fractional-indexing';
import type { Clarification } from '../../src-shared/domain/brief';
import type { Book, Transaction } from '../book/book';

/** Adds open questions after those that the book has. */
export function addClarifications(
  book: Book,
  tx: Transaction,
  questions: readonly Pick<Clarification, 'id' | 'question' | 'why'>[],
): void {
  const last = [...book.state.all('clarifications').values()]
    .map(({ order }) => order)
    .sort()
    .at(-1);
  const keys = generateNKeysBetween(last === undefined || last === '' ? null : last, null, questions.length);
  questions.forEach(({ id, question, why }, index) =>
    tx.set('clarifications', id, { question, why, answer: '', state: 'open', order: keys[index] ?? '' }),
  );
}
