import { describe, expect, test } from 'vitest';
import {
  afterFailure, keptOf, nextOf, queueOf, retried, untroubled, usualWaits, withFirst, without, withWork, type Queue, type Waiting,
} from '../../../../src-main/waiting/queue';
import { hopeAfter } from '../../../../src-shared/domain/waiting';
import type { AppError } from '../../../../src-shared/result';

const nobody: AppError = { code: 'ai-unreachable', host: 'h', reason: 'no-server' };
const dropped: AppError = { code: 'ai-unreachable', host: 'h', reason: 'dropped' };
const off: AppError = { code: 'ai-off' };
const refused: AppError = { code: 'ai-key-refused', host: 'h' };
const gone: AppError = { code: 'not-found', what: 'chapter', id: 'c' };

const work = (id: string): Waiting => ({
  id, ask: { kind: 'outline', bookId: id }, chapterId: null, about: '', askedAt: '2026-11-25T10:00:00.000Z', tries: 0, stopped: null,
});
const three = queueOf(['a', 'b', 'c'].map(work));
const fails = (queue: Queue, id: string, error: AppError, nowMs = 0): Queue =>
  afterFailure(queue, id, { error, nowMs, waits: usualWaits, random: () => 0 });
const nextId = (queue: Queue, nowMs = 0): string | number | undefined => {
  const next = nextOf(queue, nowMs);
  return next && ('run' in next ? next.run.id : next.atMs);
};
const order = ({ items }: Queue): string[] => items.map(({ id }) => id);

describe('what is done next', () => {
  test('is the first, until the author puts another one first', () => {
    expect(nextId(three)).toBe('a');
    expect(order(withFirst(three, 'c'))).toEqual(['c', 'a', 'b']);
    expect(nextId(withFirst(three, 'c'))).toBe('c');
  });

  test('is nothing before its time when the server could not be reached, and then another one', () => {
    const queue = fails(three, 'a', nobody, 1_000);
    expect(nextId(queue, 1_000)).toBe(1_000 + usualWaits.firstMs);
    expect(nextId(queue, 1_000 + usualWaits.firstMs)).toBe('b');
  });

  test('is nothing at all while the co-writer is off, and everything again once that is mended', () => {
    const queue = fails(three, 'a', off);
    expect(nextId(queue, 1e12)).toBeUndefined();
    expect(nextId(untroubled(queue))).toBe('a');
  });

  test('is never what was stopped, until the author asks for it', () => {
    const queue = fails(three, 'a', refused);
    expect(queue.items[0]?.stopped).toEqual(refused);
    expect(nextId(queue)).toBe('b');
    expect(nextId(retried(queue, 'a'))).toBe('a');
    expect(retried(queue, 'a').items[0]).toMatchObject({ stopped: null, tries: 0 });
  });

  test('is what the author tries now, whatever else waits and however long', () => {
    const queue = retried(fails(fails(three, 'a', nobody), 'b', nobody), 'b');
    expect(nextId(queue)).toBe('b');
  });

  test('is not begun in the moment in which it was seen to fail', () => {
    expect(nextId(withWork(queueOf([]), work('d'), 5_000), 4_000)).toBe(5_000);
  });

  test('is not what has lost its chapter', () => {
    expect(order(fails(three, 'a', gone))).toEqual(['b', 'c']);
    expect(order(without(three, 'b'))).toEqual(['a', 'c']);
  });
});

describe('waiting for a server', () => {
  test('takes twice as long each time, up to a quarter of an hour, and is short again after an answer', () => {
    const waits: number[] = [];
    let queue = three;
    for (let times = 0; times < 9; times += 1) {
      queue = fails(queue, 'a', nobody, 0);
      waits.push(queue.notBeforeMs);
    }
    expect(waits.slice(0, 4)).toEqual([15_000, 30_000, 60_000, 120_000]);
    expect(waits.at(-1)).toBe(usualWaits.mostMs);
    expect(fails(untroubled(queue), 'a', nobody, 0).notBeforeMs).toBe(15_000);
  });

  test('is spread, and never shorter than the server asked for', () => {
    const jittered = afterFailure(three, 'a', { error: nobody, nowMs: 0, waits: usualWaits, random: () => 1 });
    expect(jittered.notBeforeMs).toBe(18_000);
    expect(fails(three, 'a', { code: 'ai-busy', retryAfterSeconds: 120 }).notBeforeMs).toBe(120_000);
  });

  test('goes on for ever when nobody answers, and ends when what may have been paid for failed five times', () => {
    let [free, paid] = [three, three];
    for (let times = 0; times < 5; times += 1) {
      free = fails(free, 'a', nobody);
      paid = fails(paid, 'a', dropped);
    }
    expect(free.items[0]?.stopped).toBeNull();
    expect(paid.items[0]?.stopped).toEqual(dropped);
    // What was paid for is counted over a restart as well.
    const four = queueOf(keptOf(fails(fails(fails(fails(three, 'a', dropped), 'a', dropped), 'a', dropped), 'a', dropped)));
    expect(fails(four, 'a', dropped).items[0]?.stopped).toEqual(dropped);
  });

  test('one that always fails holds up no other', () => {
    let queue = three;
    const ran: unknown[] = [];
    for (let nowMs = 0, times = 0; times < 6; times += 1) {
      const id = String(nextId(queue, nowMs));
      ran.push(id);
      queue = fails(queue, id, dropped, nowMs);
      nowMs = queue.notBeforeMs;
    }
    expect(ran).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });
});

test('a restart knows the order and what was stopped, and has forgotten what the server was like', () => {
  const before = fails(fails(withFirst(three, 'b'), 'a', refused), 'c', nobody);
  const after = queueOf(keptOf(before));
  expect(order(after)).toEqual(['b', 'a', 'c']);
  expect(after.items[1]?.stopped).toEqual(refused);
  expect(nextId(after)).toBe('b');
});

test.each([
  ['server', [nobody, dropped, { code: 'ai-paused', host: 'h' }, { code: 'ai-busy', retryAfterSeconds: 3 }, { code: 'ai-server-failed', host: 'h', status: 503 }, { code: 'ai-elsewhere' }]],
  ['settings', [off, { code: 'ai-not-set-up', missing: 'server' }, { code: 'ai-consent-needed', origin: 'o' }]],
  ['author', [
    refused, { code: 'ai-no-such-model', model: 'm' }, { code: 'ai-price-unknown', model: 'm' }, { code: 'ai-nothing-to-send' },
    { code: 'ai-budget', cap: 'day', capUsd: 1, spentUsd: 1 }, { code: 'ai-answer', problem: 'refused' }, { code: 'disk-full', file: 'f' },
    { code: 'ai-unreachable', host: 'h', reason: 'certificate' }, { code: 'ai-server-failed', host: 'h', status: 413 },
    { code: 'too-few-answers', answered: 1, needed: 3 }, { code: 'not-found', what: 'passage', id: 'c' }, { code: 'internal', message: 'm' },
  ]],
  ['gone', [gone, { code: 'not-found', what: 'book', id: 'b' }, { code: 'not-found', what: 'question', id: 'q' }]],
] satisfies [string, AppError[]][])('what waits for the %s', (hope, errors) => {
  for (const error of errors) expect(hopeAfter(error), JSON.stringify(error)).toBe(hope);
});
