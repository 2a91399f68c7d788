import {
  originOf,
  type CoWriterSettings,
  type CoWriterTask,
  type ModelServer,
} from '../../src-shared/domain/co-writer';
import { fail } from '../failure';
import type { Ledger } from './ledger';
import type { CallOutcome } from './ledger-line';
import type { Usage } from './model-client';
import { costOf, type Prices } from './prices';

/** What is to be sent, and the most that it and its answer come to, in tokens. */
export type BudgetRequest = {
  readonly task: CoWriterTask;
  readonly bookId: string | null;
  readonly server: ModelServer;
  readonly model: string;
  readonly tokensIn: number;
  readonly mostTokens: number;
  /** Pictures that come back; words where it is left out. */
  readonly images?: number;
};

/** How long an answer took; `firstTokenMs` is `null` when nothing of it came. */
export type CallTiming = { readonly firstTokenMs: number | null; readonly totalMs: number };

/** Money set aside for one call. It counts in full until one of the two is called, which may be done once. */
export type Reservation = {
  /** Charges what the server counted; where it counted nothing, all that was reserved. Gives what it cost. */
  readonly settle: (
    usage: Usage | undefined,
    timing: CallTiming,
    outcome: CallOutcome,
  ) => Promise<{ readonly microUsd: number }>;
  /** Charges nothing: not a byte was sent. */
  readonly void: () => Promise<void>;
};

const microUsdPerUsd = 1_000_000;

/** Holds every call against what the author allows to be spent. */
export type Budget = ReturnType<typeof createBudget>;

/** Caps for the book, the day and the month. What costs nothing is never held back. */
export function createBudget({
  ledger,
  prices,
  settings,
}: {
  readonly ledger: Pick<Ledger, 'start' | 'spent' | 'reserve' | 'settle' | 'void'>;
  readonly prices: Prices;
  readonly settings: () => Pick<CoWriterSettings, 'caps'>;
}) {
  function checkCaps(bookId: string | null, microUsd: number): void {
    if (microUsd === 0) return;
    const { caps } = settings();
    const spent = ledger.spent(bookId);
    for (const cap of ['book', 'day', 'month'] as const) {
      if (cap === 'book' && bookId === null) continue;
      if (spent[cap] + microUsd > caps[cap] * microUsdPerUsd) {
        fail({ code: 'ai-budget', cap, capUsd: caps[cap], spentUsd: spent[cap] / microUsdPerUsd });
      }
    }
  }

  return {
    /**
     * Sets money aside before a call, on disk when it resolves. Fails with `ai-price-unknown` and `ai-budget`, and as
     * the disk does; then nothing is set aside.
     */
    async reserve({
      task,
      bookId,
      server,
      model,
      tokensIn,
      mostTokens,
      images = 0,
    }: BudgetRequest): Promise<Reservation> {
      await ledger.start();
      const most = await prices.mostCost(server, model, { tokensIn, mostTokens, images });
      const microUsd = most ?? fail({ code: 'ai-price-unknown', model });
      const price = await prices.priceOf(server, model);
      // From here to the ledger's count nothing waits, so that no other call slips in between.
      checkCaps(bookId, microUsd);
      const id = await ledger.reserve({
        task,
        bookId,
        server: originOf(server),
        model,
        tokensIn,
        mostTokensOut: mostTokens,
        microUsd,
      });
      return {
        async settle(usage, timing, outcome) {
          const cost = usage && price ? costOf(price, usage) : microUsd;
          const { firstTokenMs, totalMs } = timing;
          const counted = { tokensIn: usage?.tokensIn ?? tokensIn, tokensOut: usage?.tokensOut ?? mostTokens };
          await ledger.settle(id, { ...counted, microUsd: cost, firstTokenMs, totalMs, outcome });
          return { microUsd: cost };
        },
        void: () => ledger.void(id),
      };
    },
  };
}
