import { expect, test } from 'vitest';
import { countOf, formatNumber, whenText } from '../../../../src-renderer/ui/words';

const at = (text: string) => new Date(text).getTime();

test('numbers have separators and agree with their word', () => {
  expect(formatNumber(1_234_567)).toBe('1,234,567');
  expect(countOf(1, 'word')).toBe('1 word');
  expect(countOf(12_345, 'word')).toBe('12,345 words');
  expect(countOf(0, 'entry', 'entries')).toBe('0 entries');
});

test('times are said as one would say them', () => {
  const now = at('2026-11-21T15:00:00');
  expect(whenText('2026-11-21T14:59:40', now)).toBe('just now');
  expect(whenText('2026-11-21T14:55:00', now)).toBe('5 minutes ago');
  expect(whenText('2026-11-21T12:00:00', now)).toBe('3 hours ago');
  expect(whenText('2026-11-20T23:30:00', now)).toBe('yesterday');
  expect(whenText('2026-11-18T09:00:00', now)).toBe('3 days ago');
  expect(whenText('2026-03-03T09:00:00', now)).toBe('3 March 2026');
});

test('a clock that is behind never says something lies ahead', () => {
  expect(whenText('2026-11-21T15:10:00', at('2026-11-21T15:00:00'))).toBe('just now');
});
