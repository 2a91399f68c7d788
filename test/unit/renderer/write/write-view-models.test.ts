import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { chapterFor, wordsElsewhere } from '../../../../src-renderer/features/write/chapters-view-model';
import { compareLines } from '../../../../src-shared/text/compare-text';
import { foundText } from '../../../../src-renderer/features/write/find-bar';
import { mergeInOrder } from '../../../../src-renderer/features/write/merge-updates';
import { createSignal, whenCalm } from '../../../../src-renderer/features/write/signal';
import { joined } from '../../../../src-renderer/features/write/snapshots-panel';
import { knownTabs, tabAt, withoutTab, withTab } from '../../../../src-renderer/features/write/workplace';
import { noticeText } from '../../../../src-renderer/features/write/write-desk-context';
import { styleName } from '../../../../src-renderer/features/write/write-toolbar';
import type { NodeKind, Outline } from '../../../../src-shared/domain/outline';

const node = (id: string, kind: NodeKind, parentId: string | null = null, words = 0): Outline['nodes'][number] => ({
  id,
  kind,
  parentId,
  words,
  matter: null,
  title: id,
  description: '',
  status: 'draft',
  questions: 0,
  answered: 0,
});
const outline: Outline = {
  nodes: [
    node('f', 'front', null, 5),
    node('p', 'part'),
    node('c1', 'chapter', 'p', 10),
    node('s', 'section', 'c1'),
    node('c2', 'chapter', null, 20),
  ],
};

describe('which chapter is on the page', () => {
  test.each([
    ['c2', null, 'c2'],
    ['s', null, 'c1'],
    ['p', null, 'c1'],
    ['f', null, 'f'],
    [null, 'c2', 'c2'],
    [null, null, 'c1'],
    ['gone', 'c2', 'c2'],
    ['gone', 'gone', 'c1'],
  ])('chosen %j, left at %j: %j', (chosen, leftAt, shown) => {
    expect(chapterFor(outline, chosen, leftAt)?.id).toBe(shown);
  });

  test('a book without chapters has none', () => {
    expect(chapterFor({ nodes: [node('p', 'part')] }, 'p', null)).toBeUndefined();
  });

  test('the rest of the book counts without this chapter and without parts', () => {
    expect(wordsElsewhere(outline, 'c1')).toBe(25);
  });
});

describe('tabs', () => {
  test('open at the end, once', () => {
    expect(withTab(['a'], 'b')).toEqual(['a', 'b']);
    expect(withTab(['a', 'b'], 'a')).toEqual(['a', 'b']);
    expect(
      withTab(
        Array.from({ length: 50 }, (_, index) => `t${index}`),
        'new',
      ),
    ).toHaveLength(50);
  });

  test('closing shows the right neighbour, else the left one', () => {
    expect(withoutTab(['a', 'b', 'c'], 'b')).toEqual({ tabs: ['a', 'c'], next: 'c' });
    expect(withoutTab(['a', 'b'], 'b')).toEqual({ tabs: ['a'], next: 'a' });
    expect(withoutTab(['a'], 'a')).toEqual({ tabs: [], next: null });
  });

  test('digits count from the left and nine is the last', () => {
    expect(tabAt(['a', 'b'], 2)).toBe('b');
    expect(tabAt(['a', 'b'], 3)).toBeUndefined();
    expect(tabAt(['a', 'b'], 9)).toBe('b');
  });

  test('chapters that are gone have no tab', () => {
    expect(knownTabs(['a', 'x', 'b'], new Set(['a', 'b']))).toEqual(['a', 'b']);
  });
});

