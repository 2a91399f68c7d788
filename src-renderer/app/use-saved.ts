import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Result } from '../../src-shared/result';
import { useRegisterFlush } from './flush';
import type { SaveStatus } from './save-status';
import { createSaver, type SaverState } from './saver';

export type Saved<V> = {
  /** What the author sees: their own words until they are saved and read back. */
  readonly value: V;
  readonly change: (value: V) => void;
  readonly flush: () => Promise<void>;
  readonly status: SaverState;
};

/** How long after a save the author's own words stay in front of what was read back, which may be one save behind. */
const settleMs = 600;

/**
 * A value that saves itself 800 ms after the last change, on leaving, and when the window closes.
 * `save` must be the same function from render to render; give the component a key for what it edits.
 */
export function useSaved<V>(saved: V, save: (value: V) => Promise<Result<unknown>>): Saved<V> {
  const [status, setStatus] = useState<SaverState>({ state: 'idle', savedAt: null });
  const [typed, setTyped] = useState<{ readonly value: V } | null>(null);
  const saver = useMemo(() => createSaver<V>({ save, onState: setStatus }), [save]);
  useEffect(() => () => void saver.flush(), [saver]);
  useRegisterFlush(saver.flush);
  useEffect(() => {
    if (!typed || status.state !== 'idle') return undefined;
    const settled = setTimeout(() => setTyped(null), settleMs);
    return () => clearTimeout(settled);
  }, [typed, status]);
  const change = useCallback(
    (value: V) => {
      setTyped({ value });
      saver.change(value);
    },
    [saver],
  );
  return { value: typed ? typed.value : saved, change, flush: saver.flush, status };
}

/** The save state as the status line shows it. */
export function useSaveStatusOf(status: SaverState): SaveStatus {
  return useMemo(() => {
    switch (status.state) {
      case 'idle':
        return { state: 'saved', at: status.savedAt };
      case 'waiting':
      case 'saving':
        return { state: 'saving' };
      case 'failed':
        return { state: 'not-saved', error: status.error };
    }
  }, [status]);
}
