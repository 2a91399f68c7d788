import { EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { describe, expect, test } from 'vitest';
import { createOriginPlugin } from '../../../../src-renderer/editor-kit/origin-plugin';
import { passagesFor, passagesOf } from '../../../../src-renderer/editor-kit/passages';
import {
  acceptSuggestions,
  createSuggestionsPlugin,
  showSuggestions,
  suggestionsState,
  type ShownSuggestion,
} from '../../../../src-renderer/editor-kit/suggestions-plugin';
import type { DocumentNode } from '../../../../src-shared/text/document';
import { countProvenance } from '../../../../src-shared/text/provenance';
import { docOf, para, pasted, shared, text } from './document-builders';

/** What a view is to commands: a state and a way to change it. */
function viewOf(...blocks: readonly DocumentNode[]) {
  const view = {
    state: EditorState.create({ doc: docOf(...blocks), plugins: [createOriginPlugin(), createSuggestionsPlugin('en')] }),
    dispatch: (tr: Transaction) => void (view.state = view.state.applyTransaction(tr).state),
  };
  return view as unknown as { state: EditorState; dispatch: EditorView['dispatch'] } & EditorView;
}

const suggest = (id: string, before: string, after: string, line = 0): ShownSuggestion => ({ id, how: 'clarify', line, before, after });
const lines = ({ state }: EditorView) => passagesOf(state.doc).map((passage) => passage.text);
const placed = ({ state }: EditorView) => suggestionsState(state).placed;

describe('suggestions in the text', () => {
  test('change nothing until they are accepted, and then exactly their passage', () => {
    const view = viewOf(para('One very long day.'), para('Two days.'));
    showSuggestions(view, [suggest('a', 'One very long day.', 'One long day.')]);
    expect(lines(view)).toEqual(['One very long day.', 'Two days.']);
    expect(acceptSuggestions(view, ['a'], 'en')).toEqual(['a']);
    expect(lines(view)).toEqual(['One long day.', 'Two days.']);
  });

  test('words that stay keep their origin and their marks; only new ones are the co-writer’s', () => {
    const strong = { type: 'bold' as const };
    const note: DocumentNode = { type: 'footnote', content: [text('A note.')] };
    const view = viewOf(para('I ', text('walked slowly', strong), note, text(' down to the', pasted), ' sea.'));
    showSuggestions(view, [suggest('a', 'I walked slowly down to the sea.', 'I ambled down to the grey sea.')]);
    acceptSuggestions(view, ['a'], 'en');
    const [line] = shared(view.state.doc).content ?? [];
    expect(line?.content?.map((node) => [node.type, node.text, node.marks?.map(({ type }) => type)])).toEqual([
      ['text', 'I ', undefined],
      ['text', 'ambled', ['origin', 'bold']],
      ['footnote', undefined, undefined],
      ['text', ' down to the', ['origin']],
      ['text', ' grey', ['origin']],
      ['text', ' sea.', undefined],
    ]);
    expect(countProvenance(shared(view.state.doc), 'en')).toMatchObject({ typed: 2, pasted: 3, 'model-unsupported': 2 });
  });

  test('follow their passage while the author writes elsewhere', () => {
    const view = viewOf(para('First.'), para('Second one.'));
    showSuggestions(view, [suggest('a', 'Second one.', 'The second.', 1)]);
    view.dispatch(view.state.tr.insertText('Before. ', 1));
    expect(placed(view)).toEqual(['a']);
    acceptSuggestions(view, ['a'], 'en');
    expect(lines(view)).toEqual(['Before. First.', 'The second.']);
  });

  test('are withdrawn when their passage is edited, and come back with it', () => {
    const view = viewOf(para('First.'), para('Second one.'));
    showSuggestions(view, [suggest('a', 'Second one.', 'The second.', 1)]);
    view.dispatch(view.state.tr.insertText('X', 10));
    expect(placed(view)).toEqual([]);
    expect(acceptSuggestions(view, ['a'], 'en')).toEqual([]);
    view.dispatch(view.state.tr.delete(10, 11));
    expect(placed(view)).toEqual(['a']);
  });

  test('of two equal passages each has its own', () => {
    const view = viewOf(para('Yes.'), para('No.'), para('Yes.'));
    showSuggestions(view, [suggest('b', 'Yes.', 'Oh yes.', 2)]);
    acceptSuggestions(view, ['b'], 'en');
    expect(lines(view)).toEqual(['Yes.', 'No.', 'Oh yes.']);
  });

  test('all of them are one change', () => {
    const view = viewOf(para('One two.'), para('Three four.'), para('Five.'));
    const dispatched: Transaction[] = [];
    showSuggestions(view, [suggest('a', 'One two.', 'One.'), suggest('b', 'Three four.', 'Three and four.', 1)]);
    const { dispatch } = view;
    Object.assign(view, {
      dispatch(tr: Transaction) {
        dispatched.push(tr);
        dispatch(tr);
      },
    });
    acceptSuggestions(view, ['a', 'b'], 'en');
    expect(lines(view)).toEqual(['One.', 'Three and four.', 'Five.']);
    expect(dispatched).toHaveLength(1);
  });
});

test('what is private, verse or code is not among the passages', () => {
  const hidden = { type: 'private' as const };
  const view = viewOf(
    para('Open.'),
    para('Half ', text('hidden', hidden)),
    { type: 'verse', content: [{ type: 'verseLine', content: [text('A rose')] }] },
    { type: 'blockquote', content: [para('Quoted.')] },
  );
  const { passages, private: kept } = passagesFor(view.state, 'chapter');
  expect(passages.map((passage) => [passage.line, passage.text])).toEqual([
    [0, 'Open.'],
    [3, 'Quoted.'],
  ]);
  expect(kept).toBe(1);
  expect(passagesFor(view.state, 'selection').passages.map((passage) => passage.text)).toEqual(['Open.']);
});
