import { APIError, OpenAI } from 'openai';
import { z } from 'zod';
import { fail } from '../failure';
import type { ModelCall, ModelClient, ModelPiece, PictureCall, ServerAccess } from './model-client';
import { asPictureFailure, limitAnswers, mostPictureAnswerBytes, pictureBody, pictureIn } from './openai-pictures';
import { asLineFailure, asRefusal, hostOf } from './server-failure';
import { createServerFetch } from './server-fetch';

type Body = OpenAI.Chat.ChatCompletionCreateParamsStreaming;

/** One event of a streamed answer, as loosely as servers keep to the protocol. */
const Chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: z.object({ content: z.string().nullish(), refusal: z.string().nullish() }).nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({ prompt_tokens: z.int().min(0), completion_tokens: z.int().min(0) })
    .nullish()
    .catch(undefined),
});
type Chunk = z.infer<typeof Chunk>;

const ModelList = z.object({ data: z.array(z.object({ id: z.string() })) });

/** How long to wait is for the caller to say, so the SDK's own clock gets the longest time that there is. */
const longestTimerMs = 2 ** 31 - 1;

/** OpenAI itself, on its own addresses or on Azure's. */
const openAiHost = /^(?:[\w-]+\.)?api\.openai\.com(?::\d+)?$|\.openai\.azure\.com(?::\d+)?$/u;

/** Speaks the OpenAI protocol: OpenAI itself, and the many servers that copied it. */
export function createOpenAiClient(access: ServerAccess): ModelClient {
  const { server } = access;

  async function* stream(call: ModelCall, signal: AbortSignal): AsyncGenerator<ModelPiece, void, undefined> {
    let otherwise: 'no-server' | 'dropped' = 'no-server';
    const answer = createAnswer();
    try {
      const events = await sdkFor(access, call.model).chat.completions.create(bodyFor(access, call), { signal });
      otherwise = 'dropped';
      for await (const event of events) {
        const text = answer.take(Chunk.parse(event));
        if (text !== '') yield { kind: 'text', text };
      }
    } catch (cause) {
      throw asFailure(cause, access, { model: call.model, signal, otherwise });
    }
    if (signal.aborted) fail({ code: 'cancelled' });
    const end = answer.end();
    if (!end) fail({ code: 'ai-unreachable', host: hostOf(server), reason: 'dropped' });
    yield end;
  }

  async function models(signal: AbortSignal): Promise<readonly string[]> {
    try {
      const list = ModelList.parse(await sdkFor(access).get('/models', { signal }));
      return list.data.map(({ id }) => id);
    } catch (cause) {
      throw asLineFailure(cause, { server, signal, otherwise: 'no-server' });
    }
  }

  const pictureBodyFor = (call: PictureCall) => pictureBody(openAiHost.test(hostOf(server)), call);

  async function draw(call: PictureCall, signal: AbortSignal): Promise<Uint8Array> {
    const limited = { ...access, fetch: limitAnswers(access.fetch, mostPictureAnswerBytes) };
    try {
      return pictureIn(await sdkFor(limited, call.model).images.generate(pictureBodyFor(call), { signal }));
    } catch (cause) {
      throw asPictureFailure(asFailure(cause, access, { model: call.model, signal, otherwise: 'dropped' }), access);
    }
  }

  return {
    bodyOf: (call) => JSON.stringify(bodyFor(access, call)),
    pictureBodyOf: (call) => JSON.stringify(pictureBodyFor(call)),
    models,
    stream,
    draw,
  };
}

/** Everything that the SDK would take from the environment is set, and it never sees the key. */
function sdkFor(access: ServerAccess, model?: string): OpenAI {
  return new OpenAI({
    apiKey: 'sent-by-server-fetch',
    adminAPIKey: null,
    organization: null,
    project: null,
    webhookSecret: null,
    baseURL: access.server.baseUrl,
    fetch: createServerFetch(access, model),
    maxRetries: 0,
    logLevel: 'off',
    timeout: longestTimerMs,
  });
}

/**
 * OpenAI's newer models refuse `max_tokens`, and any temperature but their own; the servers that copied the protocol
 * know only `max_tokens`. No server says which it is, so its host decides. At OpenAI a model that is not known to
 * take a temperature gets none: a wish is not worth a refusal.
 */
function bodyFor({ server }: ServerAccess, call: ModelCall): Body {
  const { model, mostTokens, temperature } = call;
  const isOpenAi = openAiHost.test(hostOf(server));
  const takesTemperature = !isOpenAi || /^(?:ft:)?(?:gpt-[34]|chatgpt-)/u.test(model);
  const limit = isOpenAi ? { max_completion_tokens: mostTokens } : { max_tokens: mostTokens };
  return {
    model,
    messages: call.messages.map(({ role, content }) => ({ role, content })),
    ...(takesTemperature ? { temperature } : {}),
    ...limit,
    stream: true,
    stream_options: { include_usage: true },
  };
}

/** Gathers what the events of one answer say about its end; the counts come after the last word. */
function createAnswer() {
  let finish: string | undefined;
  let isRefused = false;
  let usage: Chunk['usage'];
  return {
    /** Takes an event in and gives its text. */
    take(chunk: Chunk): string {
      const choice = chunk.choices?.[0];
      usage = chunk.usage ?? usage;
      // Some servers send an empty reason until there is one.
      finish = choice?.finish_reason ? choice.finish_reason : finish;
      isRefused ||= Boolean(choice?.delta?.refusal) || finish === 'content_filter';
      return choice?.delta?.content ?? '';
    },
    end(): ModelPiece | undefined {
      if (finish === undefined) return undefined;
      const counted = usage ? { tokensIn: usage.prompt_tokens, tokensOut: usage.completion_tokens } : undefined;
      const ended = finish === 'length' ? 'length' : 'stop';
      return { kind: 'end', finish: isRefused ? 'refused' : ended, usage: counted };
    },
  };
}

/** A failure that is told inside a stream comes without a status; some servers put one where the code is. */
function asFailure(
  cause: unknown,
  access: ServerAccess,
  { model, ...line }: { model: string; signal: AbortSignal; otherwise: 'no-server' | 'dropped' },
) {
  if (line.signal.aborted || !(cause instanceof APIError) || cause.error === undefined) {
    return asLineFailure(cause, { server: access.server, ...line });
  }
  const told = Number(cause.code);
  const status = told >= 400 && told < 600 ? told : 500;
  return asRefusal(access, model, { status, headers: new Headers(), said: JSON.stringify(cause.error) });
}
