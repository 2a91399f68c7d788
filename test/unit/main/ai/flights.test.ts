import { describe, expect, test } from 'vitest';
import { createFlights } from '../../../../src-main/ai/flights';

/** A request that the test speaks for. */
function createRequest() {
  const begun: AbortSignal[] = [];
  let tell: (text: string) => void = () => undefined;
  let finish: (answer: string) => void = () => undefined;
  let refuse: (cause: Error) => void = () => undefined;
  const begin = (signal: AbortSignal, onText: (text: string) => void): Promise<string> => {
    begun.push(signal);
    tell = onText;
    return new Promise((resolve, reject) => {
      finish = resolve;
      refuse = reject;
    });
  };
  return { begin, begun, tell: (text: string) => tell(text), finish: (answer: string) => finish(answer), refuse: (cause: Error) => refuse(cause) };
}

/** Somebody who waits for an answer. */
function createHearer() {
  const heard: string[] = [];
  const controller = new AbortController();
  return { heard, controller, signal: controller.signal, onText: (text: string) => void heard.push(text) };
}

/** Lets everything that is ready run. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('identical requests', () => {
  test('share one answer; who comes late hears it from its beginning', async () => {
    const flights = createFlights<string>();
    const { begin, begun, tell, finish } = createRequest();
    const [early, late] = [createHearer(), createHearer()];
    const first = flights.join('key', early.signal, early.onText, begin);
    await settle();
    tell('one ');
    const second = flights.join('key', late.signal, late.onText, begin);
    tell('two');
    finish('one two');
    expect(await Promise.all([first, second])).toEqual(['one two', 'one two']);
    expect([early.heard, late.heard]).toEqual([['one ', 'two'], ['one ', 'two']]);
    expect(begun).toHaveLength(1);
  });

  test('a thousand at once are one request', async () => {
    const flights = createFlights<string>();
    const { begin, begun, finish } = createRequest();
    const all = Array.from({ length: 1_000 }, () => flights.join('key', new AbortController().signal, () => undefined, begin));
    await settle();
    finish('done');
    expect(new Set(await Promise.all(all))).toEqual(new Set(['done']));
    expect(begun).toHaveLength(1);
  });

  test('a failure reaches everybody, and the next one asks anew', async () => {
    const flights = createFlights<string>();
    const { begin, begun, refuse } = createRequest();
    const all = [createHearer(), createHearer()].map(({ signal, onText }) => flights.join('key', signal, onText, begin));
    await settle();
    refuse(new Error('dropped'));
    expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    void flights.join('key', new AbortController().signal, () => undefined, begin).catch(() => undefined);
    await settle();
    expect(begun).toHaveLength(2);
  });

  test('other keys are other requests', async () => {
    const flights = createFlights<string>();
    const { begin, begun } = createRequest();
    for (const key of ['a', 'b']) void flights.join(key, new AbortController().signal, () => undefined, begin);
    await settle();
    expect(begun).toHaveLength(2);
  });
});

describe('leaving', () => {
  test('ends only one’s own waiting while others wait', async () => {
    const flights = createFlights<string>();
    const { begin, begun, tell, finish } = createRequest();
    const [gone, stays] = [createHearer(), createHearer()];
    const first = flights.join('key', gone.signal, gone.onText, begin);
    const second = flights.join('key', stays.signal, stays.onText, begin);
    await settle();
    gone.controller.abort();
    await expect(first).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(begun[0]?.aborted).toBe(false);
    tell('on');
    finish('on');
    expect(await second).toBe('on');
    expect([gone.heard, stays.heard]).toEqual([[], ['on']]);
  });

  test('stops the request when nobody is left, and who comes then asks anew', async () => {
    const flights = createFlights<string>();
    const { begin, begun, finish } = createRequest();
    const only = createHearer();
    const first = flights.join('key', only.signal, only.onText, begin);
    await settle();
    only.controller.abort();
    await expect(first).rejects.toMatchObject({ error: { code: 'cancelled' } });
    expect(begun[0]?.aborted).toBe(true);
    const again = flights.join('key', new AbortController().signal, () => undefined, begin);
    await settle();
    finish('new');
    expect(await again).toBe('new');
    expect(begun).toHaveLength(2);
  });
});
