import { expect, test } from 'vitest';
import { shelve } from '../../../../src-renderer/features/library/shelf-view-model';
import type { BookSummary } from '../../../../src-shared/ipc/library-calls';

const book = (over: Partial<BookSummary>): BookSummary => ({
  id: 'x', title: 'Title', subtitle: '', author: '', genre: 'memoir', language: 'en', words: 0, chapters: 0, cover: null,
  createdAt: '2026-01-01T00:00:00Z', changedAt: '2026-01-01T00:00:00Z', archived: false, trashedAt: null, ...over,
});

const books = [
  book({ id: 'salt', title: 'The Salt Road', author: 'Ada Marsh', words: 10, changedAt: '2026-01-03T00:00:00Z' }),
  book({ id: 'ete', title: 'Été', author: 'Zoé Blanc', words: 30, changedAt: '2026-01-02T00:00:00Z' }),
  book({ id: 'ten', title: 'Volume 10', words: 20, changedAt: '2026-01-01T00:00:00Z' }),
  book({ id: 'two', title: 'Volume 2', words: 5 }),
  book({ id: 'old', title: 'Old', archived: true }),
  book({ id: 'gone', title: 'Gone', archived: true, trashedAt: '2026-01-05T00:00:00Z' }),
];
const ids = (shown: readonly BookSummary[]) => shown.map((one) => one.id);

test('each shelf holds its own books, the trash before the archive', () => {
  expect(ids(shelve(books, 'archived', 'title', ''))).toEqual(['old']);
  expect(ids(shelve(books, 'trash', 'title', ''))).toEqual(['gone']);
});

test('a shelf stands in the order that was asked for; articles and numbers sort as a reader sorts', () => {
  expect(ids(shelve(books, 'active', 'changed', ''))[0]).toBe('salt');
  expect(ids(shelve(books, 'active', 'words', ''))).toEqual(['ete', 'ten', 'salt', 'two']);
  expect(ids(shelve(books, 'active', 'title', ''))).toEqual(['ete', 'salt', 'two', 'ten']);
  expect(ids(shelve(books, 'active', 'author', ''))).toEqual(['two', 'ten', 'salt', 'ete']);
});

test('search takes every word, in any order, without capitals and accents', () => {
  expect(ids(shelve(books, 'active', 'title', 'marsh SALT'))).toEqual(['salt']);
  expect(ids(shelve(books, 'active', 'title', 'ete'))).toEqual(['ete']);
  expect(shelve(books, 'active', 'title', 'salt blanc')).toEqual([]);
});
