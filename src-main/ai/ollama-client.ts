import { Stream } from 'openai/core/streaming';
import { z } from 'zod';
import { fail } from '../failure';
import type { ModelCall, ModelClient, ModelPiece, ServerAccess } from './model-client';
import { asLineFailure, asRefusal, hostOf } from './server-failure';
import { createServerFetch } from './server-fetch';

/** One line of a streamed answer. The last one is `done` and has the counts. */
const Line = z.object({
  message: z.object({ content: z.string().default('') }).optional(),
  done: z.boolean().default(false),
  done_reason: z.string().optional(),
  prompt_eval_count: z.int().min(0).optional(),
  eval_count: z.int().min(0).optional(),
  error: z.string().optional(),
});
type Line = z.infer<typeof Line>;

const ModelList = z.object({ models: z.array(z.object({ name: z.string() })) });

/** Speaks Ollama's own protocol, because only there a model can be asked to see the whole of a long text. */
export function createOllamaClient(access: ServerAccess): ModelClient {
  const { server } = access;
  const root = server.baseUrl.replace(/\/+$/u, '');

  async function* stream(call: ModelCall, signal: AbortSignal): AsyncGenerator<ModelPiece, void, undefined> {
    let last: Line | undefined;
    try {
      const response = await createServerFetch(access, call.model)(`${root}/api/chat`, {
        method: 'POST',
        body: bodyOf(call),
        signal,
      });
      for await (const line of linesOf(response)) {
        if (line.error !== undefined) {
          throw asRefusal(access, call.model, { status: 500, headers: new Headers(), said: line.error });
        }
        if (line.done) last = line;
        const text = line.message?.content ?? '';
        if (text !== '') yield { kind: 'text', text };
      }
    } catch (cause) {
      throw asLineFailure(cause, { server, signal, otherwise: 'dropped' });
    }
    if (signal.aborted) fail({ code: 'cancelled' });
    if (!last) fail({ code: 'ai-unreachable', host: hostOf(server), reason: 'dropped' });
    yield endOf(last);
  }

  async function models(signal: AbortSignal): Promise<readonly string[]> {
    try {
      const response = await createServerFetch(access)(`${root}/api/tags`, { signal });
      return ModelList.parse(await response.json()).models.map(({ name }) => name);
    } catch (cause) {
      throw asLineFailure(cause, { server, signal, otherwise: 'no-server' });
    }
  }

  return {
    bodyOf,
    models,
    stream,
    pictureBodyOf: (call) => JSON.stringify(call),
    draw: async () => fail({ code: 'ai-no-images', host: hostOf(server) }),
  };
}

function bodyOf({ model, messages, temperature, mostTokens, contextTokens }: ModelCall): string {
  return JSON.stringify({
    model,
    messages: messages.map(({ role, content }) => ({ role, content })),
    stream: true,
    options: { temperature, num_predict: mostTokens, num_ctx: contextTokens },
  });
}

/** The SDK's reader of JSON lines; it closes the connection when the loop ends early. */
async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  if (!body) return;
  for await (const line of Stream.fromReadableStream<unknown>(body, new AbortController())) yield Line.parse(line);
}

function endOf({ done_reason: reason, prompt_eval_count: tokensIn, eval_count: tokensOut }: Line): ModelPiece {
  const usage = tokensIn === undefined || tokensOut === undefined ? undefined : { tokensIn, tokensOut };
  return { kind: 'end', finish: reason === 'length' ? 'length' : 'stop', usage };
}
