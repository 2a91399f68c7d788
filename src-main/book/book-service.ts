import { join } from 'node:path';
import { Workplace } from '../../src-shared/ipc/book-calls';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Files } from '../files/files';
import type { OpenBook } from './open-book';

/** The calls about a book as a whole. */
export type BookService = Pick<
  Handlers,
  'book.open' | 'book.close' | 'book.undo' | 'book.redo' | 'book.undoState' | 'book.workplace' | 'book.rememberWorkplace'
>;

/** Opens and closes books, takes steps back, and remembers where the author was on this machine. */
export function createBookService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly closeBook: (bookId: string) => Promise<void>;
  readonly bookFolder: (bookId: string) => string;
  readonly files: Files;
}): BookService {
  const workplaceFile = (bookId: string): string => join(deps.bookFolder(bookId), 'workplace.json');
  let remembering: Promise<unknown> = Promise.resolve();

  return {
    async 'book.open'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      const record = book.state.one('book', 'book');
      return ok({ title: record?.title ?? '', language: record?.language ?? 'en' });
    },
    async 'book.close'({ bookId }) {
      await deps.closeBook(bookId);
      return ok(null);
    },
    async 'book.undo'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      await book.undo();
      return ok(book.undoState());
    },
    async 'book.redo'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      await book.redo();
      return ok(book.undoState());
    },
    'book.undoState': async ({ bookId }) => ok((await deps.openBook(bookId)).book.undoState()),
    async 'book.workplace'({ bookId }) {
      const bytes = await deps.files.read(workplaceFile(bookId));
      if (!bytes) return ok(null);
      try {
        return ok(Workplace.parse(JSON.parse(new TextDecoder().decode(bytes))));
      } catch {
        return ok(null); // where the author was is a comfort, not a promise: a damaged note is no note
      }
    },
    async 'book.rememberWorkplace'({ bookId, workplace }) {
      await deps.openBook(bookId);
      // In turn: the frame and the writing room both remember, and the later one must not be overtaken.
      const bytes = new TextEncoder().encode(JSON.stringify(workplace));
      const turn = remembering.catch(() => null).then(() => deps.files.replace(workplaceFile(bookId), bytes));
      remembering = turn;
      await turn;
      return ok(null);
    },
  };
}
