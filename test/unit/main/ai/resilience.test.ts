import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { usualPatience } from '../../../../src-main/ai/patience';
import { createResilience } from '../../../../src-main/ai/resilience';
import { AppFailure } from '../../../../src-main/failure';
import { serverPresets } from '../../../../src-shared/domain/co-writer';
import type { AppError } from '../../../../src-shared/result';

const [openAi, ollama] = serverPresets;
const patience = usualPatience('openai', true);
const at = { server: openAi, model: 'quill', patience };
const never = new AbortController().signal;
const dropped: AppError = { code: 'ai-unreachable', host: 'h', reason: 'dropped' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** An attempt that fails as the script says, then gives `good`; notes when it was made. */
function createAttempt(...failures: AppError[]) {
  const times: number[] = [];
  const attempt = async (): Promise<string> => {
    const error = failures[times.length];
    times.push(Date.now());
    if (error) throw new AppFailure(error);
    return 'good';
  };
  return { attempt, times };
}

/** What work gives or fails with, with every timer run on the way. */
async function outcomeOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = work.catch((cause: unknown) => (cause instanceof AppFailure ? cause.error : cause));
  await vi.runAllTimersAsync();
  return outcome;
}

const waits = (times: readonly number[]): number[] => times.slice(1).map((time, index) => time - (times[index] ?? 0));

describe('another attempt', () => {
  test.each([
    ['a dropped line', dropped],
    ['a server that failed', { code: 'ai-server-failed', host: 'h', status: 503 }],
    ['a busy server', { code: 'ai-busy', retryAfterSeconds: 0 }],
  ] satisfies [string, AppError][])('follows %s', async (_, failure) => {
    const { attempt, times } = createAttempt(failure, failure);
    const resilience = createResilience({ random: () => 0.5 });
    expect(await outcomeOf(resilience.open(at, never, attempt))).toBe('good');
    expect(times).toHaveLength(3);
  });

  test.each([
    ['a wrong key', { code: 'ai-key-refused', host: 'h' }],
    ['a model that is not there', { code: 'ai-no-such-model', model: 'm' }],
    ['a certificate', { code: 'ai-unreachable', host: 'h', reason: 'certificate' }],
    ['being stopped', { code: 'cancelled' }],
    ['a wait that is too long', { code: 'ai-busy', retryAfterSeconds: 61 }],
  ] satisfies [string, AppError][])('never follows %s', async (_, failure) => {
    const { attempt, times } = createAttempt(failure);
    const resilience = createResilience({ random: () => 0.5 });
    expect(await outcomeOf(resilience.open(at, never, attempt))).toEqual(failure);
    expect(times).toHaveLength(1);
  });

  test('comes after a random part of a wait that doubles, and never before the server said', async () => {
    const batch = { ...at, patience: usualPatience('openai', false) };
    const growing = createAttempt(dropped, dropped, dropped, dropped);
    await outcomeOf(createResilience({ random: () => 1 }).open(batch, never, growing.attempt));
    const [first = 0, ...rest] = waits(growing.times);
    rest.reduce((before, wait) => (expect(wait).toBe(before * 2), wait), first);
    const told = createAttempt({ code: 'ai-busy', retryAfterSeconds: 9 });
    await outcomeOf(createResilience({ random: () => 0 }).open(at, never, told.attempt));
    expect(waits(told.times)).toEqual([9_000]);
  });

  test('is not waited for when the work is stopped', async () => {
    const { attempt, times } = createAttempt(dropped);
    const stop = new AbortController();
    const resilience = createResilience({ random: () => 1 });
    const outcome = resilience.open(at, stop.signal, attempt).catch((cause: unknown) => cause);
    await vi.advanceTimersByTimeAsync(1);
    stop.abort();
    await vi.runAllTimersAsync();
    expect(await outcome).toBeInstanceOf(AppFailure);
    expect(times).toHaveLength(1);
  });
});

