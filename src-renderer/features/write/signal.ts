/** A value that can be watched; fits React's `useSyncExternalStore`. */
export type Signal<T> = {
  readonly get: () => T;
  readonly set: (value: T) => void;
  readonly subscribe: (hear: () => void) => () => void;
};

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
