import type { Node } from '@tiptap/pm/model';
import type { EditorState } from '@tiptap/pm/state';
import { readLine } from './line-text';

/** A block that can be worked on: its line in the chapter, its words, and where it stands. */
export type Passage = { readonly line: number; readonly text: string; readonly position: number; readonly node: Node };

/** The passages of a selection or a chapter, and how many were left out. */
export type Passages = {
  readonly passages: readonly Passage[];
  /** Kept from the co-writer. */
  readonly private: number;
  readonly tooLong: number;
};

/** The longest passage that can be sent. */
const mostCharacters = 20_000;
const mostPassages = 2_000;
const workable: ReadonlySet<string> = new Set(['paragraph', 'heading']);
const texts = new WeakMap<Node, string>();

/** A block’s words without its notes; remembered, since nodes never change. */
export function textOf(block: Node): string {
  const known = texts.get(block);
  if (known !== undefined) return known;
  const { text } = readLine(block, 0);
  texts.set(block, text);
  return text;
}

/** Every block of prose in a chapter. Verse and code are as they are meant to be, and left alone unless they are asked for. */
export function passagesOf(doc: Node, wanted: ReadonlySet<string> = workable): Passage[] {
  const found: Passage[] = [];
  let line = 0;
  doc.descendants((node, position) => {
    const isLine = node.isTextblock || (node.type.name === 'figure' && node.attrs['caption'] !== '');
    if (!isLine) return true;
    const text = wanted.has(node.type.name) ? textOf(node) : '';
    if (text.trim() !== '') found.push({ line, text, position, node });
    line += 1;
    return false;
  });
  return found;
}

/** What can be sent of the blocks that the selection touches, or of the whole chapter. */
export function passagesFor({ doc, selection }: EditorState, reach: 'selection' | 'chapter'): Passages {
  const here = passagesOf(doc).filter(
    ({ position, node }) =>
      reach === 'chapter' || (position <= selection.to && position + node.nodeSize >= selection.from),
  );
  const open = here.filter(({ node }) => !holdsPrivate(node));
  const passages = open.filter(({ text }) => text.length <= mostCharacters).slice(0, mostPassages);
  return { passages, private: here.length - open.length, tooLong: open.length - passages.length };
}

function holdsPrivate(block: Node): boolean {
  const type = block.type.schema.marks['private'];
  return type !== undefined && block.rangeHasMark(0, block.content.size, type);
}
