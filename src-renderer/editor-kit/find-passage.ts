import type { Node } from '@tiptap/pm/model';
import type { SearchHit } from '../../src-shared/ipc/book-calls';
import type { Match } from './find-text';
import { readLine } from './line-text';

/** A place in a chapter as a search of the book names it: the line, and the words there with what stands before them. */
export type Passage = Pick<SearchHit, 'line' | 'before' | 'match'>;

type Line = { readonly node: Node; readonly position: number };

/**
 * Where a passage stands in the chapter. A line that was changed since the search is found by its number alone; `null`
 * when there is no such line any more.
 */
export function findPassage(doc: Node, { line: number, before, match }: Passage): Match | null {
  const line = lineAt(doc, number);
  if (!line) return null;
  const { node, position } = line;
  if (!node.isTextblock) return { from: position, to: position + node.nodeSize };
  const { text, positions } = readLine(node, position);
  const shown = text.normalize('NFC');
  const at = shown.indexOf(before + match);
  if (at === -1) return { from: position + 1, to: position + 1 };
  const from = at + before.length;
  // By its last letter: a note that follows is not of the passage.
  const last = writtenOffset(text, from + match.length) - 1;
  return { from: positions(writtenOffset(text, from)), to: positions(last) + 1 };
}

/** Lines are counted as `textLines` counts them: text blocks, and pictures that have a caption. */
function lineAt(doc: Node, number: number): Line | null {
  let count = 0;
  let found: Line | null = null;
  doc.descendants((node, position) => {
    if (found) return false;
    const isLine = node.isTextblock || (node.type.name === 'figure' && node.attrs['caption'] !== '');
    if (!isLine) return true;
    if (count === number) found = { node, position };
    count += 1;
    return false;
  });
  return found;
}

/** Letters and their accents may be stored apart: the offset in the text as written for one in its composed form. */
function writtenOffset(text: string, composed: number): number {
  if (text.normalize('NFC') === text) return composed;
  let offset = 0;
  for (let length = 0; length < composed && offset < text.length; offset += 1)
    length = text.slice(0, offset + 1).normalize('NFC').length;
  while (/^\p{M}/u.test(text.slice(offset))) offset += 1;
  return offset;
}
