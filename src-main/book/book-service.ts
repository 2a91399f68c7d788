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

  async function readWorkplace(bookId: string): Promise<Workplace | null> {
    const bytes = await deps.files.read(workplaceFile(bookId));
    if (!bytes) return null;
    try {
      return Workplace.parse(JSON.parse(new TextDecoder().decode(bytes)));
    } catch {
      return null; // where the author was is a comfort, not a promise: a damaged note is no note
    }
  }

  async function noteWorkplace(bookId: string, part: Partial<{ [K in keyof Workplace]: Workplace[K] | undefined }>): Promise<void> {
    const last = (await readWorkplace(bookId)) ?? { screen: 'brief', tabs: [], activeTab: null, places: {} };
    const known = Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
    const next = { ...last, ...known, places: { ...last.places, ...part.places } };
    await deps.files.replace(workplaceFile(bookId), new TextEncoder().encode(JSON.stringify(next)));
  }

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
    'book.workplace': async ({ bookId }) => ok(await readWorkplace(bookId)),
    async 'book.rememberWorkplace'({ bookId, part }) {
      await deps.openBook(bookId);
      // In turn: the frame and the writing room each note their part, and neither may undo the other's.
      const turn = remembering.catch(() => null).then(() => noteWorkplace(bookId, part));
      remembering = turn;
      await turn;
      return ok(null);
    },
  };
}
