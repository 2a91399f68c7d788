import { createContext, use, useCallback, useEffect, useId, useMemo, useState, type ReactNode } from 'react';
import type { AppError } from '../../src-shared/result';

/** What the status line says about saving. Times are ISO strings. */
export type SaveStatus =
  | { readonly state: 'saved'; readonly at: string | null }
  | { readonly state: 'saving' }
  | { readonly state: 'not-saved'; readonly error: AppError | null };

type Board = {
  readonly status: SaveStatus;
  /** Says how one saver stands; `null` when it is gone. */
  readonly report: (saver: string, status: SaveStatus | null) => void;
};

/** How every saver of the window stands, and when the last of them had all on disk. */
type Savers = { readonly standing: ReadonlyMap<string, SaveStatus>; readonly savedAt: string | null };

const SaveStatusContext = createContext<Board | null>(null);
const none: Savers = { standing: new Map(), savedAt: null };

/** Holds the one save state of the window. */
export function SaveStatusProvider({ children }: { children: ReactNode }) {
  const [savers, setSavers] = useState(none);
  const report = useCallback<Board['report']>(
    (saver, status) => setSavers((last) => withSaver(last, saver, status)),
    [],
  );
  const board = useMemo(() => ({ status: statusOfAll(savers), report }), [savers, report]);
  return <SaveStatusContext value={board}>{children}</SaveStatusContext>;
}

function withSaver({ standing, savedAt }: Savers, saver: string, status: SaveStatus | null): Savers {
  const next = new Map(standing);
  if (status) next.set(saver, status);
  else next.delete(saver);
  const at = status?.state === 'saved' ? status.at : null;
  return { standing: next, savedAt: at !== null && (savedAt === null || at > savedAt) ? at : savedAt };
}

/** What is not saved anywhere comes first: a saver that has nothing to do must not hide it. */
function statusOfAll({ standing, savedAt }: Savers): SaveStatus {
  const all = [...standing.values()];
  return (
    all.find((status) => status.state === 'not-saved') ??
    all.find((status) => status.state === 'saving') ?? { state: 'saved', at: savedAt }
  );
}

function useBoard(): Board {
  const board = use(SaveStatusContext);
  if (!board) throw new Error('SaveStatusProvider is missing above this component');
  return board;
}

/** The save state the status line shows. */
export const useSaveStatus = (): SaveStatus => useBoard().status;

/** Counts a saver's state into the status line for as long as it is mounted. */
export function useReportSaveStatus(status: SaveStatus): void {
  const { report } = useBoard();
  const saver = useId();
  useEffect(() => report(saver, status), [report, saver, status]);
  useEffect(() => () => report(saver, null), [report, saver]);
}
