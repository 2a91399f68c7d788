import type { SaveStatus } from '../../app/save-status';
import type { AppError, Result } from '../../../src-shared/result';

/** Typed words wait at most this long before they are sent. */
export const batchMs = 250;
const firstRetryMs = 1_000;
const longestRetryMs = 10_000;

export type SaveQueueWorld = {
  /** Sends one update; the answer means that it is on disk. */
  readonly append: (update: Uint8Array) => Promise<Result<{ readonly savedAt: string }>>;
  /** Makes one update of several, in order. */
  readonly merge: (updates: readonly Uint8Array[]) => Uint8Array;
  readonly onStatus: (status: SaveStatus) => void;
  readonly setTimer: (run: () => void, afterMs: number) => () => void;
};

/**
 * Sends the updates of one text in the order they were made, one call at a time.
 *
 * Nothing is reported as saved while anything waits. A refused batch stays at the head and is tried again, so that no
 * later words can overtake it. The queue belongs to its text: changing the chapter cannot redirect what waits here.
 */
export type SaveQueue = {
  readonly add: (update: Uint8Array) => void;
  /** Sends what waits, now; answers whether everything is on disk. */
  readonly flush: () => Promise<boolean>;
  readonly hasUnsaved: () => boolean;
};

export function createSaveQueue({ append, merge, onStatus, setTimer }: SaveQueueWorld): SaveQueue {
  let waiting: Uint8Array[] = [];
  let running: Promise<boolean> | null = null;
  let stopTimer: (() => void) | null = null;
  let failures = 0;

  function arm(afterMs: number): void {
    if (stopTimer) return;
    stopTimer = setTimer(() => {
      stopTimer = null;
      void flush();
    }, afterMs);
  }

  function disarm(): void {
    stopTimer?.();
    stopTimer = null;
  }

  async function drain(): Promise<boolean> {
    let savedAt: string | null = null;
    while (waiting.length > 0) {
      const batch = waiting.length === 1 && waiting[0] ? waiting[0] : merge(waiting);
      waiting = [];
      const answer = await append(batch).catch(lostCall);
      if (!answer.ok) {
        waiting.unshift(batch);
        fail(answer.error);
        return false;
      }
      failures = 0;
      savedAt = answer.value.savedAt;
    }
    if (savedAt !== null) onStatus({ state: 'saved', at: savedAt });
    return true;
  }

  function fail(error: AppError): void {
    failures += 1;
    onStatus({ state: 'not-saved', error });
    disarm();
    arm(Math.min(firstRetryMs * 2 ** (failures - 1), longestRetryMs));
  }

  async function flush(): Promise<boolean> {
    if (running) {
      // The drain under way also takes what has come since, unless that came at its very end.
      const isDone = await running;
      return isDone && waiting.length > 0 ? flush() : isDone;
    }
    disarm();
    running = drain();
    try {
      return await running;
    } finally {
      running = null;
    }
  }

  return {
    add(update) {
      waiting.push(update);
      // After a refusal the reason stays in sight until the words are safe.
      if (failures === 0) {
        onStatus({ state: 'saving' });
        arm(batchMs);
      }
    },
    flush,
    hasUnsaved: () => waiting.length > 0 || running !== null,
  };
}

/** The bridge itself failed: the words wait like after any other refusal. */
const lostCall = (): Result<never> => ({ ok: false, error: { code: 'internal', message: '' } });

/** One status for several texts: what is not saved comes before what is being saved, and that before what is. */
export function worstStatus(statuses: readonly SaveStatus[]): SaveStatus {
  const failed = statuses.find((status) => status.state === 'not-saved');
  if (failed) return failed;
  const saving = statuses.find((status) => status.state === 'saving');
  if (saving) return saving;
  const times = statuses.flatMap((status) => (status.state === 'saved' && status.at !== null ? [status.at] : []));
  return { state: 'saved', at: times.sort().at(-1) ?? null };
}

/** Whether two statuses say the same. */
export const isSameStatus = (one: SaveStatus, other: SaveStatus): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
