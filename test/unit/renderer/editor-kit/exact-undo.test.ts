// @vitest-environment happy-dom
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import { afterEach, describe, expect, test } from 'vitest';
import { applyUpdate, encodeStateAsUpdate, encodeStateVector, type Doc } from 'yjs';
import { insertBlocks, toDocument } from '../../../../src-main/book/text-document';
import { acceptSuggestions, showSuggestions } from '../../../../src-renderer/editor-kit/suggestions-plugin';
import { hearSteps, startUndoStep } from '../../../../src-renderer/editor-kit/undo-steps';
import { newDoc, openChapterEditor } from '../../../support/open-chapter-editor';
import { para, pasted, shared, text } from './document-builders';

const opened: Editor[] = [];
afterEach(() => {
  for (const editor of opened.splice(0)) editor.destroy();
});

/** An editor on blocks of its own, and its document. */
function open(...blocks: Parameters<typeof insertBlocks>[2]) {
  const doc = newDoc(1);
  insertBlocks(doc, 0, blocks);
  const editor = openChapterEditor(doc);
  opened.push(editor);
  return { doc, editor };
}

/** Another device’s editor on the same text. */
function openElsewhere(from: Doc) {
  const doc = newDoc(2);
  applyUpdate(doc, encodeStateAsUpdate(from), 'outside');
  const editor = openChapterEditor(doc);
  opened.push(editor);
  return { doc, editor };
}

const takeIn = (doc: Doc, from: Doc): void => applyUpdate(doc, encodeStateAsUpdate(from, encodeStateVector(doc)), 'outside');
const lines = ({ state }: Editor): string[] => state.doc.children.map((block) => block.textContent);

function put(editor: Editor, position: number): void {
  const { state, view } = editor;
  view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, position)));
}

function type(editor: Editor, words: string, position = editor.state.selection.from): void {
  put(editor, position);
  editor.view.dispatch(editor.state.tr.insertText(words));
}

function addParagraph({ state, view }: Editor, position: number, words: string): void {
  view.dispatch(state.tr.insert(position, state.schema.node('paragraph', null, state.schema.text(words))));
}

describe('undo', () => {
  test('brings every mark back to its own words, and redo takes it off the same ones', () => {
    const { doc, editor } = open(para('one two three four five six'));
    const { state, view } = editor;
    const bold = state.schema.mark('bold');
    const italic = state.schema.mark('italic');
    const steps = [
      [[1, 4, bold], [5, 8, italic], [24, 27, italic]],
      [[1, 8, italic], [3, 12, bold]],
      [[9, 14, italic], [1, 2, bold], [2, 24, bold]],
    ] as const;
    const shown = [shared(editor.state.doc)];
    for (const marks of steps) {
      startUndoStep(editor.state);
      const { tr } = editor.state;
      for (const [from, to, mark] of marks) tr[tr.doc.rangeHasMark(from, to, mark.type) ? 'removeMark' : 'addMark'](from, to, mark);
      view.dispatch(tr.delete(10, 12));
      shown.push(shared(editor.state.doc));
    }
    for (const before of shown.slice(0, -1).reverse()) {
      editor.commands.undo();
      expect(shared(editor.state.doc)).toEqual(before);
      expect(toDocument(doc).content).toEqual(before.content);
    }
    for (const after of shown.slice(1)) {
      editor.commands.redo();
      expect(shared(editor.state.doc)).toEqual(after);
      expect(toDocument(doc).content).toEqual(after.content);
    }
  });

  test('puts the cursor where it was, also when the block in which it stands is gone', () => {
    const { editor } = open(para('One.'), para('Two.'));
    put(editor, 3);
    startUndoStep(editor.state);
    const end = editor.state.doc.content.size;
    addParagraph(editor, end, 'Three.');
    startUndoStep(editor.state);
    type(editor, ' More.', end + 7);
    editor.commands.undo();
    expect(editor.state.selection.from).toBe(end + 7);
    editor.commands.undo();
    expect(lines(editor)).toEqual(['One.', 'Two.']);
    expect(editor.state.selection.from).toBe(3);
    editor.commands.redo();
    editor.commands.redo();
    expect(lines(editor)).toEqual(['One.', 'Two.', 'Three. More.']);
  });

  test('leaves alone what another device wrote meanwhile, before and after the place', () => {
    const { doc, editor } = open(para('First.'), para('I walked ', text('quickly', pasted), ' home.'), para('Last.'));
    const other = openElsewhere(doc);
    startUndoStep(editor.state);
    editor.view.dispatch(editor.state.tr.delete(12, 26));
    addParagraph(other.editor, 0, 'Before all.');
    addParagraph(other.editor, other.editor.state.doc.content.size, 'After all.');
    takeIn(doc, other.doc);
    editor.commands.undo();
    expect(lines(editor)).toEqual(['Before all.', 'First.', 'I walked quickly home.', 'Last.', 'After all.']);
    const marks = shared(editor.state.doc).content?.[2]?.content?.map((node) => node.marks?.length ?? 0);
    expect(marks).toEqual([0, 1, 0]);
  });

  test('never takes back what another device wrote between two keys', () => {
    const { doc, editor } = open(para('Mine.'), para('Theirs.'));
    const other = openElsewhere(doc);
    type(editor, ' a', 6);
    type(other.editor, ' Kept.', 15);
    takeIn(doc, other.doc);
    type(editor, 'b');
    editor.commands.undo();
    editor.commands.undo();
    expect(lines(editor)).toEqual(['Mine.', 'Theirs. Kept.']);
  });

  test('is heard by who noted something on a step, and so is redo', () => {
    const { editor } = open(para('A very long day.'));
    const heard: string[] = [];
    hearSteps(editor.state, ({ suggestions }, isDone) => heard.push(`${suggestions.join()} ${isDone ? 'in' : 'out'}`));
    showSuggestions(editor.view, [{ id: 's', line: 0, how: 'tighten', before: 'A very long day.', after: 'A long day.' }]);
    acceptSuggestions(editor.view, ['s'], 'en');
    type(editor, ' More.', 12);
    editor.commands.undo();
    expect(heard).toEqual([]);
    editor.commands.undo();
    editor.commands.redo();
    editor.commands.undo();
    expect(heard).toEqual(['s out', 's in', 's out']);
    expect(lines(editor)).toEqual(['A very long day.']);
  });
});
