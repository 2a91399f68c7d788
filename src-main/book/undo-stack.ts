import type { UndoView } from '../../src-shared/ipc/book-calls';
import type { Operation } from './entry';

type Sets = Extract<Operation, { op: 'set' }>[];
type Step = { readonly label: string; readonly undo: Sets; readonly redo: Sets };

/** How many steps can be taken back. */
const depth = 200;

export type UndoStack = ReturnType<typeof createUndoStack>;

/** Remembers transactions of this sitting with what takes each of them back. */
export function createUndoStack() {
  const done: Step[] = [];
  const undone: Step[] = [];
  return {
    /** Remembers a step; what had been taken back can no longer be done again. */
    push(step: Step): void {
      done.push(step);
      if (done.length > depth) done.shift();
      undone.length = 0;
    },
    peek: (direction: 'undo' | 'redo'): Step | undefined => (direction === 'undo' ? done : undone).at(-1),
    /** Moves the step that `peek` showed to the other side. */
    move(direction: 'undo' | 'redo'): void {
      const step = (direction === 'undo' ? done : undone).pop();
      if (step) (direction === 'undo' ? undone : done).push(step);
    },
    view: (): UndoView => ({ undo: done.at(-1)?.label ?? null, redo: undone.at(-1)?.label ?? null }),
  };
}
