import { EditorState, NodeSelection, TextSelection } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { createOriginCounter } from '../../../../src-renderer/editor-kit/origin-words';
import { createWordCounter } from '../../../../src-renderer/editor-kit/word-counter';
import { countWords } from '../../../../src-shared/domain/word-count';
import { plainText, type DocumentNode } from '../../../../src-shared/text/document';
import { docOf, para, pasted, shared, text } from './document-builders';

const note: DocumentNode = { type: 'footnote', content: [text('not counted here')] };

describe('counting words', () => {
  test('counts what the shared rules count, and no notes', () => {
    const doc = docOf(
      para('One ', text('two', { type: 'bold' }), note, ' three'),
      { type: 'bulletList', content: [{ type: 'listItem', content: [para('four five')] }] },
      { type: 'figure', attrs: { assetId: 'a', alt: 'never', caption: 'six seven', widthPx: null, heightPx: null } },
    );
    expect(createWordCounter('en').countDocument(doc)).toBe(7);
    expect(countWords(plainText(shared(doc)))).toBe(7);
  });

  test('counts what is selected, across blocks and in the middle of them', () => {
    const doc = docOf(para('one two three'), para('four five'), para('six'));
    const state = EditorState.create({ doc });
    const counter = createWordCounter('en');
    const select = (from: number, to: number) =>
      state.apply(state.tr.setSelection(TextSelection.create(doc, from, to)));
    expect(counter.countSelection(state)).toBeNull();
    expect(counter.countSelection(select(5, 8))).toBe(1);
    expect(counter.countSelection(select(5, 20))).toBe(3);
    expect(counter.countSelection(select(1, doc.content.size - 1))).toBe(6);
  });

  test('a chosen note is not a selection of words', () => {
    const doc = docOf(para('one', note));
    const state = EditorState.create({ doc, selection: NodeSelection.create(doc, 4) });
    expect(createWordCounter('en').countSelection(state)).toBeNull();
  });

  test('Japanese is counted by its words', () => {
    expect(createWordCounter('ja').countDocument(docOf(para('春の朝、父は歩いた。')))).toBeGreaterThan(3);
  });

  test('words know where they came from', () => {
    const answer = { type: 'origin', attrs: { kind: 'answer', ref: 'a1' } } as const;
    const doc = docOf(
      para('typed words ', text('three pasted ', pasted), text('words', pasted, { type: 'bold' })),
      para(text('an answer', answer)),
    );
    expect(createOriginCounter('en')(doc)).toMatchObject({ typed: 2, pasted: 3, answer: 2, draft: 0, imported: 0 });
  });
});
