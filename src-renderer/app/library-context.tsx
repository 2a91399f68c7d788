import { createContext, use, type ReactNode } from 'react';
import type { LibraryView } from '../../src-shared/ipc/library-calls';
import { useCall, type CallState } from './use-call';

const LibraryContext = createContext<CallState<LibraryView> | null>(null);

/** Reads the shelf once for the whole window: library, palette and header share it. */
export function LibraryProvider({ children }: { children: ReactNode }) {
  return <LibraryContext value={useCall('library.list', null, { 'library.changed': true })}>{children}</LibraryContext>;
}

/** The shelf. */
export function useLibrary(): CallState<LibraryView> {
  const library = use(LibraryContext);
  if (!library) throw new Error('LibraryProvider is missing above this component');
  return library;
}
