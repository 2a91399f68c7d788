import { z } from 'zod';

/** Where a drafted sentence comes from: the author's own words, letter by letter. */
export const Citation = z.strictObject({ answerId: z.string(), questionId: z.string(), quote: z.string() });
export type Citation = z.infer<typeof Citation>;

export const DraftSentence = z.strictObject({ text: z.string(), citations: z.array(Citation) });
export type DraftSentence = z.infer<typeof DraftSentence>;

export const DraftParagraph = z.strictObject({ sentences: z.array(DraftSentence) });

export const DraftStyle = z.enum(['as-spoken', 'tidied']);
export type DraftStyle = z.infer<typeof DraftStyle>;

/** A draft beside the chapter. Nothing enters the text without a click. */
export const Draft = z.strictObject({
  id: z.string(),
  chapterId: z.string(),
  createdAt: z.string(),
  /** The built-in drafter arranges and tidies answers; it adds nothing of its own. */
  origin: z.literal('built-in'),
  style: DraftStyle,
  paragraphs: z.array(DraftParagraph),
  words: z.number().int(),
  /** Answers that were used, in order. */
  answerIds: z.array(z.string()),
});
export type Draft = z.infer<typeof Draft>;
