import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { createLog } from '../../../../src-main/diagnostics/log';
import { createTimings } from '../../../../src-main/diagnostics/timings';
import { AppFailure } from '../../../../src-main/failure';
import { createDispatcher } from '../../../../src-main/ipc/dispatcher';
import { isLargerThan } from '../../../../src-main/ipc/payload-size';
import { calls, type CallName, type Handlers } from '../../../../src-shared/ipc/contract';
import { ok } from '../../../../src-shared/result';

function start(own: Partial<Record<CallName, (input: never) => Promise<unknown>>> = {}, checkOutputs = false) {
  const lines: string[] = [];
  const reached = vi.fn();
  const others = Object.keys(calls).map((name) => [name, async (input: unknown) => (reached(name, input), ok(null))]);
  const handlers = { ...Object.fromEntries(others), ...own } as unknown as Handlers;
  const timings = createTimings();
  let clock = 0;
  const log = createLog({ sink: (line) => lines.push(line), now: () => 0 });
  return {
    lines,
    reached,
    timings,
    dispatch: createDispatcher({ handlers, log, timings, nowMs: () => (clock += 5), checkOutputs }),
  };
}

test('a call reaches its handler with checked input', async () => {
  const { dispatch, reached } = start();
  expect(await dispatch('book.open', { bookId: 'b1' })).toEqual({ ok: true, value: null });
  expect(reached).toHaveBeenCalledWith('book.open', { bookId: 'b1' });
});

test.each(['toString', '__proto__', 'constructor', 'hasOwnProperty', 'book.burn', ''])(
  'there is no call named %j',
  async (name) => {
    const { dispatch, reached } = start();
    expect(await dispatch(name, null)).toEqual({
      ok: false,
      error: { code: 'invalid-input', issues: ['There is no such call.'] },
    });
    expect(reached).not.toHaveBeenCalled();
  },
);

test('input that does not fit stops at the contract', async () => {
  const { dispatch, reached } = start();
  for (const input of [null, {}, { bookId: '../../etc' }, { bookId: 'b', extra: 1 }, [], 'b']) {
    expect(await dispatch('book.open', input)).toMatchObject({ ok: false, error: { code: 'invalid-input' } });
  }
  expect(reached).not.toHaveBeenCalled();
});

test('no payload, however strange, gets an exception or reaches a handler unchecked', async () => {
  const { dispatch, reached, lines } = start();
  const names = Object.keys(calls) as CallName[];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...names),
      fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
      async (name, input) => {
        reached.mockClear();
        const result = await dispatch(name, input);
        if (result.ok) expect(calls[name].input.safeParse(reached.mock.calls[0]?.[1]).success).toBe(true);
        else expect(result.error.code).toBe('invalid-input');
      },
    ),
    { numRuns: 2_000 },
  );
  expect(lines).toEqual([]);
});

test('what is too large is refused before it is looked at', async () => {
  const { dispatch, reached } = start();
  const text = 'x'.repeat(6 * 1024 * 1024);
  expect(await dispatch('app.reportError', { name: text, stack: '' })).toMatchObject({
    error: { issues: ['That is too much at once.'] },
  });
  expect(reached).not.toHaveBeenCalled();
});

test('a paste and a picture have limits of their own', async () => {
  const { dispatch } = start();
  const update = (size: number) => ({ bookId: 'b', textId: 't', update: new Uint8Array(size), words: 1 });
  expect(await dispatch('text.append', update(20 * 1024 * 1024))).toMatchObject({ ok: true });
  expect(await dispatch('text.append', update(100 * 1024 * 1024))).toMatchObject({ ok: false });
  expect(await dispatch('image.add', { bookId: 'b', bytes: new Uint8Array(21 * 1024 * 1024) })).toMatchObject({
    ok: false,
  });
});

test('a bug answers without details and is logged without text', async () => {
  const { dispatch, lines } = start({
    'book.open': () => Promise.reject(new TypeError('“Call me Ishmael” at /home/anna')),
  });
  const result = await dispatch('book.open', { bookId: 'b1' });
  expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(JSON.stringify(result)).not.toMatch(/Ishmael|anna/);
  expect(lines.join()).toContain('TypeError');
  expect(lines.join()).not.toMatch(/Ishmael|anna/);
});

test('a handler that throws at once is a bug like any other', async () => {
  const { dispatch } = start({
    'book.open': () => {
      throw new Error('x');
    },
  });
  expect(await dispatch('book.open', { bookId: 'b1' })).toMatchObject({ ok: false, error: { code: 'internal' } });
});

test('an expected failure on its way up is the answer, and no bug', async () => {
  const { dispatch, lines } = start({ 'book.open': () => Promise.reject(new AppFailure({ code: 'read-only' })) });
  expect(await dispatch('book.open', { bookId: 'b1' })).toEqual({ ok: false, error: { code: 'read-only' } });
  expect(lines).toEqual([]);
});

test('an answer of the wrong shape is loud in test builds', async () => {
  const wrong = { 'app.info': async () => ok({ version: 1 }) };
  expect(await start(wrong, true).dispatch('app.info', null)).toMatchObject({ ok: false, error: { code: 'internal' } });
  expect(await start(wrong).dispatch('app.info', null)).toMatchObject({ ok: true });
});

test('calls with a budget are measured, failed ones are not', async () => {
  const { dispatch, timings } = start({ 'text.open': () => Promise.reject(new AppFailure({ code: 'read-only' })) });
  await dispatch('book.open', { bookId: 'b1' });
  await dispatch('text.open', { bookId: 'b1', chapterId: 'c1' });
  const measured = timings.list().filter((one) => one.samples > 0);
  expect(measured).toEqual([{ operation: 'Book open', budgetMs: 500, medianMs: 5, p95Ms: 5, samples: 1 }]);
});

test('weighing stops at the limit, also for what contains itself', () => {
  const ring: { self?: unknown } = {};
  ring.self = ring;
  expect(isLargerThan(ring, 10_000)).toBe(true);
  expect(isLargerThan({ a: [1, 'two', null, new Uint8Array(10)] }, 1_000)).toBe(false);
  expect(isLargerThan(new ArrayBuffer(2_000), 1_000)).toBe(true);
});
