import type { BlockContent, Blockquote, DefinitionContent, ListItem, Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import type { DocumentNode } from '../../src-shared/text/document';
import { inlineNodes, type InlinePorts } from './markdown-inline';

type Block = RootContent | BlockContent | DefinitionContent;

/** Turns Markdown blocks into the blocks of a chapter. */
export function blockNodes(nodes: readonly Block[], ports: InlinePorts): DocumentNode[] {
  return nodes.flatMap((node) => oneBlock(node, ports));
}

function paragraphNode(content: DocumentNode[]): DocumentNode[] {
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}

const isSceneBreak = (node: Paragraph): boolean =>
  node.children.length === 1 && node.children[0]?.type === 'text' && /^(?:[⁂❧]\s*){1,5}$/u.test(node.children[0].value);

function oneBlock(node: Block, ports: InlinePorts): DocumentNode[] {
  switch (node.type) {
    case 'paragraph':
      return isSceneBreak(node) ? [{ type: 'sceneBreak' }] : paragraphNode(inlineNodes(node.children, ports));
    case 'heading': {
      const content = inlineNodes(node.children, ports);
      return content.length === 0 ? [] : [{ type: 'heading', attrs: { level: headingLevel(node.depth) }, content }];
    }
    case 'blockquote':
      return isVerse(node) ? verseNode(node.children, ports) : wrap('blockquote', blockNodes(node.children, ports));
    case 'list': {
      const items = node.children.map((item) => listItem(item, ports));
      if (node.ordered !== true) return [{ type: 'bulletList', content: items }];
      return [{ type: 'orderedList', attrs: { start: node.start ?? 1 }, content: items }];
    }
    case 'thematicBreak':
      return [{ type: 'sceneBreak' }];
    case 'code':
      return [{ type: 'codeBlock', content: node.value === '' ? [] : [{ type: 'text', text: node.value }] }];
    case 'html':
      ports.report('HTML in the text is shown as it was written.');
      return paragraphNode([{ type: 'text', text: node.value }]);
    case 'table':
      return tableNode(node, ports);
    case 'definition':
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      return paragraphNode(inlineNodes([node as PhrasingContent], ports));
  }
}

type Stanza = Blockquote['children'][number];

/** Quoted lines that are each broken by hand are verse: that is how exports write it. */
const isVerse = (quote: Blockquote): quote is Blockquote & { children: Paragraph[] } =>
  quote.children.length > 0 && quote.children.every((child: Stanza) => child.type === 'paragraph' && child.children.some(({ type }) => type === 'break'));

/** A line of verse a line of text, an empty one between stanzas. */
function verseNode(stanzas: readonly Paragraph[], ports: InlinePorts): DocumentNode[] {
  const lines = stanzas.map((stanza) => {
    const found: DocumentNode[][] = [[]];
    for (const node of inlineNodes(stanza.children, ports)) {
      if (node.type === 'hardBreak') found.push([]);
      else found.at(-1)?.push(node);
    }
    return found.map((content): DocumentNode => ({ type: 'verseLine', content }));
  });
  return [{ type: 'verse', content: lines.flatMap((stanza, at) => (at === 0 ? stanza : [{ type: 'verseLine' as const }, ...stanza])) }];
}

// The chapter's own heading has been taken off: what stood one or two below it is its first level.
const headingLevel = (depth: number): number => Math.min(3, Math.max(1, depth - 1));

const wrap = (type: DocumentNode['type'], content: DocumentNode[]): DocumentNode[] => (content.length === 0 ? [] : [{ type, content }]);

function listItem(item: ListItem, ports: InlinePorts): DocumentNode {
  const [first, ...rest] = blockNodes(item.children, ports);
  return { type: 'listItem', content: [...firstOfItem(first), ...rest] };
}

/** An item begins with a paragraph: the editor takes no other and would drop the item. */
function firstOfItem(node: DocumentNode | undefined): DocumentNode[] {
  if (node?.type === 'paragraph') return [node];
  if (node?.type === 'heading') return paragraphNode([...(node.content ?? [])]);
  return node ? [{ type: 'paragraph' }, node] : [{ type: 'paragraph' }];
}

function tableNode(table: Table, ports: InlinePorts): DocumentNode[] {
  const rows = table.children.map((row, at): DocumentNode => ({
    type: 'tableRow',
    content: row.children.map((cell): DocumentNode => ({
      type: at === 0 ? 'tableHeader' : 'tableCell',
      content: [{ type: 'paragraph', content: inlineNodes(cell.children, ports) }],
    })),
  }));
  // Markdown tables always have a head; an empty one stood there for a table without.
  const isHeadless = table.children[0]?.children.every((cell) => cell.children.length === 0) === true;
  return wrap('table', isHeadless ? rows.slice(1) : rows);
}
