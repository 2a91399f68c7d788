import { mergeUpdates } from 'yjs';

/** Merging many small updates at once is quadratic, so they are merged in groups of this many, and the groups again. */
const groupSize = 64;

/** One update that says what several said. What the parts rest on need not be known here. */
export function mergeInOrder(updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length <= groupSize) return mergeUpdates([...updates]);
  const groups: Uint8Array[] = [];
  for (let first = 0; first < updates.length; first += groupSize) {
    groups.push(mergeUpdates(updates.slice(first, first + groupSize)));
  }
  return mergeInOrder(groups);
}
