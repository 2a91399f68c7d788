import type { Outline, OutlineNode } from '../../src-shared/domain/outline';
import { unplaced } from '../../src-shared/domain/unplaced';

/** A line of the compact tree; sections are the plan of a chapter and stay in the outline room. */
export type TreeRow = {
  readonly id: string;
  readonly node: OutlineNode | null;
  readonly title: string;
  readonly children: readonly TreeRow[];
};

/** The tree of everything that carries text, parts as branches, with a branch for what lost its place. */
export function treeRows(outline: Outline): readonly TreeRow[] {
  const nodes = outline.nodes.filter((node) => node.kind !== 'section');
  const rowsBelow = (parentId: string | null): readonly TreeRow[] =>
    nodes
      .filter((node) => node.parentId === parentId)
      .map((node) => ({
        id: node.id,
        node,
        title: node.title.trim() === '' ? 'Untitled' : node.title,
        children: node.kind === 'part' ? rowsBelow(node.id) : [],
      }));
  const lost = rowsBelow(unplaced);
  const rows = rowsBelow(null);
  return lost.length === 0 ? rows : [...rows, { id: unplaced, node: null, title: 'Unplaced', children: lost }];
}

/** The chapters (with front and back matter) in reading order. */
export const readingOrder = (outline: Outline): readonly OutlineNode[] =>
  outline.nodes.filter((node) => node.kind !== 'part' && node.kind !== 'section');

/** The chapter before or after one in reading order; the first one when none is chosen. */
export function neighbour(outline: Outline, chapterId: string | null, step: 1 | -1): OutlineNode | undefined {
  const order = readingOrder(outline);
  const at = order.findIndex((node) => node.id === chapterId);
  return at === -1 ? order[0] : order[at + step];
}

/** The status as a word. */
export const statusName: Readonly<Record<OutlineNode['status'], string>> = {
  draft: 'Draft',
  'in-progress': 'In progress',
  completed: 'Completed',
  published: 'Published',
};
