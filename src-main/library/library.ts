import { join } from 'node:path';
import type { BookSummary } from '../../src-shared/ipc/library-calls';
import type { AppError } from '../../src-shared/result';
import type { Book, BookChange } from '../book/book';
import { openBook, type BookProblem, type OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { stampTime } from '../book/clock';
import { AppFailure, fail } from '../failure';
import type { Files } from '../files/files';
import { openLibraryFolder, type LibraryFile, type LibraryFolder } from './library-folder';

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
  /** Books that are being written out, until they can be opened again. */
  const closing = new Map<string, Promise<void>>();
  /** Books that work in the background is on, with how much of it there is. */
  const inUse = new Map<string, number>();
  /** Of these, the ones to close when it is done. */
  const closeWhenFree = new Set<string>();
  let saving: Promise<void> = Promise.resolve();
  let closedBecause: AppError = { code: 'not-found', what: 'file', id: 'library' };

  const here = (): LibraryFolder => folder ?? fail(closedBecause);

  function saveFolder(change: Parameters<LibraryFolder['save']>[0]): Promise<void> {
    const done = saving.then(() => here().save(change));
    saving = done.catch(() => undefined); // reported to its own caller; later saves still run
    return done;
  }

  /** Takes a book's line on the shelf anew; with `isClosed` it will not be read again at the next start. */
  async function remember(opened: OpenBook, { isClosed = false } = {}): Promise<void> {
    const summary = summarise(opened, new Date(now()).toISOString());
    const change = (data: LibraryFile): LibraryFile => ({
      ...data,
      books: [...data.books.filter(({ id }) => id !== summary.id), summary],
      opened: isClosed ? data.opened.filter((id) => id !== summary.id) : data.opened,
    });
    if (here().readOnly) here().note(change);
    else await saveFolder(change).catch((cause: unknown) => {
      if (!(cause instanceof AppFailure)) throw cause;
      // The shelf is a copy of what the books' logs say; the next start makes it again.
      here().note(change);
      deps.onProblem({ bookId: '', file: 'library.json', reason: 'checkpoint-failed', isMended: true });
    });
    deps.onBooksChanged();
  }

  /** Notes that a book is open, so that a crash does not leave an old title on the shelf. A comfort: it may fail. */
  async function noteOpened(bookId: string): Promise<void> {
    if (here().readOnly || here().data().opened.includes(bookId)) return;
    await saveFolder((data) => ({ ...data, opened: [...data.opened, bookId] })).catch(() => undefined);
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
      notWritten(open.book.id);
    }
  }

  /** Nothing is lost: the log holds it all. The author hears that the disk needs attention. */
  function notWritten(bookId: string): void {
    deps.onProblem({ bookId, file: 'book.json', reason: 'checkpoint-failed', isMended: true });
  }

  async function open(bookId: string): Promise<OpenBook> {
    closeWhenFree.delete(bookId);
    await closing.get(bookId);
    const known = books.get(bookId);
    if (known) return known;
    const folderOfBook = here().bookFolder(bookId);
    if (!(await files.look(join(folderOfBook, 'log')))) fail({ code: 'not-found', what: 'book', id: bookId });
    await noteOpened(bookId);
    // Another caller may have begun while this one was looking.
    const opening = books.get(bookId) ?? load(bookId);
    books.set(bookId, opening);
    opening.catch(() => books.delete(bookId));
    return opening;
  }

  async function finish(opened: OpenBook): Promise<void> {
    await opened.close();
    if (opened.book.state.one('book', 'book')) await remember(opened, { isClosed: true });
  }

  async function close(bookId: string): Promise<void> {
    const opening = books.get(bookId);
    if (opening && inUse.has(bookId)) {
      closeWhenFree.add(bookId);
      const opened = await opening;
      await writeOut(opened);
      await remember(opened);
      return;
    }
    await closeNow(bookId);
  }

  /** Works on a book that must not be closed meanwhile. One that nobody else has opened is closed after it. */
  async function use<T>(bookId: string, work: (opened: OpenBook) => Promise<T>): Promise<T> {
    const isOurs = !books.has(bookId);
    inUse.set(bookId, (inUse.get(bookId) ?? 0) + 1);
    try {
      const opened = await open(bookId);
      if (isOurs) closeWhenFree.add(bookId);
      return await work(opened);
    } finally {
      const others = (inUse.get(bookId) ?? 1) - 1;
      if (others > 0) inUse.set(bookId, others);
      else inUse.delete(bookId);
      if (others === 0 && closeWhenFree.delete(bookId)) await closeNow(bookId).catch(() => notWritten(bookId));
    }
  }

  async function closeNow(bookId: string): Promise<void> {
    const opening = books.get(bookId);
    if (!opening) return closing.get(bookId);
    books.delete(bookId);
    // Whoever opens it again waits: two at once would write over each other's texts.
    const done = opening.then(finish);
    closing.set(bookId, done.catch(() => undefined));
    await done.finally(() => closing.delete(bookId));
  }

  const toTrash = async (bookId: string): Promise<void> => {
    const trash = join(here().path, 'trash');
    await files.makeFolder(trash);
    await files.move(here().bookFolder(bookId), join(trash, `${bookId}-${now()}`));
  };

  /** Reads a book's line anew. A folder in which no book ever came to be is put in the trash. */
  async function listAgain(bookId: string): Promise<void> {
    if (!here().readOnly && !(await files.look(join(here().bookFolder(bookId), 'log')))) return toTrash(bookId);
    const opened = await open(bookId);
    const isBook = opened.book.state.one('book', 'book') !== undefined;
    await close(bookId);
    if (!isBook && !here().readOnly) await toTrash(bookId);
  }

  /** Ends what a crash interrupted: purges, merges, books that were being made, lines on the shelf that are old. */
  async function recover(): Promise<void> {
    const { books: listed, purged, opened } = here().data();
    const known = new Set(listed.map(({ id }) => id));
    for (const name of await files.list(join(here().path, 'books'))) {
      // What somebody else put there, as file managers do, is no book.
      if (!(await files.look(join(here().path, 'books', name)))?.isFolder) continue;
      const isLeft = name.startsWith('.') || purged.includes(name);
      if (isLeft && here().readOnly) continue;
      let work: Promise<void> | undefined;
      if (name.startsWith('.')) work = files.remove(join(here().path, 'books', name));
      else if (purged.includes(name)) work = toTrash(name);
      else if (!known.has(name) || opened.includes(name)) work = listAgain(name);
      // One book that cannot be read hides no other: opening it says why.
      await work?.catch((cause: unknown) => {
        if (!(cause instanceof AppFailure)) throw cause;
        deps.onProblem({ bookId: name, file: 'book.json', reason: 'unreadable', isMended: false });
      });
    }
  }

  return {
    /** Opens the library in a folder, closing the one before. Fails as {@link openLibraryFolder} does. */
    async openFolder(path: string, { readOnly = false } = {}): Promise<void> {
      if (folder?.path === path) return;
      const next = await openLibraryFolder({
        files, path, readOnly, now, newId,
        onDamaged: (file) => deps.onProblem({ bookId: '', file, reason: 'damaged', isMended: true }),
      }).catch((cause: unknown) => {
        // While no library is open, every call about books says why.
        if (cause instanceof AppFailure) closedBecause = cause.error;
        throw cause;
      });
      if (folder) await this.shutdown();
      folder = next;
      await recover();
    },
    folder: here,
    isOpen: () => folder !== undefined,
    open,
    use,
    /** A book if it is open, as it is now. */
    async peek(bookId: string): Promise<Book | undefined> {
      return (await books.get(bookId)?.catch(() => undefined))?.book;
    },
    /** Writes a book out and forgets its texts, these when no work in the background is on it any more. */
    close,
    /** Books on the shelf, those that are open as they are now. */
    async summaries(): Promise<BookSummary[]> {
      const fresh = new Map<string, BookSummary>();
      for (const [bookId, opening] of books) fresh.set(bookId, summarise(await opening, ''));
      return here().data().books.map((known) => ({ ...(fresh.get(known.id) ?? known), createdAt: known.createdAt }));
    },
    remember: async (bookId: string) => remember(await open(bookId)),
    /** Makes an empty book; `fill` is its first transaction. */
    async create(fill: (opened: OpenBook) => Promise<void>): Promise<string> {
      const bookId = newId();
      try {
        await files.makeFolder(join(here().bookFolder(bookId), 'log'));
        await fill(await open(bookId));
      } catch (cause) {
        books.delete(bookId);
        await files.remove(here().bookFolder(bookId)).catch(() => undefined); // the failure to report is the first
        throw cause;
      }
      await remember(await open(bookId));
      return bookId;
    },
    /** Takes a book off the shelf for good. From the moment the library says so; its folder then goes to the library's trash. */
    async purge(bookId: string): Promise<void> {
      // What it cannot write out now is in its log, which is kept.
      await closeNow(bookId).catch(() => undefined);
      await saveFolder((data) => ({
        ...data,
        books: data.books.filter(({ id }) => id !== bookId),
        opened: data.opened.filter((id) => id !== bookId),
        purged: [...data.purged, bookId],
      }));
      await toTrash(bookId).catch(() => undefined); // the next start does it
      deps.onBooksChanged();
    },
    /** Writes everything out and lets the folder go. One failing book does not stop the others. */
    async shutdown(): Promise<void> {
      const failures: unknown[] = [];
      for (const bookId of [...books.keys()]) await closeNow(bookId).catch((cause: unknown) => failures.push(cause));
      books.clear();
      await saving;
      await folder?.close();
      folder = undefined;
      if (failures.length > 0) throw failures[0];
    },
  };
}
