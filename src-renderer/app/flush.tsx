import { createContext, use, useEffect, useEffectEvent, useMemo, useState, type ReactNode } from 'react';

/** Sends what is not saved yet and answers when it is. */
export type Flush = () => Promise<unknown>;

type Flushes = { readonly add: (flush: Flush) => () => void; readonly run: () => Promise<void> };

const FlushContext = createContext<Flushes | null>(null);

/** Knows every saver of the page. */
export function FlushProvider({ children }: { children: ReactNode }) {
  const [savers] = useState(() => new Set<Flush>());
  const flushes = useMemo<Flushes>(
    () => ({
      add: (flush) => {
        savers.add(flush);
        return () => void savers.delete(flush);
      },
      run: async () => {
        // One saver that fails must not keep the others from saving.
        await Promise.allSettled([...savers].map((flush) => flush()));
      },
    }),
    [savers],
  );
  return <FlushContext value={flushes}>{children}</FlushContext>;
}

function useFlushes(): Flushes {
  const flushes = use(FlushContext);
  if (!flushes) throw new Error('FlushProvider is missing above this component');
  return flushes;
}

/** Registers a saver: it runs before the window closes, on leaving a book and on saving by hand. */
export function useRegisterFlush(flush: Flush): void {
  const { add } = useFlushes();
  const latest = useEffectEvent(flush);
  useEffect(() => add(() => latest()), [add]);
}

/** Gives the function that runs every registered saver. */
export const useFlushAll = (): (() => Promise<void>) => useFlushes().run;
