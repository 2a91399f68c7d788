import { unplaced, type NodeKind, type OutlineNode } from '../../../src-shared/domain/outline';

/** One line of the tree. `node` is `null` only for the group of unplaced chapters, whose id is `unplaced`. */
export type Branch = {
  readonly id: string;
  readonly node: OutlineNode | null;
  /** The chapter's number as readers count, or `null` where none is printed. */
  readonly number: number | null;
  readonly children: readonly Branch[];
};

/** The three stretches of a book's top level; nothing moves from one to another. */
export type Zone = 'front' | 'body' | 'back';

/** The stretch in which nodes of this kind stand. */
export function zoneOf(kind: NodeKind): Zone {
  return kind === 'front' || kind === 'back' ? kind : 'body';
}

/** The children of a parent, in order. */
export function childrenOf(nodes: readonly OutlineNode[], parentId: string | null): readonly OutlineNode[] {
  return nodes.filter((node) => node.parentId === parentId);
}

/** The nodes among which this one can move without changing its parent. */
export function siblingsOf(nodes: readonly OutlineNode[], node: OutlineNode): readonly OutlineNode[] {
  const children = childrenOf(nodes, node.parentId);
  return node.parentId === null ? children.filter((other) => zoneOf(other.kind) === zoneOf(node.kind)) : children;
}

/** The ids of a node and of everything below it. */
export function subtreeOf(nodes: readonly OutlineNode[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  // Nodes come depth first, so one pass sees each parent before its children.
  for (const node of nodes) if (node.parentId !== null && found.has(node.parentId)) found.add(node.id);
  return found;
}

/** Chapter numbers by id: body chapters in reading order; unplaced ones have none. */
export function chapterNumbers(nodes: readonly OutlineNode[]): ReadonlyMap<string, number> {
  const chapters = nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced);
  return new Map(chapters.map((node, index) => [node.id, index + 1]));
}

/**
 * The outline as a tree. Branches that say the same as in `previous` are the same objects, so that a list of hundreds
 * draws only the lines that changed.
 */
export function growTree(nodes: readonly OutlineNode[], previous: readonly Branch[] = []): readonly Branch[] {
  const numbers = chapterNumbers(nodes);
  const known = indexBranches(previous);
  const byParent = new Map<string | null, OutlineNode[]>();
  for (const node of nodes) {
    const siblings = byParent.get(node.parentId);
    if (siblings) siblings.push(node);
    else byParent.set(node.parentId, [node]);
  }
  const grow = (parentId: string | null): readonly Branch[] =>
    (byParent.get(parentId) ?? []).map((node) =>
      keep(known.get(node.id), { id: node.id, node, number: numbers.get(node.id) ?? null, children: grow(node.id) }),
    );
  const placed = grow(null);
  const loose = grow(unplaced);
  if (loose.length === 0) return placed;
  return [...placed, keep(known.get(unplaced), { id: unplaced, node: null, number: null, children: loose })];
}

function indexBranches(branches: readonly Branch[], into = new Map<string, Branch>()): Map<string, Branch> {
  for (const branch of branches) {
    into.set(branch.id, branch);
    indexBranches(branch.children, into);
  }
  return into;
}

function keep(before: Branch | undefined, now: Branch): Branch {
  if (before?.number !== now.number || before.children.length !== now.children.length) return now;
  if (!before.children.every((child, index) => child === now.children[index])) return now;
  return isSameNode(before.node, now.node) ? before : now;
}

function isSameNode(one: OutlineNode | null, other: OutlineNode | null): boolean {
  if (one === null || other === null) return one === other;
  return (Object.keys(other) as (keyof OutlineNode)[]).every((field) => one[field] === other[field]);
}

/** Which branches stand open at first: parts always; chapters with sections only while the outline is short. */
export function openAtFirst(nodes: readonly OutlineNode[]): readonly string[] {
  const longOutline = 40;
  const chapters = nodes.filter((node) => node.kind === 'chapter').length;
  const isOpen = (node: OutlineNode) => node.kind === 'part' || (node.kind === 'chapter' && chapters <= longOutline);
  return [...nodes.filter(isOpen).map((node) => node.id), unplaced];
}
