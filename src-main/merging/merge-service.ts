import { join } from 'node:path';
import { createAssetStore } from '../book/asset-store';
import { deliver, readDevices, type Vector } from '../book/devices';
import { emptyLog, readLog, storeForeign, type ChainedEntry, type LogEnd } from '../book/log';
import { fail } from '../failure';
import type { Files } from '../files/files';
import type { Library } from '../library/library';
import { bookFolderOf, identifyLibrary } from '../library/library-folder';

/** What a merge brought, by book. */
export type MergeReport = {
  readonly books: readonly { readonly bookId: string; readonly isNew: boolean; readonly entries: number; readonly arrivals: number }[];
};

/**
 * Takes in what other devices of the same library have written. A book is taken in whole or not at all: its foreign
 * segments and pictures are stored first and count from the moment that our own log says so.
 */
export function createMergeService({ files, library }: { files: Files; library: Library }) {
  async function copyAssets(from: string, to: string): Promise<void> {
    const theirs = createAssetStore({ files, folder: join(from, 'assets') });
    const ours = createAssetStore({ files, folder: join(to, 'assets') });
    const known = new Set(await ours.list());
    for (const id of await theirs.list()) {
      const bytes = known.has(id) ? undefined : await theirs.read(id);
      if (bytes) await ours.add(bytes);
    }
  }

  /** Stores the entries of one device after what we hold of it. Answers how many there were. */
  async function storeDevice(device: string, folder: string, entries: readonly ChainedEntry[], after: number): Promise<void> {
    const held = (await readLog(files, folder)).entries.findLast(({ entry }) => entry.seq <= after);
    const end: LogEnd = held ? { seq: held.entry.seq, sum: held.sum } : emptyLog;
    if (end.seq !== after) fail({ code: 'library-damaged', file: `log/${device}`, reason: 'gap' });
    await storeForeign(files, folder, end, entries);
  }

  async function mergeBook(bookId: string, other: string): Promise<MergeReport['books'][number]> {
    const { book, arrivals } = await library.open(bookId);
    const device = library.folder().device;
    const folder = library.folder().bookFolder(bookId);
    const applied: Vector = { ...book.adopted(), [device]: book.logEnd().seq };
    const logs = await readDevices({ files, logFolder: join(other, 'log'), except: device, after: applied });
    const { entries, reached } = deliver(logs, { applied, limit: undefined });
    if (entries.length === 0) return { bookId, isNew: false, entries: 0, arrivals: 0 };
    await copyAssets(other, folder);
    for (const [name, log] of logs) {
      const upTo = reached[name] ?? 0;
      const taken = log.entries.filter(({ entry }) => entry.seq <= upTo);
      if (taken.length > 0) await storeDevice(name, join(folder, 'log', name), taken, applied[name] ?? 0);
    }
    const adopted = Object.fromEntries(Object.entries(reached).filter(([name]) => name !== device));
    await book.adopt(entries, adopted);
    const touched = new Set(entries.flatMap(({ entry }) => entry.ops.flatMap((op) => (op.op === 'text' ? [op.id] : []))));
    // A move decides what is live: with one among the entries, every text may have gained or lost its arrivals.
    const hasMoves = entries.some(({ entry }) => entry.ops.some((op) => op.op === 'set' && op.in === 'moves'));
    await arrivals.update(hasMoves ? book.state.all('texts').keys() : touched);
    for (const textId of touched) await book.texts.recount(textId);
    await library.remember(bookId);
    const waiting = [...book.lineage().liveTextOf.keys()].reduce((sum, chapterId) => sum + arrivals.of(chapterId).length, 0);
    return { bookId, isNew: false, entries: entries.length, arrivals: waiting };
  }

  /** A book that only the other library has: its logs and pictures are copied aside, then put in place at once. */
  async function takeBook(bookId: string, other: string): Promise<MergeReport['books'][number]> {
    const place = library.folder().bookFolder(bookId);
    const aside = join(library.folder().path, 'books', `.${bookId}.incoming`);
    await files.remove(aside).catch(() => undefined); // what an interrupted merge left
    let count = 0;
    for (const [device, log] of await readDevices({ files, logFolder: join(other, 'log'), except: '', after: {} })) {
      await storeForeign(files, join(aside, 'log', device), emptyLog, log.entries);
      count += log.entries.length;
    }
    await copyAssets(other, aside);
    await files.move(aside, place);
    await library.remember(bookId);
    return { bookId, isNew: true, entries: count, arrivals: 0 };
  }

  return {
    /** Merges another folder of this library into it. `library-foreign` when it is another library's. */
    async mergeFrom(folder: string): Promise<MergeReport> {
      const other = await identifyLibrary(files, folder);
      if (other?.libraryId !== library.folder().libraryId) fail({ code: 'library-foreign', folder });
      const books: MergeReport['books'][number][] = [];
      for (const bookId of await files.list(join(folder, 'books'))) {
        if (bookId.startsWith('.') || library.folder().data().purged.includes(bookId)) continue;
        const theirs = bookFolderOf(folder, bookId);
        const isKnown = await files.look(library.folder().bookFolder(bookId));
        books.push(isKnown ? await mergeBook(bookId, theirs) : await takeBook(bookId, theirs));
      }
      return { books };
    },
  };
}
