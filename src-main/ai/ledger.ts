import type { CoWriterTask } from '../../src-shared/domain/co-writer';
import { dayOf } from '../../src-shared/domain/day';
import type { Log } from '../diagnostics/log';
import type { ReportProblem } from '../diagnostics/problems';
import { AppFailure, fail } from '../failure';
import type { Files } from '../files/files';
import { quarantineCopy } from '../files/state-file';
import { createLedgerFile } from './ledger-file';
import { createLedgerLock } from './ledger-lock';
import { headLine, writeLine, type LedgerCall, type LedgerLine, type Settlement } from './ledger-line';
import { createTotals, type Spent } from './ledger-totals';
import { readLedger } from './read-ledger';

/** A call with what became of it. An `open` one may have been sent, and counts in full; a `void` one never was. */
export type LedgerRow = { readonly id: string; readonly at: string; readonly call: LedgerCall } & (
  | { readonly state: 'open' | 'void'; readonly settlement: null }
  | { readonly state: 'settled'; readonly settlement: Settlement }
);

/** Which rows to give: of local days, both included, and of one book; `null` for calls that belong to none. */
export type RowFilter = { readonly from?: string; readonly to?: string; readonly bookId?: string | null };

/** What was spent, and what might be: every call is in it, on disk, before it is sent. */
export type Ledger = ReturnType<typeof createLedger>;

const chargeOf = ({ state, call, settlement }: LedgerRow): number =>
  state === 'void' ? 0 : (settlement ?? call).microUsd;

const microUsdPerUsd = 1_000_000;

const nothing = { lines: [], lostAtEnd: 0, state: 'sound' } as const;

type Lost = { readonly at: string; readonly microUsd: number };

/**
 * The ledger of one user folder, in a file of checksummed lines. It never counts too little: a reservation is durable
 * before it is acknowledged, one that no line ends counts for ever, and each line says what all lines before it
 * charged, so that what a damaged one charged is known and kept. One process writes it at a time (`ledger-lock.ts`); others
 * may read what it holds.
 */
