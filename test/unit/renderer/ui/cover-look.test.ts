import { expect, test } from 'vitest';
import { coverCloth, coverSize } from '../../../../src-renderer/ui/cover-look';

test('a generated cover is the same each time, and long titles are set smaller', () => {
  expect(coverCloth('abc')).toBe(coverCloth('abc'));
  for (const id of ['a', 'b', 'c', 'some-long-id', '日本']) expect([1, 2, 3, 4, 5, 6]).toContain(coverCloth(id));
  expect(coverSize('Salt')).toBe('short');
  expect(coverSize('Kitchen Without Recipes')).toBe('medium');
  expect(coverSize('Pneumonoultramicroscopic')).toBe('long');
  expect(coverSize('word '.repeat(30))).toBe('longest');
});
