import * as Y from 'yjs';
import { blocksOf, noUpdate, updateOf } from './text-document';

/** Nothing is left of these when two devices have each taken a part away. */
const goesWhenEmpty: ReadonlySet<string> = new Set(['bulletList', 'orderedList', 'table', 'verse', 'blockquote']);
const cells: ReadonlySet<string> = new Set(['tableCell', 'tableHeader']);

const elementsOf = (parent: Y.XmlFragment): Y.XmlElement[] => parent.toArray().filter((child) => child instanceof Y.XmlElement);

function needsParagraph(element: Y.XmlElement): boolean {
  if (cells.has(element.nodeName)) return element.length === 0;
  if (element.nodeName !== 'listItem') return false;
  const first = element.length > 0 ? element.get(0) : undefined;
  return !(first instanceof Y.XmlElement && first.nodeName === 'paragraph');
}

/** What is wrong below a node, innermost first; each wrong alone can make what holds it wrong. */
function mendBelow(parent: Y.XmlFragment): void {
  for (const element of elementsOf(parent)) {
    mendBelow(element);
    if (needsParagraph(element)) element.insert(0, [new Y.XmlElement('paragraph')]);
    if (goesWhenEmpty.has(element.nodeName) && element.length === 0) parent.delete(parent.toArray().indexOf(element), 1);
  }
}

/**
 * Makes a merged text one that the editor takes as it is, and gives the update that does it; `undefined` when nothing is
 * wrong. The editor throws a node away, words and all, when its contents break the rules of the schema. Merging keeps
 * every node under the parent it was made in, so what can break is how many there are and which comes first: a list,
 * table, verse or quotation without contents goes, a list item or cell without its paragraph gets an empty one. No word
 * is moved, so devices that each mend the same text end with empty paragraphs at worst.
 */
export function mendStructure(text: Y.Doc): Uint8Array | undefined {
  const update = updateOf(text, () => mendBelow(blocksOf(text)));
  return update === noUpdate ? undefined : update;
}
