import type { EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { yUndoPluginKey } from '@tiptap/y-tiptap';
import type { UndoManager } from 'yjs';

/** A step that can be taken back or done again, with what was noted on it. */
export type UndoStep = UndoManager['undoStack'][number];

/** What a step decided beside the text: these suggestions are in it. */
export type StepNote = { readonly suggestions: readonly string[] };

type UndoState = { readonly undoManager: UndoManager };
type PoppedEvent = { readonly stackItem: UndoStep; readonly type: 'undo' | 'redo' };

const noteKey = Symbol('note');

/** The undo manager of the chapter, when the editor has one. */
export function undoManagerOf(state: EditorState): UndoManager | null {
  const undo = yUndoPluginKey.getState(state) as UndoState | undefined;
  return undo?.undoManager ?? null;
}

/** What comes next is an undo step of its own, however soon it comes. */
export const startUndoStep = (state: EditorState): void => undoManagerOf(state)?.stopCapturing();

/** Runs a change as exactly one undo step. What is noted on it is heard when it is taken back and when it is done again. */
export function asOneUndoStep(view: EditorView, change: () => void, note?: StepNote): void {
  startUndoStep(view.state);
  const last = undoManagerOf(view.state)?.undoStack.at(-1);
  change();
  const step = undoManagerOf(view.state)?.undoStack.at(-1);
  if (note && step !== last) step?.meta.set(noteKey, note);
  startUndoStep(view.state);
}

/** Gives the step that does something again, or takes it back again, the note of the step that was popped for it. */
export function passNoteOn(popped: UndoStep, step: UndoStep): void {
  if (popped.meta.has(noteKey)) step.meta.set(noteKey, popped.meta.get(noteKey));
}

/** Hears of steps with a note: `isDone` is false when one was taken back, true when it was done again. */
export function hearSteps(state: EditorState, hear: (note: StepNote, isDone: boolean) => void): () => void {
  const undoManager = undoManagerOf(state);
  const popped = ({ stackItem, type }: PoppedEvent): void => {
    const note = stackItem.meta.get(noteKey) as StepNote | undefined;
    if (note) hear(note, type === 'redo');
  };
  undoManager?.on('stack-item-popped', popped);
  return () => undoManager?.off('stack-item-popped', popped);
}
