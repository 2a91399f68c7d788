import type { Editor } from '@tiptap/core';
import type { CommandId } from '../../../src-shared/commands';
import { useCommand } from '../../app/commands';
import { readTyped } from '../../editor-kit/draw-first-plugin';
import { textCommandIds, textCommands } from '../../editor-kit/write-commands';

/** Makes every command that acts on the text alone work in this editor. */
export function TextCommands({ editor }: { editor: Editor }) {
  return textCommandIds.map((id) => <TextCommand key={id} id={id} editor={editor} />);
}

function TextCommand({ id, editor }: { id: CommandId; editor: Editor }) {
  useCommand(id, () => {
    readTyped(editor);
    return textCommands[id]?.(editor);
  });
  return null;
}
