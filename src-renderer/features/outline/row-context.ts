import { createContext, use } from 'react';
import type { OutlineNode } from '../../../src-shared/domain/outline';

/** What a line of the tree can ask of the room. */
export type RowActions = {
  readonly renamingId: string | null;
  readonly startRename: (id: string) => void;
  /** `null` leaves the title as it is. */
  readonly endRename: (node: OutlineNode, title: string | null) => void;
  /** Opens the menu of next statuses below a line's status. */
  readonly askStatus: (node: OutlineNode, place: { readonly x: number; readonly y: number }) => void;
};

/** Reaches the lines past the tree's cache, which redraws a line only when its node changes. */
export const RowContext = createContext<RowActions | null>(null);

/** What this line can ask of the room. */
export function useRowActions(): RowActions {
  const actions = use(RowContext);
  if (!actions) throw new Error('RowContext is missing above this component');
  return actions;
}
