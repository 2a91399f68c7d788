import { isOfReviewer, type Suggestion } from '../../src-shared/domain/suggestion';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import type { RecordOf } from '../book/records';
import { fail } from '../failure';
import type { KeptWork } from './works/edit';

/** The calls for suggestions that wait beside a chapter, and how they get there. */
export type SuggestionService = Pick<Handlers, 'suggestion.list' | 'suggestion.settle'> & {
  /** Keeps what a work suggested, in one step. Older suggestions for the same passages give way. */
  readonly keep: (book: Book, work: KeptWork) => Promise<void>;
};

type SuggestionRecord = RecordOf<'suggestions'>;

const show = ({ id, chapterId, line, how, before, after, why, broken, model, usd, createdAt, state }: SuggestionRecord): Suggestion => ({
  ...{ id, chapterId, line, how, before, after, why, broken, model, usd, createdAt, state },
});

const openIn = (book: Book, chapterId: string): SuggestionRecord[] =>
  [...book.state.all('suggestions').values()].filter(
    (suggestion) => suggestion.chapterId === chapterId && suggestion.state === 'open',
  );

/** Keeps suggestions until the author has decided on each; the chapter's text is changed by the editor alone. */
export function createSuggestionService(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  readonly newId: () => string;
  readonly now: () => number;
}): SuggestionService {
  return {
    async keep(book, { suggestions, ...work }) {
      const createdAt = new Date(deps.now()).toISOString();
      const lines = new Set(suggestions.map(({ line }) => line));
      await book.change('Suggest changes', (tx) => {
        for (const known of openIn(book, work.chapterId))
          if (lines.has(known.line) && !isOfReviewer(known)) tx.set('suggestions', known.id, { state: 'withdrawn' });
        for (const suggestion of suggestions)
          tx.set('suggestions', deps.newId(), { ...work, ...suggestion, createdAt, state: 'open' });
      });
    },

    async 'suggestion.list'({ bookId, chapterId }) {
      const { book } = await deps.openBook(bookId);
      return ok(openIn(book, chapterId).map(show).sort((a, b) => a.line - b.line || (a.id < b.id ? -1 : 1)));
    },

    async 'suggestion.settle'({ bookId, ids, state }) {
      const { book } = await deps.openBook(bookId);
      await book.change(
        'Settle suggestions',
        (tx) => {
          for (const id of ids) {
            const known = book.state.one('suggestions', id) ?? fail({ code: 'not-found', what: 'suggestion', id });
            if (known.state !== state) tx.set('suggestions', id, { state });
          }
        },
        // What was accepted is in the text, which has its own undo; the page takes both back together.
        { undoable: false },
      );
      return ok(null);
    },
  };
}
