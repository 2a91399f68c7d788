import type { Node } from '@tiptap/pm/model';
import type { Match } from './find-text';

/** Where the words of an answer are used in a chapter, in order; words that stand together are one place. */
export function placesOfAnswer(doc: Node, answerId: string): readonly Match[] {
  const places: Match[] = [];
  doc.descendants((node, position) => {
    if (!node.isText) return true;
    const isUsed = node.marks.some(({ type, attrs }) => type.name === 'origin' && attrs['ref'] === answerId);
    if (!isUsed) return false;
    const last = places.at(-1);
    if (last?.to === position) places[places.length - 1] = { from: last.from, to: position + node.nodeSize };
    else places.push({ from: position, to: position + node.nodeSize });
    return false;
  });
  return places;
}
