/** Random choices that a seed repeats (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  return {
    next,
    /** A whole number from 0 to `below`, that one excluded. */
    below: (limit: number): number => Math.floor(next() * limit),
    /** One of some things; `undefined` when there are none. */
    pick: <T>(things: readonly T[]): T | undefined => things[Math.floor(next() * things.length)],
    chance: (share: number): boolean => next() < share,
  };
}

export type Random = ReturnType<typeof createRandom>;