export function createLedger(deps: {
  readonly files: Files;
  readonly path: string;
  readonly quarantineFolder: string;
  readonly report: ReportProblem;
  readonly log: Log;
  readonly now: () => number;
  readonly newId: () => string;
}) {
  const { files, path, now } = deps;
  const rows = new Map<string, LedgerRow>();
  const losses: Lost[] = [];
  let totals = createTotals();
  const file = createLedgerFile({ files, path, whole });
  const lock = createLedgerLock({ files, path });
  let starting: Promise<void> | undefined;

  const timestamp = (): string => new Date(now()).toISOString();

  const charge = ({ call, at }: LedgerRow, microUsd: number): void =>
    totals.charge({ bookId: call.bookId, at }, microUsd);

  function put(row: LedgerRow): void {
    const before = rows.get(row.id);
    rows.set(row.id, row);
    charge(row, chargeOf(row) - (before ? chargeOf(before) : 0));
  }

  function lose(lost: Lost): void {
    losses.push(lost);
    totals.lose(lost.at, lost.microUsd);
  }

  /** The file as it would be had nothing ever gone wrong with it. */
  function whole(): string {
    let sum = 0;
    const written = losses.map((lost) => writeLine({ kind: 'lost', ...lost, sum: (sum += lost.microUsd) }));
    for (const row of rows.values()) {
      const { id, at, state, call, settlement } = row;
      written.push(writeLine({ kind: 'reserve', id, at, call, sum: sum + call.microUsd }));
      sum += chargeOf(row);
      if (settlement) written.push(writeLine({ kind: 'settle', id, at, settlement, sum }));
      if (state === 'void') written.push(writeLine({ kind: 'void', id, at, sum }));
    }
    return headLine() + written.join('');
  }

  function apply(line: LedgerLine): void {
    if (line.kind === 'lost') lose({ at: line.at, microUsd: line.microUsd });
    else if (line.kind === 'reserve')
      put({ id: line.id, at: line.at, call: line.call, state: 'open', settlement: null });
    else {
      const row = rows.get(line.id);
      if (row && line.kind === 'void') put({ ...row, state: 'void', settlement: null });
      if (row && line.kind === 'settle') put({ ...row, state: 'settled', settlement: line.settlement });
    }
    if (line.sum > totals.all()) lose({ at: line.at, microUsd: line.sum - totals.all() });
  }

  /** Reads the file as it is now, after another process may have written it. */
  async function read(): Promise<void> {
    const bytes = await files.read(path);
    const { lines, lostAtEnd, state } = bytes ? await readLedger(path, bytes) : nothing;
    if (state === 'damaged' && lock.isHeld()) await quarantineCopy(files, path, deps.quarantineFolder);
    rows.clear();
    losses.length = 0;
    totals = createTotals();
    lines.forEach(apply);
    if (lostAtEnd > 0) lose({ at: timestamp(), microUsd: lostAtEnd });
    // Who only reads leaves it as it is: the other may be in the middle of a line.
    if (!bytes || !lock.isHeld()) return;
    if (state === 'sound') file.goOn();
    else await file.rewrite().catch((cause: unknown) => warn(cause)); // the next line tries again
    if (state === 'damaged') {
      deps.report(
        'warning',
        'Part of the record of what the co-writer cost could not be read. What it had counted still counts, and a copy was set aside.',
      );
    }
  }

  async function begin(): Promise<void> {
    await lock.acquire();
    await read().catch(async (cause: unknown) => {
      await lock.release();
      throw cause;
    });
  }

  function warn(cause: unknown): void {
    if (!(cause instanceof AppFailure)) throw cause;
    deps.log.warn('ledger.unsaved', { code: cause.error.code });
  }

  function openRow(id: string): LedgerRow {
    const row = rows.get(id);
    if (row?.state !== 'open') throw new Error('The call was settled before.');
    return row;
  }

  /** Writes how a call ended. A disk that refuses costs nothing but this: it is tried again with the next line. */
  function end(line: LedgerLine): Promise<void> {
    return new Promise((resolve) => {
      file.write({
        text: writeLine(line),
        written: resolve,
        failed(cause) {
          deps.log.warn('ledger.unsaved', { code: cause instanceof AppFailure ? cause.error.code : 'internal', cause });
          resolve();
        },
      });
    });
  }

  return {
    /**
     * Makes this process the one that writes, and reads the file. When another one writes, or after a failure, the next
     * call tries again. Nothing may be reserved before.
     */
    start(): Promise<void> {
      if (lock.isHeld() && !starting) return Promise.resolve();
      starting ??= begin().finally(() => (starting = undefined));
      return starting;
    },
    /**
     * Counts a call at once, and resolves with its id when that is on disk. Fails with `ai-elsewhere` while another process
     * writes, and as the disk does; then it does not count.
     */
    async reserve(call: LedgerCall): Promise<string> {
      if (!lock.isHeld()) fail(lock.refusal());
      const [id, at] = [deps.newId(), timestamp()];
      const row: LedgerRow = { id, at, call, state: 'open', settlement: null };
      put(row);
      return new Promise((resolve, reject) => {
        file.write({
          text: writeLine({ kind: 'reserve', id, at, call, sum: totals.all() }),
          written: () => resolve(id),
          failed(cause) {
            charge(row, -chargeOf(row));
            rows.delete(id);
            reject(cause instanceof Error ? cause : new Error('The ledger failed.', { cause }));
          },
        });
      });
    },
    /** Charges what a call came to instead of what was reserved for it, be it less or more. */
    settle(id: string, settlement: Settlement): Promise<void> {
      put({ ...openRow(id), state: 'settled', settlement });
      return end({ kind: 'settle', id, at: timestamp(), settlement, sum: totals.all() });
    },
    /** Takes a reservation back: not a byte of the call left the machine. */
    void(id: string): Promise<void> {
      put({ ...openRow(id), state: 'void', settlement: null });
      return end({ kind: 'void', id, at: timestamp(), sum: totals.all() });
    },
    /** What counts now for a book, for today and for this month. */
    spent: (bookId: string | null): Spent => totals.of({ bookId, at: timestamp() }),
    /** What a task has cost in a book so far, in US dollars. */
    spentOn: (bookId: string, task: CoWriterTask): number =>
      [...rows.values()]
        .filter(({ call }) => call.bookId === bookId && call.task === task)
        .reduce((sum, row) => sum + chargeOf(row), 0) / microUsdPerUsd,
    /** The calls of a span of days, the first one first. */
    rows: ({ from = '', to = '9999', bookId }: RowFilter = {}): LedgerRow[] =>
      [...rows.values()].filter((row) => {
        const day = dayOf(Date.parse(row.at));
        return day >= from && day <= to && (bookId === undefined || row.call.bookId === bookId);
      }),
    /** Waits for what is being written, and lets others write. */
    shutdown: (): Promise<void> => file.close().finally(() => lock.release()),
  };
}
