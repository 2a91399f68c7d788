import fc from 'fast-check';
import * as Y from 'yjs';
import { expect, test } from 'vitest';
import { findArrivals } from '../../../../src-main/book/arrivals';
import { appendBlocks, blocksOf, insertBlocks, seedText, textOf, toDocument, updateOf } from '../../../../src-main/book/text-document';
import { blockNames, markNames, paragraph, type DocumentNode, type Mark } from '../../../../src-shared/text/document';

const mark: fc.Arbitrary<Mark> = fc.constantFrom(...markNames).map((type): Mark => {
  if (type === 'link') return { type, attrs: { href: 'https://example.org/a', title: 'b' } };
  return type === 'origin' ? { type, attrs: { kind: 'answer', ref: 'a1' } } : { type };
});
const byName = (marks: readonly Mark[]): Mark[] => markNames.flatMap((name) => marks.filter(({ type }) => type === name).slice(0, 1));
const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((text) => text.isWellFormed() && !text.includes('\u0000'));
const run = fc.tuple(word, fc.array(mark, { maxLength: 4 })).map(([text, marks]): DocumentNode => {
  const kept = byName(marks);
  return kept.length > 0 ? { type: 'text', text, marks: kept } : { type: 'text', text };
});

/** Neighbouring runs with equal marks are one run. */
function joined(runs: readonly DocumentNode[]): DocumentNode[] {
  const made: DocumentNode[] = [];
  for (const next of runs) {
    const last = made.at(-1);
    const isSame = last?.type === 'text' && next.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(next.marks);
    if (isSame) made[made.length - 1] = { ...last, text: `${last.text ?? ''}${next.text ?? ''}` };
    else made.push(next);
  }
  return made;
}

const footnote = fc.array(run, { minLength: 1, maxLength: 2 }).map((content): DocumentNode => ({ type: 'footnote', content: joined(content) }));
const inline = fc.array(fc.oneof({ weight: 6, arbitrary: run }, { weight: 1, arbitrary: fc.constant<DocumentNode>({ type: 'hardBreak' }) }, { weight: 1, arbitrary: footnote }), { maxLength: 5 }).map(joined);
const withContent = (type: DocumentNode['type'], content: readonly DocumentNode[], attrs?: DocumentNode['attrs']): DocumentNode => ({
  type, ...(attrs ? { attrs } : {}), ...(content.length > 0 ? { content } : {}),
});
const attributesOf: Partial<Record<DocumentNode['type'], NonNullable<DocumentNode['attrs']>>> = {
  heading: { level: 2 }, orderedList: { start: 3 }, figure: { alt: 'A boat', assetId: 'f'.repeat(64), caption: 'The boat' }, tableCell: { colspan: 1, colwidth: [10, 20], rowspan: 2 },
};
const block: fc.Arbitrary<DocumentNode> = fc.letrec<{ block: DocumentNode }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 3 },
    fc.tuple(fc.constantFrom('paragraph', 'heading', 'verseLine', 'codeBlock'), inline).map(([type, content]) => withContent(type, content, attributesOf[type])),
    fc.constantFrom('sceneBreak', 'figure').map((type) => withContent(type, [], attributesOf[type])),
    fc.tuple(fc.constantFrom(...blockNames), fc.array(tie('block'), { maxLength: 3 })).map(([type, content]) => withContent(type, content, attributesOf[type])),
  ),
})).block;

test('every block, note and mark comes back as it was, through Yjs and through its bytes', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
      const text = textOf([seedText(blocks).update]);
      expect(toDocument(text)).toEqual({ type: 'doc', content: blocks });
      expect(toDocument(textOf([Y.encodeStateAsUpdate(text)]))).toEqual({ type: 'doc', content: blocks });
    }),
  );
});

test('attributes and marks come in one order, whichever device set them first', () => {
  const one = textOf([seedText([{ type: 'figure', attrs: { alt: 'A', caption: 'B' } }]).update]);
  const other = textOf([seedText([{ type: 'figure', attrs: { caption: 'B', alt: 'A' } }]).update]);
  expect(JSON.stringify(toDocument(one))).toBe(JSON.stringify(toDocument(other)));
  const bold = [{ type: 'bold' }, { type: 'italic' }] as const;
  const marked = (marks: readonly Mark[]) => JSON.stringify(toDocument(textOf([seedText([paragraph('x', marks)]).update])));
  expect(marked(bold)).toBe(marked([...bold].reverse()));
});

test('a node of a later version gives way to what it holds', () => {
  const text = new Y.Doc();
  const unknown = new Y.XmlElement('hologram');
  const inside = new Y.XmlElement('paragraph');
  inside.insert(0, [new Y.XmlText('Still here.')]);
  unknown.insert(0, [inside]);
  blocksOf(text).insert(0, [unknown]);
  expect(toDocument(text).content).toEqual([paragraph('Still here.')]);
});

test('appending names nothing as deleted, so that words another device typed into a removed paragraph stay known', () => {
  const seed = seedText([paragraph('Removed here. ')]).update;
  const [here, there] = [textOf([seed]), textOf([seed])];
  const typed = updateOf(there, () => ((blocksOf(there).get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'Typed there. '));
  const removed = updateOf(here, () => blocksOf(here).delete(0, 1));
  Y.applyUpdate(here, typed);
  const appended = appendBlocks(here, [paragraph('And on.')]);
  expect(Y.decodeUpdate(appended).ds.clients.size).toBe(0);
  const found = findArrivals({ updates: [seed, removed, typed, appended], live: here, isPlaced: () => false });
  expect(found.map(({ text }) => text)).toEqual(['Typed there. ']);
});

test('a change without a change is an update that changes nothing', () => {
  const text = textOf([seedText([paragraph('One.')]).update]);
  const update = updateOf(text, () => insertBlocks(text, 0, []));
  Y.applyUpdate(text, update);
  expect(toDocument(text).content).toEqual([paragraph('One.')]);
});
