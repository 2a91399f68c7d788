import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { clientFor } from '../../../../src-main/ai/client-for';
import type { ModelClient } from '../../../../src-main/ai/model-client';
import type { ServerKind } from '../../../../src-shared/domain/co-writer';
import { countTokens, type Mode } from '../../../support/model-servers/modes';
import type { ScriptedServer, ServerOptions } from '../../../support/model-servers/scripted-server';
import { accessTo, ask, call, failureOf, goodAnswer, key, selfSigned } from './asking';

type Start = (options: ServerOptions) => Promise<ScriptedServer & { readonly baseUrl: string }>;

const tokensIn = countTokens(call.messages.map(({ content }) => content).join(''));

/** What every client promises, whatever it speaks. Tests of both clients run it against their server. */
export function describeClient(kind: ServerKind, start: Start): void {
  let server: Awaited<ReturnType<Start>>;
  let client: ModelClient;

  beforeEach(async () => {
    server = await start({ answer: () => goodAnswer, models: ['scripted-1', 'scripted-2'] });
    client = clientFor(accessTo(kind, server.baseUrl));
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    await server.stop();
  });

  describe('an answer', () => {
    test('comes in pieces, whole, with its end and what it counted', async () => {
      const { text, pieces, end } = await ask(client);
      expect(text).toBe(goodAnswer);
      expect(pieces.length).toBeGreaterThan(3);
      expect(end).toEqual({ kind: 'end', finish: 'stop', usage: { tokensIn, tokensOut: countTokens(goodAnswer) } });
    });

    test('that stops at its limit says so', async () => {
      expect((await ask(client, { ...call, mostTokens: 5 })).end).toMatchObject({ finish: 'length' });
      server.play({ kind: 'cut-off' });
      expect((await ask(client)).end).toMatchObject({ finish: 'length' });
    });

    test('without a word still ends', async () => {
      server.play({ kind: 'empty' });
      expect(await ask(client)).toMatchObject({ text: '', end: { kind: 'end', finish: 'stop' } });
    });

    test('to a prompt that was cut shows it by its count', async () => {
      server.play({ kind: 'short-sighted' });
      expect((await ask(client)).end).toMatchObject({ usage: { tokensIn: Math.ceil(tokensIn / 4) } });
    });

    test('that comes slowly comes whole', async () => {
      server.play({ kind: 'slow', beforeFirstMs: 20, betweenMs: 2 });
      expect((await ask(client)).text).toBe(goodAnswer);
    });
  });

  describe('a request', () => {
    test('has the bytes that were foretold, letter by letter', async () => {
      await ask(client);
      expect(server.requests[0]?.bytes).toEqual(Buffer.from(client.bodyOf(call)));
    });

    test('carries the server’s headers, and the key nowhere but where it belongs', async () => {
      await ask(client);
      await client.models(new AbortController().signal);
      for (const { headers, path, bytes } of server.requests) {
        expect(headers).toMatchObject({ 'x-project': 'novel', authorization: `Bearer ${key}` });
        expect(JSON.stringify([{ ...headers, authorization: '' }, path, bytes.toString()])).not.toContain(key);
      }
    });

    test('tells nothing else about the author’s computer, and nothing that the environment holds', async () => {
      vi.stubEnv('OPENAI_API_KEY', 'sk-of-another-program');
      vi.stubEnv('OPENAI_ORG_ID', 'org-of-another-program');
      vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'Authorization: Bearer of-another-program\nX-Other: program');
      await ask(clientFor(accessTo(kind, server.baseUrl, { key: undefined })));
      const sent = server.requests[0]?.headers ?? {};
      expect(Object.keys(sent).filter((name) => /stainless|openai|authorization|x-other/u.test(name))).toEqual([]);
    });

    test('goes out once, whatever happens', async () => {
      server.play({ kind: 'storm', failures: 1 });
      expect(await failureOf(ask(client))).toMatchObject({ code: 'ai-server-failed', status: 500 });
      expect(server.requests).toHaveLength(1);
      expect((await ask(client)).text).toBe(goodAnswer);
    });
  });

  test('lists the models that the server offers', async () => {
    expect(await client.models(new AbortController().signal)).toEqual(['scripted-1', 'scripted-2']);
  });

  describe('cancelling', () => {
    test.each([0, 1])('closes the connection when %d pieces have come', async (pieces) => {
      server.play({ kind: 'held', pieces });
      const cancel = new AbortController();
      const asked = client.stream(call, cancel.signal);
      for (let index = 0; index < pieces; index += 1) await asked.next();
      const failure = failureOf(asked.next());
      const request = await server.request(0);
      cancel.abort();
      expect(await request.ended).toBe('left');
      expect(await failure).toEqual({ code: 'cancelled' });
    });

    test('works on a runtime that cannot join signals', async () => {
      vi.stubGlobal(
        'AbortSignal',
        Object.assign(function AbortSignal() {}, { any: undefined }),
      );
      server.play({ kind: 'held', pieces: 1 });
      const cancel = new AbortController();
      const asked = client.stream(call, cancel.signal);
      await asked.next();
      cancel.abort();
      expect(await failureOf(asked.next())).toEqual({ code: 'cancelled' });
      expect(await (await server.request(0)).ended).toBe('left');
    });

    test('before anything was sent sends nothing', async () => {
      expect(await failureOf(ask(client, call, AbortSignal.abort()))).toEqual({ code: 'cancelled' });
      expect(server.requests).toEqual([]);
    });

    test('of the list of models is an ended signal too', async () => {
      expect(await failureOf(client.models(AbortSignal.abort()))).toEqual({ code: 'cancelled' });
    });

    test('is also leaving the loop', async () => {
      server.play({ kind: 'held', pieces: 2 });
      for await (const piece of client.stream(call, new AbortController().signal)) {
        expect(piece.kind).toBe('text');
        break;
      }
      expect(await (await server.request(0)).ended).toBe('left');
    });
  });

  describe('a failure', () => {
    const host = () => new URL(server.baseUrl).host;

    test.each<[Mode, (host: string) => object]>([
      [{ kind: 'no-key' }, (host) => ({ code: 'ai-key-refused', host })],
      [{ kind: 'no-such-model' }, () => ({ code: 'ai-no-such-model', model: 'scripted-1' })],
      [{ kind: 'busy', retryAfter: '90' }, () => ({ code: 'ai-busy', retryAfterSeconds: 90 })],
      [{ kind: 'busy' }, () => ({ code: 'ai-busy', retryAfterSeconds: 0 })],
      [{ kind: 'storm', failures: 1, status: 502 }, (host) => ({ code: 'ai-server-failed', host, status: 502 })],
      [{ kind: 'failing-midway', pieces: 2 }, (host) => ({ code: 'ai-server-failed', host, status: 500 })],
      [{ kind: 'dropped', pieces: 0 }, (host) => ({ code: 'ai-unreachable', host, reason: 'dropped' })],
      [{ kind: 'dropped', pieces: 2 }, (host) => ({ code: 'ai-unreachable', host, reason: 'dropped' })],
      [{ kind: 'portal' }, (host) => ({ code: 'ai-unreachable', host, reason: 'no-server' })],
    ])('has its own name: %o', async (mode, expected) => {
      server.play(mode);
      expect(await failureOf(ask(client))).toEqual(expected(host()));
    });

    test('is a model that the server has not got', async () => {
      const failure = await failureOf(ask(client, { ...call, model: 'nobody' }));
      expect(failure).toEqual({ code: 'ai-no-such-model', model: 'nobody' });
    });

    test('is an answer that only looks finished because the line ended politely', async () => {
      const fetch: typeof globalThis.fetch = async (...args) => {
        const response = await globalThis.fetch(...args);
        const text = await response.text();
        return new Response(text.slice(0, text.length / 2), response);
      };
      const failure = await failureOf(ask(clientFor(accessTo(kind, server.baseUrl, { fetch }))));
      expect(failure).toMatchObject({ code: 'ai-unreachable', reason: 'dropped' });
    });

    test('is a server that sends the words elsewhere, which it does not get', async () => {
      const elsewhere = await start({ answer: () => goodAnswer });
      server.play({ kind: 'redirect', to: `${elsewhere.baseUrl}/chat/completions` });
      const expected = { code: 'ai-unreachable', host: host(), reason: 'no-server' };
      expect(await failureOf(ask(client))).toEqual(expected);
      expect(await failureOf(client.models(new AbortController().signal))).toEqual(expected);
      expect(elsewhere.requests).toEqual([]);
      await elsewhere.stop();
    });

    test('is a server that is not there', async () => {
      const gone = await start({ answer: () => goodAnswer });
      await gone.stop();
      const failure = await failureOf(ask(clientFor(accessTo(kind, gone.baseUrl))));
      expect(failure).toMatchObject({ code: 'ai-unreachable', reason: 'no-server' });
    });

    test('is a certificate that nobody vouches for', async () => {
      const secure = await start({ answer: () => goodAnswer, tls: await selfSigned() });
      const failure = await failureOf(ask(clientFor(accessTo(kind, secure.baseUrl))));
      expect(failure).toMatchObject({ code: 'ai-unreachable', reason: 'certificate' });
      await secure.stop();
    });

    test('is a key that cannot be sent, and it is not quoted', async () => {
      const broken = clientFor(accessTo(kind, server.baseUrl, { key: `${key}\n${key}` }));
      expect(await failureOf(ask(broken))).toEqual({ code: 'ai-key-refused', host: host() });
      expect(server.requests).toEqual([]);
    });

    test('of the list of models has the same names', async () => {
      const list = () => failureOf(client.models(new AbortController().signal));
      server.play({ kind: 'no-key' });
      expect(await list()).toEqual({ code: 'ai-key-refused', host: host() });
      server.play({ kind: 'portal' });
      expect(await list()).toEqual({ code: 'ai-unreachable', host: host(), reason: 'no-server' });
      server.play({ kind: 'busy', retryAfter: '2' });
      expect(await list()).toEqual({ code: 'ai-busy', retryAfterSeconds: 2 });
    });

    test('is an address at which something else lives', async () => {
      const beside = clientFor(accessTo(kind, `${server.baseUrl}/beside`));
      expect(await failureOf(ask(beside))).toEqual({ code: 'ai-server-failed', host: host(), status: 404 });
    });
  });
}
