import type { Genre } from '../../../src-shared/domain/genre';
import type { Outline, OutlineProposal } from '../../../src-shared/domain/outline';
import type { AppError } from '../../../src-shared/result';

/** The steps from nothing to the first question. */
export type NewBook =
  | {
      readonly step: 'naming';
      readonly title: string;
      readonly genre: Genre;
      readonly author: string;
      readonly error: AppError | null;
      readonly isBusy: boolean;
    }
  | {
      readonly step: 'shaping';
      readonly bookId: string;
      readonly title: string;
      readonly proposal: OutlineProposal;
      readonly error: AppError | null;
      readonly isBusy: boolean;
    };

export type NewBookEvent =
  | { readonly type: 'edited'; readonly field: Partial<{ title: string; genre: Genre; author: string }> }
  | { readonly type: 'started' }
  | { readonly type: 'refused'; readonly error: AppError }
  | { readonly type: 'made'; readonly bookId: string; readonly proposal: OutlineProposal }
  | { readonly type: 'reset'; readonly author: string };

/** An empty form. */
export const blankNewBook = (author: string): NewBook => ({
  step: 'naming',
  title: '',
  genre: 'memoir',
  author,
  error: null,
  isBusy: false,
});

/** The next state of the dialog. */
export function newBookReducer(state: NewBook, event: NewBookEvent): NewBook {
  switch (event.type) {
    case 'edited':
      return state.step === 'naming' ? { ...state, ...event.field, error: null } : state;
    case 'started':
      return { ...state, isBusy: true, error: null };
    case 'refused':
      return { ...state, isBusy: false, error: event.error };
    case 'made':
      return {
        step: 'shaping',
        bookId: event.bookId,
        title: state.title,
        proposal: event.proposal,
        error: null,
        isBusy: false,
      };
    case 'reset':
      return blankNewBook(event.author);
  }
}

/** The chapter whose interview comes first: the first true chapter, or whatever carries text. */
export function firstChapter(outline: Outline): string | null {
  const chapter = outline.nodes.find((node) => node.kind === 'chapter');
  return chapter?.id ?? null;
}
