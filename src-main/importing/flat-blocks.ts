import type { DocumentNode } from '../../src-shared/text/document';

/** Where a paragraph stands in lists. `key` tells one list from the next; without `isItem` it goes on with the item. */
export type ListPlace = { readonly key: string; readonly level: number; readonly isOrdered: boolean; readonly start: number; readonly isItem: boolean };

/** A paragraph of a format that knows no nesting: where it stands is said of each one. */
export type FlatBlock =
  | { readonly kind: 'paragraph'; readonly node: DocumentNode; readonly quotes: number; readonly list: ListPlace | null }
  | { readonly kind: 'verse'; readonly node: DocumentNode; readonly opensStanza: boolean; readonly closes: boolean }
  /** `joins`: a line of code that goes on with the one before. */
  | { readonly kind: 'block'; readonly node: DocumentNode; readonly joins?: boolean };

type Growing = { readonly type: DocumentNode['type']; readonly attrs?: DocumentNode['attrs']; readonly content: (Growing | DocumentNode)[] };

type OpenList = { readonly key: string; readonly list: Growing };

/** Deeper lists and quotes than this are taken as they stand at this depth. */
const deepest = 9;

/** Nests paragraphs that say of themselves in which quote and which list they stand. */
export function nestBlocks(flat: readonly FlatBlock[]): DocumentNode[] {
  const root: Growing = { type: 'doc', content: [] };
  let quotes: Growing[] = [];
  let lists: OpenList[] = [];
  let verse: Growing | null = null;

  function placeIn(depth: number): Growing {
    if (quotes.length !== depth) lists = [];
    quotes = quotes.slice(0, depth);
    while (quotes.length < depth) {
      const quote: Growing = { type: 'blockquote', content: [] };
      (quotes.at(-1) ?? root).content.push(quote);
      quotes.push(quote);
    }
    return quotes.at(-1) ?? root;
  }

  function addToList(node: DocumentNode, place: ListPlace, parent: Growing): void {
    const level = Math.min(place.level, deepest, lists.length);
    lists = lists.slice(0, level + 1);
    if (place.isItem && lists[level]?.key !== place.key) lists = lists.slice(0, level);
    if (lists.length <= level) {
      const list: Growing = place.isOrdered ? { type: 'orderedList', attrs: { start: place.start }, content: [] } : { type: 'bulletList', content: [] };
      (lastItem(lists.at(-1)?.list) ?? parent).content.push(list);
      lists.push({ key: place.key, list });
    }
    const list = lists.at(-1)?.list;
    const item = place.isItem ? null : lastItem(list);
    if (item) item.content.push(node);
    else list?.content.push({ type: 'listItem', content: [node] });
  }

  for (const block of flat) {
    if (block.kind === 'verse') {
      if (verse === null) root.content.push((verse = { type: 'verse', content: [] }));
      else if (block.opensStanza) verse.content.push({ type: 'verseLine' });
      verse.content.push(block.node);
      if (block.closes) verse = null;
      [quotes, lists] = [[], []];
      continue;
    }
    verse = null;
    if (block.kind === 'block') {
      [quotes, lists] = [[], []];
      const joined = block.joins === true ? joinedCode(root.content.at(-1), block.node) : null;
      if (joined) root.content[root.content.length - 1] = joined;
      else root.content.push(block.node);
    } else if (block.list === null || (!block.list.isItem && lists.length === 0)) {
      const parent = placeIn(Math.min(block.quotes, deepest));
      lists = [];
      parent.content.push(block.node);
    } else addToList(block.node, block.list, placeIn(Math.min(block.quotes, deepest)));
  }
  return root.content;
}

function lastItem(list: Growing | undefined): Growing | null {
  const last = list?.content.at(-1);
  return last?.type === 'listItem' ? (last as Growing) : null;
}

/** Two lines of code as one block; `null` where there is nothing to go on with. */
function joinedCode(last: Growing | DocumentNode | undefined, node: DocumentNode): DocumentNode | null {
  if (last?.type !== 'codeBlock') return null;
  const text = [last, node].map(({ content }) => (content as readonly DocumentNode[] | undefined)?.[0]?.text ?? '').join('\n');
  return { type: 'codeBlock', content: [{ type: 'text', text }] };
}
