import { describe, expect, test } from 'vitest';
import { blankBrief } from '../../../../src-shared/domain/brief';
import type { Task } from '../../../../src-shared/ipc/export-calls';
import {
  contentsOf,
  diskWords,
  fileName,
  formatCards,
  hintsBefore,
  latestTask,
  moreCards,
  shortHash,
  sizeOf,
  taskError,
  withTask,
} from '../../../../src-renderer/features/publish/publish-view-model';
import { ExportFormat } from '../../../../src-shared/ipc/export-calls';
import { node } from '../outline/outline-nodes';

const brief = { ...blankBrief, title: 'The Lamp', author: 'Ada' };
const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  bookId: 'book',
  title: '',
  doing: '',
  progress: 0,
  state: 'running',
  receipt: null,
  ...more,
});

test('every format has a card', () => {
  expect([...formatCards, ...moreCards].map((card) => card.format)).toEqual(ExportFormat.options);
});

describe('hints before publishing', () => {
  test('a finished book has none', () => {
    expect(hintsBefore([node('One', 'chapter', null, { words: 900 })], brief)).toEqual([]);
  });
  test('an empty book is named once, not chapter by chapter', () => {
    expect(hintsBefore([node('One', 'chapter')], brief).map((hint) => hint.id)).toEqual(['nothing']);
  });
  test('missing title and author, unplaced, empty and nameless chapters each have a way to mend them', () => {
    const nodes = [
      node('One', 'chapter', null, { words: 900 }),
      node('Two', 'chapter'),
      node('x', 'chapter', null, { title: ' ', words: 3 }),
      node('Loose', 'chapter', 'unplaced', { words: 40 }),
    ];
    const hints = hintsBefore(nodes, { ...brief, title: 'Untitled', author: ' ' });
    expect(hints.map((hint) => `${hint.id} → ${hint.room}`)).toEqual([
      'title → brief',
      'author → brief',
      'unplaced → outline',
      'empty → outline',
      'nameless → outline',
    ]);
    expect(hints[2]?.text).toBe('1 chapter in Unplaced will be left out: “Loose”.');
  });
  test('long lists and long titles are kept short', () => {
    const long = 'An endless title '.repeat(20);
    const [hint] = hintsBefore(
      [
        node('One', 'chapter', null, { words: 1 }),
        ...['a', 'b', 'c'].map((id) => node(id, 'chapter', null, { title: `${id} ${long}` })),
      ],
      brief,
    );
    expect(hint?.text).toMatch(/^3 chapters without words: “a An endless.+…”, “b An .+…” and others\.$/u);
    expect(hint?.text.length).toBeLessThan(200);
  });
});

describe('tasks', () => {
  test('the newest state takes the place of the older', () => {
    const tasks = withTask(withTask([task('1')], task('2')), task('1', { state: 'done' }));
    expect(tasks.map((one) => `${one.id} ${one.state}`)).toEqual(['1 done', '2 running']);
  });
  test('a card shows the latest export of its format and book', () => {
    const tasks = [task('1'), task('2'), task('3', { bookId: 'other' })];
    expect(latestTask(tasks, 'book', 'pdf', { 1: 'pdf', 2: 'pdf', 3: 'pdf' })?.id).toBe('2');
    expect(latestTask(tasks, 'book', 'epub', {})).toBeNull();
  });
  test('a failure without a code is an internal one', () => {
    expect(taskError(task('1', { error: { code: 'disk-full', file: 'x' } }))).toEqual({ code: 'disk-full', file: 'x' });
    expect(taskError(task('1', { error: 'odd' })).code).toBe('internal');
  });
});

test('a disk that refuses the file is no reason to fear for the book', () => {
  for (const error of [
    { code: 'disk-full', file: 'Book.pdf' },
    { code: 'disk-failed', file: 'Book.pdf', reason: 'EIO' },
    { code: 'folder-unusable', folder: '/media/stick', reason: 'read-only' },
  ] as const) {
    expect(diskWords(error)?.what).toContain('Your book is safe.');
    expect(diskWords(error)?.next).toContain('save it again');
  }
  expect(diskWords({ code: 'cancelled' })).toBeNull();
});

test('sizes, names and checksums read well', () => {
  expect([12, 4_200, 1_520_000].map(sizeOf)).toEqual(['12 bytes', '4 KB', '1.5 MB']);
  expect(fileName('C:\\Books\\My Book.pdf')).toBe('My Book.pdf');
  expect(fileName('/home/ada/My Book.pdf')).toBe('My Book.pdf');
  expect(shortHash('abcdef0123456789')).toBe('abcdef012345');
  expect(contentsOf({ chapters: 1, paragraphs: 20, words: 3_000 })).toBe('1 chapter, 20 paragraphs, 3,000 words');
  expect(contentsOf({ chapters: 1, paragraphs: 2, words: 3, pages: 210 })).toBe(
    '210 pages, 1 chapter, 2 paragraphs, 3 words',
  );
});
