/** What was asked of a server in the last minute. */
type Asked = { readonly at: number; readonly tokens: number };

const windowMs = 60_000;

/** Waits until a server may be asked again. */
export type RateLimit = {
  /** Resolves when one more request of so many tokens is within the limits; rejects when `signal` ends first. */
  readonly wait: (server: string, tokens: number, signal: AbortSignal) => Promise<void>;
};

/**
 * Keeps requests and tokens of any sixty seconds within their limits, by server, in the order they came. A request
 * larger than a whole minute's tokens goes alone.
 */
export function createRateLimit(deps: {
  readonly limits: () => { readonly requestsPerMinute: number; readonly tokensPerMinute: number };
  readonly now: () => number;
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
}): RateLimit {
  const asked = new Map<string, Asked[]>();
  const queues = new Map<string, Promise<void>>();

  /** How long until there is room; 0 when there is. */
  function msUntilRoom(recent: readonly Asked[], tokens: number, now: number): number {
    const { requestsPerMinute, tokensPerMinute } = deps.limits();
    let requests = recent.length;
    let sum = recent.reduce((total, one) => total + one.tokens, 0);
    for (const one of [undefined, ...recent]) {
      if (one) {
        requests -= 1;
        sum -= one.tokens;
      }
      const hasRoom = requests < requestsPerMinute && (sum + tokens <= tokensPerMinute || requests === 0);
      if (hasRoom) return one ? Math.max(0, one.at + windowMs - now) : 0;
    }
    return windowMs;
  }

  async function take(server: string, tokens: number, signal: AbortSignal): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const now = deps.now();
      const recent = (asked.get(server) ?? []).filter(({ at }) => at > now - windowMs);
      asked.set(server, recent);
      const waitMs = msUntilRoom(recent, tokens, now);
      if (waitMs === 0) {
        recent.push({ at: now, tokens });
        return;
      }
      await deps.sleep(waitMs, signal);
    }
  }

  return {
    wait(server, tokens, signal) {
      const before = queues.get(server) ?? Promise.resolve();
      const turn = before.catch(() => undefined).then(() => take(server, tokens, signal));
      queues.set(server, turn);
      return turn;
    },
  };
}
