import { basename, join } from 'node:path';
import { createAssetStore } from '../book/asset-store';
import { openBook, type BookProblem, type OpenBook } from '../book/open-book';
import { readTextFile } from '../book/text-file';
import { textOf, toDocument } from '../book/text-document';
import { readLog } from '../book/log';
import { AppFailure } from '../failure';
import type { Files } from '../files/files';
import { openStateFile } from '../files/state-file';
import { LibraryFile } from './library-folder';

/** Something that is not as it should be: a file of the library, and in which way. */
export type VerifyProblem = {
  readonly bookId: string | null;
  readonly file: string;
  readonly reason: 'missing' | 'damaged' | 'torn' | 'gap' | 'newer' | 'unreadable' | 'differs-from-log';
};
export type VerifyReport = {
  readonly ok: boolean;
  readonly problems: readonly VerifyProblem[];
  /** How much was read: nothing that is named here was skipped. */
  readonly checked: { readonly books: number; readonly entries: number; readonly texts: number; readonly assets: number };
};

/**
 * Reads everything in a library and changes nothing: every checksum of log lines, texts and assets, and each book's
 * logs, replayed from nothing, against its state and its texts. Works beside a library that is in use, too.
 */
export async function verifyLibrary(files: Files, folder: string): Promise<VerifyReport> {
  const problems: VerifyProblem[] = [];
  const checked = { books: 0, entries: 0, texts: 0, assets: 0 };
  const note = (bookId: string | null, file: string, reason: VerifyProblem['reason']): void => void problems.push({ bookId, file, reason });
  const report = (): VerifyReport => ({ ok: problems.length === 0, problems, checked });
  const found = await files.look(folder);
  if (!found?.isFolder) {
    note(null, basename(folder), 'missing');
    return report();
  }

  async function readShelf(): Promise<LibraryFile | undefined> {
    try {
      const { db, source } = await openStateFile<LibraryFile>({
        files, path: join(folder, 'library.json'), schema: LibraryFile, upgrades: [],
        initial: { libraryId: '', device: '', identity: '', books: [], purged: [], opened: [] },
        quarantineFolder: '', now: () => 0, readOnly: true,
      });
      if (source !== 'file') note(null, 'library.json', source);
      return db.data;
    } catch (cause) {
      note(null, 'library.json', reasonOf(cause));
      return undefined;
    }
  }

  async function readDevice(): Promise<void> {
    const bytes = await files.read(join(folder, 'device'));
    if (!bytes) note(null, 'device', 'missing');
    try {
      if (bytes) JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      note(null, 'device', 'damaged'); // whatever is not JSON was damaged
    }
  }

  async function checkLogs(bookId: string, place: string): Promise<void> {
    for (const device of await files.list(join(place, 'log'))) {
      if (device.startsWith('.')) continue;
      const log = await readLog(files, join(place, 'log', device));
      checked.entries += log.entries.length;
      for (const { file, reason } of log.problems) note(bookId, join('log', device, file), reason);
    }
  }

  async function checkAssets(bookId: string, place: string): Promise<void> {
    const assets = createAssetStore({ files, folder: join(place, 'assets') });
    for (const id of await assets.list()) {
      checked.assets += 1;
      if (!(await assets.read(id))) note(bookId, join('assets', id), 'damaged');
    }
  }

  /** A book as its files have it, or (`fromLogs`) as its logs alone make it. */
  async function open(bookId: string, place: string, device: string, fromLogs: boolean): Promise<OpenBook> {
    const onProblem = ({ file, reason }: BookProblem): void => {
      const isText = file.startsWith('text/');
      if (!fromLogs && (file === 'book.json' || isText) && reason !== 'checkpoint-failed') note(bookId, file, 'damaged');
      if (!fromLogs && reason === 'gap') note(bookId, file, 'gap');
    };
    return openBook({
      files: fromLogs ? withoutCaches(files, place) : files,
      folder: place, bookId, device, quarantineFolder: '', readOnly: true, now: () => 0, onChange: () => undefined, onProblem,
    });
  }

  async function compare(bookId: string, place: string, device: string): Promise<void> {
    const here = await open(bookId, place, device, false);
    const rebuilt = await open(bookId, place, device, true);
    if (!here.book.state.one('book', 'book')) note(bookId, 'log', 'unreadable');
    if (JSON.stringify(here.book.state.store()) !== JSON.stringify(rebuilt.book.state.store())) note(bookId, 'book.json', 'differs-from-log');
    for (const textId of here.book.state.all('texts').keys()) {
      checked.texts += 1;
      const [stands, logged] = [await here.book.texts.document(textId), await rebuilt.book.texts.document(textId)];
      if (JSON.stringify(stands) !== JSON.stringify(logged)) note(bookId, join('text', textId), 'differs-from-log');
    }
    const assets = createAssetStore({ files, folder: join(place, 'assets') });
    const known = new Set(await assets.list());
    const named = [...here.book.state.all('snapshots').values()].flatMap(({ texts }) => Object.values(texts));
    for (const id of new Set(named)) if (!known.has(id)) note(bookId, join('assets', id), 'missing');
  }

  async function checkTextFiles(bookId: string, place: string): Promise<void> {
    const names = (await files.list(join(place, 'text'))).filter((name) => !name.startsWith('.'));
    // Texts are written out together with the state, which is therefore there when they are.
    if (names.length > 0 && !(await files.look(join(place, 'book.json')))) note(bookId, 'book.json', 'missing');
    for (const name of names) {
      const update = await readTextFile(files, join(place, 'text', name));
      if (typeof update === 'string') note(bookId, join('text', name), update);
      else toDocument(textOf([update]));
    }
  }

  async function checkBook(bookId: string, place: string, device: string): Promise<void> {
    checked.books += 1;
    for (const check of [() => checkLogs(bookId, place), () => checkAssets(bookId, place), () => checkTextFiles(bookId, place), () => compare(bookId, place, device)]) {
      const before = problems.length;
      const attempt = () => check().catch((cause: unknown) => note(bookId, 'log', reasonOf(cause)));
      await attempt();
      if (problems.length === before) continue;
      // A book that is being written in changes between two looks; what is really wrong is wrong again.
      problems.length = before;
      await attempt();
    }
  }

  const shelf = await readShelf();
  await readDevice();
  const present: string[] = [];
  for (const name of await files.list(join(folder, 'books'))) {
    const isBook = !name.startsWith('.') && shelf?.purged.includes(name) !== true && (await files.look(join(folder, 'books', name)))?.isFolder === true;
    if (isBook) present.push(name);
  }
  for (const { id } of shelf?.books ?? []) if (!present.includes(id)) note(id, 'log', 'missing');
  for (const bookId of present) await checkBook(bookId, join(folder, 'books', bookId), shelf?.device ?? '');
  const seen = new Set<string>();
  const once = problems.filter(({ bookId, file, reason }) => {
    const mark = `${bookId ?? ''} ${file} ${reason}`;
    return !seen.has(mark) && seen.add(mark);
  });
  return { ok: once.length === 0, problems: once, checked };
}

function reasonOf(cause: unknown): VerifyProblem['reason'] {
  if (!(cause instanceof AppFailure)) throw cause;
  return cause.error.code === 'library-newer' ? 'newer' : 'unreadable';
}

/** Files as if a book's caches had never been written. */
function withoutCaches(files: Files, place: string): Files {
  const isCache = (path: string): boolean => path === join(place, 'book.json') || path.startsWith(join(place, 'text/'));
  return { ...files, read: async (path) => (isCache(path) ? undefined : files.read(path)) };
}
