import type { Handlers } from '../../src-shared/ipc/contract';
import { unplaced } from '../../src-shared/domain/outline';
import { ok } from '../../src-shared/result';
import type { OpenBook } from '../book/open-book';
import { outlineOf } from '../book/outline-tree';
import { planManuscript } from '../exporting/read-manuscript';
import type { RunJob } from '../worker/run-job';
import type { KnownOfBook } from './check-book';

/** The check before publishing. */
export type PreflightService = Pick<Handlers, 'preflight.check'>;

/** What the check of the texts cannot see: what stands beside them in the book. */
function knownOf({ book }: OpenBook): KnownOfBook {
  const { nodes } = outlineOf(book);
  const titles = new Map(nodes.map(({ id, title }) => [id, title]));
  const open = new Map<string, number>();
  for (const { chapterId, state } of book.state.all('suggestions').values()) {
    if (state === 'open' && titles.has(chapterId)) open.set(chapterId, (open.get(chapterId) ?? 0) + 1);
  }
  const receipts = [...book.state.all('exports').values()].flatMap(({ receipt }) => (receipt?.format === 'pdf' ? [receipt] : []));
  const last = receipts.sort((a, b) => (a.finishedAt < b.finishedAt ? -1 : 1)).at(-1);
  return {
    unplaced: nodes.filter((node) => node.parentId === unplaced).map(({ title }) => title),
    openSuggestions: [...open].map(([chapterId, count]) => ({ chapterId, chapterTitle: titles.get(chapterId) ?? '', count })),
    pages: last?.pages ?? null,
  };
}

/** Checks a book as it is now, in a worker. */
export function createPreflightService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly bookFolder: (bookId: string) => string;
  readonly resources: string;
  readonly runJob: RunJob;
}): PreflightService {
  return {
    async 'preflight.check'({ bookId }) {
      const open = await deps.openBook(bookId);
      const plan = await planManuscript(open, deps.bookFolder(bookId));
      return ok(await deps.runJob('preflight', { plan, known: knownOf(open), resourcesFolder: deps.resources }));
    },
  };
}
