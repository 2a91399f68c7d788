import { z } from 'zod';
import type { GenreFamily } from './genre';

export const QuestionKind = z.enum([
  'character', 'plot', 'setting', 'theme', 'research', 'voice',
  'claim', 'evidence', 'example', 'definition', 'step', 'story', 'takeaway',
  'scene', 'person', 'place', 'feeling', 'turning-point', 'meaning',
]);
export type QuestionKind = z.infer<typeof QuestionKind>;

/** The kinds of question that fit each family of genres. */
export const kindsOf: Readonly<Record<GenreFamily, readonly QuestionKind[]>> = {
  fiction: ['character', 'plot', 'setting', 'theme', 'research', 'voice'],
  'non-fiction': ['claim', 'evidence', 'example', 'definition', 'step', 'story', 'takeaway'],
  memoir: ['scene', 'person', 'place', 'feeling', 'turning-point', 'meaning'],
};

export const Difficulty = z.enum(['easy', 'medium', 'hard']);
export type Difficulty = z.infer<typeof Difficulty>;

/** Suggested length of an answer, in words. */
export const suggestedWords: Readonly<Record<Difficulty, { readonly from: number; readonly to: number }>> = {
  easy: { from: 100, to: 200 },
  medium: { from: 200, to: 300 },
  hard: { from: 300, to: 500 },
};

export const interviewLimits = {
  questionsPerChapter: 20,
  fewestQuestions: 3,
  defaultQuestions: 10,
  rewritesPerQuestion: 5,
  oneKindPerBatch: 4,
  /** Token-set similarity from which two questions count as the same. */
  duplicateSimilarity: 0.7,
  answersBeforeDraft: 3,
  answersBeforeHistory: 5,
} as const;

export const QuestionText = z.string().trim().min(10).max(1_000);

export const Feedback = z.enum(['too-easy', 'too-hard', 'unclear', 'off-topic', 'repeated', 'needs-example', 'great']);
export type Feedback = z.infer<typeof Feedback>;

/** The visible parts of a question's score, each 0 to 1, and their mean. */
export const QuestionQuality = z.strictObject({
  score: z.number(),
  parts: z.array(z.strictObject({ name: z.string(), score: z.number(), note: z.string() })),
});
export type QuestionQuality = z.infer<typeof QuestionQuality>;

/** Who worded a question: a pack, the author, a file that was brought in, or a model. */
export const QuestionOrigin = z.enum(['pack', 'author', 'import', 'co-writer']);
export type QuestionOrigin = z.infer<typeof QuestionOrigin>;

export const AnswerState = z.enum(['empty', 'draft', 'complete']);
export type AnswerState = z.infer<typeof AnswerState>;

export const Answer = z.strictObject({
  text: z.string(),
  state: AnswerState,
  /** How the words came in. */
  source: z.enum(['typed', 'pasted', 'imported']),
  words: z.number().int(),
  savedAt: z.string().nullable(),
  /** The author keeps it from the co-writer. */
  isPrivate: z.boolean().optional(),
});
export type Answer = z.infer<typeof Answer>;

export const Question = z.strictObject({
  id: z.string(),
  chapterId: z.string(),
  text: z.string(),
  kind: QuestionKind,
  difficulty: Difficulty,
  help: z.string(),
  example: z.string(),
  why: z.string(),
  /** The author asked for an example, here or earlier in the chapter: it is shown whatever the guidance setting is. */
  exampleWanted: z.boolean().optional(),
  origin: QuestionOrigin,
  skipped: z.boolean(),
  feedback: Feedback.nullable(),
  /** Earlier wordings, oldest first. */
  rewrites: z.array(z.string()),
  quality: QuestionQuality,
  answer: Answer,
});
export type Question = z.infer<typeof Question>;

/** The interview of one chapter, in order. */
export const Interview = z.strictObject({
  chapterId: z.string(),
  questions: z.array(Question),
  /** Completed answers; a draft needs {@link interviewLimits}.answersBeforeDraft answers with text. */
  complete: z.number().int(),
  answered: z.number().int(),
  nextUnanswered: z.string().nullable(),
});
export type Interview = z.infer<typeof Interview>;

export const Experience = z.enum(['beginner', 'intermediate', 'advanced', 'professional']);
export const Guidance = z.enum(['detailed', 'moderate', 'minimal']);
export type Experience = z.infer<typeof Experience>;
export type Guidance = z.infer<typeof Guidance>;

/** Which kinds of question this author answers fully; `null` while there are too few answers. */
export const InterviewHistory = z.strictObject({
  answered: z.number().int(),
  needed: z.number().int(),
  kinds: z.array(z.strictObject({ kind: QuestionKind, fullness: z.number() })).nullable(),
});
export type InterviewHistory = z.infer<typeof InterviewHistory>;
