import { expect, test } from 'vitest';
import { keysAfter } from '../../../../src-main/interview/order';

const list = (...orders: string[]) => orders.map((order, index) => ({ id: `q${index}`, order }));

test.each([
  ['between two', list('a0', 'a1', 'a2'), 'q0', 'a0', 'a1'],
  ['after the last', list('a0', 'a1'), 'q1', 'a1', undefined],
  ['at the end when it is not there', list('a0', 'a1'), 'none', 'a1', undefined],
  ['at the end when none is named', list('a0', 'a1'), undefined, 'a1', undefined],
  ['at the end when two devices gave the same key', list('a0', 'a0', 'a1'), 'q0', 'a1', undefined],
  ['at the beginning of nothing', [], undefined, '', undefined],
])('new records stand %s', (_, present, afterId, before, after) => {
  const keys = keysAfter(present, afterId, 3);
  expect(keys).toEqual([...keys].sort());
  expect(new Set(keys).size).toBe(3);
  expect((keys[0] ?? '') > before).toBe(true);
  if (after !== undefined) expect((keys[2] ?? '') < after).toBe(true);
});
