import type { Book } from '../book/book';
import { allQuestions, findQuestion, hasWords, type QuestionRecord } from '../book/questions';
import { fail } from '../failure';

/** The part of an open book that the interview works on. */
export type OpenBook = (bookId: string) => Promise<{ readonly book: Book }>;

/** One question by id, or `not-found`. */
export function questionOf(book: Book, id: string): QuestionRecord {
  return findQuestion(book, id) ?? fail({ code: 'not-found', what: 'question', id });
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
