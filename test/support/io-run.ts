import { expect } from 'vitest';
import { withoutLocks, type Image } from './crash-disk';
import { fingerprint } from './crash-run';
import { diskErrors, type Fault } from './failing-disk';

/** What a library holds, by book: the text of everything in it. */
export type Dump = ReadonlyMap<string, string>;

/** One run of an action on a disk that may fail: what it answered, what it left, and what the running one shows. */
export type Outcome = {
  readonly image: Image;
  readonly seen: Dump | undefined;
  readonly isOk: boolean;
  readonly steps: number;
  readonly failed: number;
};

export const same = (a: Dump, b: Dump): boolean => a.size === b.size && [...a].every(([key, dump]) => b.get(key) === dump);

/** Whether each book is as it was before or as it is after: a book is the unit of all or nothing. */
export function isOneOf(now: Dump, before: Dump, after: Dump): boolean {
  const keys = new Set([...now.keys(), ...before.keys(), ...after.keys()]);
  return [...keys].every((key) => now.get(key) === before.get(key) || now.get(key) === after.get(key));
}

/** Every fault: each operation, each error, that one alone or it and all after it. */
export function* faultsIn(steps: number): Generator<Fault> {
  for (const code of diskErrors) {
    for (const forEver of [false, true]) for (let at = 1; at <= steps; at += 1) yield { at, code, forEver };
  }
}

/** A dump without what differs between two runs of the same action. */
export function withoutTimes(dump: string): string {
  type Records = Record<string, Record<string, Record<string, [unknown, string]>>>;
  const { records, texts, waiting } = JSON.parse(dump) as { records: Records; texts: unknown; waiting: unknown };
  const plain = Object.entries(records).map(([name, byId]) => [
    name,
    Object.entries(byId)
      // Snapshots that a cut-off action took first are no part of its outcome.
      .filter(([, fields]) => fields['label']?.[0] !== 'Before restoring')
      .map(([id, fields]) => [id, Object.entries(fields).map(([field, [value]]) => [field, /At$|^sealed$|Client$/.test(field) ? '' : value])]),
  ]);
  return JSON.stringify([plain, texts, waiting]);
}

/** Reads what stands on a disk as a process would that starts when it is well again; the same disk only once. */
export function createReader(read: (image: Image) => Promise<Dump>): (image: Image) => Promise<Dump> {
  const known = new Map<string, Dump>();
  return async (image) => {
    const mark = fingerprint(image);
    const dump = known.get(mark) ?? (await read(withoutLocks(image)));
    known.set(mark, dump);
    return dump;
  };
}

/** Lets an action meet every fault, and fails when one leaves a third state or a wrong answer. Gives how many there were. */
export async function meetEveryFault(options: {
  readonly image: Image;
  readonly reopened: (image: Image) => Promise<Dump>;
  readonly run: (fault: Fault | undefined) => Promise<Outcome>;
}): Promise<{ readonly faults: number; readonly steps: number }> {
  const { image, reopened, run } = options;
  const before = await reopened(image);
  const good = await run(undefined);
  expect(good.isOk).toBe(true);
  const after = await reopened(good.image);
  expect(good.seen).toEqual(after);
  const thirds: string[] = [];
  let faults = 0;
  for (const fault of faultsIn(good.steps)) {
    const outcome = await run(fault);
    faults += outcome.failed > 0 ? 1 : 0;
    const now = await reopened(outcome.image);
    const where = `${fault.code} at ${fault.at}${fault.forEver ? ' and on' : ''} (${outcome.isOk ? 'ok' : 'failed'})`;
    if (!isOneOf(now, before, after)) thirds.push(`${where}: a third state ${JSON.stringify([...now])}`);
    else if (outcome.isOk && !same(now, after)) thirds.push(`${where}: answered ok and is not there`);
    else if (outcome.seen && outcome.isOk && !same(outcome.seen, after)) thirds.push(`${where}: the running one shows something else`);
  }
  expect(thirds.slice(0, 3)).toEqual([]);
  return { faults, steps: good.steps };
}
