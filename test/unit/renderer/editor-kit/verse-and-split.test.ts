import { EditorState, TextSelection, type Command } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { splitPoint } from '../../../../src-renderer/features/write/split-point';
import { leaveVerse, toggleVerse } from '../../../../src-renderer/editor-kit/verse-commands';
import { docOf, para, shared } from './document-builders';

const at = (doc: ReturnType<typeof docOf>, from: number, to = from) =>
  EditorState.create({ doc, selection: TextSelection.create(doc, from, to) });

function run(state: EditorState, command: Command): EditorState {
  let next = state;
  expect(command(state, (tr) => (next = state.apply(tr)))).toBe(true);
  next.doc.check();
  return next;
}

describe('verse', () => {
  test('paragraphs become lines, also at their line breaks, and paragraphs again', () => {
    const doc = docOf(para('one', { type: 'hardBreak' }, 'two'), para('three'), para('after'));
    const verse = run(at(doc, 2, 12), toggleVerse);
    expect(verse.doc.firstChild?.childCount).toBe(3);
    expect(verse.doc.childCount).toBe(2);
    const back = run(at(verse.doc, 4), toggleVerse);
    expect(shared(back.doc).content?.map((node) => node.type)).toEqual([
      'paragraph',
      'paragraph',
      'paragraph',
      'paragraph',
    ]);
  });

  test('an empty last line is the way out', () => {
    const line = (words: string) =>
      words === ''
        ? { type: 'verseLine' as const }
        : { type: 'verseLine' as const, content: [{ type: 'text' as const, text: words }] };
    const doc = docOf({ type: 'verse', content: [line('a'), line('')] });
    const out = run(at(doc, 5), leaveVerse);
    expect(shared(out.doc).content?.map((node) => node.type)).toEqual(['verse', 'paragraph']);
    expect(out.selection.$from.parent.type.name).toBe('paragraph');
    const only = run(at(docOf({ type: 'verse', content: [line('')] }), 2), leaveVerse);
    expect(shared(only.doc).content).toEqual([{ type: 'paragraph' }]);
  });

  test('elsewhere Enter is not ours', () => {
    expect(leaveVerse(at(docOf(para('x')), 1))).toBe(false);
  });
});

describe('splitting a chapter', () => {
  const doc = docOf(
    para('first'),
    { type: 'heading', attrs: { level: 1 }, content: [{ type: 'text', text: ' The Harbour ' }] },
    para('last'),
  );

  test('a heading names the new chapter', () => {
    expect(splitPoint(at(doc, 10))).toEqual({ beforeBlock: 1, title: 'The Harbour' });
  });

  test('other blocks leave the name open', () => {
    expect(splitPoint(at(doc, doc.content.size - 1))).toEqual({ beforeBlock: 2, title: 'New chapter' });
  });

  test('nothing is split off before the first block', () => {
    expect(splitPoint(at(doc, 3))).toBeNull();
  });
});
