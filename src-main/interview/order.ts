import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

type Placed = { readonly id: string; readonly order: string };

/** Order keys for `count` records after the last of a list. */
export function keysAtEnd(list: readonly Placed[], count: number): string[] {
  const last = list.at(-1)?.order;
  return generateNKeysBetween(last === undefined || last === '' ? null : last, null, count);
}

/**
 * The order keys that move a record before another (`null` is the end): one key, or new keys for the whole list where
 * two devices have given the same one. `list` is in order.
 */
export function keysToMove(list: readonly Placed[], id: string, beforeId: string | null): ReadonlyMap<string, string> {
  const others = list.filter((other) => other.id !== id);
  const found = beforeId === null ? -1 : others.findIndex((other) => other.id === beforeId);
  const at = found < 0 ? others.length : found;
  const before = others[at - 1]?.order ?? null;
  const after = others[at]?.order ?? null;
  const isClear = before !== '' && after !== '' && (before === null || after === null || before < after);
  if (isClear) return new Map([[id, generateKeyBetween(before, after)]]);
  const ids = others.map((other) => other.id);
  ids.splice(at, 0, id);
  const keys = generateNKeysBetween(null, null, ids.length);
  return new Map(ids.map((each, index) => [each, keys[index] ?? '']));
}

/** The order keys of `count` new records right after another; at the end where there is none, or no room beside it. */
export function keysAfter(list: readonly Placed[], afterId: string | undefined, count: number): string[] {
  const at = list.findIndex(({ id }) => id === afterId);
  const before = list[at]?.order ?? '';
  const after = list[at + 1]?.order ?? null;
  const isClear = at >= 0 && before !== '' && (after === null || before < after);
  return isClear ? generateNKeysBetween(before, after, count) : keysAtEnd(list, count);
}
