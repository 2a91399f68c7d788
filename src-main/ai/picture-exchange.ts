import { originOf, type CoWriterTask, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure } from '../failure';
import { within } from './abort';
import type { Budget } from './budget';
import { isFree, outcomeOf } from './exchange';
import type { ModelClient, PictureCall } from './model-client';
import type { Patience } from './patience';
import type { RateLimit } from './rate-limit';
import type { Resilience } from './resilience';
import { hostOf } from './server-failure';
import type { Target } from './target';
import { mostTokensIn } from './token-estimate';

/** What picture is asked, of whom, and on whose account. */
export type PictureExchangeRequest = {
  readonly target: Target;
  readonly call: PictureCall;
  readonly task: CoWriterTask;
  readonly bookId: string | null;
};

/** Asks once for a picture: what it costs is set aside first and settled after, whatever happens between. */
export type PictureExchange = (request: PictureExchangeRequest, signal: AbortSignal) => Promise<Uint8Array>;

const isUncharged = (cause: unknown): boolean =>
  cause instanceof AppFailure &&
  (isFree(cause) || (cause.error.code === 'ai-answer' && cause.error.problem === 'refused'));

/** Joins budget, rate limit, waiting line, breaker and timeout, in this order. A picture is never asked for twice. */
export function createPictureExchange(deps: {
  readonly clientFor: (server: ModelServer) => Promise<ModelClient>;
  readonly budget: Budget;
  readonly rateLimit: RateLimit;
  readonly resilience: Resilience;
  readonly patienceFor: (target: Target) => Patience;
  readonly nowMs: () => number;
}): PictureExchange {
  async function fetchPicture({ target, call }: PictureExchangeRequest, signal: AbortSignal, onSent: () => void) {
    const { server, model } = target;
    // A second try may be paid for a second time, and only one was set aside.
    const patience = { ...deps.patienceFor(target), retries: 0 };
    const client = await deps.clientFor(server);
    const late = (): Error => new AppFailure({ code: 'ai-unreachable', host: hostOf(server), reason: 'timeout' });
    return deps.resilience.inLine({ server, patience }, signal, () =>
      within(patience.totalMs, signal, late, (whole) =>
        deps.resilience.open({ server, model, patience }, whole, async () => {
          onSent();
          return client.draw(call, whole);
        }),
      ),
    );
  }

  return async (request, signal) => {
    const { target, call, task, bookId } = request;
    const { server, model } = target;
    const tokensIn = mostTokensIn([{ role: 'user', content: call.prompt }]);
    const reservation = await deps.budget.reserve({ task, bookId, server, model, tokensIn, mostTokens: 0, images: 1 });
    const begun = deps.nowMs();
    const timing = () => ({ firstTokenMs: null, totalMs: Math.round(deps.nowMs() - begun) });
    const note = { isSent: false };
    try {
      await deps.rateLimit.wait(originOf(server), tokensIn, signal);
      const bytes = await fetchPicture(request, signal, () => void (note.isSent = true));
      await reservation.settle(undefined, timing(), 'answered');
      return bytes;
    } catch (cause) {
      if (!note.isSent || isUncharged(cause)) await reservation.void();
      // The server may have drawn it: what was set aside is charged.
      else await reservation.settle(undefined, timing(), outcomeOf(cause));
      throw cause;
    }
  };
}
