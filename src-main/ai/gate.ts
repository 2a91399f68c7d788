import type { z } from 'zod';
import { originOf, type CoWriterSettings, type ModelServer } from '../../src-shared/domain/co-writer';
import { AppFailure, fail } from '../failure';
import { orCancelled, within } from './abort';
import { answerKey, type AnswerCache } from './answer-cache';
import type { PictureExchange } from './picture-exchange';
import type { Exchange, ExchangeRequest, WholeAnswer } from './exchange';
import { createFlights } from './flights';
import { visibleText } from './material';
import type { Message, ModelCall, ModelClient } from './model-client';
import { usualPatience } from './patience';
import type { FilledPrompt } from './prompt';
import { createAnswerReader, type AnswerReader, type AnswerVerdict } from './read-answer';
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
  /** Pictures that come back; then no words do. */
  readonly images: number;
};

/** One picture that is asked of a model. */
export type PictureRequest = Pick<ModelRequest<never>, 'prompt' | 'bookId' | 'signal'>;

/** The one way from the application to a model. */
export type Gate = {
  /** Refuses with `ai-off` before anything is prepared, let alone sent. */
  readonly admit: () => void;
  /** Asks, and gives the whole answer once it has been checked. Every failure is an `AppFailure` with an `ai-…` code. */
  readonly ask: <T>(request: ModelRequest<T>) => Promise<readonly T[]>;
  /** Asks for one picture, and gives its bytes as they came: nobody has looked at them. */
  readonly draw: (request: PictureRequest) => Promise<Uint8Array>;
  readonly preview: (prompt: FilledPrompt) => Promise<RequestPreview>;
  /** The models of a server, chosen or not: how a connection is tried out. */
  readonly models: (server: ModelServer, signal: AbortSignal) => Promise<readonly string[]>;
};

type Read<T> = { readonly items: readonly T[]; readonly text: string; readonly verdict: AnswerVerdict | undefined };

/** What is asked warmer than this is asked again for another answer: drafts, titles, questions. */
const warmestKept = 0.2;

