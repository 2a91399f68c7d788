import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSaver, type SaverState } from '../../../../src-renderer/app/saver';
import { err, ok, type Result } from '../../../../src-shared/result';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function start(save: (value: string) => Promise<Result<unknown>>) {
  const saved: string[] = [];
  const states: SaverState['state'][] = [];
  const saver = createSaver<string>({
    save: async (value) => {
      const answer = await save(value);
      if (answer.ok) saved.push(value);
      return answer;
    },
    onState: ({ state }) => states.push(state),
  });
  return { saver, saved, states };
}

test('only the newest of many changes is saved, a moment after the last', async () => {
  const { saver, saved, states } = start(async () => ok(null));
  saver.change('a');
  await vi.advanceTimersByTimeAsync(500);
  saver.change('ab');
  await vi.advanceTimersByTimeAsync(799);
  expect(saved).toEqual([]);
  await vi.advanceTimersByTimeAsync(1);
  expect(saved).toEqual(['ab']);
  expect(states.at(-1)).toBe('idle');
});

test('nobody who types without a pause waits longer than three seconds', async () => {
  const { saver, saved } = start(async () => ok(null));
  for (let second = 0; second < 7; second += 1) {
    saver.change(`text ${second}`);
    await vi.advanceTimersByTimeAsync(500);
  }
  expect(saved).toHaveLength(1);
});

test('flushing saves at once and waits for what is under way, in order', async () => {
  const order: string[] = [];
  const saver = createSaver<string>({
    save: async (value) => {
      await new Promise((done) => setTimeout(done, value === 'slow' ? 1_000 : 1));
      order.push(value);
      return ok(null);
    },
    onState: () => undefined,
  });
  saver.change('slow');
  void saver.flush();
  saver.change('fast');
  const done = saver.flush();
  await vi.advanceTimersByTimeAsync(2_000);
  await done;
  expect(order).toEqual(['slow', 'fast']);
});

test('a failed save says so, keeps the words and tries again', async () => {
  let isFull = true;
  const { saver, saved, states } = start(async () => (isFull ? err({ code: 'disk-full', file: 'x' }) : ok(null)));
  saver.change('words');
  await saver.flush();
  expect(states.at(-1)).toBe('failed');
  isFull = false;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toEqual(['words']);
  expect(states.at(-1)).toBe('idle');
});

test('a change during a save is never shown as saved', async () => {
  const { saver, states } = start(() => new Promise((done) => setTimeout(() => done(ok(null)), 100)));
  saver.change('a');
  const done = saver.flush();
  saver.change('b');
  await vi.advanceTimersByTimeAsync(100);
  await done;
  expect(states.at(-1)).toBe('waiting');
});
