import { AppFailure } from '../failure';

/** Gives what a promise gives, or fails with `cancelled` as soon as the signal ends. */
export function orCancelled<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new AppFailure({ code: 'cancelled' }));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** Waits, and ends early with `cancelled`. */
export function sleep(ms: number, signal: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const done = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  return orCancelled(done, signal).finally(() => clearTimeout(timer));
}

/**
 * Runs work that must show itself within `ms`: when it does not, its signal ends and `onTimeout` says what it fails
 * with. The signal also ends with the outer one.
 */
export async function within<T>(
  ms: number,
  outer: AbortSignal,
  onTimeout: () => Error,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const inner = new AbortController();
  const end = (): void => inner.abort();
  if (outer.aborted) end();
  outer.addEventListener('abort', end, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(onTimeout()), ms);
  });
  try {
    return await orCancelled(Promise.race([work(inner.signal), late]), outer);
  } catch (cause) {
    inner.abort(); // whatever the work has begun ends with it
    throw cause;
  } finally {
    clearTimeout(timer);
    outer.removeEventListener('abort', end);
  }
}
