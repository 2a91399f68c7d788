import type { Book } from '../book/book';
import { collections, type RecordOf } from '../book/records';
import { fail } from '../failure';

export type QuestionRecord = RecordOf<'questions'>;
export type AnswerRecord = RecordOf<'answers'>;

/** The part of an open book that the interview works on. */
export type OpenBook = (bookId: string) => Promise<{ readonly book: Book }>;

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

/** One question by id, or `not-found`. */
export function questionOf(book: Book, id: string): QuestionRecord {
  const known = book.state.one('questions', id);
  if (known) return known;
  const kept = hasWords(book.state.one('answers', id)) ? takenBack(book, id) : undefined;
  return kept ?? fail({ code: 'not-found', what: 'question', id });
}

/** By order, then by id, so that every device shows the same. */
export function compareOrder(a: { order: string; id: string }, b: { order: string; id: string }): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

/** The questions of a chapter in order, without the trash. */
export function questionsOf(book: Book, chapterId: string): QuestionRecord[] {
  return allQuestions(book)
    .filter((question) => question.chapterId === chapterId && question.trashedAt === null)
    .sort(compareOrder);
}

/** The answers of a chapter that hold words, in the order of their questions; skipped questions are left out. */
export function answersOf(book: Book, chapterId: string): { answerId: string; questionId: string; text: string }[] {
  return questionsOf(book, chapterId).flatMap(({ id, skipped }) => {
    const answer = book.state.one('answers', id);
    return answer && !skipped && hasWords(answer) ? [{ answerId: id, questionId: id, text: answer.text }] : [];
  });
}
