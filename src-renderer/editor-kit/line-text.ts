import type { Node } from '@tiptap/pm/model';

/** A line as text, and the way from an offset in it to the document. */
export type LineText = { readonly text: string; readonly positions: (offset: number) => number };

/** A block's text as `inlineText` reads it (notes left out), and the way from an offset in it to the document. */
export function readLine(block: Node, position: number): LineText {
  const starts: { readonly offset: number; readonly position: number }[] = [];
  let text = '';
  block.forEach((inline, offset) => {
    if (!inline.isText && inline.type.name !== 'hardBreak') return;
    starts.push({ offset: text.length, position: position + 1 + offset });
    text += inline.isText ? (inline.text ?? '') : '\n';
  });
  const positions = (offset: number) => {
    const start = starts.findLast((run) => run.offset <= offset);
    return start ? start.position + offset - start.offset : position + 1;
  };
  return { text, positions };
}
