import { originOf, type CoWriterTask, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure, fail } from '../failure';
import { within } from './abort';
import type { Budget, CallTiming, Reservation } from './budget';
import type { CallOutcome } from './ledger-line';
import type { ModelCall, ModelClient, ModelPiece, Usage } from './model-client';
import type { Patience } from './patience';
import type { RateLimit } from './rate-limit';
import type { Resilience } from './resilience';
import { hostOf } from './server-failure';
import type { Target } from './target';
import { mostTokensIn } from './token-estimate';

/** An answer as it came, before anybody has read it. */
export type WholeAnswer = {
  readonly text: string;
  readonly finish: 'stop' | 'length' | 'refused';
  readonly usage: Usage | undefined;
};

/** What is asked, of whom, and on whose account. */
export type ExchangeRequest = {
  readonly target: Target;
  readonly call: ModelCall;
  readonly task: CoWriterTask;
  readonly bookId: string | null;
};

/** Asks once: what it costs is set aside first and settled after, whatever happens between. */
export type Exchange = (
  request: ExchangeRequest,
  signal: AbortSignal,
  onText: (text: string) => void,
) => Promise<WholeAnswer>;

/** An answer of more characters than its tokens can hold ignores the limit; it is cut off rather than paid for. */
const mostCharactersPerToken = 12;

type Opened = {
  readonly first: IteratorResult<ModelPiece, void>;
  readonly pieces: AsyncGenerator<ModelPiece, void, undefined>;
};

/** Joins budget, rate limit, waiting line, breaker, retry and timeouts, in this order. */
export function createExchange(deps: {
  readonly clientFor: (server: ModelServer) => Promise<ModelClient>;
  readonly budget: Budget;
  readonly rateLimit: RateLimit;
  readonly resilience: Resilience;
  readonly patienceFor: (target: Target) => Patience;
  readonly nowMs: () => number;
  /** Hears that a server has answered. */
  readonly onAnswered: () => void;
}): Exchange {
  /** One request on the line: opened with patience, then read without a second try. */
  async function fetchWhole({ target, call }: ExchangeRequest, signal: AbortSignal, note: Note): Promise<WholeAnswer> {
    const { server, model } = target;
    const patience = deps.patienceFor(target);
    const client = await deps.clientFor(server);
    const late = (): Error => new AppFailure({ code: 'ai-unreachable', host: hostOf(server), reason: 'timeout' });
    const open = (whole: AbortSignal): Promise<Opened> =>
      within(patience.firstTokenMs, whole, late, async (opening) => {
        note.sent();
        const pieces = client.stream(call, eitherOf(opening, whole));
        return { first: await pieces.next(), pieces };
      });
    return deps.resilience.inLine({ server, patience }, signal, () =>
      within(patience.totalMs, signal, late, async (whole) => {
        const opened = await deps.resilience.open({ server, model, patience }, whole, () => open(whole));
        note.firstToken();
        const wait = <V>(next: Promise<V>): Promise<V> => within(patience.betweenTokensMs, whole, late, () => next);
        return readToEnd(opened, target.mostTokens * mostCharactersPerToken, wait, note.text);
      }),
    );
  }

  return async (request, signal, onText) => {
    const { server, model, mostTokens } = request.target;
    const { task, bookId, call } = request;
    const tokensIn = mostTokensIn(call.messages);
    const reservation = await deps.budget.reserve({ task, bookId, server, model, tokensIn, mostTokens });
    const note = noteFor(deps.nowMs, onText);
    try {
      await deps.rateLimit.wait(originOf(server), tokensIn + mostTokens, signal);
      const whole = await fetchWhole(request, signal, note);
      await reservation.settle(whole.usage, note.timing(), whole.finish === 'stop' ? 'answered' : 'unusable');
      deps.onAnswered();
      return whole;
    } catch (cause) {
      await settleFailure(reservation, note, tokensIn, cause);
      throw cause;
    }
  };
}

/** Reads the pieces of an open answer to its end, and closes the line whatever happens. */
async function readToEnd(
  { first, pieces }: Opened,
  mostCharacters: number,
  waitFor: <V>(next: Promise<V>) => Promise<V>,
  onText: (text: string) => void,
): Promise<WholeAnswer> {
  let text = '';
  try {
    for (let next = first; next.done !== true; next = await waitFor(pieces.next())) {
      if (next.value.kind === 'end') return { text, finish: next.value.finish, usage: next.value.usage };
      text += next.value.text;
      onText(next.value.text);
      if (text.length > mostCharacters) fail({ code: 'ai-answer', problem: 'too-long' });
    }
  } finally {
    // Not waited for: a line that hangs would hold up the failure that closes it.
    void pieces.return();
  }
  throw new Error('A model client ended an answer without saying how.');
}

/** What happens to one request, as far as money and time go. */
type Note = ReturnType<typeof noteFor>;

function noteFor(nowMs: () => number, onText: (text: string) => void) {
  const begun = nowMs();
  let firstTokenMs: number | null = null;
  let characters = 0;
  let isSent = false;
  return {
    sent: () => void (isSent = true),
    firstToken: () => void (firstTokenMs = Math.round(nowMs() - begun)),
    text: (text: string) => {
      characters += text.length;
      onText(text);
    },
    timing: (): CallTiming => ({ firstTokenMs, totalMs: Math.round(nowMs() - begun) }),
    characters: () => characters,
    isSent: () => isSent,
  };
}

/** Failures by which a server says no before it has begun to work: then nothing is charged. */
const freeCodes: ReadonlySet<string> = new Set([
  'ai-key-refused',
  'ai-no-such-model',
  'ai-busy',
  'ai-server-failed',
  'ai-paused',
  'ai-no-images',
  'ai-off',
]);

/** Whether a server said no before it had begun to work. */
export function isFree({ error }: AppFailure): boolean {
  if (error.code === 'ai-unreachable') return error.reason === 'no-server' || error.reason === 'certificate';
  return freeCodes.has(error.code);
}

/** How a call that failed is written down. */
export function outcomeOf(cause: unknown): CallOutcome {
  if (!(cause instanceof AppFailure)) return 'failed';
  if (cause.error.code === 'cancelled') return 'cancelled';
  return cause.error.code === 'ai-answer' ? 'unusable' : 'failed';
}

async function settleFailure(reservation: Reservation, note: Note, tokensIn: number, cause: unknown): Promise<void> {
  if (!note.isSent() || (cause instanceof AppFailure && isFree(cause) && note.characters() === 0)) {
    await reservation.void();
    return;
  }
  // The server may have worked and counted: what was sent and what came back is charged, a token a character at most.
  await reservation.settle({ tokensIn, tokensOut: note.characters() }, note.timing(), outcomeOf(cause));
}

/** A signal that ends with the first of two. */
function eitherOf(one: AbortSignal, other: AbortSignal): AbortSignal {
  const controller = new AbortController();
  for (const signal of [one, other]) {
    if (signal.aborted) controller.abort();
    signal.addEventListener('abort', () => controller.abort(), { once: true });
  }
  return controller.signal;
}
