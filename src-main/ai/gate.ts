import type { z } from 'zod';
import { originOf, type CoWriterSettings, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure, fail } from '../failure';
import { orCancelled, within } from './abort';
import type { AnswerCache } from './answer-cache';
import type { Budget, Reservation } from './budget';
import { createFlights } from './flights';
import { isOtherLanguage } from './language-check';
import type { Message, ModelCall, ModelClient, ModelPiece, Usage } from './model-client';
import type { Patience } from './patience';
import type { FilledPrompt } from './prompt';
import type { RateLimit } from './rate-limit';
import { createAnswerReader, type AnswerReader } from './read-answer';
import type { Resilience } from './resilience';
import { targetOf, type Target } from './target';
import { fewestTokens, mostTokensOf } from './token-estimate';

/** One thing asked of a model. Its answer is a list of items, each a line of JSON. */
export type ModelRequest<T> = {
  readonly prompt: FilledPrompt;
  readonly bookId: string | null;
  readonly item: z.ZodType<T>;
  /** The language that the words of the answer must be in, with how to find them in an item; left out for none. */
  readonly language?: { readonly tag: string; readonly wordsOf: (item: T) => string };
  readonly signal: AbortSignal;
  /** Hears each item as it comes in. Until `ask` resolves they are provisional. */
  readonly onItem?: (item: T) => void;
  /** What was heard so far does not count: the answer begins anew. */
  readonly onRestart?: () => void;
};

/** What a request would send, before it is sent. */
export type RequestPreview = {
  readonly server: string;
  readonly origin: string;
  readonly model: string;
  /** The very bytes of the request. */
  readonly body: string;
  readonly tokensIn: number;
  readonly mostTokens: number;
};

/** The one way from the application to a model. */
export type Gate = {
  /** Asks, and gives the whole answer once it has been checked. Every failure is an `AppFailure` with an `ai-…` code. */
  readonly ask: <T>(request: ModelRequest<T>) => Promise<readonly T[]>;
  readonly preview: (prompt: FilledPrompt) => RequestPreview;
  /** The models of a server, chosen or not: how a connection is tried out. */
  readonly models: (server: ModelServer, signal: AbortSignal) => Promise<readonly string[]>;
};

type Read<T> = { readonly reader: AnswerReader<T>; readonly text: string };

type Whole = { readonly text: string; readonly finish: 'stop' | 'length' | 'refused'; readonly usage: Usage | undefined };

/** An answer of more characters than its tokens can hold ignores the limit; it is cut off rather than paid for. */
const mostCharactersPerToken = 12;

