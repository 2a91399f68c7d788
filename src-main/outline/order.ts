import { generateKeyBetween } from 'fractional-indexing';
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
  /** The node that is being moved, which does not count as its own neighbour. */
  readonly moving?: string;
};

const isBody = (kind: NodeKind): boolean => kind !== 'front' && kind !== 'back';

/** A fractional key that puts a node at a place among its siblings, so that two devices can insert at once. */
export function keyBefore(book: Book, { parentId, kind, beforeId, afterId, moving }: Place): string {
  const siblings = (childrenOf(book).get(parentId) ?? []).filter(
    (node) => node.id !== moving && (parentId !== null || node.kind === kind || (isBody(node.kind) && isBody(kind))),
  );
  const found = afterId === undefined ? siblings.findIndex((node) => node.id === beforeId) : siblings.findIndex((node) => node.id === afterId) + 1;
  const index = found < 0 ? siblings.length : found;
  const before = siblings[index - 1]?.order ?? null;
  // Two devices can have made the same key; a key between equals does not exist, so the next greater one bounds it.
  const after = siblings.slice(index).find((node) => before === null || node.order > before)?.order ?? null;
  return generateKeyBetween(before === '' ? null : before, after === '' ? null : after);
}

/** Keys for `count` nodes in a row after a key. */
export function keysAfter(last: string | null, count: number): string[] {
  const keys: string[] = [];
  for (let index = 0; index < count; index += 1) keys.push(generateKeyBetween(keys.at(-1) ?? last, null));
  return keys;
}
