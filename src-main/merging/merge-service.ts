import { join } from 'node:path';
import { createAssetStore } from '../book/asset-store';
import { deliver, readDevices, type DeviceLogs, type Vector } from '../book/devices';
import { emptyLog, endAt, storeForeign, type ChainedEntry, type LogEnd } from '../book/log';
import { createPace } from '../book/pace';
import { fail } from '../failure';
import type { Files } from '../files/files';
import type { Library } from '../library/library';
import { bookFolderOf, identifyLibrary } from '../library/library-folder';

/** What a merge brought, by book. */
export type MergeReport = {
  readonly books: readonly { readonly bookId: string; readonly isNew: boolean; readonly entries: number; readonly arrivals: number }[];
  /** Segments over there that are damaged: what they held from there on is not taken in. */
  readonly damaged: readonly { readonly bookId: string; readonly file: string }[];
};

/**
 * Takes in what other devices of the same library have written. A book is taken in whole or not at all: its foreign
 * segments and pictures are stored first and count from the moment that our own log says so.
 */
export function createMergeService({ files, library }: { files: Files; library: Library }) {
  let running: Promise<unknown> = Promise.resolve();
  let damaged: { bookId: string; file: string }[] = [];

  /** The logs of the other library. An unfinished last line was never acknowledged and is no damage. */
  async function readTheirs(bookId: string, other: string, except: string, after: Vector): Promise<DeviceLogs> {
    const logs = await readDevices({ files, logFolder: join(other, 'log'), except, after });
    for (const [device, { problems }] of logs) {
      for (const { file, reason } of problems) if (reason !== 'torn') damaged.push({ bookId, file: `log/${device}/${file}` });
    }
    return logs;
  }

  async function copyAssets(from: string, to: string): Promise<void> {
    const theirs = createAssetStore({ files, folder: join(from, 'assets') });
    const ours = createAssetStore({ files, folder: join(to, 'assets') });
    const known = new Set(await ours.list());
    for (const id of await theirs.list()) {
      const bytes = known.has(id) ? undefined : await theirs.read(id);
      if (bytes) await ours.add(bytes);
    }
  }

  /** Stores what is new of each device's log after what we hold of it, once it is sure to go on from there. */
  async function storeNew(folder: string, logs: DeviceLogs, applied: Vector, reached: Vector): Promise<void> {
    const segments: { place: string; end: LogEnd; entries: readonly ChainedEntry[] }[] = [];
    for (const [device, log] of logs) {
      const entries = log.entries.filter(({ entry }) => entry.seq <= (reached[device] ?? 0));
      if (entries.length === 0) continue;
      const place = join(folder, 'log', device);
      const end = await endAt(files, place, applied[device] ?? 0);
      // Two histories under one name: a copy of a library that went on as if it were the original.
      if (!end || end.sum !== log.held?.sum) fail({ code: 'library-damaged', file: `log/${device}`, reason: end ? 'forked' : 'gap' });
      segments.push({ place, end, entries });
    }
    for (const { place, end, entries } of segments) await storeForeign(files, place, end, entries);
  }

  async function mergeBook(bookId: string, other: string): Promise<MergeReport['books'][number]> {
    const { book, arrivals } = await library.open(bookId);
    const device = library.folder().device;
    const folder = library.folder().bookFolder(bookId);
    await copyAssets(other, folder);
    const applied: Vector = { ...book.adopted(), [device]: book.logEnd().seq };
    const logs = await readTheirs(bookId, other, device, applied);
    const { entries, reached } = deliver(logs, { applied, limit: undefined });
    // Taking note of what others took note of would never end: that waits for the next real change.
    const hasNews = entries.some(({ entry }) => entry.ops.some((op) => op.op !== 'adopt'));
    if (!hasNews) return { bookId, isNew: false, entries: 0, arrivals: 0 };
    await storeNew(folder, logs, applied, reached);
    await book.adopt(entries, Object.fromEntries(Object.entries(reached).filter(([name]) => name !== device)));
    const touched = new Set(entries.flatMap(({ entry }) => entry.ops.flatMap((op) => (op.op === 'text' ? [op.id] : []))));
    const pace = createPace();
    for (const textId of touched) {
      await book.texts.recount(textId);
      await pace();
    }
    await library.remember(bookId);
    let waiting = 0;
    for (const chapterId of book.lineage().liveTextOf.keys()) waiting += (await arrivals.of(chapterId)).length;
    return { bookId, isNew: false, entries: entries.length, arrivals: waiting };
  }

  /** A book that only the other library has: its logs and pictures are copied aside, then put in place at once. */
  async function takeBook(bookId: string, other: string): Promise<MergeReport['books'][number]> {
    const place = library.folder().bookFolder(bookId);
    const aside = join(library.folder().path, 'books', `.${bookId}.incoming`);
    await files.remove(aside).catch(() => undefined); // what an interrupted merge left
    let count = 0;
    for (const [device, log] of await readTheirs(bookId, other, '', {})) {
      if (log.entries.length === 0) continue;
      await storeForeign(files, join(aside, 'log', device), emptyLog, log.entries);
      count += log.entries.length;
    }
    if (count === 0) return { bookId, isNew: false, entries: 0, arrivals: 0 };
    await copyAssets(other, aside);
    await files.move(aside, place);
    await library.remember(bookId);
    return { bookId, isNew: true, entries: count, arrivals: 0 };
  }

  async function mergeFrom(folder: string): Promise<MergeReport> {
    const other = await identifyLibrary(files, folder);
    if (other?.libraryId !== library.folder().libraryId) fail({ code: 'library-foreign', folder });
    const books: MergeReport['books'][number][] = [];
    const failures: unknown[] = [];
    damaged = [];
    for (const bookId of await files.list(join(folder, 'books'))) {
      if (bookId.startsWith('.') || library.folder().data().purged.includes(bookId)) continue;
      const theirs = bookFolderOf(folder, bookId);
      const isKnown = await files.look(library.folder().bookFolder(bookId));
      // One book that cannot be merged keeps none of the others back.
      await (isKnown ? mergeBook(bookId, theirs) : takeBook(bookId, theirs)).then(
        (done) => books.push(done),
        (cause: unknown) => failures.push(cause),
      );
    }
    if (failures.length > 0) throw failures[0];
    return { books, damaged };
  }

  return {
    /** Merges another folder of this library into it, one at a time. `library-foreign` when it is another library's. */
    mergeFrom(folder: string): Promise<MergeReport> {
      const done = running.then(() => mergeFrom(folder));
      running = done.catch(() => undefined); // its own caller hears of it
      return done;
    },
  };
}
