import { z } from 'zod';
import { NewBrief } from './brief';

/** Interview material in one file: a brief, an outline, and questions with the author's answers. Further fields are ignored. */
export const InterviewFile = z.object({
  /** Only a new book needs it. */
  brief: NewBrief.extend({ summary: z.string().optional() }).optional(),
  outline: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(200),
        description: z.string().max(5_000).default(''),
        sections: z.array(z.object({ title: z.string().trim().min(1).max(200), description: z.string().default('') })).default([]),
        interview: z.array(z.object({ question: z.string().trim().min(1).max(1_000), answer: z.string().default('') })).default([]),
        /** The chapter's text in Markdown, for material that has been written already. */
        text: z.string().default(''),
      }),
    )
    .max(1_000),
});
export type InterviewFile = z.infer<typeof InterviewFile>;
