import { expect, test } from 'vitest';
import { unplaced } from '../../../../src-shared/domain/outline';
import {
  chapterNumbers,
  growTree,
  openAtFirst,
  subtreeOf,
} from '../../../../src-renderer/features/outline/outline-tree';
import { book, node } from './outline-nodes';

test('the tree has parts, chapters and sections, and the unplaced ones in a group of their own', () => {
  const tree = growTree(book);
  expect(tree.map((branch) => branch.id)).toEqual(['dedication', 'one', 'two', 'd', 'afterword', unplaced]);
  expect(tree[1]?.children.map((branch) => branch.id)).toEqual(['a', 'b']);
  expect(tree.at(-1)?.children.map((branch) => branch.id)).toEqual(['e']);
});

test('only placed chapters are numbered', () => {
  expect([...chapterNumbers(book)]).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 3],
    ['d', 4],
  ]);
});

test('branches that did not change stay the same objects', () => {
  const before = growTree(book);
  const after = growTree(
    book.map((one) => ({ ...one, title: one.id === 'c' ? 'Changed' : one.title })),
    before,
  );
  expect(after[1]).toBe(before[1]);
  expect(after[3]).toBe(before[3]);
  expect(after[2]).not.toBe(before[2]);
  expect(after[2]?.children[0]?.node?.title).toBe('Changed');
});

test('a branch is new when its number or a child changed', () => {
  const before = growTree(book);
  const after = growTree(
    book.filter((one) => one.id !== 'a' && one.parentId !== 'a'),
    before,
  );
  expect(after.find((branch) => branch.id === 'd')?.number).toBe(3);
  expect(after.find((branch) => branch.id === 'd')).not.toBe(before.find((branch) => branch.id === 'd'));
});

test('a subtree holds everything below a node', () => {
  expect([...subtreeOf(book, 'one')].sort()).toEqual(['a', 'a1', 'a2', 'b', 'one']);
});

test('long outlines open with their chapters closed', () => {
  const many = Array.from({ length: 300 }, (_, index) => node(`chapter ${index}`, 'chapter'));
  expect(openAtFirst(many)).toEqual([unplaced]);
  expect(openAtFirst(book)).toContain('a');
});
