import type { Answer, Interview, Question } from '../../src-shared/domain/interview';
import { countWords } from '../../src-shared/domain/word-count';
import type { Book } from '../book/book';
import { chapterContext } from './chapter-context';
import { qualityOf, yardstickOf, type Yardstick } from './quality';
import { hasWords, type AnswerRecord, type QuestionRecord } from '../book/questions';
import { questionsOf } from './question-records';

/** What a question is measured and counted by. */
export type Viewing = { readonly yardstick: Yardstick; readonly language: string };

/** Prepares the view of a chapter's questions; `not-found` when there is no such chapter. */
export function viewingOf(book: Book, chapterId: string): Viewing {
  const context = chapterContext(book, chapterId);
  return { yardstick: yardstickOf(context), language: context.language };
}

function showAnswer(answer: AnswerRecord | undefined, language: string): Answer {
  if (!answer) return { text: '', state: 'empty', source: 'typed', words: 0, savedAt: null };
  const { text, source, savedAt } = answer;
  const state = answer.state === 'empty' && text.trim() !== '' ? 'draft' : answer.state;
  return { text, state, source, words: countWords(text, language), savedAt, ...(answer.private ? { isPrivate: true } : {}) };
}

/** A question with its answer. How much of its help stands open is the page's to decide, by the guidance setting. */
export function showQuestion(book: Book, record: QuestionRecord, { yardstick, language }: Viewing): Question {
  const { id, chapterId, text, kind, difficulty, help, example, why, origin, skipped, feedback, rewrites } = record;
  return {
    id,
    chapterId,
    text,
    kind,
    difficulty,
    why,
    origin,
    skipped,
    feedback,
    rewrites,
    help,
    example,
    ...(record.wantsExample ? { exampleWanted: true } : {}),
    quality: qualityOf({ text, kind }, yardstick),
    answer: showAnswer(book.state.one('answers', id), language),
  };
}

/** The interview of a chapter, in order. */
export function readInterview(book: Book, chapterId: string): Interview {
  const viewing = viewingOf(book, chapterId);
  const questions = questionsOf(book, chapterId).map((record) => showQuestion(book, record, viewing));
  return {
    chapterId,
    questions,
    complete: questions.filter(({ answer }) => answer.state === 'complete').length,
    answered: questions.filter(({ id }) => hasWords(book.state.one('answers', id))).length,
    nextUnanswered: questions.find(({ skipped, answer }) => !skipped && answer.state === 'empty')?.id ?? null,
  };
}
