import { join } from 'node:path';
import type { BookSummary } from '../../src-shared/ipc/library-calls';
import type { BookChange } from '../book/book';
import { openBook, type BookProblem, type OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { stampTime } from '../book/clock';
import { fail } from '../failure';
import type { Files } from '../files/files';
import { openLibraryFolder, type LibraryFolder } from './library-folder';

/** Changed texts that may pile up in memory before a book is written out. */
const checkpointBytes = 2 * 1024 * 1024;

/** The open library: its folder and the books that are open in it. */
export type Library = ReturnType<typeof createLibrary>;

/** How an open book looks on the shelf. */
export function summarise({ book }: OpenBook, createdAt: string): BookSummary {
  const record = book.state.one('book', 'book') ?? fail({ code: 'not-found', what: 'book', id: book.id });
  const chapters = outlineOf(book).nodes.filter((node) => node.kind === 'chapter');
  return {
    id: book.id,
    title: record.title, subtitle: record.subtitle, author: record.author, genre: record.genre, language: record.language,
    words: outlineOf(book).nodes.reduce((sum, node) => sum + node.words, 0),
    chapters: chapters.length,
    cover: record.cover,
    createdAt: record.createdAt === '' ? createdAt : record.createdAt,
    changedAt: new Date(stampTime(book.lastStamp())).toISOString(),
    archived: record.archived,
    trashedAt: record.trashedAt,
  };
}

/**
 * Opens library folders, one at a time, and books in them on demand. Books stay open until closed; each is written out
 * when its log has grown, when it is closed, and when the library is.
 */
export function createLibrary(deps: {
  readonly files: Files;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onChange: (change: BookChange, open: OpenBook) => void;
  readonly onBooksChanged: () => void;
  readonly onProblem: (problem: BookProblem) => void;
}) {
  const { files, now, newId } = deps;
  let folder: LibraryFolder | undefined;
  const books = new Map<string, Promise<OpenBook>>();
  let saving: Promise<void> = Promise.resolve();

  const here = (): LibraryFolder => folder ?? fail({ code: 'not-found', what: 'file', id: 'library' });

  function saveFolder(change: Parameters<LibraryFolder['save']>[0]): Promise<void> {
    const done = saving.then(() => here().save(change));
    saving = done.catch(() => undefined); // reported to its own caller; later saves still run
    return done;
  }

  async function remember(summary: BookSummary): Promise<void> {
    await saveFolder((data) => ({ ...data, books: [...data.books.filter(({ id }) => id !== summary.id), summary] }));
    deps.onBooksChanged();
  }

  function load(bookId: string): Promise<OpenBook> {
    const { device, readOnly, quarantineFolder } = here();
    const opening = openBook({
      files, bookId, device, readOnly, quarantineFolder, now,
      folder: here().bookFolder(bookId),
      onProblem: deps.onProblem,
      onChange: (change) => {
        void opening.then((open) => {
          deps.onChange(change, open);
          if (open.book.texts.pendingBytes() > checkpointBytes) void writeOut(open);
        });
      },
    });
    return opening;
  }

  async function writeOut(open: OpenBook): Promise<void> {
    try {
      await open.checkpoint();
    } catch {
      // Nothing is lost: the log holds it all. The author hears that the disk needs attention.
      deps.onProblem({ bookId: open.book.id, file: 'book.json', reason: 'checkpoint-failed', isMended: true });
    }
  }

  async function open(bookId: string): Promise<OpenBook> {
    const known = books.get(bookId);
    if (known) return known;
    const folderOfBook = here().bookFolder(bookId);
    if (!(await files.look(join(folderOfBook, 'log')))) fail({ code: 'not-found', what: 'book', id: bookId });
    // Another caller may have begun while this one was looking.
    const opening = books.get(bookId) ?? load(bookId);
    books.set(bookId, opening);
    opening.catch(() => books.delete(bookId));
    return opening;
  }

  async function close(bookId: string): Promise<void> {
    const opening = books.get(bookId);
    if (!opening) return;
    const opened = await opening;
    books.delete(bookId);
    await opened.close();
    if (!here().readOnly) await remember(summarise(opened, new Date(now()).toISOString()));
  }

  async function listAgain(): Promise<void> {
    for (const bookId of await files.list(join(here().path, 'books'))) {
      if (bookId.startsWith('.')) continue;
      const opened = await open(bookId);
      await remember(summarise(opened, new Date(now()).toISOString()));
      await close(bookId);
    }
  }

  return {
    /** Opens the library in a folder, closing the one before. Fails as {@link openLibraryFolder} does. */
    async openFolder(path: string, { readOnly = false } = {}): Promise<void> {
      const next = await openLibraryFolder({
        files, path, readOnly, now, newId,
        onDamaged: (file) => deps.onProblem({ bookId: '', file, reason: 'damaged', isMended: true }),
      });
      if (folder) await this.shutdown();
      folder = next;
      if (next.mustListAgain && !readOnly) await listAgain();
    },
    folder: here,
    isOpen: () => folder !== undefined,
    open,
    /** Writes a book out and forgets its texts. */
    close,
    /** Books on the shelf, those that are open as they are now. */
    async summaries(): Promise<BookSummary[]> {
      const fresh = new Map<string, BookSummary>();
      for (const [bookId, opening] of books) fresh.set(bookId, summarise(await opening, ''));
      return here().data().books.map((known) => ({ ...(fresh.get(known.id) ?? known), createdAt: known.createdAt }));
    },
    remember: async (bookId: string) => remember(summarise(await open(bookId), new Date(now()).toISOString())),
    /** Makes an empty book; `fill` is its first transaction. */
    async create(fill: (opened: OpenBook) => Promise<void>): Promise<string> {
      const bookId = newId();
      await files.makeFolder(join(here().bookFolder(bookId), 'log'));
      try {
        await fill(await open(bookId));
      } catch (cause) {
        books.delete(bookId);
        await files.remove(here().bookFolder(bookId)).catch(() => undefined); // the failure to report is the first
        throw cause;
      }
      await remember(summarise(await open(bookId), new Date(now()).toISOString()));
      return bookId;
    },
    /** Moves a book's folder to the library's trash folder for good. */
    async purge(bookId: string): Promise<void> {
      const opening = books.get(bookId);
      if (opening) await (await opening).close();
      books.delete(bookId);
      const trash = join(here().path, 'trash');
      await files.makeFolder(trash);
      await files.move(here().bookFolder(bookId), join(trash, `${bookId}-${now()}`));
      await saveFolder((data) => ({ ...data, books: data.books.filter(({ id }) => id !== bookId), purged: [...data.purged, bookId] }));
      deps.onBooksChanged();
    },
    /** Writes everything out and lets the folder go. One failing book does not stop the others. */
    async shutdown(): Promise<void> {
      const failures: unknown[] = [];
      for (const bookId of [...books.keys()]) await close(bookId).catch((cause: unknown) => failures.push(cause));
      books.clear();
      await saving;
      await folder?.close();
      folder = undefined;
      if (failures.length > 0) throw failures[0];
    },
  };
}
