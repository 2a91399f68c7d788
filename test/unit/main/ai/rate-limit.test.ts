import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRateLimit } from '../../../../src-main/ai/rate-limit';

/** A limit with a clock that moves only when it sleeps. */
function start({ requestsPerMinute = 3, tokensPerMinute = 1_000 } = {}) {
  const clock = { now: 0 };
  const slept: number[] = [];
  const limit = createRateLimit({
    limits: () => ({ requestsPerMinute, tokensPerMinute }),
    now: () => clock.now,
    sleep: async (ms, signal) => {
      signal.throwIfAborted();
      slept.push(ms);
      clock.now += ms;
    },
  });
  const ask = async (tokens: number, { server = 'a', signal = new AbortController().signal } = {}) => {
    await limit.wait(server, tokens, signal);
    return clock.now;
  };
  return { ask, clock, slept, limit };
}

describe('requests', () => {
  test('go at once while there is room, then when the oldest is a minute old', async () => {
    const { ask, clock, slept } = start();
    expect([await ask(1), await ask(1)]).toEqual([0, 0]);
    clock.now = 10_000;
    expect(await ask(1)).toBe(10_000);
    expect(await ask(1)).toBe(60_000);
    expect(slept).toEqual([50_000]);
  });

  test('of many tokens wait for room for all of them', async () => {
    const { ask, clock } = start({ requestsPerMinute: 100 });
    await ask(600);
    clock.now = 20_000;
    await ask(400);
    expect(await ask(900)).toBe(80_000);
  });

  test('larger than a whole minute go alone', async () => {
    const { ask } = start({ requestsPerMinute: 100 });
    expect(await ask(5_000)).toBe(0);
    expect(await ask(1)).toBe(60_000);
  });

  test('to one server do not wait for those to another', async () => {
    const { ask } = start({ requestsPerMinute: 1 });
    expect([await ask(1), await ask(1, { server: 'b' })]).toEqual([0, 0]);
  });

  test('keep the order they came in', async () => {
    const { ask } = start({ requestsPerMinute: 1 });
    const went: number[] = [];
    await Promise.all([1, 2, 3].map(async (each) => ask(each).then(() => went.push(each))));
    expect(went).toEqual([1, 2, 3]);
  });

  test('that are stopped take no room and hold nobody up', async () => {
    const { ask, clock } = start({ requestsPerMinute: 1 });
    await ask(1);
    const stop = new AbortController();
    stop.abort();
    const stopped = ask(1, { signal: stop.signal });
    const next = ask(1);
    await expect(stopped).rejects.toThrow();
    expect(await next).toBe(60_000);
    expect(clock.now).toBe(60_000);
  });

  test('are never more than the limits in any minute', async () => {
    const asks = fc.array(fc.record({ tokens: fc.integer({ min: 1, max: 700 }), pause: fc.integer({ min: 0, max: 30_000 }) }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(asks, async (list) => {
        const { ask, clock } = start();
        const went: { at: number; tokens: number }[] = [];
        for (const { tokens, pause } of list) {
          clock.now += pause;
          went.push({ at: await ask(tokens), tokens });
        }
        for (const { at } of went) {
          const minute = went.filter((each) => each.at > at - 60_000 && each.at <= at);
          expect(minute.length).toBeLessThanOrEqual(3);
          expect(minute.reduce((sum, { tokens }) => sum + tokens, 0)).toBeLessThanOrEqual(1_000);
        }
      }),
    );
  });
});
