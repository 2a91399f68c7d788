import { z } from 'zod';

/** In which respect the co-writer is asked to work on passages. */
export const EditHow = z.enum(['restyle', 'tighten', 'expand', 'clarify', 'grammar', 'tidy']);
export type EditHow = z.infer<typeof EditHow>;

/** How a suggestion came about: by the co-writer, or as a reviewer's tracked change or remark in a manuscript that was brought. */
export const SuggestionHow = z.enum([...EditHow.options, 'reviewer', 'remark']);
export type SuggestionHow = z.infer<typeof SuggestionHow>;

/** Whether a suggestion came with a manuscript, from people and not from a model. */
export const isOfReviewer = ({ how }: { readonly how: SuggestionHow }): boolean => how === 'reviewer' || how === 'remark';

/** What became of a suggestion. `withdrawn`: its passage was changed first, or a newer suggestion took its place. */
export const SuggestionState = z.enum(['open', 'accepted', 'rejected', 'withdrawn']);
export type SuggestionState = z.infer<typeof SuggestionState>;

/** A change that the co-writer or a reviewer suggests for one passage, or what a reviewer says about it. It stands beside the text until the author decides. */
export const Suggestion = z.strictObject({
  id: z.string(),
  chapterId: z.string(),
  /** Which line of the chapter it was made for, as `textLines` counts them; the words of `before` say where it belongs. */
  line: z.number().int(),
  how: SuggestionHow,
  before: z.string(),
  after: z.string(),
  why: z.string(),
  /** Terms, numbers and quotations of the passage that it lost or changed. */
  broken: z.array(z.string()),
  /** Who made it: the model, or the reviewer by name. */
  model: z.string(),
  /** What the work that it came from cost, in US dollars. */
  usd: z.number(),
  createdAt: z.string(),
  state: SuggestionState,
});
export type Suggestion = z.infer<typeof Suggestion>;
