import * as Y from 'yjs';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import { mendStructure } from '../book/mend-structure';
import type { OpenBook } from '../book/open-book';
import { fail } from '../failure';
import { searchLines } from './search';
import { readingOrder } from '../book/outline-tree';

/** The calls that read and write chapters' texts. */
export type TextService = Pick<Handlers, 'text.open' | 'text.append' | 'text.close' | 'text.settleArrivals' | 'book.search'>;

function checkUpdate(update: Uint8Array): void {
  try {
    Y.decodeUpdate(update);
  } catch (cause) {
    fail({ code: 'invalid-input', issues: ['update: not a text update'] }, cause);
  }
}

/** The editor throws away what merging left against the rules of its schema: that is put in order before it looks. */
async function mend(book: Book, textId: string): Promise<void> {
  await book.change(
    'Put a text in order',
    async (tx) => {
      const update = await book.texts.use(textId, mendStructure);
      if (update) tx.text(textId, update);
    },
    { undoable: false },
  );
}

/** Hands texts to the editor and makes its edits durable. */
export function createTextService(deps: {
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly now: () => number;
  /** Hears how many words the author wrote, once they are on disk. */
  readonly noteWords: (bookId: string, words: number) => void;
}): TextService {
  return {
    async 'text.open'({ bookId, chapterId }) {
      const { book, arrivals, isReadOnly } = await deps.openBook(bookId);
      const textId = book.liveText(chapterId);
      if (!isReadOnly) await mend(book, textId);
      return ok({
        textId,
        update: await book.texts.read(textId),
        arrivals: await arrivals.of(chapterId),
        words: book.texts.count(textId).words,
      });
    },

    async 'text.append'({ bookId, textId, update, words, written = 0 }) {
      const { book, arrivals } = await deps.openBook(bookId);
      const record = book.state.one('texts', textId) ?? fail({ code: 'not-found', what: 'chapter', id: textId });
      checkUpdate(update);
      await book.change('Write', (tx) => tx.text(textId, update), { undoable: false, cause: 'editor' });
      book.texts.noteWords(textId, words);
      deps.noteWords(bookId, written);
      // The chapter was split or restored while these words were on their way: they wait as arrivals.
      if (book.lineage().liveTextOf.get(record.chapterId) !== textId) arrivals.doubt([{ op: 'text', id: textId, update: '' }]);
      return ok({ savedAt: new Date(deps.now()).toISOString() });
    },

    'text.close': async () => ok(null),

    async 'text.settleArrivals'({ bookId, ids }) {
      const { book, arrivals } = await deps.openBook(bookId);
      const at = new Date(deps.now()).toISOString();
      await book.change('Place arrived words', (tx) => ids.forEach((id) => tx.set('settled', id, { at })), { undoable: false });
      arrivals.doubt(ids.map((id) => ({ op: 'set', in: 'settled', id, fields: {} })));
      return ok(null);
    },

    async 'book.search'({ bookId, query, limit }) {
      const { book } = await deps.openBook(bookId);
      const chapters = readingOrder(book).map(({ id }) => ({ chapterId: id, lines: () => book.texts.lines(book.liveText(id)) }));
      return ok(await searchLines(chapters, query, limit));
    },
  };
}
