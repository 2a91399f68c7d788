import type { ServerKind } from '../../src-shared/domain/co-writer';

/** How long a server is waited for, how often it is asked again, and when it is left alone. */
export type Patience = {
  readonly firstTokenMs: number;
  readonly betweenTokensMs: number;
  /** The whole answer. */
  readonly totalMs: number;
  /** Further attempts after the first, before the first token only. */
  readonly retries: number;
  /** Full jitter: a wait is a random part of `base` doubled with each attempt, up to `cap`. */
  readonly retryBaseMs: number;
  readonly retryCapMs: number;
  /** A longer `Retry-After` is not waited for: the author hears of it. */
  readonly longestRetryAfterSeconds: number;
  /** Failures in a row after which the server is left alone, and for how long. */
  readonly breakAfter: number;
  readonly pauseMs: number;
  /** Requests at once. */
  readonly atOnce: number;
};

const interactive: Patience = {
  firstTokenMs: 30_000,
  betweenTokensMs: 30_000,
  totalMs: 300_000,
  retries: 2,
  retryBaseMs: 500,
  retryCapMs: 8_000,
  longestRetryAfterSeconds: 60,
  breakAfter: 5,
  pauseMs: 30_000,
  atOnce: 3,
};

const batch: Patience = { ...interactive, totalMs: 600_000, retries: 4, retryCapMs: 60_000, atOnce: 2 };

/** A local server may have to load its model first, and works on one request at a time. */
const ollama = { firstTokenMs: 120_000, retries: 1, breakAfter: 3, pauseMs: 10_000, atOnce: 1 } as const;

/** The usual patience (the project’s reliability notes, “Network policies”). */
export function usualPatience(kind: ServerKind, isInteractive: boolean): Patience {
  const patience = isInteractive ? interactive : batch;
  return kind === 'ollama' ? { ...patience, ...ollama } : patience;
}
