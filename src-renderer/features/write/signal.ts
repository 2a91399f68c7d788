/** A value that can be watched; fits React's `useSyncExternalStore`. */
export type Signal<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (hear: () => void) => () => void;
};

type Patience<T> = {
  readonly isCalm: (value: T) => boolean;
  readonly isEqual: (one: T, other: T) => boolean;
  readonly afterMs: number;
};

/**
 * The same value for those who look less often: one that is `calm` is told once nothing else has come for a moment,
 * every other at once.
 */
export function whenCalm<T>(signal: Signal<T>, { isCalm, isEqual, afterMs }: Patience<T>): Omit<Signal<T>, 'set'> {
  const shown = createSignal(signal.get(), isEqual);
  return {
    get: shown.get,
    subscribe(hear) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const show = () => shown.set(signal.get());
      const follow = () => {
        clearTimeout(timer);
        if (isCalm(signal.get())) timer = setTimeout(show, afterMs);
        else show();
      };
      const stops = [shown.subscribe(hear), signal.subscribe(follow)];
      show();
      return () => {
        clearTimeout(timer);
        stops.forEach((stop) => stop());
      };
    },
  };
}

/** Makes a watched value. Setting an equal value tells nobody. */
export function createSignal<T>(first: T, isEqual: (one: T, other: T) => boolean = Object.is): Signal<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get: () => value,
    set(next) {
      if (isEqual(value, next)) return;
      value = next;
      for (const hear of [...listeners]) hear();
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  };
}
