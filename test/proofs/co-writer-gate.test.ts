import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ModelPrice } from '../../src-shared/domain/co-writer';
import type { Work } from '../../src-shared/ipc/co-writer-calls';
import { calls, type CallName } from '../../src-shared/ipc/contract';
import { makeBook, workKinds } from '../support/co-writer-book';
import { sampleInput } from '../support/sample-input';
import { model, startCoWriterApp, type CoWriterApp, type Ended } from '../support/start-co-writer-app';
import { watchSockets } from '../support/watch-sockets';

let app: CoWriterApp;
afterEach(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await app.stop();
});

const price: ModelPrice = { model, usdPerMillionIn: 3, usdPerMillionOut: 15, checkedOn: '2026-11-25' };
const plenty = { book: 1_000, day: 1_000, month: 1_000 };
const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));
const codesOf = (ends: readonly Ended[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const ended of ends) {
    const name = ended.ok ? 'done' : ended.error.code;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
};

/** Resolves when so many of some works have ended. */
const someOf = (ends: readonly Promise<Ended>[], wanted: number): Promise<void> =>
  new Promise((resolve) => {
    let ended = 0;
    for (const each of ends) {
      void each.then(() => {
        ended += 1;
        if (ended === wanted) resolve();
      });
    }
  });

/** So many works, each about another passage, that cost the same at most. */
async function differentWorks(count: number): Promise<Work[]> {
  const { works } = await makeBook(app);
  return times(count, (index) => {
    const text = `This is the passage with the number ${String(index).padStart(4, '0')}, and it is as long as all the others.`;
    return { ...works.edit, passages: [{ line: 0, text }] };
  });
}

describe('money', () => {
  test.each(['book', 'day', 'month'] as const)('200 calls at once against what a %s has for 10: 10 reach the server, and no more is ever spent', async (cap) => {
    app = await startCoWriterApp({ isRemote: true, settings: { prices: [price] } });
    const works = await differentWorks(200);
    const { mostUsd } = await app.get('coWriter.preview', works[0] as Work);
    const capUsd = (mostUsd ?? 0) * 10.5;
    await app.change({ caps: { ...plenty, [cap]: capUsd } });
    app.server.play({ kind: 'held', pieces: 0 });

    const ids = await Promise.all(works.map(app.begin));
    const ends = ids.map(app.ended);
    await someOf(ends, 190);
    await app.server.request(9);
    const { todayUsd: heldUsd } = await app.get('spending.read', null);
    await Promise.all(ids.map((jobId) => app.get('coWriter.cancel', { jobId })));
    const counts = codesOf(await Promise.all(ends));
    expect(counts).toEqual({ 'ai-budget': 190, cancelled: 10 });
    expect(app.server.requests).toHaveLength(10);
    expect(heldUsd).toBeCloseTo((mostUsd ?? 0) * 10, 9);

    app.server.play({ kind: 'good' });
    const answered = (await Promise.all(works.map(app.run))).filter(({ ok }) => ok).length;
    const { todayUsd, rows } = await app.get('spending.read', null);
    expect(app.server.requests).toHaveLength(10 + answered);
    expect(rows.filter(({ outcome }) => outcome === 'answered')).toHaveLength(answered);
    expect(todayUsd).toBeLessThanOrEqual(capUsd);
    console.log(`${cap}: 190 of 200 refused; then ${answered} answered for $${todayUsd.toFixed(6)} of $${capUsd.toFixed(6)}`);
  });

  test('a model whose price nobody knows is not asked, unless it is on this computer', async () => {
    app = await startCoWriterApp({ isRemote: true });
    const { works } = await makeBook(app);
    const begun = watchSockets();
    for (const kind of workKinds) {
      expect(await app.run(works[kind])).toEqual({ ok: false, error: { code: 'ai-price-unknown', model } });
      expect((await app.get('coWriter.preview', works[kind])).mostUsd).toBeNull();
    }
    expect(begun()).toEqual([]);
  });
});

describe('equal calls', () => {
  test('1,000 at once are one request, which only the last one to leave ends', async () => {
    app = await startCoWriterApp();
    const { works } = await makeBook(app);
    app.server.play({ kind: 'held', pieces: 60 });
    const ids = await Promise.all(times(1_000, () => app.begin(works.questions)));
    // Each has heard a question of the same answer, early or late.
    await app.heardBy(ids);
    const [last = '', ...others] = ids;
    const ends = others.map(app.ended);
    for (const jobId of others) await app.get('coWriter.cancel', { jobId });
    expect(codesOf(await Promise.all(ends))).toEqual({ cancelled: 999 });
    expect(app.server.requests).toHaveLength(1);
    const lastEnd = app.ended(last);
    await app.get('coWriter.cancel', { jobId: last });
    expect(await lastEnd).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await app.server.requests[0]?.ended).toBe('left');
    expect(app.server.requests).toHaveLength(1);
  });

  test('1,000 whenever they come are one request, where the same is wanted again; a draft is wanted anew', async () => {
    app = await startCoWriterApp();
    const { works } = await makeBook(app);
    const ends = await Promise.all(times(1_000, () => app.run(works.contradictions)));
    ends.push(await app.run(works.contradictions));
    expect(codesOf(ends)).toEqual({ done: 1_001 });
    expect(app.server.requests).toHaveLength(1);
    for (const again of [1, 2]) {
      expect(await app.run(works.draft)).toMatchObject({ ok: true });
      expect(app.server.requests).toHaveLength(1 + again);
    }
  });

  test('an answer that could not be used is asked for again', async () => {
    app = await startCoWriterApp();
    const { works } = await makeBook(app);
    app.server.play({ kind: 'wrong-language' });
    expect(await app.run(works.contradictions)).toMatchObject({ error: { code: 'ai-answer', problem: 'wrong-language' } });
    app.server.play({ kind: 'good' });
    expect(await app.run(works.contradictions)).toMatchObject({ ok: true });
    expect(app.server.requests).toHaveLength(2);
  });
});

