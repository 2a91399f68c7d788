import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { findArrivals } from '../../../../src-main/book/arrivals';
import { blocksOf, insertBlocks, seedText, textOf, updateOf } from '../../../../src-main/book/text-document';
import { paragraph } from '../../../../src-shared/text/document';

const seed = seedText([paragraph('One two three. '), paragraph('Second.')]).update;
const lineOf = (text: Y.Doc, index = 0) => (blocksOf(text).get(index) as Y.XmlElement).get(0) as Y.XmlText;
const typeIn = (text: Y.Doc, words: string) => updateOf(text, () => lineOf(text).insert(0, words));
const nowhere = () => false;
const wordsOf = (updates: readonly Uint8Array[], live?: Y.Doc) => findArrivals({ updates, live, isPlaced: nowhere }).map(({ text }) => text);

test('a text that shows all it was given has no arrivals', () => {
  const text = textOf([seed]);
  const updates = [seed, typeIn(text, 'Zero. '), updateOf(text, () => lineOf(text).delete(0, 3))];
  expect(wordsOf(updates, text)).toEqual([]);
});

test('words typed into a paragraph that was removed elsewhere arrive, and only they', () => {
  const [here, there] = [textOf([seed]), textOf([seed])];
  const updates = [seed, updateOf(here, () => blocksOf(here).delete(0, 1)), typeIn(there, 'Late 🙂 words. ')];
  for (const order of [updates, [...updates].reverse(), [...updates, ...updates]]) expect(wordsOf(order, textOf(order))).toEqual(['Late 🙂 words. ']);
});

test('what was deleted of them later is no arrival', () => {
  const [here, there] = [textOf([seed]), textOf([seed])];
  const removed = updateOf(here, () => blocksOf(here).delete(0, 1));
  const typed = typeIn(there, 'Late words. ');
  const cut = updateOf(there, () => lineOf(there).delete(0, 5));
  const updates = [seed, removed, typed, cut];
  expect(wordsOf(updates, textOf(updates))).toEqual(['words. ']);
});

test('a sealed text shows nothing: all that is not placed elsewhere arrives', () => {
  const text = textOf([seed]);
  const moved = Y.decodeStateVector(Y.encodeStateVector(text));
  const updates = [seed, typeIn(text, 'After the split. ')];
  const found = findArrivals({ updates, live: undefined, isPlaced: (client, clock) => clock < (moved.get(client) ?? 0) });
  expect(found.map((run) => run.text)).toEqual(['After the split. ']);
});

test('updates that overlap give each character once', () => {
  const text = textOf([seed]);
  const updates = [seed, typeIn(text, 'abc'), typeIn(text, 'def'), Y.encodeStateAsUpdate(text)];
  const gone = updateOf(text, () => insertBlocks(text, 0, []));
  expect(findArrivals({ updates: [...updates, gone], live: undefined, isPlaced: nowhere }).map((run) => run.text).join('')).toHaveLength('One two three. Second.abcdef'.length);
});
