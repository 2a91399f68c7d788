import type { BookSummary } from '../../../src-shared/ipc/library-calls';

/** The three shelves of a library. */
export type Shelf = 'active' | 'archived' | 'trash';

/** The orders a shelf can stand in. */
export const shelfOrders = ['changed', 'title', 'author', 'words'] as const;
export type ShelfOrder = (typeof shelfOrders)[number];

const names = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

const compare: Readonly<Record<ShelfOrder, (a: BookSummary, b: BookSummary) => number>> = {
  changed: (a, b) => b.changedAt.localeCompare(a.changedAt),
  title: (a, b) => names.compare(sortableTitle(a.title), sortableTitle(b.title)),
  author: (a, b) => names.compare(a.author, b.author) || names.compare(sortableTitle(a.title), sortableTitle(b.title)),
  words: (a, b) => b.words - a.words,
};

/** Where a book stands. */
export function shelfOf(book: BookSummary): Shelf {
  if (book.trashedAt !== null) return 'trash';
  return book.archived ? 'archived' : 'active';
}

/** The books of a shelf that have every searched word in title, subtitle or author, in order. */
export function shelve(
  books: readonly BookSummary[],
  shelf: Shelf,
  order: ShelfOrder,
  query: string,
): readonly BookSummary[] {
  const words = fold(query)
    .split(/\s+/)
    .filter((word) => word !== '');
  return books
    .filter((book) => shelfOf(book) === shelf)
    .filter((book) => {
      const text = fold(`${book.title} ${book.subtitle} ${book.author}`);
      return words.every((word) => text.includes(word));
    })
    .sort(compare[order]);
}

/** Text without capitals and accents, for comparing. */
const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();

/** An English title without its article, as shelves are sorted. */
function sortableTitle(title: string): string {
  return title.replace(/^(the|an?)\s+/i, '');
}
