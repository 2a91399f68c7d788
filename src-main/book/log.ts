import { join } from 'node:path';
import { fail } from '../failure';
import type { Appender, Files } from '../files/files';
import { logVersion, noSum, readSegment, writeLine, writeSegment, type Entry } from './entry';

/** An entry with its place in the chain. */
export type ChainedEntry = { readonly entry: Entry; readonly sum: string; readonly json: string };

/** The last segment of a log and its length, by the names of the folder alone; `undefined` when there is none. */
export async function lookAtTail(files: Files, folder: string): Promise<{ name: string; bytes: number } | undefined> {
  const name = (await files.list(folder)).filter(isSegment).at(-1);
  const found = name === undefined ? undefined : await files.look(join(folder, name));
  return name === undefined || !found ? undefined : { name, bytes: found.bytes };
}

/** Where a device's log stands: its last acknowledged entry. */
export type LogEnd = { readonly seq: number; readonly sum: string };
export const emptyLog: LogEnd = { seq: 0, sum: noSum };

/** What a log holds after an entry. `problems` name files, never their contents. */
export type ReadLog = {
  readonly entries: readonly ChainedEntry[];
  /** The entry after which reading began, as this log has it; `undefined` when it lacks it. */
  readonly held: LogEnd | undefined;
  /** The last segment, when it ends cleanly after `end`: writing can go on in it. */
  readonly tail: { readonly name: string; readonly bytes: number; readonly end: LogEnd } | undefined;
  readonly problems: readonly { readonly file: string; readonly reason: 'torn' | 'damaged' | 'gap' }[];
};

/** A segment is closed and a new one begun from this size on. */
const segmentBytes = 4 * 1024 * 1024;
const segmentName = (after: number): string => `${String(after).padStart(10, '0')}.log`;
const isSegment = (name: string): boolean => /^\d{10}\.log$/.test(name);

/**
 * Reads one device's segments in order. A segment says after which entry it goes on: what an older segment holds beyond
 * that was never acknowledged and does not count. Segments that end at or before `afterSeq` are not opened.
 */
export async function readLog(files: Files, folder: string, afterSeq = 0): Promise<ReadLog> {
  const names = (await files.list(folder)).filter(isSegment);
  const wanted = names.filter((_, index) => Number.parseInt(names[index + 1] ?? '9999999999', 10) > afterSeq);
  const problems: { file: string; reason: 'torn' | 'damaged' | 'gap' }[] = [];
  const entries: ChainedEntry[] = [];
  let held: LogEnd | undefined = afterSeq === 0 ? emptyLog : undefined;
  let tail: ReadLog['tail'];
  let end: LogEnd | undefined;
  for (const name of wanted) {
    const bytes = (await files.read(join(folder, name))) ?? new Uint8Array();
    const read = await readSegment(bytes);
    if (read.stopped === 'newer') fail({ code: 'library-newer', file: name, found: read.head?.version ?? 0, supported: logVersion });
    tail = undefined;
    if (read.head) {
      const { after, sum } = read.head;
      while ((entries.at(-1)?.entry.seq ?? 0) > after) entries.pop();
      const last = entries.at(-1);
      const before = last ? { seq: last.entry.seq, sum: last.sum } : end;
      const goesOn = before ? before.seq === after && before.sum === sum : after <= afterSeq;
      if (!goesOn) problems.push({ file: name, reason: 'gap' });
      // What stands after the entry that this segment goes on from was never acknowledged: no harm in its state.
      else if (problems.at(-1)?.reason !== 'gap') problems.pop();
      entries.push(...read.entries);
      const final = read.entries.at(-1);
      end = final ? { seq: final.entry.seq, sum: final.sum } : { seq: after, sum };
      if (after === afterSeq) held = { seq: after, sum };
      if (read.stopped === 'no') tail = { name, bytes: bytes.byteLength, end };
    }
    if (read.stopped !== 'no') problems.push({ file: name, reason: read.stopped });
  }
  const at = entries.find(({ entry }) => entry.seq === afterSeq);
  if (at) held = { seq: afterSeq, sum: at.sum };
  return { entries: entries.filter(({ entry }) => entry.seq > afterSeq), held, tail, problems };
}

/** This device's log of one book. */
export type LogWriter = ReturnType<typeof createLogWriter>;

/**
 * Writes entries after `end`, each durable before it counts: into `tail` when the last segment ended cleanly, else into
 * a new one. After a failure another segment is begun, because nothing is known of a file whose write or sync failed.
 */
export function createLogWriter(place: { files: Files; folder: string; end: LogEnd; tail: ReadLog['tail'] }) {
  const { files, folder } = place;
  let { seq, sum } = place.end;
  let { tail } = place;
  let open: { appender: Appender; name: string; bytes: number } | undefined;
  let isClosed = false;

  async function segment(): Promise<NonNullable<typeof open>> {
    if (open && open.bytes < segmentBytes) return open;
    const full = open;
    open = undefined;
    await full?.appender.close();
    await files.makeFolder(folder);
    const resumed = tail && tail.bytes < segmentBytes ? tail : undefined;
    tail = undefined;
    const name = resumed?.name ?? segmentName(seq);
    const path = join(folder, name);
    const head = new TextEncoder().encode(writeSegment({ after: seq, sum }, []));
    if (!resumed) await files.replace(path, head);
    open = { appender: await files.openAppender(path), name, bytes: resumed?.bytes ?? head.byteLength };
    return open;
  }

  return {
    /** Where the log stands now. */
    end: (): LogEnd => ({ seq, sum }),
    /** The segment that ends there, as far as it is known; `undefined` when the next entry begins another. */
    tail(): { name: string; bytes: number } | undefined {
      const last = open ?? tail;
      return last && { name: last.name, bytes: last.bytes };
    },
    /** Appends one transaction and resolves when it is on disk. On failure nothing was appended. */
    async append(entry: Omit<Entry, 'seq'>): Promise<{ entry: Entry; sum: string }> {
      // The book was closed while this change was on its way; another writer may have begun.
      if (isClosed) fail({ code: 'cancelled' });
      const whole: Entry = { seq: seq + 1, ...entry };
      const { sum: nextSum, bytes } = await writeLine(sum, whole);
      const into = await segment();
      try {
        await into.appender.append(bytes);
      } catch (cause) {
        open = undefined;
        await into.appender.close().catch(() => undefined); // already failed; the append's failure is the one to report
        throw cause;
      }
      into.bytes += bytes.byteLength;
      seq = whole.seq;
      sum = nextSum;
      return { entry: whole, sum };
    },
    async close(): Promise<void> {
      isClosed = true;
      const last = open;
      open = undefined;
      await last?.appender.close();
    },
  };
}

/** The entry of a stored log with this number, as a place to go on from; `undefined` when it is not there. */
export async function endAt(files: Files, folder: string, seq: number): Promise<LogEnd | undefined> {
  return (await readLog(files, folder, seq)).held;
}

/** Stores entries of another device as one segment, whole or not at all. */
export async function storeForeign(files: Files, folder: string, after: LogEnd, entries: readonly ChainedEntry[]): Promise<void> {
  await files.makeFolder(folder);
  const text = writeSegment({ after: after.seq, sum: after.sum }, entries);
  await files.replace(join(folder, segmentName(after.seq)), new TextEncoder().encode(text));
}
