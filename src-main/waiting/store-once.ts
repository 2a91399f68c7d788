import type { Book } from '../book/book';

/** Whether what a work gave is in the book. */
export const isStored = (book: Book, workId: string): boolean => book.state.has('doneWorks', workId);

/**
 * A book in which a work stores what it gave together with the mark that it did: no crash comes between the two, and what is
 * marked is never asked for again. Undo does not take it back, because it is not what the author did last.
 */
export const storingOnce = (book: Book, workId: string, now: () => number): Book => ({
  ...book,
  change: (label, build, options) =>
    book.change(
      label,
      async (tx) => {
        const value = await build(tx);
        tx.set('doneWorks', workId, { at: new Date(now()).toISOString() });
        return value;
      },
      { ...options, undoable: false },
    ),
});
