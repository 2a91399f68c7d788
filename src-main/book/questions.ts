import type { Book } from './book';
import { collections, type RecordOf } from './records';

export type QuestionRecord = RecordOf<'questions'>;
export type AnswerRecord = RecordOf<'answers'>;

/** Whether an answer holds any word of the author's. */
export const hasWords = (answer: AnswerRecord | undefined): boolean => (answer?.text ?? '').trim() !== '';

/** A question whose making was taken back. Fields that mean nothing to its schema (undo leaves `null`) have their default. */
function takenBack(book: Book, id: string): QuestionRecord | undefined {
  if (!book.state.has('questions', id)) return undefined;
  const { shape } = collections.questions;
  const fields = Object.entries(shape).flatMap(([field, schema]) => {
    const read = schema.safeParse(book.state.raw('questions', id, field));
    return read.success ? [[field, read.data] as const] : [];
  });
  return { ...collections.questions.parse(Object.fromEntries(fields)), id };
}

/**
 * Every question of the book, trashed ones too. A question that holds the author's words stays, even when the step that
 * asked it was taken back: undo must not hide an answer that was written since.
 */
export function allQuestions(book: Book): QuestionRecord[] {
  const known = book.state.all('questions');
  const kept = [...book.state.all('answers').values()].flatMap((answer) => {
    const question = !known.has(answer.id) && hasWords(answer) ? takenBack(book, answer.id) : undefined;
    return question ? [question] : [];
  });
  return [...known.values(), ...kept];
}

/** One question by id, as {@link allQuestions} knows it. */
export function findQuestion(book: Book, id: string): QuestionRecord | undefined {
  const known = book.state.one('questions', id);
  if (known) return known;
  return hasWords(book.state.one('answers', id)) ? takenBack(book, id) : undefined;
}
