import { expect, test } from 'vitest';
import { neighbour, readingOrder, treeRows } from '../../../../src-renderer/app/tree-rows';
import { goTo, firstPlace } from '../../../../src-renderer/app/route';
import { unplaced, type Outline, type OutlineNode } from '../../../../src-shared/domain/outline';

const node = (id: string, kind: OutlineNode['kind'], parentId: string | null = null, title = id): OutlineNode => ({
  id, kind, parentId, title, matter: null, description: '', status: 'draft', words: 0, questions: 0, answered: 0,
});

const outline: Outline = {
  nodes: [
    node('preface', 'front'), node('one', 'part'), node('a', 'chapter', 'one'), node('a1', 'section', 'a'),
    node('b', 'chapter', 'one', ' '), node('notes', 'back'), node('lost', 'chapter', unplaced),
  ],
};

test('parts are branches, sections stay away, and what lost its place has a branch of its own', () => {
  const shape = treeRows(outline).map((row) => [row.title, row.children.map((child) => child.title)]);
  expect(shape).toEqual([['preface', []], ['one', ['a', 'Untitled']], ['notes', []], ['Unplaced', ['lost']]]);
});

test('next and previous follow the reading order and stop at its ends', () => {
  expect(readingOrder(outline).map((one) => one.id)).toEqual(['preface', 'a', 'b', 'notes', 'lost']);
  expect(neighbour(outline, 'a', 1)?.id).toBe('b');
  expect(neighbour(outline, 'preface', -1)).toBeUndefined();
  expect(neighbour(outline, null, 1)?.id).toBe('preface');
});

test('Settings and Activity lead back to the book behind them', () => {
  const book = { screen: 'book', bookId: 'b', room: 'write', chapterId: 'c' } as const;
  const inBook = goTo(firstPlace, book);
  const inSettings = goTo(inBook, { screen: 'settings' });
  const inActivity = goTo(inSettings, { screen: 'activity', tab: 'tasks' });
  expect(inSettings.behind).toEqual(book);
  expect(inActivity.behind).toEqual(book);
});
