import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SaveStatus } from '../../../../src-renderer/app/save-status';
import { createSaveQueue, worstStatus } from '../../../../src-renderer/features/write/save-queue';
import type { Result } from '../../../../src-shared/result';

type Answer = Result<{ savedAt: string }>;
const saved = (at: string): Answer => ({ ok: true, value: { savedAt: at } });
const full: Answer = { ok: false, error: { code: 'disk-full', file: 'log' } };

/** A queue whose time and disk are in the hands of the test. */
function startQueue() {
  const timers: { run: () => void; afterMs: number; isStopped: boolean }[] = [];
  const calls: { bytes: number[]; answer: (answer: Answer) => void; fail: () => void }[] = [];
  const statuses: SaveStatus[] = [];
  const queue = createSaveQueue({
    append: (update) =>
      new Promise((resolve, reject) =>
        calls.push({ bytes: [...update], answer: resolve, fail: () => reject(new Error('gone')) }),
      ),
    merge: (updates) => Uint8Array.from(updates.flatMap((update) => [...update])),
    onStatus: (status) => statuses.push(status),
    setTimer: (run, afterMs) => {
      const timer = { run, afterMs, isStopped: false };
      timers.push(timer);
      return () => (timer.isStopped = true);
    },
  });
  const tick = () => {
    const due = timers.splice(0).filter((timer) => !timer.isStopped);
    due.forEach((timer) => timer.run());
    return due.map((timer) => timer.afterMs);
  };
  return { queue, calls, statuses, tick, add: (byte: number) => queue.add(Uint8Array.of(byte)) };
}
const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('the save queue', () => {
  test('batches what comes within a quarter of a second', async () => {
    const { add, tick, calls, statuses } = startQueue();
    add(1);
    add(2);
    expect(statuses.at(-1)).toEqual({ state: 'saving' });
    expect(tick()).toEqual([250]);
    expect(calls.map((call) => call.bytes)).toEqual([[1, 2]]);
    calls[0]?.answer(saved('12:00'));
    await settle();
    expect(statuses.at(-1)).toEqual({ state: 'saved', at: '12:00' });
  });

  test('never says saved while words typed during a save wait', async () => {
    const { add, tick, calls, statuses, queue } = startQueue();
    add(1);
    tick();
    add(2);
    calls[0]?.answer(saved('12:00'));
    await settle();
    expect(statuses.some((status) => status.state === 'saved')).toBe(false);
    expect(calls[1]?.bytes).toEqual([2]);
    calls[1]?.answer(saved('12:01'));
    await settle();
    expect(statuses.at(-1)).toEqual({ state: 'saved', at: '12:01' });
    expect(queue.hasUnsaved()).toBe(false);
  });

  test('a refused batch is tried again first, with what came since behind it', async () => {
    const { add, tick, calls, statuses } = startQueue();
    add(1);
    tick();
    calls[0]?.answer(full);
    await settle();
    expect(statuses.at(-1)).toEqual({ state: 'not-saved', error: { code: 'disk-full', file: 'log' } });
    add(2);
    expect(statuses.at(-1)?.state).toBe('not-saved');
    expect(tick()).toEqual([1_000]);
    expect(calls[1]?.bytes).toEqual([1, 2]);
    calls[1]?.answer(full);
    await settle();
    expect(tick()).toEqual([2_000]);
    calls[2]?.answer(saved('12:05'));
    await settle();
    expect(statuses.at(-1)).toEqual({ state: 'saved', at: '12:05' });
  });

  test('waits at most ten seconds between two tries', async () => {
    const { add, tick, calls } = startQueue();
    add(1);
    let last: number[] = [];
    for (let round = 0; round < 8; round += 1) {
      last = tick();
      calls[round]?.answer(full);
      await settle();
    }
    expect(last).toEqual([10_000]);
  });

  test('a bridge that breaks is a failure like any other', async () => {
    const { add, calls, queue, statuses } = startQueue();
    add(1);
    const flushed = queue.flush();
    calls[0]?.fail();
    expect(await flushed).toBe(false);
    expect(statuses.at(-1)?.state).toBe('not-saved');
    expect(queue.hasUnsaved()).toBe(true);
  });

  test('flush answers only when everything is on disk', async () => {
    const { add, calls, queue } = startQueue();
    add(1);
    const first = queue.flush();
    add(2);
    const second = queue.flush();
    calls[0]?.answer(saved('a'));
    await settle();
    calls[1]?.answer(saved('b'));
    expect(await Promise.all([first, second])).toEqual([true, true]);
    expect(calls).toHaveLength(2);
  });

  test('an empty queue is saved already', async () => {
    expect(await startQueue().queue.flush()).toBe(true);
  });

  test('whatever is refused whenever, all arrives once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('add', 'tick', 'flush', 'ok', 'refuse', 'break'), { maxLength: 60 }),
        async (steps) => {
          const { add, calls, queue, tick, statuses } = startQueue();
          const kept: number[] = [];
          let added = 0;
          let answered = 0;
          const answer = (how: string) => {
            const call = calls[answered];
            if (!call) return;
            answered += 1;
            if (how === 'break') call.fail();
            else call.answer(how === 'ok' ? saved('x') : full);
            if (how === 'ok') kept.push(...call.bytes);
          };
          for (const step of steps) {
            if (step === 'add') add((added += 1) % 256);
            else if (step === 'tick') tick();
            else if (step === 'flush') void queue.flush();
            else answer(step);
            await settle();
            if (queue.hasUnsaved()) expect(statuses.at(-1)?.state).not.toBe('saved');
          }
          for (let round = 0; queue.hasUnsaved() && round < 100; round += 1) {
            void queue.flush();
            answer('ok');
            await settle();
          }
          expect(kept).toEqual(Array.from({ length: added }, (_, index) => (index + 1) % 256));
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('one status for several chapters', () => {
  test('the worst one is shown, and the latest time', () => {
    const at = (time: string | null): SaveStatus => ({ state: 'saved', at: time });
    expect(worstStatus([])).toEqual(at(null));
    expect(worstStatus([at('2026-01-02'), at('2026-01-03'), at(null)])).toEqual(at('2026-01-03'));
    expect(worstStatus([at('2026-01-02'), { state: 'saving' }])).toEqual({ state: 'saving' });
    expect(worstStatus([{ state: 'saving' }, { state: 'not-saved', error: null }])).toEqual({
      state: 'not-saved',
      error: null,
    });
  });
});
