import type { BookPart } from '../src-shared/ipc/book-calls';
import type { Publish } from '../src-shared/ipc/contract';
import type { BookChange } from './book/book';
import type { OpenBook } from './book/open-book';

const partOf: Readonly<Record<string, BookPart>> = {
  book: 'brief', summaries: 'brief', clarifications: 'brief', nodes: 'outline', texts: 'outline', moves: 'outline',
  proposals: 'outline', questions: 'interview', answers: 'interview', revisions: 'interview', drafts: 'drafts', imports: 'brief',
  suggestions: 'suggestions', disclosures: 'disclosure', snapshots: 'snapshots', covers: 'cover', pictures: 'cover',
};

/** Tells the page what changed in a book: rooms to read again, texts to update, chapters to open anew. */
export function createAnnouncer(publish: Publish) {
  const lastLive = new Map<string, ReadonlyMap<string, string>>();

  return ({ bookId, collections, texts, cause }: BookChange, { book }: OpenBook): void => {
    const live = book.lineage().liveTextOf;
    const before = lastLive.get(bookId) ?? live;
    lastLive.set(bookId, live);
    for (const [chapterId, textId] of live) {
      if ((before.get(chapterId) ?? textId) !== textId) publish('text.replaced', { bookId, chapterId });
    }
    for (const { textId, update } of cause === 'service' ? texts : []) {
      const chapterId = book.state.one('texts', textId)?.chapterId ?? '';
      if (before.get(chapterId) === textId) publish('text.changed', { bookId, chapterId, textId, update });
    }
    const parts = new Set([...collections].flatMap((name) => partOf[name] ?? []));
    if (parts.size > 0) publish('book.changed', { bookId, parts: [...parts, 'undo'] });
  };
}
