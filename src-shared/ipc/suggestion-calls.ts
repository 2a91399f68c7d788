import { z } from 'zod';
import { Suggestion, SuggestionState } from '../domain/suggestion';
import { call, Id, Nothing, OfChapter } from './call';

export const suggestionCalls = {
  /** The suggestions of a chapter that wait for the author, in the order of their lines. */
  'suggestion.list': call(OfChapter, z.array(Suggestion)),
  /** Notes what became of suggestions. The text itself is the editor’s to change. */
  'suggestion.settle': call(
    z.strictObject({ bookId: Id, ids: z.array(Id).min(1).max(2_000), state: SuggestionState }),
    Nothing,
  ),
};
