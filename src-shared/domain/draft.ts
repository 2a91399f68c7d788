import { z } from 'zod';

/** Where a drafted sentence comes from: the author's own words, letter by letter. */
export const Citation = z.strictObject({ answerId: z.string(), questionId: z.string(), quote: z.string() });
export type Citation = z.infer<typeof Citation>;

export const DraftSentence = z.strictObject({
  text: z.string(),
  /** Checked in code: each quote stands in its answer. A sentence without any is not supported by the author’s words. */
  citations: z.array(Citation),
  /** Names, numbers and dates of the sentence that are in no answer; left out when there are none. */
  flagged: z.array(z.string()).optional(),
});
export type DraftSentence = z.infer<typeof DraftSentence>;

export const DraftParagraph = z.strictObject({ sentences: z.array(DraftSentence) });

/** What the built-in drafter can do. */
export const DraftStyle = z.enum(['as-spoken', 'tidied']);
export type DraftStyle = z.infer<typeof DraftStyle>;

/** How the co-writer can be asked to write. `own-voice` follows a sample of the author’s. */
export const CoWriterStyle = z.enum(['professional', 'conversational', 'academic', 'creative', 'technical', 'own-voice']);
export type CoWriterStyle = z.infer<typeof CoWriterStyle>;

/** Who arranged a draft: the built-in drafter, which adds nothing of its own, or a model. */
export const DraftOrigin = z.enum(['built-in', 'co-writer']);
export type DraftOrigin = z.infer<typeof DraftOrigin>;

/** A draft beside the chapter. Nothing enters the text without a click. */
export const Draft = z.strictObject({
  id: z.string(),
  chapterId: z.string(),
  createdAt: z.string(),
  origin: DraftOrigin,
  /** The model that wrote it; empty for the built-in drafter. */
  model: z.string(),
  style: z.union([DraftStyle, CoWriterStyle]),
  paragraphs: z.array(DraftParagraph),
  words: z.number().int(),
  /** Sentences that no quote of the author’s carries. */
  unsupported: z.number().int(),
  /** Answers that were used, in order. */
  answerIds: z.array(z.string()),
  /** Those of them that the author keeps from the co-writer now. */
  privateAnswerIds: z.array(z.string()),
  /** The sample of the author’s that shaped it; empty for every style but `own-voice`. */
  sample: z.string(),
});
export type Draft = z.infer<typeof Draft>;
