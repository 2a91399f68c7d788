import type { EditorState } from '@tiptap/pm/state';

/** Where a chapter is split: before the top-level block of the cursor, with that block's heading as the new title. */
export type SplitPoint = { readonly beforeBlock: number; readonly title: string };

const mostTitleCharacters = 200;

/** The place to split at the cursor, or `null` at the first block: nothing would be left. */
export function splitPoint({ doc, selection }: EditorState): SplitPoint | null {
  const beforeBlock = selection.$from.index(0);
  if (beforeBlock === 0 || beforeBlock >= doc.childCount) return null;
  const block = doc.child(beforeBlock);
  const words = block.type.name === 'heading' ? block.textContent.trim().slice(0, mostTitleCharacters) : '';
  return { beforeBlock, title: words === '' ? 'New chapter' : words };
}
