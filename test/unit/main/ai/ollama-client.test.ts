import { expect, test } from 'vitest';
import { createOllamaClient } from '../../../../src-main/ai/ollama-client';
import { countTokens } from '../../../support/model-servers/modes';
import { startOllamaServer } from '../../../support/model-servers/ollama-server';
import { accessTo, ask, call, failureOf, goodAnswer } from './asking';
import { describeClient } from './client-contract';

describeClient('ollama', startOllamaServer);

/** An Ollama that sends these very bytes. */
const saying = (body: string) =>
  createOllamaClient(accessTo('ollama', 'http://127.0.0.1:9/', { fetch: async () => new Response(body) }));

test('a long text is asked to be seen whole, and is', async () => {
  const server = await startOllamaServer({ answer: () => goodAnswer });
  const client = createOllamaClient(accessTo('ollama', `${server.baseUrl}/`));
  const content = 'The river froze. '.repeat(2_000);
  const long = { ...call, messages: [{ role: 'user' as const, content }], contextTokens: 16_384 };
  expect((await ask(client, long)).end).toMatchObject({ usage: { tokensIn: countTokens(content) } });
  expect(JSON.parse(client.bodyOf(long))).toMatchObject({
    stream: true,
    options: { temperature: 0.5, num_predict: 900, num_ctx: 16_384 },
  });
  expect((await ask(client, { ...long, contextTokens: 2_048 })).end).toMatchObject({ usage: { tokensIn: 2_048 } });
  await server.stop();
});

test('lines are read wherever the network cuts them, and counts may be missing', async () => {
  const text = '{"message":{"content":"Yes 🧊"}}\n{"done":true,"done_reason":"stop","eval_count":2}';
  const bytes = new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
      controller.close();
    },
  });
  const access = accessTo('ollama', 'http://127.0.0.1:9', { fetch: async () => new Response(body) });
  const { text: said, end } = await ask(createOllamaClient(access));
  expect({ said, end }).toEqual({ said: 'Yes 🧊', end: { kind: 'end', finish: 'stop', usage: undefined } });
});

test.each([
  ['a line that is no JSON', '{"message":{"content":"Ye'],
  ['a line of another protocol', '{"message":"Yes","done":true}\n'],
  ['nothing at all', ''],
])('%s is a dropped line', async (_name, body) => {
  expect(await failureOf(ask(saying(body)))).toMatchObject({ code: 'ai-unreachable', reason: 'dropped' });
});

test('without a key, 403 is no word about keys', async () => {
  const fetch = async () => new Response('', { status: 403 });
  const refused = createOllamaClient(accessTo('ollama', 'http://127.0.0.1:9', { key: undefined, fetch }));
  expect(await failureOf(ask(refused))).toMatchObject({ code: 'ai-server-failed', status: 403 });
});
