import { createContext, use, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { AppError } from '../../src-shared/result';

/** What the status line says about saving. Times are ISO strings. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'not-saved'; readonly error: AppError | null };

type Board = { readonly status: SaveStatus; readonly report: (status: SaveStatus) => void };

const SaveStatusContext = createContext<Board | null>(null);

/** Holds the one save state of the window. */
export function SaveStatusProvider({ children }: { children: ReactNode }) {
  const [status, report] = useState<SaveStatus>({ state: 'saved', at: null });
  const board = useMemo(() => ({ status, report }), [status]);
  return <SaveStatusContext value={board}>{children}</SaveStatusContext>;
}

function useBoard(): Board {
  const board = use(SaveStatusContext);
  if (!board) throw new Error('SaveStatusProvider is missing above this component');
  return board;
}

/** The save state the status line shows. */
export const useSaveStatus = (): SaveStatus => useBoard().status;

/** Shows a room's save state in the status line for as long as it is mounted. */
export function useReportSaveStatus(status: SaveStatus): void {
  const { report } = useBoard();
  useEffect(() => report(status), [report, status]);
}
