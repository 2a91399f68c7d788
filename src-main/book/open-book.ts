import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../files/files';
import { openStateFile, type StateSource } from '../files/state-file';
import { createArrivalStore, type ArrivalStore } from './arrival-store';
import { createBook, type Book, type BookChange } from './book';
import { adoptions, deliver, joinVectors, readDevices, type Vector } from './devices';
import { createLogWriter, emptyLog, readLog, type ChainedEntry, type LogEnd, type ReadLog } from './log';
import { createBookState, StoredRecords } from './state';
import { createTextStore } from './text-store';

/** `book.json`, version 1: the state that the log leads to, and how far into the logs that is. */
const StateFile = z.object({
  bookId: z.string(),
  device: z.string(),
  end: z.object({ seq: z.int(), sum: z.string() }),
  adopted: z.record(z.string(), z.int()),
  lastStamp: z.string(),
  records: StoredRecords,
  counts: z.record(z.string(), z.object({ words: z.int(), characters: z.int() })),
  arrivals: z.record(z.string(), z.array(z.object({ client: z.int(), clock: z.int(), text: z.string() }))),
});
type StateFile = z.infer<typeof StateFile>;

/** Something that was wrong with a book's files and what became of it. Names files, never contents. */
export type BookProblem = {
  readonly bookId: string;
  readonly file: string;
  readonly reason: 'torn' | 'damaged' | 'gap' | 'state-differs' | 'checkpoint-failed';
  /** Whether the book is whole all the same. */
  readonly isMended: boolean;
};

/** What opening a book needs from outside. */
export type BookPlace = {
  readonly files: Files;
  readonly folder: string;
  readonly bookId: string;
  readonly device: string;
  readonly quarantineFolder: string;
  readonly readOnly: boolean;
  readonly now: () => number;
  readonly onChange: (change: BookChange) => void;
  readonly onProblem: (problem: BookProblem) => void;
};

