import type { OutlineNode } from '../../src-shared/domain/outline';
import { hasText, unplaced } from '../../src-shared/domain/outline';
import { Id } from '../../src-shared/ipc/call';
import { fail } from '../failure';
import { UsageError } from './command';
import type { Session } from './session';

const sameTitle = (a: string, b: string): boolean => a.trim().toLocaleLowerCase() === b.trim().toLocaleLowerCase();

/** The book that was named: by its id, or by its title when only one has it. */
export async function findBook(session: Session, name: string): Promise<string> {
  const { books } = await session.ask('library.list', null);
  const byId = books.find(({ id }) => id === name);
  if (byId) return byId.id;
  const byTitle = books.filter((book) => book.trashedAt === null && sameTitle(book.title, name));
  if (byTitle.length > 1) throw new UsageError(`${byTitle.length} books are called “${name}”: give the id of the one you mean.`);
  if (byTitle[0]) return byTitle[0].id;
  if (!Id.safeParse(name).success) fail({ code: 'not-found', what: 'book', id: name });
  // The list is a cache: a book that it lacks may be there all the same.
  return (await session.openBook(name)).book.id;
}

/** The chapters of a book in reading order, as their numbers count them; what is unplaced has none. */
export async function chaptersOf(session: Session, bookId: string): Promise<OutlineNode[]> {
  const { nodes } = await session.ask('outline.read', { bookId });
  return nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced);
}

/** The chapter that was named: by its id, which front and back matter have too, or by its number. */
export async function findChapter(session: Session, bookId: string, name: string): Promise<OutlineNode> {
  const { nodes } = await session.ask('outline.read', { bookId });
  const byId = nodes.find((node) => node.id === name && hasText(node.kind));
  if (byId) return byId;
  const number = /^\d{1,6}$/.test(name) ? Number(name) : 0;
  return (await chaptersOf(session, bookId))[number - 1] ?? fail({ code: 'not-found', what: 'chapter', id: name });
}

/** Chapters as `new`, `import` and others print them. */
export async function chapterList(session: Session, bookId: string): Promise<{ id: string; title: string; words: number }[]> {
  return (await chaptersOf(session, bookId)).map(({ id, title, words }) => ({ id, title, words }));
}
