import { join } from 'node:path';
import { z } from 'zod';
import type { Files } from '../files/files';
import { openStateFile, quarantineCopy, type StateSource } from '../files/state-file';
import { createArrivalStore, type ArrivalStore } from './arrival-store';
import { createBook, type Book, type BookChange } from './book';
import { adoptions, deliver, joinVectors, readDevices, type Vector } from './devices';
import type { Operation } from './entry';
import { createLogWriter, emptyLog, lookAtTail, readLog, type ChainedEntry, type LogEnd, type ReadLog } from './log';
import { createPace } from './pace';
import { createBookState, StoredRecords } from './state';
import { createTextStore } from './text-store';

/** `book.json`, version 1: the state that the log leads to, and how far into the logs that is. */
const StateFile = z.object({
  bookId: z.string(),
  device: z.string(),
  end: z.object({ seq: z.int(), sum: z.string() }),
  /** The segment of our log that ended there, and its length then: while it is no longer, it need not be read. */
  tail: z.object({ name: z.string(), bytes: z.int() }).optional(),
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
  readonly reason: 'torn' | 'damaged' | 'gap' | 'unreadable' | 'checkpoint-failed';
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
  readonly own: readonly ChainedEntry[];
  readonly foreign: readonly ChainedEntry[];
  readonly end: LogEnd;
  readonly segment: ReadLog['tail'];
  readonly adopted: Vector;
};

/** A segment of this size is read in a few milliseconds. */
const quickBytes = 256 * 1024;

/** Reads our own log beyond a place, and says what is wrong with it. A damaged segment is kept in quarantine as well. */
async function readOwn(
  place: BookPlace,
  from: LogEnd,
  known: StateFile['tail'],
): Promise<{ entries: readonly ChainedEntry[] } & Pick<Tail, 'end' | 'segment'>> {
  const { files, device, bookId } = place;
  const folder = join(place.folder, 'log', device);
  const last = known && (await lookAtTail(files, folder));
  const isKnown = last !== undefined && last.name === known?.name && last.bytes === known.bytes;
  // A long segment that is no longer than it was holds nothing new. Unread it is not written to: it may be damaged.
  if (isKnown && last.bytes > quickBytes) return { entries: [], end: from, segment: undefined };
  const own = await readLog(files, folder, from.seq);
  for (const { file, reason } of own.problems) {
    if (reason === 'damaged' && !place.readOnly) await quarantineCopy(files, join(folder, file), place.quarantineFolder);
    place.onProblem({ bookId, file: `log/${file}`, reason, isMended: reason === 'torn' });
  }
  const isWhole = own.held?.sum === from.sum;
  // The state knows more than the log still holds: what was written is there, but not how it came about.
  if (!isWhole && own.problems.length === 0) place.onProblem({ bookId, file: `log/${device}`, reason: 'gap', isMended: true });
  const final = own.entries.at(-1);
  const end = final ? { seq: final.entry.seq, sum: final.sum } : from;
  const goesOn = own.tail?.end.seq === end.seq && own.tail.end.sum === end.sum;
  return { entries: own.entries, end, segment: goesOn ? own.tail : undefined };
}

/** Takes a folder's logs in that lie beyond a state file. */
async function readTail(place: BookPlace, stored: StateFile, source: StateSource): Promise<Tail> {
  const { files, device } = place;
  const isOurs = source === 'file' && stored.device === device;
  // A folder that was copied here holds another device's log as its own: what its state covers is taken in already.
  const covered: Vector = source !== 'file' || isOurs ? stored.adopted : { ...stored.adopted, [stored.device]: stored.end.seq };
  const own = await readOwn(place, isOurs ? stored.end : emptyLog, isOurs ? stored.tail : undefined);
  const named = own.entries.flatMap(({ entry }) => adoptions(entry.ops)).reduce(joinVectors, covered);
  const foreign = await readDevices({ files, logFolder: join(place.folder, 'log'), except: device, after: covered });
  // Before our first entry there is nothing that says how far others were taken in: all that can be is.
  const limit = own.end.seq === 0 ? undefined : named;
  const { entries, reached } = deliver(foreign, { applied: { ...covered, [device]: own.end.seq }, limit });
  const adopted = Object.fromEntries(Object.entries(reached).filter(([name]) => name !== device));
  return { own: own.entries, foreign: entries, end: own.end, segment: own.segment, adopted };
}

/** Reads every update of some texts that the logs hold and that counts. */
async function readHistories(place: BookPlace, textIds: ReadonlySet<string>, upTo: Vector): Promise<Map<string, Uint8Array[]>> {
  const logs = await readDevices({ files: place.files, logFolder: join(place.folder, 'log'), except: '', after: {} });
  const updates = new Map([...textIds].map((textId): [string, Uint8Array[]] => [textId, []]));
  const pace = createPace();
  for (const [device, { entries }] of logs) {
    for (const { entry } of entries) {
      if (entry.seq > (upTo[device] ?? 0)) break;
      for (const op of entry.ops) if (op.op === 'text') updates.get(op.id)?.push(Buffer.from(op.update, 'base64'));
      await pace();
    }
  }
  return updates;
}

/** Removes what a crash left of files that were never put in place. */
async function sweep(files: Files, folders: readonly string[]): Promise<void> {
  for (const folder of folders) {
    for (const name of await files.list(folder)) {
      // Rubbish that cannot be removed now is removed another time.
      if (/^\..*\.tmp$/.test(name)) await files.remove(join(folder, name)).catch(() => undefined);
    }
  }
}

/** Opens a book: its state file, then what the logs hold beyond it. A damaged state file is rebuilt from the logs. */
export async function openBook(place: BookPlace): Promise<OpenBook> {
  const { files, folder, bookId, device, now, readOnly, quarantineFolder } = place;
  const initial: StateFile = { bookId, device, end: emptyLog, adopted: {}, lastStamp: '', records: {}, counts: {}, arrivals: {} };
  const { db, source } = await openStateFile({
    files, path: join(folder, 'book.json'), schema: StateFile, upgrades: [], initial, quarantineFolder, now, readOnly,
  });
  if (source === 'damaged') place.onProblem({ bookId, file: 'book.json', reason: 'damaged', isMended: true });
  if (!readOnly) await sweep(files, [folder, join(folder, 'text'), join(folder, 'assets'), join(folder, 'log', device)]);
  const stored = db.data;
  const tail = await readTail(place, stored, source);

  const state = createBookState(stored.records);
  const historiesOf = (textIds: ReadonlySet<string>) => readHistories(place, textIds, { ...book.adopted(), [device]: book.logEnd().seq });
  let isBehind = tail.own.length + tail.foreign.length > 0 || stored.device !== device || source === 'damaged';
  const texts = createTextStore({
    files, folder: join(folder, 'text'), quarantineFolder, saved: new Map(Object.entries(stored.counts)), now, readOnly,
    readHistory: async (textId) => (await historiesOf(new Set([textId]))).get(textId) ?? [],
    language: () => state.one('book', 'book')?.language ?? 'en',
    onDamaged: (textId) => {
      isBehind = true;
      place.onProblem({ bookId, file: `text/${textId}`, reason: 'damaged', isMended: true });
    },
  });
  const touched = new Set<string>();
  let lastStamp = stored.lastStamp;
  const pace = createPace();
  for (const { entry } of [...tail.own, ...tail.foreign]) {
    if (entry.at > lastStamp) lastStamp = entry.at;
    for (const operation of entry.ops) {
      if (operation.op === 'set') state.apply(operation, entry.at);
      if (operation.op === 'text') touched.add(operation.id);
      if (operation.op === 'text') texts.add(operation.id, Buffer.from(operation.update, 'base64'));
    }
    await pace();
  }
  const log = readOnly ? undefined : createLogWriter({ files, folder: join(folder, 'log', device), end: tail.end, tail: tail.segment });
  const book = createBook({
    id: bookId, device, now, state, texts, log, end: tail.end, adopted: tail.adopted, lastStamp,
    unnamed: tail.end.seq === 0 && Object.keys(tail.adopted).length > 0,
    onChange: (change) => {
      isBehind = true;
      place.onChange(change);
    },
    onDoubt: (ops) => arrivals.doubt(ops),
  });
  const arrivals = createArrivalStore({ state, texts, book, readHistories: historiesOf, stored: stored.arrivals });
  // What this device typed itself into texts that are live stands in them.
  const isPlain = (op: Operation) => op.op === 'text' && book.lineage().liveTextOf.get(state.one('texts', op.id)?.chapterId ?? '') === op.id;
  arrivals.doubt(tail.foreign.flatMap(({ entry }) => entry.ops));
  arrivals.doubt(tail.own.flatMap(({ entry }) => entry.ops.filter((op) => !isPlain(op))));
  for (const textId of touched) {
    await texts.recount(textId);
    await pace();
  }

  async function checkpoint(): Promise<void> {
    if (readOnly) return;
    await book.alone(async () => {
      if (!isBehind) return;
      await files.makeFolder(join(folder, 'text'));
      const flushed = await texts.flush();
      const arrived = Object.fromEntries(Object.entries(await arrivals.store()).map(([id, runs]) => [id, [...runs]]));
      db.data = {
        bookId, device, end: book.logEnd(), ...(log?.tail() ? { tail: log.tail() } : {}), adopted: { ...book.adopted() }, lastStamp: book.lastStamp(),
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
        await book.alone(async () => log?.close());
      }
    },
  };
}
