import { initProseMirrorDoc } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { mendStructure } from '../../../../src-main/book/mend-structure';
import { blocksOf, seedText, textOf, toDocument, updateOf } from '../../../../src-main/book/text-document';
import { readMarkdownBlocks } from '../../../../src-main/importing/read-markdown';
import { createChapterSchema } from '../../../../src-renderer/editor-kit/schema/chapter-schema';
import { paragraph, textLines, type DocumentNode } from '../../../../src-shared/text/document';

const schema = createChapterSchema();

/** What the editor shows of a text, and whether it threw anything out. */
function openInEditor(text: Y.Doc): { lines: string[]; isWhole: boolean } {
  let isWhole = true;
  text.on('update', () => (isWhole = false));
  const { doc } = initProseMirrorDoc(blocksOf(text), schema);
  return { lines: textLines(doc.toJSON() as DocumentNode), isWhole };
}

const list = (...items: DocumentNode[][]): DocumentNode => ({ type: 'bulletList', content: items.map((content) => ({ type: 'listItem', content })) });
const at = (text: Y.Doc, first: number, ...path: number[]): Y.XmlElement => path.reduce((node, index) => node.get(index) as Y.XmlElement, blocksOf(text).get(first) as Y.XmlElement);

/** Two devices that have one text change it at once; what both lead to, on each. */
function merge(blocks: readonly DocumentNode[], here: (text: Y.Doc) => void, there: (text: Y.Doc) => void): [Uint8Array, Uint8Array, Uint8Array] {
  const seed = seedText(blocks).update;
  const change = (work: (text: Y.Doc) => void) => {
    const text = textOf([seed]);
    return updateOf(text, () => work(text));
  };
  return [seed, change(here), change(there)];
}

/** One takes an item's first paragraph away while the other makes a list of the second. */
const brokenItem = () =>
  merge(
    [list([paragraph('First.'), paragraph('Second.')])],
    (text) => at(text, 0, 0).delete(0, 1),
    (text) => {
      const item = at(text, 0, 0);
      item.delete(1, 1);
      const [inner, innerItem, words] = [new Y.XmlElement('bulletList'), new Y.XmlElement('listItem'), new Y.XmlElement('paragraph')];
      words.insert(0, [new Y.XmlText('Second.')]);
      innerItem.insert(0, [words]);
      inner.insert(0, [innerItem]);
      item.insert(1, [inner]);
    },
  );

describe('a text that merging left as the schema forbids', () => {
  test('would lose words in the editor, and does not once it is mended', () => {
    expect(openInEditor(textOf(brokenItem()))).toEqual({ lines: [], isWhole: false });
    const text = textOf(brokenItem());
    expect(mendStructure(text)).toBeDefined();
    expect(openInEditor(text)).toEqual({ lines: ['', 'Second.'], isWhole: true });
  });

  test('may be mended on both devices without a word standing twice', () => {
    const updates = brokenItem();
    const mends = [textOf(updates), textOf(updates)].map((text) => mendStructure(text) ?? new Uint8Array());
    const [one, other] = [textOf([...updates, ...mends]), textOf([...updates, ...mends.reverse()])];
    expect(toDocument(one)).toEqual(toDocument(other));
    expect(mendStructure(one)).toBeUndefined();
    expect(openInEditor(one)).toEqual({ lines: ['', '', 'Second.'], isWhole: true });
  });

  test('keeps a cell that both emptied and drops a list that both emptied', () => {
    const cell: DocumentNode = { type: 'tableCell', content: [paragraph('One.'), paragraph('Two.')] };
    const table: DocumentNode = { type: 'table', content: [{ type: 'tableRow', content: [cell, { ...cell, content: [paragraph('Beside.')] }] }] };
    const cut = (which: number) => (text: Y.Doc) => {
      at(text, 0, 0, 0).delete(which, 1);
      at(text, 1).delete(which, 1);
    };
    const text = textOf(merge([table, list([paragraph('Three.')], [paragraph('Four.')])], cut(0), cut(1)));
    mendStructure(text);
    expect(openInEditor(text)).toEqual({ lines: ['', 'Beside.'], isWhole: true });
  });

  test('that is in order is left alone', () => {
    expect(mendStructure(textOf([seedText([list([paragraph('One.'), list([paragraph('Two.')])])]).update]))).toBeUndefined();
  });
});

test('whatever Markdown makes, the editor takes as it is', () => {
  const odd = [
    '- # A heading in a list', '- > A quotation in a list', '-\n- \n- x', '1. ```\n   code\n   ```', '- | a | b |\n  | - | - |\n  | c | d |', '>', '> -', '- - - deep',
    '- ***\n- text', '| a |\n| - |', '[^1]\n\n[^1]: - a list\n\n    > and a quotation', '![picture](x.png)', '- ![picture](x.png)', '<div>\n\nhtml\n\n</div>', '- <b>x</b>',
    '#', '- [ ] task', '```\n```', '> # quote\n> - list\n>\n>   more', '* a\n\n  b\n\n      code', 'x[^2]\n\n[^2]: one  \n    two **bold** `code`\n\n    ![picture](x.png)', '> line  \n> line\n>\n> line  \n> end', 'a <br> b\\\nc', '# `code` *emphasis* **both *of* them**', '***\n---\n___',
  ];
  const refused = odd.filter((markdown) => !openInEditor(textOf([seedText(readMarkdownBlocks(markdown, 'imported').blocks).update])).isWhole);
  expect(refused).toEqual([]);
});
