import { expect, test } from 'vitest';
import { directionOf } from '../../../../src-renderer/ui/direction';

test.each([
  ['رسائل عبر البحر', 'rtl'],
  ['«שלום»', 'rtl'],
  ['12 رسالة', 'rtl'],
  ['Letters to حلب', 'auto'],
  ['海を渡る手紙', 'auto'],
  ['', 'auto'],
  [undefined, 'auto'],
])('a field that holds %j has the direction %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction);
});