/** An open book with what keeps it on disk. */
export type OpenBook = {
  readonly book: Book;
  readonly arrivals: ArrivalStore;
  readonly isReadOnly: boolean;
  /** Writes texts and state, so that the next opening has less log to read. Failing loses nothing. */
  readonly checkpoint: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** What the logs hold beyond the state file, and where they stand. */
type Tail = {
  readonly replay: readonly ChainedEntry[];
  readonly end: LogEnd;
  readonly segment: ReadLog['tail'];
  readonly adopted: Vector;
  readonly hasForeign: boolean;
};

/** Takes a folder's logs in that lie beyond a state file. */
async function readTail(place: BookPlace, stored: StateFile, source: StateSource): Promise<Tail> {
  const { files, device } = place;
  const logFolder = join(place.folder, 'log');
  const isOurs = source === 'file' && stored.device === device;
  // A folder that was copied here holds another device's log as its own: what its state covers is taken in already.
  const covered: Vector = source !== 'file' || isOurs ? stored.adopted : { ...stored.adopted, [stored.device]: stored.end.seq };
  const from = isOurs ? stored.end : emptyLog;
  const own = await readLog(files, join(logFolder, device), from.seq);
  for (const { file, reason } of own.problems) place.onProblem({ bookId: place.bookId, file, reason, isMended: reason === 'torn' });
  const last = own.entries.at(-1);
  const end = last ? { seq: last.entry.seq, sum: last.sum } : from;
  const named = own.entries.flatMap(({ entry }) => adoptions(entry.ops)).reduce(joinVectors, covered);
  const foreign = await readDevices({ files, logFolder, except: device, after: covered });
  // Before our first entry there is nothing that says how far others were taken in: all that can be is.
  const limit = end.seq === 0 ? undefined : named;
  const { entries, reached } = deliver(foreign, { applied: { ...covered, [device]: end.seq }, limit });
  const adopted = Object.fromEntries(Object.entries(reached).filter(([name]) => name !== device));
  return { replay: [...own.entries, ...entries], end, segment: own.tail, adopted, hasForeign: entries.length > 0 };
}

/** Reads every update of one text that the logs hold and that counts. */
async function readHistory(place: BookPlace, textId: string, upTo: Vector): Promise<Uint8Array[]> {
  const logs = await readDevices({ files: place.files, logFolder: join(place.folder, 'log'), except: '', after: {} });
  const updates: Uint8Array[] = [];
  for (const [device, { entries }] of logs) {
    for (const { entry } of entries) {
      if (entry.seq > (upTo[device] ?? 0)) break;
      for (const op of entry.ops) if (op.op === 'text' && op.id === textId) updates.push(Buffer.from(op.update, 'base64'));
    }
  }
  return updates;
}

/** Opens a book: its state file, then what the logs hold beyond it. A damaged state file is rebuilt from the logs. */
export async function openBook(place: BookPlace): Promise<OpenBook> {
  const { files, folder, bookId, device, now, readOnly, quarantineFolder } = place;
  const initial: StateFile = { bookId, device, end: emptyLog, adopted: {}, lastStamp: '', records: {}, counts: {}, arrivals: {} };
  const { db, source } = await openStateFile({
    files, path: join(folder, 'book.json'), schema: StateFile, upgrades: [], initial, quarantineFolder, now, readOnly,
  });
  if (source === 'damaged') place.onProblem({ bookId, file: 'book.json', reason: 'damaged', isMended: true });
  const stored = db.data;
  const tail = await readTail(place, stored, source);

  const state = createBookState(stored.records);
  const historyOf = (textId: string) => readHistory(place, textId, { ...book.adopted(), [device]: book.logEnd().seq });
  const texts = createTextStore({
    files, folder: join(folder, 'text'), quarantineFolder, saved: new Map(Object.entries(stored.counts)), now, readOnly,
    readHistory: historyOf, language: () => state.one('book', 'book')?.language ?? 'en',
    onDamaged: (textId) => place.onProblem({ bookId, file: `text/${textId}`, reason: 'damaged', isMended: true }),
  });
  const touched = new Set<string>();
  let lastStamp = stored.lastStamp;
  for (const { entry } of tail.replay) {
    if (entry.at > lastStamp) lastStamp = entry.at;
    for (const operation of entry.ops) {
      if (operation.op === 'set') state.apply(operation, entry.at);
      if (operation.op === 'text') touched.add(operation.id);
      if (operation.op === 'text') texts.add(operation.id, Buffer.from(operation.update, 'base64'));
    }
  }
  const log = readOnly ? undefined : createLogWriter({ files, folder: join(folder, 'log', device), end: tail.end, tail: tail.segment });
  let isBehind = tail.replay.length > 0 || stored.device !== device || source === 'damaged';
  const book = createBook({
    id: bookId, device, now, state, texts, log, end: tail.end, adopted: tail.adopted, lastStamp,
    unnamed: tail.end.seq === 0 && Object.keys(tail.adopted).length > 0,
    onChange: (change) => {
      isBehind = true;
      place.onChange(change);
    },
  });
  const arrivals = createArrivalStore({ state, texts, lineage: book.lineage, readHistory: historyOf, stored: stored.arrivals });
  for (const textId of touched) await texts.recount(textId);
  if (tail.hasForeign) await arrivals.update(state.all('texts').keys());

  async function checkpoint(): Promise<void> {
    if (readOnly || !isBehind) return;
    await book.alone(async () => {
      await files.makeFolder(join(folder, 'text'));
      const flushed = await texts.flush();
      const arrived = Object.fromEntries(Object.entries(arrivals.store()).map(([id, runs]) => [id, [...runs]]));
      db.data = {
        bookId, device, end: book.logEnd(), adopted: { ...book.adopted() }, lastStamp: book.lastStamp(),
        records: state.store(), counts: Object.fromEntries(flushed.counts), arrivals: arrived,
      };
      await db.write();
      flushed.confirm();
      isBehind = false;
    });
  }

  return {
    book, arrivals, checkpoint, isReadOnly: readOnly,
    async close() {
      try {
        await checkpoint();
      } finally {
        await log?.close();
      }
    },
  };
}
