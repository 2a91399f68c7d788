import { generateNKeysBetween } from 'fractional-indexing';
import type { NodeKind } from '../../src-shared/domain/outline';
import type { Book } from '../book/book';
import { childrenOf } from '../book/outline-tree';

type Place = {
  readonly parentId: string | null;
  readonly kind: NodeKind;
  /** Before this sibling; `null` or missing for the end. */
  readonly beforeId?: string | null;
  /** Right after this sibling. */
  readonly afterId?: string;
  /** The nodes that are being moved, which do not count as neighbours. */
  readonly moving?: readonly string[];
};

const isBody = (kind: NodeKind): boolean => kind !== 'front' && kind !== 'back';

/** Whether nodes of these kinds stand in one row at the top of a book. */
export const standTogether = (a: NodeKind, b: NodeKind): boolean => a === b || (isBody(a) && isBody(b));

/** Fractional keys that put nodes in a row at a place among its siblings, so that two devices can insert at once. */
export function keysAt(book: Book, { parentId, kind, beforeId, afterId, moving = [] }: Place, count: number): string[] {
  const siblings = (childrenOf(book).get(parentId) ?? []).filter(
    (node) => !moving.includes(node.id) && (parentId !== null || standTogether(node.kind, kind)),
  );
  const found = afterId === undefined ? siblings.findIndex((node) => node.id === beforeId) : siblings.findIndex((node) => node.id === afterId) + 1;
  const index = found < 0 ? siblings.length : found;
  const before = siblings[index - 1]?.order ?? null;
  // Two devices can have made the same key; a key between equals does not exist, so the next greater one bounds it.
  const after = siblings.slice(index).find((node) => before === null || node.order > before)?.order ?? null;
  return generateNKeysBetween(before === '' ? null : before, after === '' ? null : after, count);
}

/** The key for one node at a place. */
export const keyAt = (book: Book, place: Place): string => keysAt(book, place, 1)[0] ?? '';

/** Keys for `count` nodes in a row after a key. */
export function keysAfter(last: string | null, count: number): string[] {
  return generateNKeysBetween(last, null, count);
}
