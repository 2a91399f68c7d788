import { useMemo, useRef, useState } from 'react';
import { useClient } from '../../app/client-context';
import { useCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import type { BookSummary } from '../../../src-shared/ipc/library-calls';
import type { AppError, Result } from '../../../src-shared/result';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';

/** What can be done with a book on the shelf; everything but the last can be taken back. */
export type BookActions = {
  readonly open: (book: BookSummary) => void;
  readonly archive: (book: BookSummary, archived: boolean) => void;
  readonly trash: (book: BookSummary) => void;
  readonly restore: (book: BookSummary) => void;
  /** Asks first: this one cannot be undone. */
  readonly askPurge: (book: BookSummary) => void;
  readonly purging: BookSummary | null;
  readonly purge: () => void;
  readonly keep: () => void;
};

type Step = {
  readonly said: string;
  readonly act: () => Promise<Result<null>>;
  readonly undo?: () => Promise<Result<null>>;
};

/** The actions of the shelf, each with its message and its undo; Ctrl+Z takes the last one back. */
export function useBookActions(onOpenBook: (bookId: string) => Promise<void>): BookActions {
  const client = useClient();
  const toast = useToast();
  const announce = useAnnounce();
  const [purging, setPurging] = useState<BookSummary | null>(null);
  const lastUndo = useRef<(() => void) | null>(null);

  useCommand('edit.undo', () => {
    if (lastUndo.current === null) return false;
    lastUndo.current();
    return true;
  });

  return useMemo<BookActions>(() => {
    const complain = (error: AppError) => {
      const { what, next } = errorText(error);
      toast({ text: what, detail: next, tone: 'problem' });
    };
    const take = async ({ said, act, undo }: Step): Promise<unknown> => {
      const answer = await act();
      if (!answer.ok) {
        complain(answer.error);
        return undefined;
      }
      announce(said);
      if (!undo) return toast({ text: said });
      const goBack = () => {
        lastUndo.current = null;
        close();
        void undo().then((back) => (back.ok ? announce('Undone') : complain(back.error)));
      };
      const close = toast({ text: said, undo: goBack });
      lastUndo.current = goBack;
      return undefined;
    };
    const archive = (bookId: string, archived: boolean) => () => client.call('library.archive', { bookId, archived });
    const trash = (bookId: string) => () => client.call('library.trash', { bookId });
    const restore = (bookId: string) => () => client.call('library.restore', { bookId });
    return {
      open: (book) => {
        if (book.trashedAt === null) void onOpenBook(book.id);
        else void take({ said: `“${book.title}” is back on its shelf`, act: restore(book.id), undo: trash(book.id) });
      },
      archive: (book, archived) =>
        void take({
          said: archived ? `“${book.title}” is archived` : `“${book.title}” is back on the shelf`,
          act: archive(book.id, archived),
          undo: archive(book.id, !archived),
        }),
      trash: (book) =>
        void take({ said: `“${book.title}” is in the trash`, act: trash(book.id), undo: restore(book.id) }),
      restore: (book) =>
        void take({ said: `“${book.title}” is back on its shelf`, act: restore(book.id), undo: trash(book.id) }),
      askPurge: setPurging,
      purging,
      purge: () => {
        if (purging)
          void take({
            said: `“${purging.title}” is deleted`,
            act: () => client.call('library.purge', { bookId: purging.id }),
          });
        setPurging(null);
      },
      keep: () => setPurging(null),
    };
  }, [client, toast, announce, onOpenBook, purging]);
}
