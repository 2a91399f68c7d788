import { createContext, use, useEffect, type ReactNode } from 'react';
import type { LibraryView } from '../../src-shared/ipc/library-calls';
import { asDayStart, dayOf, keepDayStart, wordsToday, type DayStart } from './words-today';
import { useRemembered } from './remembered';
import { useCall, type CallState } from './use-call';

type Shelves = { readonly library: CallState<LibraryView>; readonly wordsToday: number };

const LibraryContext = createContext<Shelves | null>(null);
const noDay: DayStart = { day: '', words: {} };

/** Reads the shelf once for the whole window: library, palette, header and status line share it. */
export function LibraryProvider({ children }: { children: ReactNode }) {
  const library = useCall('library.list', null, { 'library.changed': true });
  const [start, remember] = useRemembered('dayStart', noDay, asDayStart);
  const books = library.value?.books;
  const next = books ? keepDayStart(start, dayOf(new Date()), books) : start;
  useEffect(() => {
    if (next !== start) remember(next);
  }, [next, start, remember]);
  const shelves = { library, wordsToday: books ? wordsToday(next, books) : 0 };
  return <LibraryContext value={shelves}>{children}</LibraryContext>;
}

/** The shelf, and how many words were written today. */
export function useLibrary(): Shelves {
  const shelves = use(LibraryContext);
  if (!shelves) throw new Error('LibraryProvider is missing above this component');
  return shelves;
}
