import { Slice, type Fragment } from '@tiptap/pm/model';
import { Selection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { paragraph, type DocumentNode, type Mark, type OriginKind } from '../../src-shared/text/document';
import { keepsOrigin } from './origin-plugin';
import { fragmentOf } from './paste-plugin';
import { asOneUndoStep } from './undo-steps';

const origin = (kind: OriginKind, ref: string): Mark => ({ type: 'origin', attrs: { kind, ref } });

/** An answer's text as paragraphs that know which answer they are, and are kept from the co-writer when it is. */
export const blocksOfAnswer = (text: string, answerId: string, isPrivate = false): DocumentNode[] =>
  linesOf(text).map((line) =>
    paragraph(line, [origin('answer', answerId), ...(isPrivate ? [{ type: 'private' as const }] : [])]),
  );

/** Words that came from another device, as paragraphs. */
export const blocksOfArrival = (text: string): DocumentNode[] =>
  linesOf(text).map((line) => paragraph(line, [origin('imported', '')]));

const linesOf = (text: string): string[] =>
  text
    .split(/\n+/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Puts whole paragraphs at the cursor as one undo step: in place of an empty paragraph, after the block that the
 * cursor is in otherwise, so that no sentence of the author's is cut in two.
 */
export function insertAtCursor(view: EditorView, blocks: readonly DocumentNode[]): void {
  const { state } = view;
  const fragment = fragmentOf(state.schema, blocks);
  if (fragment.size === 0) return;
  const { $to } = state.selection;
  const depth = Math.min($to.depth, 1);
  const isEmptyBlock = depth === 1 && $to.node(1).isTextblock && $to.node(1).content.size === 0;
  const from = depth === 0 ? $to.pos : isEmptyBlock ? $to.before(1) : $to.after(1);
  const to = isEmptyBlock ? $to.after(1) : from;
  put(view, { from, to }, fragment);
}

/** Puts blocks in place of the whole chapter as one undo step. */
export function replaceChapter(view: EditorView, blocks: readonly DocumentNode[]): void {
  const fragment = fragmentOf(view.state.schema, blocks);
  if (fragment.size > 0) put(view, { from: 0, to: view.state.doc.content.size }, fragment);
}

function put(view: EditorView, { from, to }: { from: number; to: number }, fragment: Fragment): void {
  asOneUndoStep(view, () => {
    const tr = view.state.tr.replace(from, to, new Slice(fragment, 0, 0)).setMeta(keepsOrigin, true);
    const end = Math.min(from + fragment.size, tr.doc.content.size);
    view.dispatch(tr.setSelection(Selection.near(tr.doc.resolve(end), -1)).scrollIntoView());
  });
}
