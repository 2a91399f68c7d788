import { join } from 'node:path';
import type { Files } from '../files/files';
import type { Operation } from './entry';
import { readLog, type ChainedEntry, type ReadLog } from './log';

/** How far each device's log goes, or has been taken in. */
export type Vector = Readonly<Record<string, number>>;

/** The logs of other devices as they lie in a log folder, each read from where it was last taken in. */
export type DeviceLogs = ReadonlyMap<string, ReadLog>;

/** Reads every device's log in a folder but one. */
export async function readDevices(from: { files: Files; logFolder: string; except: string; after: Vector }): Promise<DeviceLogs> {
  const devices = (await from.files.list(from.logFolder)).filter((name) => name !== from.except && !name.startsWith('.'));
  const logs = new Map<string, ReadLog>();
  for (const device of devices) logs.set(device, await readLog(from.files, join(from.logFolder, device), from.after[device] ?? 0));
  return logs;
}

/** Everything a transaction says its device had taken in before. */
export const adoptions = (ops: readonly Operation[]): Vector[] => ops.flatMap((op) => (op.op === 'adopt' ? [op.upTo] : []));

/** The greater of two vectors, device by device. */
export function joinVectors(a: Vector, b: Vector): Record<string, number> {
  const joined: Record<string, number> = { ...a };
  for (const [device, seq] of Object.entries(b)) joined[device] = Math.max(joined[device] ?? 0, seq);
  return joined;
}

/**
 * Puts entries of several devices in an order in which each comes after all that its author had seen, as far as that
 * can be had: an entry whose causes are missing waits for the next merge. `limit` keeps to what was adopted before.
 */
export function deliver(logs: DeviceLogs, { applied, limit }: { applied: Vector; limit: Vector | undefined }) {
  const reached: Record<string, number> = { ...applied };
  const order: ChainedEntry[] = [];
  const queues = [...logs].map(([device, log]) => ({ device, entries: log.entries, next: 0 }));
  const isReady = (device: string, { entry }: ChainedEntry): boolean =>
    entry.seq === (reached[device] ?? 0) + 1 &&
    (limit === undefined || entry.seq <= (limit[device] ?? 0)) &&
    adoptions(entry.ops).every((upTo) => Object.entries(upTo).every(([name, seq]) => (reached[name] ?? 0) >= seq));

  for (let hasMoved = true; hasMoved; ) {
    hasMoved = false;
    for (const queue of queues) {
      for (let head = queue.entries[queue.next]; head && isReady(queue.device, head); head = queue.entries[queue.next]) {
        order.push(head);
        reached[queue.device] = head.entry.seq;
        queue.next += 1;
        hasMoved = true;
      }
    }
  }
  return { entries: order, reached };
}
