import { z } from 'zod';
import { ChapterWords, Disclosure } from '../domain/disclosure';
import { provenances } from '../text/provenance';
import { call, Id, Nothing, OfBook } from './call';

/** A sentence that holds words of one kind, and where it stands. */
export const FoundSentence = z.strictObject({
  chapterId: z.string(),
  title: z.string(),
  line: z.int(),
  /** What stands before it in its line. */
  before: z.string(),
  text: z.string(),
});
export type FoundSentence = z.infer<typeof FoundSentence>;

export const DisclosureView = z.strictObject({
  /** By the evidence alone. */
  suggested: Disclosure,
  /** With what the author answered in its place. */
  present: Disclosure,
  chapters: z.array(ChapterWords),
  /** Pictures in the book, the cover among them, that a model made here. */
  pictures: z.int(),
});
export type DisclosureView = z.infer<typeof DisclosureView>;

export const disclosureCalls = {
  /** Counts the whole book’s words by where they came from, and what that suggests. */
  'disclosure.read': call(OfBook, DisclosureView),
  /** The sentences that hold words of one kind, in reading order, at most `limit`. */
  'disclosure.sentences': call(
    z.strictObject({
      bookId: Id,
      chapterId: Id.nullable(),
      kind: z.enum(provenances),
      limit: z.int().min(1).max(1_000),
    }),
    z.strictObject({ sentences: z.array(FoundSentence), total: z.int() }),
  ),
  /** Keeps the author’s own answers; `null` goes back to the suggestion. */
  'disclosure.answer': call(
    z.strictObject({
      bookId: Id,
      patch: z.strictObject({
        text: Disclosure.shape.text.nullable().optional(),
        images: Disclosure.shape.images.optional(),
        translations: Disclosure.shape.translations.optional(),
        tools: Disclosure.shape.tools.nullable().optional(),
        statement: Disclosure.shape.statement.nullable().optional(),
      }),
    }),
    Nothing,
  ),
  /** Asks the author where to, and writes the disclosure with its evidence; `null` when they changed their mind. */
  'disclosure.export': call(
    z.strictObject({ bookId: Id, format: z.enum(['html', 'json']) }),
    z.strictObject({ file: z.string() }).nullable(),
  ),
};
