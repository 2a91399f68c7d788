import { z } from 'zod';
import { startScriptedServer, type ServerOptions } from './scripted-server';
import type { Counts, Wire } from './wire';

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  max_tokens: z.int().optional(),
  max_completion_tokens: z.int().optional(),
  stream: z.literal(true),
});

const event = (data: object): string =>
  `data: ${JSON.stringify({ id: 'chatcmpl-1', object: 'chat.completion.chunk', ...data })}\n\n`;
const choice = (delta: object, reason: string | null): string =>
  event({ choices: [{ index: 0, delta, finish_reason: reason }] });
const usage = ({ tokensIn, tokensOut }: Counts): string =>
  event({
    choices: [],
    usage: { prompt_tokens: tokensIn, completion_tokens: tokensOut, total_tokens: tokensIn + tokensOut },
  });
const finishes = { stop: 'stop', length: 'length', refused: 'stop', filtered: 'content_filter' } as const;

const wire: Wire = {
  modelsPath: '/v1/models',
  answerPath: '/v1/chat/completions',
  picturesPath: '/v1/images/generations',
  contentType: 'text/event-stream',
  models: (names) => ({ object: 'list', data: names.map((id) => ({ id, object: 'model' })) }),
  hear(bytes) {
    const body = Body.parse(JSON.parse(bytes.toString()));
    return { ...body, limit: body.max_completion_tokens ?? body.max_tokens ?? Infinity };
  },
  piece: (text, finish) => choice(finish === 'refused' ? { refusal: text } : { content: text }, null),
  end: (finish, counts) => `${choice({}, finishes[finish])}${usage(counts)}data: [DONE]\n\n`,
  failure: (code, message) => ({ error: { message, type: 'invalid_request_error', param: null, code } }),
  failureLine: (code, message) => `data: ${JSON.stringify({ error: { message, type: code, code } })}\n\n`,
};

/** Starts a scripted server that speaks the OpenAI protocol. */
export async function startOpenAiServer(options: ServerOptions) {
  const server = await startScriptedServer(wire, options);
  return { ...server, baseUrl: `${server.origin}/v1` };
}
