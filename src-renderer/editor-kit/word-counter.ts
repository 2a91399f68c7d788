import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { countWords } from '../../src-shared/domain/word-count';

/** Counts a chapter block by block and remembers each block, so that a key press costs the one block it changed. */
export type WordCounter = {
  /** Words of a whole chapter. Notes do not count. */
  readonly countDocument: (doc: Node) => number;
  /** Words of what is selected, or `null` when no word is. */
  readonly countSelection: (state: EditorState) => number | null;
};

/** A counter for one language. Blocks are remembered by identity: ProseMirror keeps those that did not change. */
export function createWordCounter(language: string): WordCounter {
  const known = new WeakMap<Node, number>();

  function countBlock(node: Node): number {
    const remembered = known.get(node);
    if (remembered !== undefined) return remembered;
    let words = 0;
    if (node.isTextblock) words = countWords(blockText(node, 0, node.content.size), language);
    else if (node.type.name === 'figure') words = countWords(String(node.attrs['caption']), language);
    else node.forEach((child) => (words += countBlock(child)));
    known.set(node, words);
    return words;
  }

  function countSelection({ doc, selection }: EditorState): number | null {
    if (selection.empty) return null;
    let words = 0;
    for (const { $from, $to } of selection.ranges) {
      doc.nodesBetween($from.pos, $to.pos, (node, position) => {
        const end = position + node.nodeSize;
        if (position >= $from.pos && end <= $to.pos) {
          words += countBlock(node);
          return false;
        }
        if (!node.isTextblock) return true;
        const from = Math.max($from.pos - position - 1, 0);
        const to = Math.min($to.pos - position - 1, node.content.size);
        if (from < to) words += countWords(blockText(node, from, to), language);
        return false;
      });
    }
    return words === 0 ? null : words;
  }

  return { countDocument: (doc) => countBlock(doc), countSelection };
}

/** The text of a block without its notes; a line break counts as a space. */
function blockText(block: Node, from: number, to: number): string {
  let text = '';
  block.nodesBetween(from, to, (node, position) => {
    if (node.type.name === 'footnote') return false;
    if (node.type.name === 'hardBreak') text += '\n';
    if (node.isText) text += (node.text ?? '').slice(Math.max(from - position, 0), to - position);
    return true;
  });
  return text;
}
