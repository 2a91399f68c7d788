import { expect, test } from 'vitest';
import { asDayStart, dayOf, keepDayStart, wordsToday } from '../../../../src-renderer/app/words-today';
import type { BookSummary } from '../../../../src-shared/ipc/library-calls';

const book = (id: string, words: number) => ({ id, words }) as BookSummary;

test('words count from the first look of the day', () => {
  const start = keepDayStart(null, '2026-11-21', [book('a', 100), book('b', 50)]);
  expect(wordsToday(start, [book('a', 130), book('b', 50)])).toBe(30);
});

test('a book that arrives whole was not written today, but what is added to it was', () => {
  const morning = keepDayStart(null, '2026-11-21', [book('a', 100)]);
  const later = keepDayStart(morning, '2026-11-21', [book('a', 100), book('import', 40_000)]);
  expect(wordsToday(later, [book('a', 100), book('import', 40_010)])).toBe(10);
});

test('a book that shrank takes nothing from another', () => {
  const start = keepDayStart(null, '2026-11-21', [book('a', 100), book('b', 50)]);
  expect(wordsToday(start, [book('a', 0), book('b', 70)])).toBe(20);
});

test('the next day begins anew, and an unchanged day keeps its object', () => {
  const start = keepDayStart(null, '2026-11-21', [book('a', 100)]);
  expect(keepDayStart(start, '2026-11-21', [book('a', 180)])).toBe(start);
  expect(keepDayStart(start, '2026-11-22', [book('a', 180)])).toEqual({ day: '2026-11-22', words: { a: 180 } });
});

test('what was remembered is read with care', () => {
  expect(asDayStart({ day: '2026-11-21', words: { a: 1, b: 'x' } })).toEqual({ day: '2026-11-21', words: { a: 1 } });
  for (const odd of [null, 7, 'x', {}, { day: 1, words: {} }, { day: 'x', words: null }]) expect(asDayStart(odd)).toBeNull();
});

test('the day is the local one', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});
