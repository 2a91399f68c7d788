import { useCallback, useMemo, useState } from 'react';
import { useToast } from '../ui/toast';
import { useClient } from './client-context';
import { errorText } from './error-text';
import { useFlushAll } from './flush';
import type { RoomTarget } from './room';
import { firstPlace, goTo, type BookRoute, type Place, type Route } from './route';

/** The ways about the window. */
export type Navigation = {
  readonly place: Place;
  /** Goes to a screen, or to a room of the open book. */
  readonly go: (route: Route) => void;
  /** Opens a book where it was left, or in the given room. */
  readonly openBook: (bookId: string, target?: RoomTarget) => Promise<void>;
  /** Saves what is open and closes the book. */
  readonly leave: () => Promise<void>;
  readonly goToLibrary: () => Promise<void>;
};

/** Moves between library, book, Activity and Settings; a book is opened and closed on the way. */
export function useNavigation(): Navigation {
  const client = useClient();
  const toast = useToast();
  const flushAll = useFlushAll();
  const [place, setPlace] = useState<Place>(firstPlace);
  const book = bookOf(place);

  const remember = useCallback(
    async (route: BookRoute) => {
      const { bookId, room, chapterId } = route;
      // Without a chapter the one that was shown last stays.
      const part = chapterId == null ? { screen: room } : { screen: room, activeTab: chapterId };
      await client.call('book.rememberWorkplace', { bookId, part });
    },
    [client],
  );
  const go = useCallback(
    (route: Route) => {
      setPlace((last) => goTo(last, route));
      if (route.screen === 'book') void remember(route);
    },
    [remember],
  );
  const leave = useCallback(async () => {
    await flushAll();
    if (book) await client.call('book.close', { bookId: book.bookId });
  }, [flushAll, client, book]);
  const goToLibrary = useCallback(async () => {
    await leave();
    setPlace((last) => ({ ...goTo(last, { screen: 'library' }), behind: { screen: 'library' } }));
  }, [leave]);
  const openBook = useCallback(
    async (bookId: string, target?: RoomTarget) => {
      if (book && book.bookId !== bookId) await leave();
      const opened = await client.call('book.open', { bookId });
      if (!opened.ok) {
        const { what, next } = errorText(opened.error);
        toast({ text: what, detail: next, tone: 'problem' });
        return;
      }
      const kept = await client.call('book.workplace', { bookId });
      const last = kept.ok ? kept.value : null;
      const chapterId = target?.chapterId === undefined ? (last?.activeTab ?? null) : target.chapterId;
      go({ screen: 'book', bookId, room: target?.room ?? last?.screen ?? 'brief', chapterId, passage: null });
    },
    [book, leave, client, go, toast],
  );
  return useMemo(() => ({ place, go, openBook, leave, goToLibrary }), [place, go, openBook, leave, goToLibrary]);
}

/** The book that is open in this place, also when Settings or Activity stand before it. */
export function bookOf(place: Place): BookRoute | null {
  if (place.route.screen === 'book') return place.route;
  if (place.route.screen !== 'library' && place.behind.screen === 'book') return place.behind;
  return null;
}
