import { createHash } from 'node:crypto';
import type { Disk } from '../../src-main/files/disk';
import { createDevice, countIds, dumpOf, type Device } from './builders';
import { createCrashDisk, withoutLocks, type CrashDisk, type Image } from './crash-disk';

/** What a run of a workload came to. */
export type CrashReport = { images: number; booted: number; twice: number; readonly faults: string[] };

/** A workload: what an author does, one awaited step after the other. */
export type Workload = (run: {
  readonly device: Device;
  readonly disk: CrashDisk;
  /** Call after each step that was answered: from now on a crash must not lose it. */
  readonly acknowledged: () => Promise<void>;
  /** Call before a step that takes a book off the shelf. */
  readonly mayVanish: (bookId: string) => void;
  readonly tick: (ms: number) => void;
  /** Puts another disk's library folder at `/other`, for reading. */
  readonly plugIn: (disk: Disk) => void;
}) => Promise<void>;

/** Where libraries stand on disks in memory. */
export const libraryPath = '/lib';
const startMs = Date.UTC(2026, 0, 1);

/** A disk on which another disk's library stands at `/other`, for reading. */
export function withOther(disk: Disk, other: { disk: Disk }): Disk {
  const there = (path: string): string | undefined => (path.startsWith('/other') ? path.replace('/other', libraryPath) : undefined);
  const to = <T>(path: string, at: (disk: Disk, path: string) => Promise<T>): Promise<T> => {
    const moved = there(path);
    return moved === undefined ? at(disk, path) : at(other.disk, moved);
  };
  return {
    ...disk,
    read: (path) => to(path, (on, at) => on.read(at)),
    list: (path) => to(path, (on, at) => on.list(at)),
    look: (path) => to(path, (on, at) => on.look(at)),
  };
}

/** Tells images apart by what they hold. */
export function fingerprint(image: Image): string {
  const hash = createHash('sha256');
  for (const [path, { bytes }] of [...image].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`\n${path} ${bytes?.length ?? -1}\n`).update(bytes ?? '');
  return hash.digest('base64');
}

/** Runs a workload and boots the library on every image that a crash at any moment of it could leave. */
export async function crashEverywhere(
  workload: Workload,
  { wrap = (disk) => disk, faultsWanted = 3, twiceEvery = 8 }: { wrap?: (disk: Disk) => Disk; faultsWanted?: number; twiceEvery?: number } = {},
): Promise<CrashReport> {
  const report: CrashReport = { images: 0, booted: 0, twice: 0, faults: [] };
  const crash = createCrashDisk();
  let nowMs = startMs;
  const now = () => (nowMs += 1);
  const other: { disk: Disk } = { disk: createCrashDisk().disk };
  const device = createDevice({ disk: withOther(wrap(crash.disk), other), now, newId: countIds('i') });
  /** What each book held after each of its own entries. */
  const dumps = new Map<string, Map<number, string>>();
  /** The last acknowledged entry of each book on the shelf. */
  const safe = new Map<string, number>();
  const open = { isChecking: false };
  const unknown: { bookId: string; seq: number; dump: string; where: string }[] = [];
  const seen = new Set<string>();
  const complain = (fault: string): void => void report.faults.push(fault);

  async function readAll(on: Device): Promise<Map<string, { seq: number; dump: string }>> {
    const found = new Map<string, { seq: number; dump: string }>();
    for (const { id } of await on.library.summaries()) {
      const opened = await on.library.open(id);
      found.set(id, { seq: opened.book.logEnd().seq, dump: await dumpOf(opened) });
    }
    return found;
  }

  async function boot(image: Image, where: string): Promise<void> {
    report.booted += 1;
    const after = createCrashDisk(withoutLocks(image));
    const booted = createDevice({ disk: after.disk, now: () => nowMs + 1_000, newId: countIds('b') });
    let found: Map<string, { seq: number; dump: string }>;
    try {
      await booted.library.openFolder(libraryPath);
      found = await readAll(booted);
    } catch (cause) {
      complain(`${where}: unreadable: ${cause instanceof Error ? `${cause.message} ${cause.stack ?? ''}` : 'thrown'}`);
      return;
    }
    for (const problem of booted.problems) if (problem.reason !== 'torn') complain(`${where}: ${problem.file} ${problem.reason}`);
    for (const [bookId, seq] of safe) {
      const has = found.get(bookId);
      if (!has) complain(`${where}: book ${bookId} is gone`);
      else if (has.seq < seq) complain(`${where}: entry ${seq} of ${bookId} is lost, the log ends at ${has.seq}`);
    }
    for (const [bookId, { seq, dump }] of found) {
      const known = dumps.get(bookId)?.get(seq);
      if (known === undefined) unknown.push({ bookId, seq, dump, where });
      else if (known !== dump) complain(`${where}: ${bookId} at entry ${seq} differs\n${known}\n${dump}`);
    }
    if (report.booted % twiceEvery === 0) await bootAgain(after, booted, found, where);
  }

  async function bootAgain(disk: CrashDisk, first: Device, found: Map<string, { seq: number; dump: string }>, where: string): Promise<void> {
    report.twice += 1;
    // Every other time the recovery itself is cut off before it has written anything out.
    if (report.twice % 2 === 0) await first.library.shutdown();
    const second = createDevice({ disk: createCrashDisk(withoutLocks(disk.whole())).disk, now: () => nowMs + 2_000, newId: countIds('c') });
    await second.library.openFolder(libraryPath);
    const again = await readAll(second);
    for (const [bookId, { dump }] of found) if (again.get(bookId)?.dump !== dump) complain(`${where}: recovering ${bookId} twice differs`);
  }

  let step = 0;
  async function check(images: Iterable<Image>): Promise<void> {
    if (open.isChecking || report.faults.length >= faultsWanted) return;
    open.isChecking = true;
    step += 1;
    for (const image of images) {
      report.images += 1;
      const mark = fingerprint(image) + JSON.stringify([...safe]);
      if (seen.has(mark)) continue;
      seen.add(mark);
      await boot(image, `operation ${step}, image ${report.images}`);
    }
    open.isChecking = false;
  }
  crash.onBoundary(() => check(crash.images()));

  async function acknowledged(): Promise<void> {
    for (const { id } of await device.library.summaries()) {
      const opened = await device.library.open(id);
      const { seq } = opened.book.logEnd();
      const known = dumps.get(id) ?? new Map<number, string>();
      dumps.set(id, known.set(seq, await dumpOf(opened)));
      safe.set(id, seq);
    }
    // What is not on disk when the answer is given can be lost right then.
    const images = [...crash.images()];
    if (images.length > 1) await check(images);
  }

  await device.library.openFolder(libraryPath);
  await workload({
    device, disk: crash, acknowledged,
    mayVanish: (bookId) => void safe.delete(bookId),
    tick: (ms) => (nowMs += ms),
    plugIn: (disk) => (other.disk = disk),
  });
  for (const { bookId, seq, dump, where } of unknown) {
    const known = dumps.get(bookId)?.get(seq);
    if (known !== undefined && known !== dump) complain(`${where}: ${bookId} at entry ${seq} differs from what was answered later\n${known}\n${dump}`);
  }
  return report;
}
