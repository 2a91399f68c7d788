/** Keeps what was asked for lately, in bounded memory. */
export type RecentCache<T> = {
  readonly get: (key: string) => T | undefined;
  readonly set: (key: string, value: T) => void;
};

/**
 * A cache in two shifts: when one is full it becomes the old one, and what is asked for moves back into the new one.
 * So the words that come again and again stay, and at most twice `shift` entries are kept.
 */
export function createRecentCache<T>(shift: number): RecentCache<T> {
  let fresh = new Map<string, T>();
  let old = new Map<string, T>();

  function set(key: string, value: T): void {
    if (fresh.size >= shift) {
      old = fresh;
      fresh = new Map();
    }
    fresh.set(key, value);
  }

  function get(key: string): T | undefined {
    const found = fresh.get(key);
    if (found !== undefined) return found;
    const before = old.get(key);
    if (before !== undefined) set(key, before);
    return before;
  }

  return { get, set };
}
