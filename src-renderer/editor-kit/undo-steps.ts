import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

type UndoState = { readonly undoManager: UndoManager };

/** The undo manager of the chapter, when the editor has one. */
export function undoManagerOf(state: EditorState): UndoManager | null {
  const undo = yUndoPluginKey.getState(state) as UndoState | undefined;
  return undo?.undoManager ?? null;
}

/** What comes next is an undo step of its own, however soon it comes. */
export const startUndoStep = (state: EditorState): void => undoManagerOf(state)?.stopCapturing();

/** Runs a change as exactly one undo step. */
export function asOneUndoStep(view: EditorView, change: () => void): void {
  startUndoStep(view.state);
  change();
  startUndoStep(view.state);
}
