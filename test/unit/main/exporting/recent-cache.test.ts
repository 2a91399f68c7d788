import { expect, test } from 'vitest';
import { createRecentCache } from '../../../../src-main/exporting/pdf/recent-cache';

test('what is asked for again and again stays; what is not is forgotten', () => {
  const cache = createRecentCache<number>(10);
  cache.set('often', 1);
  cache.set('once', 2);
  for (let at = 0; at < 100; at += 1) {
    cache.set(`word ${at}`, at);
    expect(cache.get('often')).toBe(1);
  }
  expect(cache.get('once')).toBeUndefined();
  expect(Array.from({ length: 100 }, (_unused, at) => cache.get(`word ${at}`)).filter((found) => found !== undefined).length).toBeLessThanOrEqual(20);
});
