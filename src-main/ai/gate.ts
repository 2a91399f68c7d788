import type { z } from 'zod';
import { originOf, type CoWriterSettings, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure, fail } from '../failure';
import { orCancelled, within } from './abort';
import { answerKey, type AnswerCache } from './answer-cache';
import type { Exchange, WholeAnswer } from './exchange';
import { createFlights } from './flights';
import type { Message, ModelCall, ModelClient } from './model-client';
import { usualPatience } from './patience';
import type { FilledPrompt } from './prompt';
import { createAnswerReader, type AnswerReader } from './read-answer';
import { hostOf } from './server-failure';
import { targetOf, type Target } from './target';
import { leastTokensIn, mostTokensIn } from './token-estimate';

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
  readonly server: ModelServer;
  readonly model: string;
  /** The very bytes of the request. */
  readonly body: string;
  readonly tokensIn: number;
  readonly mostTokens: number;
};

/** The one way from the application to a model. */
export type Gate = {
  /** Refuses with `ai-off` before anything is prepared, let alone sent. */
  readonly admit: () => void;
  /** Asks, and gives the whole answer once it has been checked. Every failure is an `AppFailure` with an `ai-…` code. */
  readonly ask: <T>(request: ModelRequest<T>) => Promise<readonly T[]>;
  readonly preview: (prompt: FilledPrompt) => Promise<RequestPreview>;
  /** The models of a server, chosen or not: how a connection is tried out. */
  readonly models: (server: ModelServer, signal: AbortSignal) => Promise<readonly string[]>;
};

type Read<T> = { readonly reader: AnswerReader<T>; readonly text: string };

function callOf({ model, temperature, mostTokens }: Target, messages: readonly Message[]): ModelCall {
  return { model, messages, temperature, mostTokens, contextTokens: mostTokensIn(messages) + mostTokens };
}

/**
 * Everything that may refuse does so in one order: off, not set up, not allowed, nothing to send; then an answer that is
 * known or under way is shared, which costs nothing; then what the exchange asks for (budget, rate, breaker); then what
 * came back is checked, with one repair.
 */
export function createGate(deps: {
  readonly settings: () => CoWriterSettings;
  readonly clientFor: (server: ModelServer) => Promise<ModelClient>;
  readonly cache: Pick<AnswerCache, 'get' | 'put'>;
  readonly exchange: Exchange;
}): Gate {
  const flights = createFlights<WholeAnswer>();

  async function read<T>(target: Target, request: ModelRequest<T>, messages: readonly Message[]): Promise<Read<T>> {
    const call = callOf(target, messages);
    const { task, version } = request.prompt;
    const key = answerKey({ ...call, origin: originOf(target.server), promptVersion: `${task} ${version}` });
    const reader = createAnswerReader(request.item);
    const hear = (text: string): void => {
      for (const item of reader.push(text)) request.onItem?.(item);
    };
    const known = await deps.cache.get(key);
    if (known !== undefined) hear(known);
    const exchange = { target, call, task, bookId: request.bookId };
    const whole: WholeAnswer =
      known === undefined
        ? await flights.join(key, request.signal, hear, (signal, onText) => deps.exchange(exchange, signal, onText))
        : { text: known, finish: 'stop', usage: undefined };
    for (const item of reader.end()) request.onItem?.(item);
    checkWhole(whole, messages);
    if (known === undefined && reader.verdict() === undefined) await deps.cache.put(key, whole.text);
    return { reader, text: whole.text };
  }

  async function readTwice<T>(target: Target, request: ModelRequest<T>): Promise<AnswerReader<T>> {
    const { messages } = request.prompt;
    const { reader, text } = await read(target, request, messages);
    const verdict = reader.verdict();
    if (verdict?.problem !== 'malformed' && verdict?.problem !== 'prose') return reader;
    // One repair: the model sees what it wrote and what was wrong with it.
    request.onRestart?.();
    const again = `That answer cannot be read: ${verdict.advice} Answer again, only with lines of JSON as described, and nothing else.`;
    const repair: Message[] = [
      { role: 'assistant', content: text },
      { role: 'user', content: again },
    ];
    return (await read(target, request, [...messages, ...repair])).reader;
  }

  function admit(): void {
    if (!deps.settings().isOn) fail({ code: 'ai-off' });
  }

  return {
    admit,

    async ask(request) {
      const target = targetOf(deps.settings(), request.prompt.task);
      if (request.prompt.messages.every(({ content }) => content.trim() === '')) fail({ code: 'ai-nothing-to-send' });
      const reader = await orCancelled(readTwice(target, request), request.signal);
      const verdict = reader.verdict();
      if (verdict) fail({ code: 'ai-answer', problem: verdict.problem });
      const items = reader.items();
      const { language } = request;
      if (!language) return items;
      // What languages look like is much to load, and only needed here.
      const { isOtherLanguage } = await import('./language-check');
      const words = items.map(language.wordsOf).join('\n');
      if (isOtherLanguage(words, language.tag)) fail({ code: 'ai-answer', problem: 'wrong-language' });
      return items;
    },

    async preview(prompt) {
      const target = targetOf(deps.settings(), prompt.task);
      const call = callOf(target, prompt.messages);
      const body = (await deps.clientFor(target.server)).bodyOf(call);
      const { server, model, mostTokens } = target;
      return { server, model, body, tokensIn: mostTokensIn(call.messages), mostTokens };
    },

    async models(server, signal) {
      admit();
      const late = (): Error => new AppFailure({ code: 'ai-unreachable', host: hostOf(server), reason: 'timeout' });
      const client = await deps.clientFor(server);
      return within(usualPatience(server.kind, true).firstTokenMs, signal, late, (inner) => client.models(inner));
    },
  };
}

function checkWhole({ text, finish, usage }: WholeAnswer, messages: readonly Message[]): void {
  if (finish === 'refused') fail({ code: 'ai-answer', problem: 'refused' });
  if (finish === 'length') fail({ code: 'ai-answer', problem: 'cut-off' });
  if (usage && usage.tokensIn > 0 && usage.tokensIn < leastTokensIn(messages)) {
    fail({ code: 'ai-answer', problem: 'prompt-cut' });
  }
  if (text.trim() === '') fail({ code: 'ai-answer', problem: 'empty' });
}
