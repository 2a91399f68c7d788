import { canContain, hasText, unplaced, type NodeKind, type OutlineNode } from '../../../src-shared/domain/outline';
import { childrenOf, siblingsOf, subtreeOf, zoneOf } from './outline-tree';

/** Where a node is to stand: below a parent, before a sibling or last. */
export type Place = { readonly parentId: string | null; readonly beforeId: string | null };

/** Where something was let go: on a line, or between two. */
export type DropTarget = { readonly key: string; readonly position: 'before' | 'on' | 'after' };

const last = (parentId: string | null): Place => ({ parentId, beforeId: null });

const find = (nodes: readonly OutlineNode[], id: string | null) => nodes.find((node) => node.id === id);

/** Whether a node of this kind may stand below this parent. */
export function mayStandBelow(nodes: readonly OutlineNode[], parentId: string | null, kind: NodeKind): boolean {
  if (parentId === unplaced) return hasText(kind);
  if (parentId === null) return canContain(null, kind);
  const parent = find(nodes, parentId);
  return parent !== undefined && canContain(parent.kind, kind);
}

/** Where a dropped node would stand, or `null` when it may not stand there. */
export function placeAtDrop(nodes: readonly OutlineNode[], id: string, target: DropTarget): Place | null {
  const node = find(nodes, id);
  if (!node || subtreeOf(nodes, id).has(target.key)) return null;
  if (target.position === 'on' || target.key === unplaced) {
    const parentId = target.key === unplaced && target.position !== 'on' ? null : target.key;
    return mayStandBelow(nodes, parentId, node.kind) ? last(parentId) : null;
  }
  const beside = find(nodes, target.key);
  if (!beside || !mayStandBelow(nodes, beside.parentId, node.kind)) return null;
  if (beside.parentId === null && zoneOf(beside.kind) !== zoneOf(node.kind)) return null;
  if (target.position === 'before') return { parentId: beside.parentId, beforeId: beside.id };
  return placeAfter(nodes, beside, id);
}

/** Which of the chosen nodes may stand where they were let go, in reading order, and where; `null` when none may. */
export function placeManyAtDrop(
  nodes: readonly OutlineNode[],
  ids: ReadonlySet<string>,
  target: DropTarget,
): (Place & { readonly nodeIds: string[] }) | null {
  const moving = topMost(nodes, ids).filter((node) => placeAtDrop(nodes, node.id, target) !== null);
  const [first] = moving;
  const place = first && placeAtDrop(nodes, first.id, target);
  if (!place) return null;
  const nodeIds = moving.map((node) => node.id);
  // Let go beside one of themselves, they gather before the next line that stays.
  let beforeId = place.beforeId;
  while (beforeId !== null && nodeIds.includes(beforeId)) beforeId = followerOf(nodes, beforeId);
  return { nodeIds, parentId: place.parentId, beforeId };
}

function followerOf(nodes: readonly OutlineNode[], id: string): string | null {
  const node = find(nodes, id);
  return node ? placeAfter(nodes, node).beforeId : null;
}

/** The place right after a node, as if `movingId` were not there. */
export function placeAfter(nodes: readonly OutlineNode[], node: OutlineNode, movingId?: string): Place {
  const siblings = siblingsOf(nodes, node).filter((other) => other.id !== movingId);
  const next = siblings[siblings.findIndex((other) => other.id === node.id) + 1];
  return { parentId: node.parentId, beforeId: next?.id ?? null };
}

/** One step towards the front; the first of a part or chapter goes to the end of the one before. */
export function placeUp(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = find(nodes, id);
  if (!node) return null;
  const siblings = siblingsOf(nodes, node);
  const above = siblings[siblings.findIndex((other) => other.id === id) - 1];
  if (above) return { parentId: node.parentId, beforeId: above.id };
  const parent = find(nodes, node.parentId);
  if (!parent) return null;
  const holder = holdersOf(nodes, node.kind).findLast((other) => nodes.indexOf(other) < nodes.indexOf(parent));
  if (holder) return last(holder.id);
  return mayStandBelow(nodes, parent.parentId, node.kind) ? { parentId: parent.parentId, beforeId: parent.id } : null;
}

