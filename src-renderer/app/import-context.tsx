import { createContext, use, useMemo, useState, type ReactNode } from 'react';

/** A manuscript that the author has brought and that is being read. */
export type BroughtManuscript = { readonly importId: string; readonly fileName: string };

type Imports = {
  /** Those that wait to be looked at, one after the other. */
  readonly waiting: readonly BroughtManuscript[];
  readonly bring: (brought: readonly BroughtManuscript[]) => void;
  readonly settle: (importId: string) => void;
};

const ImportContext = createContext<Imports>({ waiting: [], bring: () => undefined, settle: () => undefined });

/** Keeps the manuscripts that were brought, wherever they were dropped or chosen. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<readonly BroughtManuscript[]>([]);
  const imports = useMemo(
    () => ({
      waiting,
      bring: (brought: readonly BroughtManuscript[]) => setWaiting((known) => [...known, ...brought]),
      settle: (importId: string) => setWaiting((known) => known.filter((one) => one.importId !== importId)),
    }),
    [waiting],
  );
  return <ImportContext value={imports}>{children}</ImportContext>;
}

/** The manuscripts that were brought, and how to bring one. */
export const useImports = (): Imports => use(ImportContext);
