import type { Editor } from '@tiptap/core';
import { useToast } from '../../ui/toast';

/**
 * Gives the function that says what was done to the text, with Undo. The message goes with the next change: its Undo
 * would take back something else by then.
 */
export function useUndoableToast(editor: Editor): (text: string) => void {
  const toast = useToast();
  return (text) => {
    const dismiss = toast({ text, undo: () => void editor.commands.undo() });
    const settle = () => {
      editor.off('update', settle);
      dismiss();
    };
    editor.on('update', settle);
  };
}
