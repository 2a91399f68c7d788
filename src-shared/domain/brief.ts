import { z } from 'zod';
import { EarlierText } from './earlier-text';
import { Genre } from './genre';

export const Audience = z.enum([
  'Children', 'Middle grade', 'Young adult', 'Adult', 'General', 'Academic', 'Professional',
]);
export type Audience = z.infer<typeof Audience>;

/** A BCP 47 language tag, checked by the platform. */
export const LanguageTag = z.string().max(35).refine((tag) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false; // RangeError is how Intl says "not a language tag"
  }
}, 'not a language tag');

/** What a book is about, in the author's words. The summary is never cut: its limits are hints. */
export const Brief = z.strictObject({
  title: z.string().trim().min(1).max(200),
  subtitle: z.string().trim().max(255),
  author: z.string().trim().max(200),
  genre: Genre,
  audience: Audience,
  language: LanguageTag,
  summary: z.string().max(1_000_000),
  description: z.string().max(5_000),
});
export type Brief = z.infer<typeof Brief>;

/** A brief as an author starts one: only the title is needed. */
export const NewBrief = Brief.partial().extend({ title: Brief.shape.title });
export type NewBrief = z.infer<typeof NewBrief>;

/** The brief of a book about which nothing is known yet. */
export const blankBrief: Brief = {
  title: 'Untitled', subtitle: '', author: '', genre: 'memoir', audience: 'General', language: 'en', summary: '', description: '',
};

/** A question about the book as a whole, asked once. */
export const Clarification = z.strictObject({
  id: z.string(),
  question: z.string(),
  why: z.string(),
  answer: z.string(),
  state: z.enum(['open', 'answered', 'skipped']),
  /** The author keeps the answer from the co-writer. */
  isPrivate: z.boolean().optional(),
  /** Other answers to it, written on several devices at once. */
  earlier: z.array(EarlierText),
});
export type Clarification = z.infer<typeof Clarification>;
