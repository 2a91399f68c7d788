import {
  BrokenCircuitError,
  bulkhead,
  BulkheadRejectedError,
  circuitBreaker,
  CircuitState,
  ConsecutiveBreaker,
  DelegateBackoff,
  handleWhen,
  retry,
  TaskCancelledError,
  wrap,
  type CircuitBreakerPolicy,
  type IPolicy,
} from 'cockatiel';
import { originOf, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure, fail } from '../failure';
import { orCancelled } from './abort';
import type { Patience } from './patience';

/** Requests that wait for their turn with one server; more than this is a mistake somewhere. */
const mostWaiting = 2_000;

/** Failures of the line or the server: another attempt may go better. */
function isServerTrouble(cause: unknown): boolean {
  if (!(cause instanceof AppFailure)) return false;
  const { error } = cause;
  if (error.code === 'ai-unreachable') return error.reason !== 'certificate';
  // What a server refuses for good (an account without money, a request too long) stays refused.
  return error.code === 'ai-busy' || (error.code === 'ai-server-failed' && error.status >= 500);
}

/** The author stopped it, or turned the co-writer off: that tells nothing of the server. */
function isNoWord(cause: unknown): boolean {
  return cause instanceof AppFailure && (cause.error.code === 'cancelled' || cause.error.code === 'ai-off');
}

function retryAfterMs(cause: unknown): number {
  return cause instanceof AppFailure && cause.error.code === 'ai-busy' ? cause.error.retryAfterSeconds * 1_000 : 0;
}

/** Keeps a troubled server from being asked too often. One breaker and one waiting line a server and model. */
export type Resilience = ReturnType<typeof createResilience>;

/** Joins breaker, retry and waiting line. `random` gives numbers from 0 to 1. */
export function createResilience({ random }: { readonly random: () => number }) {
  const openers = new Map<string, IPolicy>();
  const lines = new Map<string, IPolicy>();

  function openerFor(key: string, patience: Patience): IPolicy {
    const known = openers.get(key);
    if (known) return known;
    const { retries, retryBaseMs, retryCapMs, longestRetryAfterSeconds } = patience;
    const mayRetry = (cause: unknown): boolean =>
      isServerTrouble(cause) && retryAfterMs(cause) <= longestRetryAfterSeconds * 1_000;
    const again = retry(handleWhen(mayRetry), {
      maxAttempts: retries,
      backoff: new DelegateBackoff(({ attempt, result }) => {
        const asked = 'error' in result ? retryAfterMs(result.error) : 0;
        return Math.max(asked, random() * Math.min(retryCapMs, retryBaseMs * 2 ** attempt));
      }),
    });
    // A probe that was stopped is no success: the server is as unknown as before, and the next one may probe at once.
    const isStoppedProbe = (cause: unknown): boolean => breaker.state === CircuitState.HalfOpen && isNoWord(cause);
    const breaker: CircuitBreakerPolicy = circuitBreaker(
      handleWhen((cause) => isServerTrouble(cause) || isStoppedProbe(cause)),
      {
        halfOpenAfter: new DelegateBackoff(({ result }) =>
          'error' in result && isNoWord(result.error) ? 0 : patience.pauseMs,
        ),
        breaker: new ConsecutiveBreaker(patience.breakAfter),
      },
    );
    const made = wrap(breaker, again);
    openers.set(key, made);
    return made;
  }

  function lineFor(key: string, { atOnce }: Patience): IPolicy {
    const made = lines.get(key) ?? bulkhead(atOnce, mostWaiting);
    lines.set(key, made);
    return made;
  }

  async function named<T>(server: ModelServer, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (cause) {
      const host = originOf(server);
      if (cause instanceof BrokenCircuitError) fail({ code: 'ai-paused', host }, cause);
      if (cause instanceof TaskCancelledError) fail({ code: 'cancelled' }, cause);
      if (cause instanceof BulkheadRejectedError) fail({ code: 'ai-busy', retryAfterSeconds: 1 }, cause);
      throw cause;
    }
  }

  return {
    /** Opens an answer: tried again with growing waits, refused with `ai-paused` while the server is left alone. */
    open<T>(
      at: { server: ModelServer; model: string; patience: Patience },
      signal: AbortSignal,
      attempt: () => Promise<T>,
    ) {
      const key = `${originOf(at.server)} ${at.model} ${at.patience.retries}`;
      const policy = openerFor(key, at.patience);
      // The policy waits its pause out before it looks at the signal: nothing may be sent after that, or be waited for.
      const begin = async (): Promise<T> => (signal.aborted ? fail({ code: 'cancelled' }) : attempt());
      return orCancelled(named(at.server, policy.execute(begin, signal)), signal);
    },
    /** Waits for a place among the requests that one server gets at once, for as long as `work` lasts. */
    inLine<T>(
      at: { server: ModelServer; patience: Patience },
      signal: AbortSignal,
      work: () => Promise<T>,
    ): Promise<T> {
      const key = `${originOf(at.server)} ${at.patience.atOnce}`;
      return named(at.server, lineFor(key, at.patience).execute(work, signal));
    },
  };
}
