import { captionOf, lineBlocks, type DocumentNode } from './document';

/** A line of a chapter with its number, as `textLines` counts them. A figure’s line is its caption. */
export type NumberedLine = { readonly line: number; readonly node: DocumentNode };

/** The lines of a chapter with their numbers; captions count and are not given. */
export function numberedLines(document: DocumentNode): NumberedLine[] {
  const lines: NumberedLine[] = [];
  let count = 0;
  const walk = (node: DocumentNode): void => {
    if (lineBlocks.has(node.type)) lines.push({ line: count++, node });
    else if (node.type === 'figure') count += captionOf(node) === '' ? 0 : 1;
    else node.content?.forEach(walk);
  };
  walk(document);
  return lines;
}
