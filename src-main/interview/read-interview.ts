import type { Answer, Guidance, Interview, Question } from '../../src-shared/domain/interview';
import { countWords } from '../../src-shared/domain/word-count';
import type { Book } from '../book/book';
import { chapterContext } from './chapter-context';
import { qualityOf, yardstickOf, type Yardstick } from './quality';
import { hasWords, questionsOf, type AnswerRecord, type QuestionRecord } from './question-records';

/** How a question is shown: measured, counted, and with as much help as the author wants. */
export type Viewing = { readonly yardstick: Yardstick; readonly guidance: Guidance; readonly language: string };

/** Prepares the view of a chapter's questions; `not-found` when there is no such chapter. */
export function viewingOf(book: Book, chapterId: string, guidance: Guidance): Viewing {
  const context = chapterContext(book, chapterId);
  return { yardstick: yardstickOf(context), guidance, language: context.language };
}

function showAnswer(answer: AnswerRecord | undefined, language: string): Answer {
  if (!answer) return { text: '', state: 'empty', source: 'typed', words: 0, savedAt: null };
  const { text, source, savedAt } = answer;
  const state = answer.state === 'empty' && text.trim() !== '' ? 'draft' : answer.state;
  return { text, state, source, words: countWords(text, language), savedAt };
}

/** A question as the author sees it. Guidance hides help and example, but not an example that was asked for. */
export function showQuestion(book: Book, record: QuestionRecord, { yardstick, guidance, language }: Viewing): Question {
  const { id, chapterId, text, kind, difficulty, why, origin, skipped, feedback, rewrites } = record;
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
    help: guidance === 'minimal' ? '' : record.help,
    example: guidance === 'detailed' || record.wantsExample ? record.example : '',
    quality: qualityOf({ text, kind }, yardstick),
    answer: showAnswer(book.state.one('answers', id), language),
  };
}

/** The interview of a chapter, in order. */
export function readInterview(book: Book, chapterId: string, guidance: Guidance): Interview {
  const viewing = viewingOf(book, chapterId, guidance);
  const questions = questionsOf(book, chapterId).map((record) => showQuestion(book, record, viewing));
  return {
    chapterId,
    questions,
    complete: questions.filter(({ answer }) => answer.state === 'complete').length,
    answered: questions.filter(({ id }) => hasWords(book.state.one('answers', id))).length,
    nextUnanswered: questions.find(({ skipped, answer }) => !skipped && answer.state === 'empty')?.id ?? null,
  };
}