describe('comparing', () => {
  test('shows what went and what came, in order', () => {
    expect(compareLines(['a', 'b', 'c'], ['a', 'x', 'c', 'd'])).toEqual([
      { kind: 'same', text: 'a' },
      { kind: 'removed', text: 'b' },
      { kind: 'added', text: 'x' },
      { kind: 'same', text: 'c' },
      { kind: 'added', text: 'd' },
    ]);
  });

  test('both sides can be read back from any comparison', () => {
    const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after);
        expect(compared.filter((line) => line.kind !== 'added').map((line) => line.text)).toEqual(before);
        expect(compared.filter((line) => line.kind !== 'removed').map((line) => line.text)).toEqual(after);
      }),
    );
  });

  test('texts too long to match line by line are still shown whole', () => {
    const long = (name: string) => Array.from({ length: 2_100 }, (_, index) => `${name}${index}`);
    expect(compareLines(long('a'), long('b'))).toHaveLength(4_200);
  });
});

describe('merging updates', () => {
  test('says the same as the updates one by one, also for hundreds', () => {
    const source = new Doc();
    const updates: Uint8Array[] = [];
    source.on('update', (update: Uint8Array) => updates.push(update));
    for (let key = 0; key < 300; key += 1) source.getText('t').insert(key % 7, String.fromCharCode(97 + (key % 26)));
    const copy = new Doc();
    applyUpdate(copy, mergeInOrder(updates));
    expect(encodeStateAsUpdate(copy)).toEqual(encodeStateAsUpdate(source));
  });
});

describe('words of the room', () => {
  test('find says where one is', () => {
    expect(foundText('', { total: 0, current: -1 })).toBe('');
    expect(foundText('x', { total: 0, current: -1 })).toBe('Not found');
    expect(foundText('x', { total: 1_200, current: 2 })).toBe('3 of 1,200');
  });

  test('the style at the cursor has the name that says most', () => {
    expect(styleName('paragraph', [])).toBe('Paragraph');
    expect(styleName('heading2', [])).toBe('Heading 2');
    expect(styleName('paragraph', ['blockquote', 'bulletList', 'listItem'])).toBe('List');
    expect(styleName('verseLine', ['verse'])).toBe('Verse');
    expect(styleName('heading1', ['blockquote'])).toBe('Heading 1');
  });

  test('a paste says what it could not bring', () => {
    expect(noticeText({ kind: 'too-long', max: 5_000_000 })).toContain('5,000,000 characters');
    expect(noticeText({ kind: 'pictures-left-out', count: 1 })).toMatch(/^One picture/u);
    expect(noticeText({ kind: 'pictures-left-out', count: 3 })).toMatch(/^3 pictures/u);
    expect(noticeText({ kind: 'formatting-left-out' })).toContain('words are here');
  });

  test('snapshots of chapter and book are one row, newest first, none twice', () => {
    const snapshot = (id: string, takenAt: string) => ({
      id,
      takenAt,
      chapterId: null,
      label: '',
      reason: 'by-hand' as const,
      words: 0,
    });
    expect(
      joined([snapshot('a', '1'), snapshot('b', '3')], [snapshot('c', '2'), snapshot('a', '1')]).map(({ id }) => id),
    ).toEqual(['b', 'c', 'a']);
  });

  test('a signal tells of changes, not of repetitions', () => {
    const signal = createSignal(1);
    let heard = 0;
    const stop = signal.subscribe(() => (heard += 1));
    signal.set(1);
    signal.set(2);
    stop();
    signal.set(3);
    expect([heard, signal.get()]).toEqual([1, 3]);
  });

  test('what is calm is told after a pause, what is not at once', () => {
    vi.useFakeTimers();
    const signal = createSignal('saved');
    const calm = whenCalm(signal, { isCalm: (value) => value === 'saved', isEqual: Object.is, afterMs: 400 });
    const heard: string[] = [];
    const stop = calm.subscribe(() => heard.push(calm.get()));
    for (let batch = 0; batch < 3; batch += 1) {
      signal.set('saving');
      vi.advanceTimersByTime(250);
      signal.set('saved');
      vi.advanceTimersByTime(40);
    }
    expect(heard).toEqual(['saving']);
    vi.advanceTimersByTime(400);
    expect(heard).toEqual(['saving', 'saved']);
    signal.set('not saved');
    expect(calm.get()).toBe('not saved');
    stop();
    vi.useRealTimers();
  });
});
