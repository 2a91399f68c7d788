import { expect, test } from 'vitest';
import { findEntries, fuzzyScore, type PaletteEntry } from '../../../../src-renderer/features/palette/palette-view-model';

const entry = (title: string, isReachable = true): PaletteEntry => ({ id: title, title, group: 'Commands', keys: null, isReachable });
const titles = (found: readonly PaletteEntry[]) => found.map((one) => one.title);

test('the first letters of words find a command', () => {
  expect(fuzzyScore('gtw', 'Go to Writing')).not.toBeNull();
  expect(fuzzyScore('xyz', 'Go to Writing')).toBeNull();
});

test('a word that begins with the query comes before one that hides it', () => {
  expect(titles(findEntries([entry('Split Chapter Here'), entry('Next Chapter'), entry('Chapter One')], 'chap'))[0]).toBe('Chapter One');
  expect(fuzzyScore('draft', 'Draft from Answers')).toBeGreaterThan(fuzzyScore('draft', 'Insert: draft') ?? 0);
});

test('capitals and accents do not matter, and letters strewn over a long title say nothing', () => {
  expect(fuzzyScore('ete', 'Un été à Paris')).not.toBeNull();
  expect(fuzzyScore('gt', 'How I Stopped Counting Days')).toBeNull();
});

test('what can be done now stands before what cannot, in its order when nothing is typed', () => {
  expect(titles(findEntries([entry('Bold', false), entry('Settings'), entry('Library')], ''))).toEqual(['Settings', 'Library', 'Bold']);
});