/** Joins the parts of the gate, in the order in which they may refuse. */
export function createGate(deps: {
  readonly settings: () => CoWriterSettings;
  readonly clientFor: (server: ModelServer) => ModelClient;
  readonly cache: AnswerCache;
  readonly budget: Budget;
  readonly rateLimit: RateLimit;
  readonly resilience: Resilience;
  readonly patienceFor: (target: Target) => Patience;
  readonly nowMs: () => number;
}): Gate {
  const flights = createFlights<Whole>();

  function callOf(target: Target, messages: readonly Message[]): ModelCall {
    const { model, temperature, mostTokens } = target;
    return { model, messages, temperature, mostTokens, contextTokens: mostTokensOf(messages) + mostTokens };
  }

  /** Reads the pieces of an open answer to its end, and closes the line whatever happens. */
  async function readOn(
    opened: { first: IteratorResult<ModelPiece>; pieces: AsyncGenerator<ModelPiece> },
    most: number,
    waitFor: <V>(next: Promise<V>) => Promise<V>,
    onText: (text: string) => void,
  ): Promise<Whole> {
    let text = '';
    try {
      for (let next = opened.first; next.done !== true; next = await waitFor(opened.pieces.next())) {
        if (next.value.kind === 'end') return { text, finish: next.value.finish, usage: next.value.usage };
        text += next.value.text;
        onText(next.value.text);
        if (text.length > most) fail({ code: 'ai-answer', problem: 'too-long' });
      }
    } finally {
      await opened.pieces.return(undefined);
    }
    throw new Error('A model client ended an answer without saying how.');
  }

  /** One request on the line: opened with patience, then read without a second try. */
  function fetchWhole(target: Target, call: ModelCall, signal: AbortSignal, note: Note): Promise<Whole> {
    const { server, model } = target;
    const patience = deps.patienceFor(target);
    const host = originOf(server);
    const late = (): Error => new AppFailure({ code: 'ai-unreachable', host, reason: 'timeout' });
    const open = async (): Promise<Parameters<typeof readOn>[0]> =>
      within(patience.firstTokenMs, signal, late, async (inner) => {
        note.sent();
        const pieces = deps.clientFor(server).stream(call, link(inner, signal));
        return { first: await pieces.next(), pieces };
      });
    return deps.resilience.inLine({ server, patience }, signal, () =>
      within(patience.totalMs, signal, late, async (whole) => {
        const opened = await deps.resilience.open({ server, model, patience }, whole, open);
        note.firstToken();
        const wait = <V>(next: Promise<V>): Promise<V> => within(patience.betweenTokensMs, whole, late, () => next);
        return readOn(opened, target.mostTokens * mostCharactersPerToken, wait, note.text);
      }),
    );
  }

  /** Reserves the money, waits for room, asks, and settles with what it came to. */
  async function pay(target: Target, request: Asked, call: ModelCall, signal: AbortSignal, onText: (text: string) => void): Promise<Whole> {
    const { server, model, mostTokens } = target;
    const tokensIn = mostTokensOf(call.messages);
    const { task, bookId } = request;
    const reservation = await deps.budget.reserve({ task, bookId, server, model, tokensIn, mostTokens });
    const note = noteFor(deps.nowMs, onText);
    try {
      await deps.rateLimit.wait(originOf(server), tokensIn + mostTokens, signal);
      const whole = await fetchWhole(target, call, signal, note);
      await reservation.settle({ usage: whole.usage, ...note.timing(), outcome: 'answered' });
      return whole;
    } catch (cause) {
      await settleFailure(reservation, note, tokensIn, cause);
      throw cause;
    }
  }

  async function read<T>(target: Target, request: ModelRequest<T>, messages: readonly Message[]): Promise<Read<T>> {
    const call = callOf(target, messages);
    const key = deps.cache.keyOf({ origin: originOf(target.server), promptVersion: request.prompt.version, call });
    const reader = createAnswerReader(request.item);
    const hear = (text: string): void => {
      for (const item of reader.push(text)) request.onItem?.(item);
    };
    const kept = await deps.cache.find(key);
    if (kept !== undefined) hear(kept);
    const asked: Asked = { task: request.prompt.task, bookId: request.bookId };
    const whole: Whole =
      kept === undefined
        ? await flights.join(key, request.signal, hear, (signal, onText) => pay(target, asked, call, signal, onText))
        : { text: kept, finish: 'stop', usage: undefined };
    for (const item of reader.end()) request.onItem?.(item);
    checkWhole(whole, messages);
    if (kept === undefined && reader.verdict() === undefined) await deps.cache.keep(key, whole.text);
    return { reader, text: whole.text };
  }

  return {
    async ask<T>(request: ModelRequest<T>): Promise<readonly T[]> {
      const target = targetOf(deps.settings(), request.prompt.task);
      const { messages } = request.prompt;
      if (messages.every(({ content }) => content.trim() === '')) fail({ code: 'ai-nothing-to-send' });
      let { reader, text } = await orCancelled(read(target, request, messages), request.signal);
      const verdict = reader.verdict();
      if (verdict && (verdict.problem === 'malformed' || verdict.problem === 'prose')) {
        // One repair: the model sees what it wrote and what was wrong with it.
        request.onRestart?.();
        const again = `That answer cannot be read: ${verdict.advice} Answer again, only with lines of JSON as described, and nothing else.`;
        const repair: Message[] = [{ role: 'assistant', content: text }, { role: 'user', content: again }];
        ({ reader, text } = await orCancelled(read(target, request, [...messages, ...repair]), request.signal));
      }
      const last = reader.verdict();
      if (last) fail({ code: 'ai-answer', problem: last.problem });
      const items = reader.items();
      const { language } = request;
      if (language && isOtherLanguage(items.map(language.wordsOf).join('\n'), language.tag)) {
        fail({ code: 'ai-answer', problem: 'wrong-language' });
      }
      return items;
    },

    preview(prompt) {
      const target = targetOf(deps.settings(), prompt.task);
      const call = callOf(target, prompt.messages);
      return {
        server: target.server.name,
        origin: originOf(target.server),
        model: target.model,
        body: deps.clientFor(target.server).bodyOf(call),
        tokensIn: mostTokensOf(call.messages),
        mostTokens: target.mostTokens,
      };
    },

    async models(server, signal) {
      const { firstTokenMs } = deps.patienceFor({ server, model: '', temperature: 0, mostTokens: 0, isInteractive: true });
      const late = (): Error => new AppFailure({ code: 'ai-unreachable', host: originOf(server), reason: 'timeout' });
      return within(firstTokenMs, signal, late, (inner) => deps.clientFor(server).models(inner));
    },
  };
}

type Asked = { readonly task: FilledPrompt['task']; readonly bookId: string | null };

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
    text(text: string) {
      characters += text.length;
      onText(text);
    },
    timing: () => ({ firstTokenMs, totalMs: Math.round(nowMs() - begun) }),
    characters: () => characters,
    isSent: () => isSent,
  };
}

/** Whether a server said no before it began to work: then nothing is charged. */
function isFree({ error }: AppFailure): boolean {
  if (error.code === 'ai-unreachable') return error.reason === 'no-server' || error.reason === 'certificate';
  return ['ai-key-refused', 'ai-no-such-model', 'ai-busy', 'ai-server-failed', 'ai-paused', 'ai-off'].includes(error.code);
}

async function settleFailure(reservation: Reservation, note: Note, tokensIn: number, cause: unknown): Promise<void> {
  if (!note.isSent() || (cause instanceof AppFailure && isFree(cause) && note.characters() === 0)) {
    await reservation.void();
    return;
  }
  // The server may have worked and counted: what was sent and what came back is charged by estimate.
  const usage = { tokensIn, tokensOut: note.characters() };
  const outcome = cause instanceof AppFailure ? cause.error.code : 'internal';
  await reservation.settle({ usage, ...note.timing(), outcome });
}

function checkWhole({ text, finish, usage }: Whole, messages: readonly Message[]): void {
  if (finish === 'refused') fail({ code: 'ai-answer', problem: 'refused' });
  if (finish === 'length') fail({ code: 'ai-answer', problem: 'cut-off' });
  if (usage && usage.tokensIn > 0 && usage.tokensIn < fewestTokens(messages)) fail({ code: 'ai-answer', problem: 'prompt-cut' });
  if (text.trim() === '') fail({ code: 'ai-answer', problem: 'empty' });
}

/** A signal for the whole answer that ends also while its first token is waited for too long. */
function link(opening: AbortSignal, whole: AbortSignal): AbortSignal {
  const controller = new AbortController();
  for (const signal of [opening, whole]) {
    if (signal.aborted) controller.abort();
    signal.addEventListener('abort', () => controller.abort(), { once: true });
  }
  return controller.signal;
}
