import { z } from 'zod';
import { Genre } from './genre';
import { Difficulty, QuestionKind } from './interview';

export const Stage = z.enum(['opening', 'middle', 'ending', 'any']);
export type Stage = z.infer<typeof Stage>;

const PackQuestion = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  text: z.string().min(10).max(300),
  kind: QuestionKind,
  difficulty: Difficulty,
  help: z.string().min(1),
  example: z.string().min(1),
  why: z.string().min(1),
  stage: Stage,
});
export type PackQuestion = z.infer<typeof PackQuestion>;

/** One genre's interview in one language: a data file in `resources/packs`. */
export const Pack = z.strictObject({
  version: z.literal(1),
  genre: Genre,
  language: z.string(),
  outline: z.strictObject({
    chapters: z
      .array(
        z.strictObject({
          title: z.string().min(1).max(60),
          description: z.string().min(1),
          stage: z.enum(['opening', 'middle', 'ending']),
          sections: z.array(z.strictObject({ title: z.string().min(1), description: z.string().min(1) })).min(2).max(4),
        }),
      )
      .min(6)
      .max(12),
  }),
  clarifying: z.array(z.strictObject({ id: z.string(), question: z.string(), why: z.string() })).min(3).max(6),
  questions: z.array(PackQuestion).min(20),
  /** The text holds `{focus}` once, inside quotation marks, for the title of a chapter or section. */
  focusQuestions: z.array(PackQuestion),
});
export type Pack = z.infer<typeof Pack>;
