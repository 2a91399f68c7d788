import { expect, test } from 'vitest';
import { asLineFailure, asRefusal } from '../../../../src-main/ai/server-failure';
import { accessTo, key } from './asking';

const access = accessTo('openai', 'https://models.example:8443/v1');
const { server } = access;
const { signal } = new AbortController();
const host = 'models.example:8443';

/** What the platform throws: a sentence, and the reason somewhere below it. */
const thrown = (code: string) =>
  new TypeError('fetch failed', {
    cause: new Error(`Bearer ${key}`, { cause: Object.assign(new Error(key), { code }) }),
  });

test.each([
  ['ECONNREFUSED', 'no-server'],
  ['ENOTFOUND', 'no-server'],
  ['EAI_AGAIN', 'no-server'],
  ['EHOSTUNREACH', 'no-server'],
  ['ENETUNREACH', 'no-server'],
  ['ETIMEDOUT', 'timeout'],
  ['UND_ERR_CONNECT_TIMEOUT', 'timeout'],
  ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
  ['UND_ERR_BODY_TIMEOUT', 'timeout'],
  ['ECONNRESET', 'dropped'],
  ['EPIPE', 'dropped'],
  ['UND_ERR_SOCKET', 'dropped'],
  ['HPE_INVALID_CHUNK_SIZE', 'dropped'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'certificate'],
  ['CERT_HAS_EXPIRED', 'certificate'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'certificate'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'certificate'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate'],
])('%s is %s, and only the code of what was thrown is kept', (code, reason) => {
  const failure = asLineFailure(thrown(code), { server, signal, otherwise: 'no-server' });
  expect(failure.error).toEqual({ code: 'ai-unreachable', host, reason });
  expect(failure.cause).toMatchObject({ message: code, code });
  expect(failure.cause).not.toHaveProperty('cause');
});

test('an error without a reason is what was to be expected at that time, and is not kept', () => {
  const failure = asLineFailure(new Error(key), { server, signal, otherwise: 'dropped' });
  expect(failure.error).toEqual({ code: 'ai-unreachable', host, reason: 'dropped' });
  expect(failure.cause).toBeUndefined();
});

test('an end that the author did not ask for is a time-out, and one that they asked for is none', () => {
  const ended = new DOMException('This operation was aborted', 'AbortError');
  expect(asLineFailure(ended, { server, signal, otherwise: 'dropped' }).error).toMatchObject({ reason: 'timeout' });
  const asked = AbortSignal.abort();
  expect(asLineFailure(ended, { server, signal: asked, otherwise: 'dropped' }).error).toEqual({ code: 'cancelled' });
});

const date = 'Wed, 25 Nov 2026 07:28:00 GMT';

test.each<[number, Record<string, string>, object]>([
  [429, { 'retry-after': '7' }, { code: 'ai-busy', retryAfterSeconds: 7 }],
  [429, { 'retry-after': '3600' }, { code: 'ai-busy', retryAfterSeconds: 3_600 }],
  [429, { 'retry-after': 'Wed, 25 Nov 2026 07:28:45 GMT', date }, { code: 'ai-busy', retryAfterSeconds: 45 }],
  [429, { 'retry-after': 'Wed, 25 Nov 2026 07:00:00 GMT', date }, { code: 'ai-busy', retryAfterSeconds: 0 }],
  [429, { 'retry-after': 'soon' }, { code: 'ai-busy', retryAfterSeconds: 0 }],
  [429, { 'retry-after-ms': '1500', 'retry-after': '9' }, { code: 'ai-busy', retryAfterSeconds: 2 }],
  [429, {}, { code: 'ai-busy', retryAfterSeconds: 0 }],
  [503, { 'retry-after': '20' }, { code: 'ai-busy', retryAfterSeconds: 20 }],
  [503, {}, { code: 'ai-server-failed', host, status: 503 }],
  [403, {}, { code: 'ai-key-refused', host }],
  [403, { 'content-type': 'text/html' }, { code: 'ai-server-failed', host, status: 403 }],
  [400, {}, { code: 'ai-server-failed', host, status: 400 }],
])('a refusal with %d and %o has its name', (status, headers, expected) => {
  expect(asRefusal(access, 'm', { status, headers: new Headers(headers), said: '' }).error).toEqual(expected);
});

test.each<[number, string, boolean]>([
  [404, '{"error":"model \'m\' not found"}', true],
  [404, '{"object":"error","message":"The model `m` does not exist.","code":404}', true],
  [403, '{"error":{"code":"model_not_found"}}', true],
  [400, '{"message":"Invalid model: m","type":"invalid_model"}', true],
  [404, '404 page not found', false],
  [400, '{"error":{"message":"max_tokens is too large for this model"}}', false],
])('%d with %s names a missing model: %s', (status, said, isMissing) => {
  const refusal = { status, headers: new Headers(), said };
  const { error } = asRefusal(access, 'm', refusal);
  expect(error.code === 'ai-no-such-model').toBe(isMissing);
  expect(asRefusal(access, undefined, refusal).error.code).not.toBe('ai-no-such-model');
});

test.each([
  [400, '{"error":{"code":400,"message":"the request exceeds the available context size (8192 tokens), try increasing it","type":"exceed_context_size_error"}}'],
  [400, '{"error":{"message":"This model\'s maximum context length is 8192 tokens.","code":"context_length_exceeded"}}'],
])('%d with %s is a prompt that is too long', (status, said) => {
  expect(asRefusal(access, 'm', { status, headers: new Headers(), said }).error).toEqual({ code: 'ai-answer', problem: 'prompt-cut' });
});