/** A prompt as one text, for models that know no turns of a conversation. */
const wordsOf = ({ messages }: FilledPrompt): string =>
  messages
    .map(({ content }) => content.trim())
    .filter((content) => content !== '')
    .join('\n\n');

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
  readonly pictureExchange: PictureExchange;
}): Gate {
  const flights = createFlights<WholeAnswer>();

  /**
   * An answer that is kept, or one that is asked for now and kept when it is good. It is one flight from the look into
   * the cache to what is put there: who asks at any time between does not ask twice.
   */
  async function answerTo<T>(
    request: ModelRequest<T>,
    exchange: ExchangeRequest,
    { key, signal, onText }: { key: string; signal: AbortSignal; onText: (text: string) => void },
  ): Promise<WholeAnswer> {
    const isKept = exchange.target.temperature <= warmestKept;
    const known = isKept ? await deps.cache.get(key) : undefined;
    if (known !== undefined) {
      onText(known);
      return { text: known, finish: 'stop', usage: undefined };
    }
    const whole = await deps.exchange(exchange, signal, onText);
    if (!isKept) return whole;
    const reader = createAnswerReader(request.item);
    reader.push(whole.text);
    reader.end();
    if (!(await verdictOn(request, exchange.call, whole, reader))) await deps.cache.put(key, whole.text);
    return whole;
  }

  async function read<T>(target: Target, request: ModelRequest<T>, messages: readonly Message[]): Promise<Read<T>> {
    const call = callOf(target, messages);
    const { task, version } = request.prompt;
    const key = answerKey({ ...call, origin: originOf(target.server), promptVersion: `${task} ${version}` });
    const reader = createAnswerReader(request.item);
    const hear = (text: string): void => {
      for (const item of reader.push(text)) request.onItem?.(item);
    };
    const exchange = { target, call, task, bookId: request.bookId };
    const whole = await flights.join(key, request.signal, hear, (signal, onText) =>
      answerTo(request, exchange, { key, signal, onText }),
    );
    for (const item of reader.end()) request.onItem?.(item);
    return { items: reader.items(), text: whole.text, verdict: await verdictOn(request, call, whole, reader) };
  }

  async function readTwice<T>(target: Target, request: ModelRequest<T>): Promise<Read<T>> {
    const { messages } = request.prompt;
    const first = await read(target, request, messages);
    const { text, verdict } = first;
    if (verdict?.problem !== 'malformed' && verdict?.problem !== 'prose') return first;
    // One repair: the model sees what it wrote and what was wrong with it.
    request.onRestart?.();
    const again = `That answer cannot be read: ${verdict.advice} Answer again, only with lines of JSON as described, and nothing else.`;
    const repair: Message[] = [
      { role: 'assistant', content: visibleText(text) },
      { role: 'user', content: again },
    ];
    return read(target, request, [...messages, ...repair]);
  }

  async function previewPicture({ server, model }: Target, prompt: FilledPrompt): Promise<RequestPreview> {
    const body = (await deps.clientFor(server)).pictureBodyOf({ model, prompt: wordsOf(prompt) });
    return { server, model, body, tokensIn: mostTokensIn(prompt.messages), mostTokens: 0, images: 1 };
  }

  function admit(): void {
    if (!deps.settings().isOn) fail({ code: 'ai-off' });
  }

  return {
    admit,

    async ask(request) {
      const target = targetOf(deps.settings(), request.prompt.task);
      if (request.prompt.messages.every(({ content }) => content.trim() === '')) fail({ code: 'ai-nothing-to-send' });
      const { items, verdict } = await orCancelled(readTwice(target, request), request.signal);
      if (verdict) fail({ code: 'ai-answer', problem: verdict.problem });
      return items;
    },

    async draw({ prompt, bookId, signal }) {
      const target = targetOf(deps.settings(), prompt.task);
      const text = wordsOf(prompt);
      if (text === '') fail({ code: 'ai-nothing-to-send' });
      const call = { model: target.model, prompt: text };
      return orCancelled(deps.pictureExchange({ target, call, task: prompt.task, bookId }, signal), signal);
    },

    async preview(prompt) {
      const target = targetOf(deps.settings(), prompt.task);
      if (prompt.task === 'cover-picture') return previewPicture(target, prompt);
      const call = callOf(target, prompt.messages);
      const body = (await deps.clientFor(target.server)).bodyOf(call);
      const { server, model, mostTokens } = target;
      return { server, model, body, tokensIn: mostTokensIn(call.messages), mostTokens, images: 0 };
    },

    async models(server, signal) {
      admit();
      const late = (): Error => new AppFailure({ code: 'ai-unreachable', host: hostOf(server), reason: 'timeout' });
      const client = await deps.clientFor(server);
      return within(usualPatience(server.kind, true).firstTokenMs, signal, late, (inner) => client.models(inner));
    },
  };
}

/** What is wrong with an answer that has come in whole, if anything. */
async function verdictOn<T>(
  { language }: Pick<ModelRequest<T>, 'language'>,
  { messages }: ModelCall,
  { text, finish, usage }: WholeAnswer,
  reader: AnswerReader<T>,
): Promise<AnswerVerdict | undefined> {
  if (finish === 'refused') return { problem: 'refused', advice: '' };
  if (finish === 'length') return { problem: 'cut-off', advice: '' };
  const isPromptCut = usage && usage.tokensIn > 0 && usage.tokensIn < leastTokensIn(messages);
  if (isPromptCut) return { problem: 'prompt-cut', advice: '' };
  if (text.trim() === '') return { problem: 'empty', advice: '' };
  const verdict = reader.verdict();
  if (verdict || !language) return verdict;
  // What languages look like is much to load, and only needed here.
  const { isOtherLanguage } = await import('./language-check');
  const words = reader.items().map(language.wordsOf).join('\n');
  return isOtherLanguage(words, language.tag) ? { problem: 'wrong-language', advice: '' } : undefined;
}