test('after 5 failed calls a server is left alone, and exactly one call tries it out again', async () => {
  const pauseMs = 30_000;
  app = await startCoWriterApp({ patience: { breakAfter: 5, pauseMs } });
  const works = await differentWorks(120);
  const take = (count: number): Work[] => works.splice(0, count);
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
  app.server.play({ kind: 'storm', failures: 1_000 });
  for (const work of take(5)) expect(await app.run(work)).toMatchObject({ error: { code: 'ai-server-failed' } });
  // A call is three requests: the breaker counts calls.
  expect(app.server.requests).toHaveLength(15);
  expect(codesOf(await Promise.all(take(20).map(app.run)))).toEqual({ 'ai-paused': 20 });
  expect(app.server.requests).toHaveLength(15);

  vi.setSystemTime(Date.now() + pauseMs + 1);
  expect(codesOf(await Promise.all(take(20).map(app.run)))).toEqual({ 'ai-server-failed': 1, 'ai-paused': 19 });
  expect(app.server.requests).toHaveLength(18);

  vi.setSystemTime(Date.now() + pauseMs + 1);
  app.server.play({ kind: 'held', pieces: 0 });
  const ids = await Promise.all(take(20).map(app.begin));
  await app.server.request(18);
  expect(app.server.requests).toHaveLength(19);
  await Promise.all(ids.map((jobId) => app.get('coWriter.cancel', { jobId })));
  expect(codesOf(await Promise.all(ids.map(app.ended)))).toEqual({ cancelled: 20 });
  expect(app.server.requests).toHaveLength(19);

  app.server.play({ kind: 'good' });
  expect(codesOf(await Promise.all(take(20).map(app.run)))).toEqual({ done: 20 });
  const { todayUsd } = await app.get('spending.read', null);
  expect(todayUsd).toBe(0);
});

