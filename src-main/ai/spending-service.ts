import type { CoWriterTask } from '../../src-shared/domain/co-writer';
import { dayOf } from '../../src-shared/domain/day';
import type { Spending, Spent } from '../../src-shared/ipc/co-writer-calls';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Files } from '../files/files';
import type { Dialogs } from '../shell-ports';
import type { Ledger, LedgerRow } from './ledger';

/** The calls of the page of spending. */
export type SpendingService = Pick<Handlers, Extract<keyof Handlers, `spending.${string}`>>;

const microUsdPerUsd = 1_000_000;
const dayMs = 86_400_000;
const shownDays = 30;
const shownRows = 500;

/** A line of the ledger as it counts: what was reserved while it is open, and nothing for what was never sent. */
function spentOf({ at, call, state, settlement }: LedgerRow): Spent {
  const { task, bookId, model } = call;
  const charged = settlement ?? { tokensIn: call.tokensIn, tokensOut: call.mostTokensOut, microUsd: call.microUsd };
  return {
    at,
    task,
    bookId,
    model,
    tokensIn: charged.tokensIn,
    tokensOut: charged.tokensOut,
    usd: charged.microUsd / microUsdPerUsd,
    firstTokenMs: settlement?.firstTokenMs ?? null,
    totalMs: settlement?.totalMs ?? null,
    outcome: settlement?.outcome ?? state,
  };
}

/** Adds up money and requests by what `keyOf` names. */
function sumBy<K>(rows: readonly Spent[], keyOf: (row: Spent) => K): Map<K, { usd: number; requests: number }> {
  const sums = new Map<K, { usd: number; requests: number }>();
  for (const row of rows) {
    const sum = sums.get(keyOf(row)) ?? { usd: 0, requests: 0 };
    sums.set(keyOf(row), { usd: sum.usd + row.usd, requests: sum.requests + 1 });
  }
  return sums;
}

/** A value as a cell of CSV. Spreadsheets read a leading sign as a formula, so it is quoted away. */
function cell(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/u.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const columns = [
  'at',
  'task',
  'book',
  'model',
  'tokensIn',
  'tokensOut',
  'usd',
  'firstTokenMs',
  'totalMs',
  'outcome',
] as const;

/** Tells what was spent on models, on what, and when. */
export function createSpendingService(deps: {
  readonly ledger: Pick<Ledger, 'start' | 'rows' | 'spent'>;
  readonly bookTitles: () => Promise<ReadonlyMap<string, string>>;
  readonly dialogs: Pick<Dialogs, 'chooseSaveFile'>;
  readonly files: Pick<Files, 'replace'>;
  readonly now: () => number;
}): SpendingService {
  async function rows(): Promise<Spent[]> {
    await deps.ledger.start();
    return deps.ledger
      .rows()
      .filter(({ state }) => state !== 'void')
      .map(spentOf);
  }

  function lastDays(all: readonly Spent[]): Spending['byDay'] {
    const sums = sumBy(all, ({ at }) => dayOf(Date.parse(at)));
    return Array.from({ length: shownDays }, (_, index) => {
      const day = dayOf(deps.now() - (shownDays - 1 - index) * dayMs);
      return { day, ...(sums.get(day) ?? { usd: 0, requests: 0 }) };
    });
  }

  return {
    async 'spending.read'() {
      const all = await rows();
      const titles = await deps.bookTitles();
      const { day, month } = deps.ledger.spent(null);
      const byMoney = (a: { usd: number }, b: { usd: number }): number => b.usd - a.usd;
      return ok({
        todayUsd: day / microUsdPerUsd,
        monthUsd: month / microUsdPerUsd,
        byBook: [...sumBy(all, ({ bookId }) => bookId)]
          .map(([bookId, { usd }]) => ({
            bookId,
            title: titles.get(bookId ?? '') ?? (bookId === null ? 'No book' : 'A book that is gone'),
            usd,
          }))
          .sort(byMoney),
        byTask: [...sumBy<CoWriterTask>(all, ({ task }) => task)]
          .map(([task, sum]) => ({ task, ...sum }))
          .sort(byMoney),
        byDay: lastDays(all),
        rows: all.slice(-shownRows).reverse(),
      });
    },

    async 'spending.export'() {
      const file = await deps.dialogs.chooseSaveFile({ suggestedName: 'Longhand spending', extension: 'csv' });
      if (file === null) return ok(null);
      const titles = await deps.bookTitles();
      const lines = (await rows()).map((row) => ({ ...row, book: titles.get(row.bookId ?? '') ?? row.bookId }));
      const text = [columns.join(','), ...lines.map((line) => columns.map((name) => cell(line[name])).join(','))].join(
        '\r\n',
      );
      await deps.files.replace(file, new TextEncoder().encode(`${text}\r\n`));
      return ok({ file });
    },
  };
}