/** One step towards the back; the last of a part or chapter goes to the start of the next. */
export function placeDown(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = find(nodes, id);
  if (!node) return null;
  const siblings = siblingsOf(nodes, node);
  const index = siblings.findIndex((other) => other.id === id);
  if (siblings[index + 1]) return { parentId: node.parentId, beforeId: siblings[index + 2]?.id ?? null };
  const parent = find(nodes, node.parentId);
  if (!parent) return null;
  const holder = holdersOf(nodes, node.kind).find((other) => nodes.indexOf(other) > nodes.indexOf(parent));
  if (holder) return { parentId: holder.id, beforeId: childrenOf(nodes, holder.id)[0]?.id ?? null };
  return mayStandBelow(nodes, parent.parentId, node.kind) ? placeAfter(nodes, parent) : null;
}

function holdersOf(nodes: readonly OutlineNode[], kind: NodeKind): readonly OutlineNode[] {
  return nodes.filter((node) => node.parentId !== unplaced && canContain(node.kind, kind));
}

/** Into the line above: a chapter goes to the end of the part before it. */
export function placeIn(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = find(nodes, id);
  if (!node) return null;
  const siblings = siblingsOf(nodes, node);
  const above = siblings[siblings.findIndex((other) => other.id === id) - 1];
  return above && canContain(above.kind, node.kind) ? last(above.id) : null;
}

/** Out of its part, to stand right after it; an unplaced chapter comes back to the end of the body. */
export function placeOut(nodes: readonly OutlineNode[], id: string): Place | null {
  const node = find(nodes, id);
  if (!node) return null;
  if (node.parentId === unplaced) return last(null);
  const parent = find(nodes, node.parentId);
  return parent && mayStandBelow(nodes, parent.parentId, node.kind) ? placeAfter(nodes, parent) : null;
}

/** Where a new node of this kind goes when this line is chosen, or `null` when it has no place there. */
export function placeForNew(nodes: readonly OutlineNode[], kind: NodeKind, chosenId: string | null): Place | null {
  let chosen = find(nodes, chosenId);
  while (chosen) {
    if (canContain(chosen.kind, kind)) return last(chosen.id);
    const fits = chosen.parentId !== unplaced && mayStandBelow(nodes, chosen.parentId, kind);
    if (fits && zoneOf(chosen.kind) === zoneOf(kind)) return placeAfter(nodes, chosen);
    const parentId = chosen.parentId;
    chosen = find(nodes, parentId);
  }
  return canContain(null, kind) ? last(null) : null;
}

/** The next chapter with a text of its own in the same stretch of the book, for joining. */
export function chapterAfter(nodes: readonly OutlineNode[], id: string): OutlineNode | null {
  const chapters = nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced);
  const index = chapters.findIndex((node) => node.id === id);
  return index === -1 ? null : (chapters[index + 1] ?? null);
}

/** The chosen nodes without those that lie below another chosen one, in reading order. */
export function topMost(nodes: readonly OutlineNode[], ids: ReadonlySet<string>): readonly OutlineNode[] {
  const below = new Set<string>();
  for (const id of ids) for (const inside of subtreeOf(nodes, id)) if (inside !== id) below.add(inside);
  return nodes.filter((node) => ids.has(node.id) && !below.has(node.id));
}

/** The line to choose when these and all below them go: the one after the last of them, or else the one before. */
export function lineBeside(nodes: readonly OutlineNode[], ids: ReadonlySet<string>): string | null {
  const going = new Set([...ids].flatMap((id) => [...subtreeOf(nodes, id)]));
  const last = nodes.findLastIndex((node) => going.has(node.id));
  const stays = (node: OutlineNode) => !going.has(node.id);
  return (nodes.slice(last + 1).find(stays) ?? nodes.slice(0, Math.max(0, last)).findLast(stays))?.id ?? null;
}