describe('with the co-writer off', () => {
  test('no call of the contract opens a socket, whatever it is asked', async () => {
    app = await startCoWriterApp();
    const { bookId, chapterId, works } = await makeBook(app);
    await app.change({ isOn: false });
    const { 'rewrite-question': reworded, edit } = works;
    const known = { bookId, chapterId, nodeId: chapterId, nodeIds: [chapterId], questionId: reworded.questionId, passages: edit.passages, server: app.coWriter.servers[0], assetId: 'a'.repeat(64), language: 'en' };
    const begun = watchSockets();
    // What takes the book away comes last, and what would turn the co-writer on is asked for something else.
    const last = (name: string): number => (/^library\.(?:trash|purge|archive)$|^book\.close$/u.test(name) ? 1 : 0);
    const names = (Object.keys(calls) as CallName[]).sort((a, b) => last(a) - last(b));
    const refused: string[] = [];
    for (const name of names) {
      const input = name === 'settings.update' ? { theme: 'dark' } : sampleInput(calls[name].input, known);
      if (!calls[name].input.safeParse(input).success) refused.push(name);
      const answer = await app.app.dispatch(name, input);
      if (name === 'coWriter.start' && answer.ok) await app.ended((answer.value as { jobId: string }).jobId);
    }
    expect(refused).toEqual([]);
    expect(begun()).toEqual([]);
    expect(app.server.requests).toEqual([]);
    console.log(`${names.length} calls, 0 sockets`);
  });

  test.each(['openai', 'ollama'] as const)('no work does (%s), nor a look at it, nor a list of models', async (kind) => {
    app = await startCoWriterApp({ kind });
    const { works } = await makeBook(app);
    await app.change({ isOn: false });
    const begun = watchSockets();
    const off = { ok: false, error: { code: 'ai-off' } };
    for (const work of workKinds) {
      expect(await app.run(works[work])).toEqual(off);
      expect(await app.call('coWriter.preview', works[work])).toEqual(off);
    }
    for (const server of app.coWriter.servers) expect(await app.call('coWriter.models', { server })).toEqual(off);
    expect(begun()).toEqual([]);
    // The watch is worth something only if it sees what it should.
    await app.change({ isOn: true });
    expect(await app.run(works.titles)).toMatchObject({ ok: true });
    expect(begun()).toEqual([app.server.origin.replace('http://', '')]);
  });
});

describe.each(['openai', 'ollama'] as const)('%s', (kind) => {
  test.each([0, 40])('stopping a work closes its connection after %i pieces of the answer', async (pieces) => {
    app = await startCoWriterApp({ kind });
    const { bookId, works } = await makeBook(app);
    app.server.play({ kind: 'held', pieces });
    for (const [index, work] of workKinds.entries()) {
      const before = await app.dump(bookId);
      const jobId = await app.begin(works[work]);
      const request = await app.server.request(index);
      await app.get('coWriter.cancel', { jobId });
      expect(await app.ended(jobId), work).toEqual({ ok: false, error: { code: 'cancelled' } });
      expect(await request.ended, work).toBe('left');
      expect(await app.dump(bookId), work).toEqual(before);
    }
  });

  test('what is shown before is what is sent, byte for byte', async () => {
    app = await startCoWriterApp({ kind });
    const { works } = await makeBook(app, { summary: 'Müller said: «nein» 🧊, “no”, \\ and \u2028 </script>, and that was all there was to say of the 氷.' });
    for (const work of workKinds) {
      const { body, origin } = await app.get('coWriter.preview', works[work]);
      const seen = app.server.requests.length;
      expect(await app.run(works[work])).toMatchObject({ ok: true });
      const sent = app.server.requests.slice(seen).map(({ bytes }) => bytes.toString());
      expect(sent.join('\n\n'), work).toBe(body);
      expect(origin).toBe(app.server.origin);
    }
  });

  test('a server beyond this computer gets no byte before it is allowed', async () => {
    app = await startCoWriterApp({ kind, isRemote: true, settings: { prices: [price], caps: plenty, consents: [] } });
    const { works } = await makeBook(app);
    const origin = app.server.origin.replace('127.0.0.1', '127.1');
    const begun = watchSockets();
    const needed = { ok: false, error: { code: 'ai-consent-needed', origin } };
    for (const work of workKinds) {
      expect(await app.run(works[work])).toEqual(needed);
      expect(await app.call('coWriter.preview', works[work])).toEqual(needed);
    }
    expect(begun()).toEqual([]);
    await app.change({ consents: [origin] });
    expect(await app.run(works.titles)).toMatchObject({ ok: true });
    expect(app.server.requests).toHaveLength(1);
  });
});

test('nothing of the environment is sent or heeded', async () => {
  for (const name of ['API_KEY', 'ADMIN_KEY', 'ORG_ID', 'PROJECT_ID', 'WEBHOOK_SECRET']) vi.stubEnv(`OPENAI_${name}`, `from-outside-${name}`);
  vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/elsewhere');
  vi.stubEnv('OPENAI_LOG', 'debug');
  vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'x-outside: from-outside');
  app = await startCoWriterApp();
  const { works } = await makeBook(app);
  const said = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level));
  expect(await app.run(works.titles)).toMatchObject({ ok: true });
  const [request] = app.server.requests;
  expect(JSON.stringify(request?.headers)).not.toMatch(/outside|authorization|openai/iu);
  expect(request?.bytes.toString()).not.toContain('from-outside');
  for (const level of said) expect(level).not.toHaveBeenCalled();
});
