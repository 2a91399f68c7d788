import { z } from 'zod';
import { Draft, DraftStyle } from '../domain/draft';
import { EarlierText } from '../domain/earlier-text';
import { AnswerState, Feedback, Interview, InterviewHistory, Question, QuestionKind, QuestionText } from '../domain/interview';
import { call, Id, Nothing, OfBook, OfChapter } from './call';

const OfQuestion = z.strictObject({ bookId: Id, questionId: Id });

export const interviewCalls = {
  'interview.read': call(OfChapter, Interview),
  /** Adds up to `count` questions from the genre's pack. Answered questions are never touched. */
  'interview.generate': call(
    z.strictObject({ bookId: Id, chapterId: Id, count: z.int().min(1).max(20) }),
    Interview,
  ),
  'interview.addOwn': call(
    z.strictObject({ bookId: Id, chapterId: Id, text: QuestionText, kind: QuestionKind }),
    Question,
  ),
  'interview.reorder': call(z.strictObject({ bookId: Id, questionId: Id, beforeId: Id.nullable() }), Nothing),
  'interview.skip': call(z.strictObject({ bookId: Id, questionId: Id, skipped: z.boolean() }), Nothing),
  /** Acts at once on the question; the answer says what was done, in words. */
  'interview.giveFeedback': call(
    z.strictObject({ bookId: Id, questionId: Id, feedback: Feedback }),
    z.strictObject({ question: Question, done: z.string() }),
  ),
  'interview.rewrite': call(OfQuestion, Question),
  'interview.trash': call(OfQuestion, Nothing),
  'interview.restore': call(OfQuestion, Nothing),
  'interview.trashed': call(OfChapter, z.array(z.strictObject({ questionId: z.string(), text: z.string(), trashedAt: z.string() }))),
  'interview.history': call(OfBook, InterviewHistory),
  'interview.resetHistory': call(OfBook, Nothing),

  'answer.save': call(
    z.strictObject({
      bookId: Id,
      questionId: Id,
      text: z.string().max(2_000_000),
      state: AnswerState,
      source: z.enum(['typed', 'pasted', 'imported']),
      /** The present text is kept as an earlier one, however little differs. */
      keepsEarlier: z.boolean().optional(),
    }),
    z.strictObject({ savedAt: z.string(), words: z.int() }),
  ),
  /** Keeps an answer from the co-writer, or gives it back to it. */
  'answer.keepPrivate': call(z.strictObject({ bookId: Id, questionId: Id, isPrivate: z.boolean() }), Nothing),
  'answer.revisions': call(OfQuestion, z.array(EarlierText)),

  'draft.create': call(z.strictObject({ bookId: Id, chapterId: Id, style: DraftStyle }), Draft),
  'draft.list': call(OfChapter, z.array(Draft)),
  'draft.discard': call(z.strictObject({ bookId: Id, draftId: Id }), Nothing),
};