describe('a server that keeps failing', () => {
  const once = { ...at, patience: { ...patience, retries: 0 } };

  test('is left alone after five failures in a row, then asked by one at a time', async () => {
    const resilience = createResilience({ random: () => 0 });
    const { attempt, times } = createAttempt(...Array.from({ length: 6 }, () => dropped));
    for (let times5 = 0; times5 < 5; times5 += 1) expect(await outcomeOf(resilience.open(once, never, attempt))).toEqual(dropped);
    expect(await outcomeOf(resilience.open(once, never, attempt))).toEqual({ code: 'ai-paused', host: 'https://api.openai.com' });
    expect(times).toHaveLength(5);
    await vi.advanceTimersByTimeAsync(patience.pauseMs);
    const both = [resilience.open(once, never, attempt), resilience.open(once, never, attempt)].map(outcomeOf);
    expect((await Promise.all(both)).map((each) => (each as AppError).code).sort()).toEqual(['ai-paused', 'ai-unreachable'].sort());
    expect(times).toHaveLength(6);
    await vi.advanceTimersByTimeAsync(patience.pauseMs);
    expect(await outcomeOf(resilience.open(once, never, attempt))).toBe('good');
    expect(await outcomeOf(resilience.open(once, never, attempt))).toBe('good');
  });

  test.each([
    ['stopped', { code: 'cancelled' }],
    ['ended by turning the co-writer off', { code: 'ai-off' }],
  ] satisfies [string, AppError][])('is no better known by a probe that was %s, and the next request probes again', async (_, ending) => {
    const resilience = createResilience({ random: () => 0 });
    const { attempt, times } = createAttempt(...Array.from({ length: 5 }, () => dropped), ending, dropped);
    for (let times5 = 0; times5 < 5; times5 += 1) await outcomeOf(resilience.open(once, never, attempt));
    await vi.advanceTimersByTimeAsync(patience.pauseMs);
    expect(await outcomeOf(resilience.open(once, never, attempt))).toEqual(ending);
    // Were the breaker closed, one more failure would not make it pause.
    expect(await outcomeOf(resilience.open(once, never, attempt))).toEqual(dropped);
    expect(await outcomeOf(resilience.open(once, never, attempt))).toMatchObject({ code: 'ai-paused' });
    expect(times).toHaveLength(7);
    await vi.advanceTimersByTimeAsync(patience.pauseMs);
    expect(await outcomeOf(resilience.open(once, never, attempt))).toBe('good');
  });

  test('is not blamed for requests that were stopped', async () => {
    const resilience = createResilience({ random: () => 0 });
    const { attempt } = createAttempt(...Array.from({ length: 9 }, (): AppError => ({ code: 'cancelled' })));
    for (let times9 = 0; times9 < 9; times9 += 1) expect(await outcomeOf(resilience.open(once, never, attempt))).toEqual({ code: 'cancelled' });
    expect(await outcomeOf(resilience.open(once, never, attempt))).toBe('good');
  });

  test('does not stand for another server, or for another model', async () => {
    const resilience = createResilience({ random: () => 0 });
    for (let times5 = 0; times5 < 5; times5 += 1) await outcomeOf(resilience.open(once, never, createAttempt(dropped).attempt));
    expect(await outcomeOf(resilience.open({ ...once, server: ollama }, never, createAttempt().attempt))).toBe('good');
    expect(await outcomeOf(resilience.open({ ...once, model: 'pen' }, never, createAttempt().attempt))).toBe('good');
  });

  test('a wrong key does not count against it', async () => {
    const resilience = createResilience({ random: () => 0 });
    const refused: AppError = { code: 'ai-key-refused', host: 'h' };
    for (let times9 = 0; times9 < 9; times9 += 1) expect(await outcomeOf(resilience.open(once, never, createAttempt(refused).attempt))).toEqual(refused);
  });
});

test('a server gets so many requests at once and the rest wait for their turn', async () => {
  const resilience = createResilience({ random: () => 0 });
  let running = 0;
  let most = 0;
  const work = async (): Promise<void> => {
    most = Math.max(most, (running += 1));
    await new Promise((resolve) => setTimeout(resolve, 10));
    running -= 1;
  };
  await outcomeOf(Promise.all(Array.from({ length: 20 }, () => resilience.inLine(at, never, work))));
  expect(most).toBe(patience.atOnce);
});
