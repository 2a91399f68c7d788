import { z } from 'zod';
import { startScriptedServer, type ServerOptions } from './scripted-server';
import type { Wire } from './wire';

/** What a model sees when it is not asked to see more. */
const usualContext = 4_096;

const missing = 'model "missing" not found, try pulling it first';

const Body = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  stream: z.literal(true),
  options: z.object({ num_predict: z.int().optional(), num_ctx: z.int().optional() }).default({}),
});

const line = (data: object): string =>
  `${JSON.stringify({ model: 'scripted', created_at: '2026-11-25T00:00:00Z', ...data })}\n`;

const wire: Wire = {
  modelsPath: '/api/tags',
  answerPath: '/api/chat',
  contentType: 'application/x-ndjson',
  models: (names) => ({ models: names.map((name) => ({ name, model: name, size: 1 })) }),
  hear(bytes) {
    const { model, messages, options } = Body.parse(JSON.parse(bytes.toString()));
    return { model, messages, limit: options.num_predict ?? Infinity, context: options.num_ctx ?? usualContext };
  },
  piece: (content) => line({ message: { role: 'assistant', content }, done: false }),
  // Ollama has no word for a refusal: its models refuse in their answer.
  end: (finish, { tokensIn, tokensOut }) =>
    line({
      message: { role: 'assistant', content: '' },
      done: true,
      done_reason: finish === 'length' ? 'length' : 'stop',
      prompt_eval_count: tokensIn,
      eval_count: tokensOut,
    }),
  failure: (code, message) => ({ error: code === 'model_not_found' ? missing : message }),
  failureLine: (_code, message) => `${JSON.stringify({ error: message })}\n`,
};

/** Starts a scripted Ollama. */
export async function startOllamaServer(options: ServerOptions) {
  const server = await startScriptedServer(wire, options);
  return { ...server, baseUrl: server.origin };
}
