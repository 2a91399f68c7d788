import { expect, test } from 'vitest';
import { createOpenAiClient } from '../../../../src-main/ai/openai-client';
import { startOpenAiServer } from '../../../support/model-servers/openai-server';
import { accessTo, ask, call, failureOf, goodAnswer } from './asking';
import { describeClient } from './client-contract';

describeClient('openai', startOpenAiServer);

/** A server that sends these very bytes. */
const saying = (body: string, contentType = 'text/event-stream') =>
  createOpenAiClient(
    accessTo('openai', 'http://127.0.0.1:9/v1', {
      fetch: async () => new Response(body, { headers: { 'content-type': contentType } }),
    }),
  );

const bodyAt = (baseUrl: string, model = call.model) =>
  JSON.parse(createOpenAiClient(accessTo('openai', baseUrl)).bodyOf({ ...call, model })) as Record<string, unknown>;

test.each([false, true])('a refusal ends as one (by a filter: %s) and is no text', async (byFilter) => {
  const server = await startOpenAiServer({ answer: () => goodAnswer, mode: { kind: 'refusal', byFilter } });
  const { end, text } = await ask(createOpenAiClient(accessTo('openai', server.baseUrl)));
  expect(end).toMatchObject({ kind: 'end', finish: 'refused' });
  if (!byFilter) expect(text).toBe('');
  await server.stop();
});

test('OpenAI is told the limit by the name that its newer models know, others by the only one that they know', () => {
  expect(bodyAt('https://api.openai.com/v1')).toMatchObject({ max_completion_tokens: 900 });
  expect(bodyAt('https://eu.api.openai.com/v1')).not.toHaveProperty('max_tokens');
  expect(bodyAt('https://mine.openai.azure.com/openai/v1')).not.toHaveProperty('max_tokens');
  expect(bodyAt('http://127.0.0.1:1234/v1')).toMatchObject({ max_tokens: 900 });
  expect(bodyAt('https://api.openai.com.example/v1')).not.toHaveProperty('max_completion_tokens');
});

test('a model of OpenAI’s gets a temperature only when it is known to take one', () => {
  const home = 'https://api.openai.com/v1';
  expect(bodyAt(home, 'gpt-4.1-mini')).toMatchObject({ temperature: 0.5 });
  expect(bodyAt(home, 'ft:gpt-4o-mini:me')).toMatchObject({ temperature: 0.5 });
  expect(bodyAt(home, 'gpt-5-mini')).not.toHaveProperty('temperature');
  expect(bodyAt(home, 'o4-mini')).not.toHaveProperty('temperature');
  expect(bodyAt('http://127.0.0.1:1234/v1', 'gpt-5-mini')).toMatchObject({ temperature: 0.5 });
});

test('an account without money is not told to wait', async () => {
  const server = await startOpenAiServer({ answer: () => goodAnswer, mode: { kind: 'no-money' } });
  const failure = await failureOf(ask(createOpenAiClient(accessTo('openai', server.baseUrl))));
  expect(failure).toMatchObject({ code: 'ai-server-failed', status: 429 });
  await server.stop();
});

test('a server that counts nothing, ends without a last word and leaves fields out is understood', async () => {
  const events = [
    '{"choices":[{"delta":{"content":"Yes"},"finish_reason":""}]}',
    '{"choices":[{"finish_reason":"stop"}]}',
  ];
  const { text, end } = await ask(saying(events.map((event) => `data: ${event}\r\n\r\n`).join('')));
  expect({ text, end }).toEqual({ text: 'Yes', end: { kind: 'end', finish: 'stop', usage: undefined } });
});

test.each([
  ['an answer that is not streamed', '{"choices":[{"message":{"content":"Yes"},"finish_reason":"stop"}]}'],
  ['an event that is no JSON', 'data: {"choices":[{"delta":{"content":"Ye\n\n'],
  ['an event of another protocol', 'data: {"choices":"Yes"}\n\n'],
  ['nothing at all', ''],
])('%s is a dropped line', async (_name, body) => {
  expect(await failureOf(ask(saying(body)))).toMatchObject({ code: 'ai-unreachable', reason: 'dropped' });
});

test.each([
  ['429', { code: 'ai-busy', retryAfterSeconds: 0 }],
  ['401', { code: 'ai-key-refused', host: '127.0.0.1:9' }],
  ['"overloaded"', { code: 'ai-server-failed', host: '127.0.0.1:9', status: 500 }],
])('a failure that is told inside the stream with the code %s has its name', async (code, expected) => {
  const body = `data: {"error":{"code":${code},"message":"The river froze in March."}}\n\n`;
  expect(await failureOf(ask(saying(body)))).toEqual(expected);
});

test('a list of models that is none means that there is no model server', async () => {
  const list = saying('Ollama is running', 'text/plain').models(new AbortController().signal);
  expect(await failureOf(list)).toMatchObject({ code: 'ai-unreachable', reason: 'no-server' });
});
