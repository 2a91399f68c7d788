import { describe, expect, test } from 'vitest';
import { unplaced } from '../../../../src-shared/domain/outline';
import {
  chapterAfter,
  lineBeside,
  placeAtDrop,
  placeDown,
  placeForNew,
  placeIn,
  placeManyAtDrop,
  placeOut,
  placeUp,
  topMost,
} from '../../../../src-renderer/features/outline/outline-moves';
import { book } from './outline-nodes';

describe('one step up or down', () => {
  test('a chapter changes places with the one above', () => {
    expect(placeUp(book, 'b')).toEqual({ parentId: 'one', beforeId: 'a' });
  });
  test('the first chapter of a part goes to the end of the part before', () => {
    expect(placeUp(book, 'c')).toEqual({ parentId: 'one', beforeId: null });
  });
  test('the first chapter of the first part goes out before the part', () => {
    expect(placeUp(book, 'a')).toEqual({ parentId: null, beforeId: 'one' });
  });
  test('the last chapter of a part goes to the start of the next part', () => {
    expect(placeDown(book, 'b')).toEqual({ parentId: 'two', beforeId: 'c' });
  });
  test('the last chapter of the last part goes out after it', () => {
    expect(placeDown(book, 'c')).toEqual({ parentId: null, beforeId: 'd' });
  });
  test('sections wander from chapter to chapter', () => {
    expect(placeDown(book, 'a2')).toEqual({ parentId: 'b', beforeId: null });
    expect(placeUp(book, 'a1')).toBeNull();
  });
  test('front and back matter never enter the body', () => {
    expect(placeDown(book, 'dedication')).toBeNull();
    expect(placeUp(book, 'afterword')).toBeNull();
    expect(placeDown(book, 'd')).toBeNull();
  });
  test('a node that is not there goes nowhere', () => {
    expect(placeUp(book, 'ghost')).toBeNull();
    expect(placeDown(book, 'ghost')).toBeNull();
  });
});

describe('in and out', () => {
  test('a chapter goes into the part above it', () => {
    expect(placeIn(book, 'd')).toEqual({ parentId: 'two', beforeId: null });
    expect(placeIn(book, 'b')).toBeNull();
  });
  test('a chapter leaves its part and stands right after it', () => {
    expect(placeOut(book, 'a')).toEqual({ parentId: null, beforeId: 'two' });
    expect(placeOut(book, 'd')).toBeNull();
    expect(placeOut(book, 'a1')).toBeNull();
  });
  test('an unplaced chapter comes back to the end of the body', () => {
    expect(placeOut(book, 'e')).toEqual({ parentId: null, beforeId: null });
  });
});

describe('dropping', () => {
  const table: [string, string, 'before' | 'on' | 'after', ReturnType<typeof placeAtDrop>][] = [
    ['d', 'two', 'on', { parentId: 'two', beforeId: null }],
    ['d', 'a', 'before', { parentId: 'one', beforeId: 'a' }],
    ['d', 'a', 'after', { parentId: 'one', beforeId: 'b' }],
    ['a', 'b', 'after', { parentId: 'one', beforeId: null }],
    ['b', 'a', 'after', { parentId: 'one', beforeId: null }],
    ['d', unplaced, 'on', { parentId: unplaced, beforeId: null }],
    ['d', unplaced, 'before', { parentId: null, beforeId: null }],
    ['e', 'a', 'before', { parentId: 'one', beforeId: 'a' }],
    ['one', 'a', 'after', null],
    ['one', 'two', 'on', null],
    ['a', 'a', 'on', null],
    ['a1', 'two', 'on', null],
    ['a1', 'b', 'on', { parentId: 'b', beforeId: null }],
    ['dedication', 'one', 'before', null],
    ['dedication', 'one', 'on', null],
    ['d', 'afterword', 'before', null],
    ['ghost', 'one', 'on', null],
    ['d', 'ghost', 'after', null],
  ];
  test.each(table)('%s %s (%s)', (id, key, position, place) => {
    expect(placeAtDrop(book, id, { key, position })).toEqual(place);
  });
});

describe('adding', () => {
  test('a chapter follows the chosen one, or ends the chosen part', () => {
    expect(placeForNew(book, 'chapter', 'a')).toEqual({ parentId: 'one', beforeId: 'b' });
    expect(placeForNew(book, 'chapter', 'two')).toEqual({ parentId: 'two', beforeId: null });
    expect(placeForNew(book, 'chapter', 'a2')).toEqual({ parentId: 'one', beforeId: 'b' });
  });
  test('a chapter ends the body where nothing fitting is chosen', () => {
    expect(placeForNew(book, 'chapter', null)).toEqual({ parentId: null, beforeId: null });
    expect(placeForNew(book, 'chapter', 'dedication')).toEqual({ parentId: null, beforeId: null });
    expect(placeForNew(book, 'chapter', 'e')).toEqual({ parentId: null, beforeId: null });
  });
  test('a section needs a chapter', () => {
    expect(placeForNew(book, 'section', 'a')).toEqual({ parentId: 'a', beforeId: null });
    expect(placeForNew(book, 'section', 'a1')).toEqual({ parentId: 'a', beforeId: 'a2' });
    expect(placeForNew(book, 'section', 'one')).toBeNull();
  });
  test('a part follows the part of the chosen chapter', () => {
    expect(placeForNew(book, 'part', 'a')).toEqual({ parentId: null, beforeId: 'two' });
  });
});

test('the next chapter to join with is the next in reading order', () => {
  expect(chapterAfter(book, 'b')?.id).toBe('c');
  expect(chapterAfter(book, 'd')).toBeNull();
  expect(chapterAfter(book, 'e')).toBeNull();
});

test('what lies below a chosen node moves with it, once', () => {
  expect(topMost(book, new Set(['a1', 'one', 'a', 'd'])).map((one) => one.id)).toEqual(['one', 'd']);
});

describe('several lines let go together', () => {
  test('stand before the same line, in reading order', () => {
    expect(placeManyAtDrop(book, new Set(['d', 'a']), { key: 'c', position: 'before' })).toEqual({
      nodeIds: ['a', 'd'],
      parentId: 'two',
      beforeId: 'c',
    });
  });
  test('beside one of themselves they gather before the next line that stays', () => {
    expect(placeManyAtDrop(book, new Set(['two', 'd']), { key: 'one', position: 'after' })).toEqual({
      nodeIds: ['two', 'd'],
      parentId: null,
      beforeId: null,
    });
  });
  test('those that may not stand there stay behind', () => {
    expect(placeManyAtDrop(book, new Set(['d', 'a1']), { key: 'two', position: 'on' })?.nodeIds).toEqual(['d']);
    expect(placeManyAtDrop(book, new Set(['a1']), { key: 'two', position: 'on' })).toBeNull();
  });
});

test('when lines go, the next that stays is chosen, or else the one before', () => {
  expect(lineBeside(book, new Set(['a1', 'a2']))).toBe('b');
  expect(lineBeside(book, new Set(['one']))).toBe('two');
  const [first, last] = [book[0]?.id ?? '', book.at(-1)?.id ?? ''];
  expect(lineBeside(book, new Set([last]))).toBe(book.at(-2)?.id);
  expect(lineBeside(book, new Set(book.map((node) => node.id)))).toBeNull();
  expect(lineBeside(book, new Set([first]))).not.toBe(first);
});
