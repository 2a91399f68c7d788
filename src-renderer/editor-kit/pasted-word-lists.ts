import { declarations } from './pasted-style';

/** The level (from 1) of a paragraph that Word means as a list item, or `null`. */
export function wordListLevel(node: Node | undefined): { readonly level: number; readonly isOrdered: boolean } | null {
  if (!(node instanceof HTMLElement) || node.localName !== 'p') return null;
  const list = /level(\d+)/u.exec(declarations(node).get('mso-list') ?? '');
  if (!list) return null;
  return { level: Number(list[1]), isOrdered: /^\s*(?:\d+|[a-z]{1,4})[.)]/iu.test(markerOf(node)) };
}

function markerOf(paragraph: HTMLElement): string {
  const marker = [...paragraph.querySelectorAll('span')].find(
    (span) => declarations(span).get('mso-list') === 'ignore',
  );
  return marker?.textContent ?? '';
}

/** The children of an element, with each run of Word's list paragraphs as one array. */
export function groupWordLists(children: Iterable<Node>): (Node | HTMLElement[])[] {
  const grouped: (Node | HTMLElement[])[] = [];
  for (const child of children) {
    const last = grouped.at(-1);
    if (child.nodeType === 3 && Array.isArray(last) && (child.nodeValue ?? '').trim() === '') continue;
    if (!(child instanceof HTMLElement) || wordListLevel(child) === null) grouped.push(child);
    else if (Array.isArray(last)) last.push(child);
    else grouped.push([child]);
  }
  return grouped;
}
