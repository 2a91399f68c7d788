import type { Editor } from '@tiptap/core';
import { useEffect, useState } from 'react';
import { linkAt } from '../../editor-kit/write-commands';
import type { ChapterSession } from './chapter-session';

/** What the toolbar shows of the place where the cursor is. */
export type EditorLook = {
  readonly block: string;
  readonly wraps: readonly string[];
  readonly marks: readonly string[];
  readonly link: string | null;
  readonly isEmpty: boolean;
};

const lookDelayMs = 60;
const countDelayMs = 200;

/** The state at the cursor, read a moment after the last key, never while a key is being drawn. */
export function useEditorLook(editor: Editor): EditorLook {
  return useAfterTransactions(editor, readLook, lookDelayMs);
}

/** The words of the chapter and of what is selected. */
export type WordsHere = { readonly chapter: number; readonly selection: number | null };

/** Counts a moment after the last key; only blocks that changed are counted anew. */
export function useWordsHere({ editor, counter }: ChapterSession): WordsHere {
  return useAfterTransactions(
    editor,
    ({ state }) => ({ chapter: counter.countDocument(state.doc), selection: counter.countSelection(state) }),
    countDelayMs,
  );
}

/** Reads something from the editor again when it has come to rest; an equal reading renders nothing. */
export function useAfterTransactions<T>(editor: Editor, read: (editor: Editor) => T, delayMs: number): T {
  const [value, setValue] = useState(() => read(editor));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      timer = undefined;
      if (editor.isDestroyed) return;
      const next = read(editor);
      setValue((last) => (JSON.stringify(last) === JSON.stringify(next) ? last : next));
    };
    const hear = () => {
      timer ??= setTimeout(look, delayMs);
    };
    hear();
    editor.on('transaction', hear);
    return () => {
      clearTimeout(timer);
      editor.off('transaction', hear);
    };
    // `read` is a fixed function of its hook: watching it would subscribe anew on each render.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [editor, delayMs]);
  return value;
}

function readLook(editor: Editor): EditorLook {
  const { state } = editor;
  const { $from } = state.selection;
  const wraps: string[] = [];
  for (let depth = 1; depth < $from.depth; depth += 1) wraps.push($from.node(depth).type.name);
  const level: unknown = $from.parent.attrs['level'];
  return {
    block:
      $from.parent.type.name === 'heading' && typeof level === 'number' ? `heading${level}` : $from.parent.type.name,
    wraps,
    marks: ['bold', 'italic', 'underline', 'strike', 'smallCaps', 'code'].filter((mark) => editor.isActive(mark)),
    link: linkAt(editor),
    isEmpty: isBlank(editor),
  };
}

/** Whether the chapter is one empty paragraph. */
export function isBlank(editor: Editor): boolean {
  const { doc } = editor.state;
  return doc.childCount <= 1 && doc.textContent === '' && (doc.firstChild?.type.name ?? 'paragraph') === 'paragraph';
}
