import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { smartReplacement } from './smart-punctuation';
import { startUndoStep } from './undo-steps';

type Latest = { readonly end: number; readonly insertedLength: number; readonly literal: string };

const key = new PluginKey<Latest | null>('smartPunctuation');

type Options = { readonly language: () => string; readonly isOn: () => boolean };

/**
 * Curls quotes and joins dashes as they are typed. One Backspace straight after, or one undo, brings back the plain
 * character. Code and unfinished compositions are left alone.
 */
export function createSmartPunctuationPlugin({ language, isOn }: Options): Plugin<Latest | null> {
  return new Plugin<Latest | null>({
    key,
    state: {
      init: () => null,
      apply(transaction, latest) {
        const made = transaction.getMeta(key) as Latest | null | undefined;
        if (made !== undefined) return made;
        return transaction.docChanged || transaction.selectionSet ? null : latest;
      },
    },
    props: {
      handleTextInput(view, from, to, text) {
        if (!isOn() || view.composing || from !== to || text.length !== 1) return false;
        return replaceTyped({ view, at: from, typed: text, language: language() });
      },
      handleKeyDown: (view, event) => event.key === 'Backspace' && takeBack(view),
    },
  });
}

function replaceTyped(input: { view: EditorView; at: number; typed: string; language: string }): boolean {
  const { view, at, typed } = input;
  const { state } = view;
  if (isCode(state, at)) return false;
  const before = textBefore(state, at);
  const replacement = smartReplacement(before, typed, input.language);
  if (!replacement) return false;
  // First as typed, then as set: each is an undo step, so undo brings back what the keys said.
  view.dispatch(state.tr.insertText(typed, at));
  startUndoStep(view.state);
  const start = at - replacement.deleteBefore;
  const tr = view.state.tr.insertText(replacement.insert, start, at + 1);
  const latest: Latest = {
    end: start + replacement.insert.length,
    insertedLength: replacement.insert.length,
    literal: before.slice(before.length - replacement.deleteBefore) + typed,
  };
  view.dispatch(tr.setMeta(key, latest).scrollIntoView());
  startUndoStep(view.state);
  return true;
}

function takeBack(view: EditorView): boolean {
  const latest = key.getState(view.state);
  const { selection } = view.state;
  if (!latest || !selection.empty || selection.from !== latest.end) return false;
  view.dispatch(view.state.tr.insertText(latest.literal, latest.end - latest.insertedLength, latest.end));
  startUndoStep(view.state);
  return true;
}

function isCode(state: EditorState, at: number): boolean {
  const $at = state.doc.resolve(at);
  if ($at.parent.type.spec.code === true) return true;
  const marks = state.storedMarks ?? $at.marks();
  return marks.some((mark) => mark.type.spec.code === true);
}

/** The last characters of the block before the cursor; more than any rule looks at. */
function textBefore(state: EditorState, at: number): string {
  const $at = state.doc.resolve(at);
  const from = Math.max(0, $at.parentOffset - 200);
  return $at.parent.textBetween(from, $at.parentOffset, undefined, '\ufffc');
}
