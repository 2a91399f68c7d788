import type { AppError, Result } from '../../src-shared/result';

/** What is known of something that saves itself. */
export type SaverState =
  | { readonly state: 'idle'; readonly savedAt: string | null }
  | { readonly state: 'waiting' }
  | { readonly state: 'saving' }
  | { readonly state: 'failed'; readonly error: AppError };

export type SaverOptions<V> = {
  readonly save: (value: V) => Promise<Result<unknown>>;
  readonly onState: (state: SaverState) => void;
  /** Quiet time after the last change before it is saved. */
  readonly delayMs?: number;
  /** The longest that a change waits while others keep coming. */
  readonly longestMs?: number;
  /** How soon a failed save is tried again. */
  readonly retryMs?: number;
};

/** Saves the newest of many changes a moment after the last one. */
export type Saver<V> = {
  readonly change: (value: V) => void;
  /** Saves what waits and answers when it, and all before it, is done. */
  readonly flush: () => Promise<void>;
};

/** Makes a saver: saves run one after another, so that an older text never lands on a newer one. */
export function createSaver<V>({
  save,
  onState,
  delayMs = 800,
  longestMs = 3_000,
  retryMs = 5_000,
}: SaverOptions<V>): Saver<V> {
  let waiting: { readonly value: V } | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waitingSince = 0;
  let running: Promise<void> = Promise.resolve();

  function schedule(afterMs: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => void flush(), afterMs);
  }
  function change(value: V): void {
    if (!waiting) waitingSince = Date.now();
    waiting = { value };
    onState({ state: 'waiting' });
    schedule(Math.max(0, Math.min(delayMs, waitingSince + longestMs - Date.now())));
  }
  async function saveOne(value: V): Promise<void> {
    onState({ state: 'saving' });
    const answer = await save(value);
    if (answer.ok) {
      onState(waiting ? { state: 'waiting' } : { state: 'idle', savedAt: new Date().toISOString() });
      return;
    }
    onState({ state: 'failed', error: answer.error });
    if (waiting) return;
    waiting = { value };
    waitingSince = Date.now();
    schedule(retryMs);
  }
  function flush(): Promise<void> {
    clearTimeout(timer);
    if (!waiting) return running;
    const { value } = waiting;
    waiting = null;
    running = running.then(() => saveOne(value));
    return running;
  }
  return { change, flush };
}
