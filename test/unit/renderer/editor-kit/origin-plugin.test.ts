import { EditorState, type Transaction } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { createOriginPlugin, keepsOrigin } from '../../../../src-renderer/editor-kit/origin-plugin';
import { toggleVerse } from '../../../../src-renderer/editor-kit/verse-commands';
import { docOf, para, pasted, schema, text } from './document-builders';

const start = () =>
  EditorState.create({ doc: docOf(para('ab ', text('pasted', pasted), ' cd')), plugins: [createOriginPlugin()] });
const change = (state: EditorState, make: (tr: Transaction) => Transaction) =>
  state.applyTransaction(make(state.tr)).state;

/** The runs of the first block: pasted ones in brackets. */
function runs({ doc }: EditorState): string {
  let line = '';
  doc.firstChild?.descendants((node) => {
    if (node.isText)
      line += node.marks.some((mark) => mark.type.name === 'origin') ? `[${node.text ?? ''}]` : (node.text ?? '');
  });
  return line;
}

describe('what is typed is the author’s own', () => {
  test('also in the middle of pasted words', () => {
    expect(runs(change(start(), (tr) => tr.insertText('X', 6)))).toBe('ab [pa]X[sted] cd');
  });

  test('and in their place', () => {
    expect(runs(change(start(), (tr) => tr.insertText('X', 4, 10)))).toBe('ab X cd');
  });

  test('splitting and deleting leave the rest as it was', () => {
    expect(runs(change(start(), (tr) => tr.delete(5, 7)))).toBe('ab [pted] cd');
    expect(runs(change(start(), (tr) => tr.split(6)))).toBe('ab [pa]');
  });

  test('making words strong does not make them typed', () => {
    const bold = schema.marks['bold'];
    if (!bold) throw new Error('no bold');
    expect(runs(change(start(), (tr) => tr.addMark(4, 10, bold.create())))).toBe('ab [pasted] cd');
  });

  test('making verse of them does not either', () => {
    let state = start();
    toggleVerse(state, (tr) => (state = state.applyTransaction(tr).state));
    expect(state.doc.firstChild?.type.name).toBe('verse');
    expect(runs(state)).toBe('ab [pasted] cd');
  });

  test('what is brought in with an origin keeps it', () => {
    const words = schema.text('more', [schema.mark('origin', { kind: 'draft', ref: 'a1' })]);
    expect(runs(change(start(), (tr) => tr.insert(1, words).setMeta(keepsOrigin, true)))).toBe('[more]ab [pasted] cd');
  });

  test('nothing is touched while a composition runs', () => {
    const composing = change(start(), (tr) => tr.insertText('に', 6).setMeta('composition', 1));
    expect(runs(composing)).toBe('ab [paにsted] cd');
  });
});
