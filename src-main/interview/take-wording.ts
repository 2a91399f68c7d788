import { interviewLimits } from '../../src-shared/domain/interview';
import type { Book } from '../book/book';
import { allQuestions, hasWords, type QuestionRecord } from '../book/questions';
import { fail } from '../failure';
import { bookRecord } from './chapter-context';
import { duplicatesIn } from './choose';
import { questionOf } from './question-records';
import { duplicateThreshold } from './select-questions';

const { rewritesPerQuestion } = interviewLimits;

/** Another wording of a question. */
export type Wording = { readonly text: string; readonly help: string; readonly why: string };

/**
 * A question that may be put in other words: it is there (`not-found`), the author has not answered it (`invalid-input`),
 * and it was not reworded too often (`limit-reached`).
 */
export function rewordable(book: Book, questionId: string): QuestionRecord {
  const question = questionOf(book, questionId);
  if (question.trashedAt !== null) fail({ code: 'not-found', what: 'question', id: questionId });
  if (hasWords(book.state.one('answers', questionId)))
    fail({ code: 'invalid-input', issues: ['A question that has an answer keeps its words.'] });
  if (question.rewrites.length >= rewritesPerQuestion)
    fail({ code: 'limit-reached', limit: 'rewrites-per-question', max: rewritesPerQuestion });
  return question;
}

/**
 * Gives a question the first of the wordings that it never had and that is like no other question of the book;
 * `duplicate-question` when there is none. The present wording is kept.
 */
export async function takeWording(book: Book, questionId: string, wordings: readonly Wording[]): Promise<void> {
  await book.change('Reword a question', (tx) => {
    const question = rewordable(book, questionId);
    const rewrites = [...question.rewrites, question.text];
    const finder = duplicatesIn(book, bookRecord(book).language, questionId);
    const given = allQuestions(book).flatMap(({ feedback }) => (feedback === null ? [] : [feedback]));
    const likeness = wordings.map(({ text }) =>
      rewrites.includes(text) ? text : finder.find(text, duplicateThreshold(given)),
    );
    const wording = wordings[likeness.indexOf(undefined)];
    if (!wording) return fail({ code: 'duplicate-question', existing: likeness[0] ?? question.text });
    const { text, why } = wording;
    const help = wording.help === '' ? question.help : wording.help;
    tx.set('questions', questionId, { text, help, why, origin: 'co-writer', rewrites });
  });
}
