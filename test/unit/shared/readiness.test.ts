import { expect, test } from 'vitest';
import { readinessOf } from '../../../src-shared/domain/readiness';

const salt =
  'My grandmother kept the last salt house on the river, and I spent nine summers there before it closed. ' +
  'This is the story of the place, of the two of us, and of how losing it changed what I call home.';

test('a summary is ready from 30 words and 150 characters on, both of them', () => {
  expect(readinessOf(salt, 'memoir', 'en')).toMatchObject({ isReady: true, progress: 1 });
  expect(readinessOf('one two three four five', 'memoir', 'en').isReady).toBe(false);
  expect(readinessOf('a b c d e f g h i j k l m n o p q r s t u v w x y z a b c d', 'memoir', 'en')).toMatchObject({ words: 30, isReady: false });
  expect(readinessOf('extraordinarily '.repeat(20), 'memoir', 'en').isReady).toBe(false);
});

test('hints name what a reader still lacks, by the family of the genre', () => {
  expect(readinessOf('Bread is made of flour and water.', 'how-to', 'en').hints.map((hint) => hint.id)).toEqual(['reader', 'promise', 'proof']);
  expect(readinessOf(salt, 'memoir', 'en').hints).toEqual([]);
  expect(readinessOf('A dragon sleeps.', 'fantasy', 'en').hints.map((hint) => hint.id)).toContain('conflict');
});

test('an empty summary is not nagged, and no word list judges another language', () => {
  expect(readinessOf('  ', 'memoir', 'en')).toMatchObject({ isReady: false, words: 0, hints: [] });
  expect(readinessOf('Una casa.', 'memoir', 'es').hints).toEqual([]);
});

test('Japanese is ready with fewer characters, since each says more', () => {
  const text = '祖母は川のほとりで最後の塩の家を守っていました。私はそこで九つの夏を過ごし、家が閉じたあとに何が残ったのかをこの本で語ります。';
  expect(readinessOf(text, 'memoir', 'ja').isReady).toBe(true);
});

test('a very long summary is kept and only commented on', () => {
  expect(readinessOf(`${salt} `.repeat(12), 'memoir', 'en').hints.map((hint) => hint.id)).toContain('long');
});
