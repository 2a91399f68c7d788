import type { Node } from '@tiptap/pm/model';
import { OriginKind, type OriginMark } from '../../src-shared/text/document';
import { addWords, countRuns, joinRuns, type ProvenanceWords } from '../../src-shared/text/provenance';

/** Counts words by where they came from, remembering each block it has seen. */
export function createOriginCounter(language: string): (doc: Node) => ProvenanceWords {
  const known = new WeakMap<Node, ProvenanceWords>();
  const empty = countRuns([], language);

  function countBlock(node: Node): ProvenanceWords {
    const remembered = known.get(node);
    if (remembered) return remembered;
    let words = empty;
    if (node.isTextblock) words = countRuns(joinRuns(piecesOf(node)), language);
    else node.forEach((child) => (words = addWords(words, countBlock(child))));
    known.set(node, words);
    return words;
  }
  return countBlock;
}

function piecesOf(block: Node): { readonly origin: OriginMark | undefined; readonly text: string }[] {
  const pieces: { origin: OriginMark | undefined; text: string }[] = [];
  block.forEach((inline) => {
    if (inline.isText) pieces.push({ origin: originOf(inline), text: inline.text ?? '' });
  });
  return pieces;
}

function originOf(text: Node): OriginMark | undefined {
  const attrs = text.marks.find((mark) => mark.type.name === 'origin')?.attrs;
  const kind = OriginKind.safeParse(attrs?.['kind']);
  if (!attrs || !kind.success) return undefined;
  const read = (name: string): string => (typeof attrs[name] === 'string' ? attrs[name] : '');
  return { kind: kind.data, ref: read('ref'), sum: read('sum') };
}
