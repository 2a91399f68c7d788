import { join } from 'node:path';
import { blankBrief, type NewBrief } from '../../src-shared/domain/brief';
import type { Handlers } from '../../src-shared/ipc/contract';
import type { LibraryView } from '../../src-shared/ipc/library-calls';
import { ok } from '../../src-shared/result';
import type { Transaction } from '../book/book';
import { fail } from '../failure';
import type { Dialogs } from '../shell-ports';
import type { Library } from './library';

type LibraryCalls = Extract<keyof Handlers, `library.${string}`>;
export type LibraryService = Pick<Handlers, Exclude<LibraryCalls, 'library.openSample'>> & {
  /** Makes a book with a brief; `fill` may add to its first transaction. */
  readonly create: (brief: NewBrief, fill?: (tx: Transaction, bookId: string) => void | Promise<void>) => Promise<string>;
};

/** The shelf: making, archiving, trashing and finding books. */
export function createLibraryService(deps: {
  readonly library: Library;
  readonly dialogs: Dialogs;
  readonly now: () => number;
  readonly authorName: () => string;
  /** Remembers the author's choice of a library folder. */
  readonly rememberFolder: (folder: string) => Promise<void>;
}): LibraryService {
  const { library } = deps;

  async function create(brief: NewBrief, fill: (tx: Transaction, bookId: string) => void | Promise<void> = () => undefined): Promise<string> {
    const known = Object.fromEntries(Object.entries(brief).filter(([, value]) => value !== undefined));
    return library.create(async ({ book }) => {
      await book.change(
        'New book',
        async (tx) => {
          const createdAt = new Date(deps.now()).toISOString();
          tx.set('book', 'book', { ...blankBrief, author: deps.authorName(), ...known, createdAt, cover: null, archived: false, trashedAt: null });
          await fill(tx, book.id);
        },
        { undoable: false },
      );
    });
  }

  async function mark(bookId: string, label: string, fields: { archived?: boolean; trashedAt?: string | null }): Promise<void> {
    const { book } = await library.open(bookId);
    await book.change(label, (tx) => tx.set('book', 'book', fields), { undoable: false });
    await library.remember(bookId);
  }

  async function view(): Promise<LibraryView> {
    const { path, readOnly } = library.folder();
    return { folder: path, readOnly, books: await library.summaries() };
  }

  return {
    create,
    'library.list': async () => ok(await view()),
    'library.create': async (brief) => ok({ bookId: await create(brief) }),
    async 'library.archive'({ bookId, archived }) {
      await mark(bookId, archived ? 'Archive' : 'Take out of the archive', { archived });
      return ok(null);
    },
    async 'library.trash'({ bookId }) {
      await mark(bookId, 'Move book to trash', { trashedAt: new Date(deps.now()).toISOString() });
      return ok(null);
    },
    async 'library.restore'({ bookId }) {
      await mark(bookId, 'Restore book', { trashedAt: null });
      return ok(null);
    },
    async 'library.purge'({ bookId }) {
      const isTrashed = library.folder().data().books.some((book) => book.id === bookId && book.trashedAt !== null);
      if (!isTrashed) fail({ code: 'not-found', what: 'book', id: bookId });
      await library.purge(bookId);
      return ok(null);
    },
    async 'library.chooseFolder'() {
      const folder = await deps.dialogs.chooseFolder();
      if (folder === null) return ok(null);
      await library.openFolder(folder);
      await deps.rememberFolder(folder);
      return ok(await view());
    },
  };
}

/** Where the library is when the author has not chosen a place. */
export const defaultLibraryFolder = (documents: string): string => join(documents, 'Longhand');
