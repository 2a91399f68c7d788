import * as Y from 'yjs';
import { markNames, NodeName, type DocumentNode, type Mark } from '../../src-shared/text/document';

/**
 * A chapter's text is a Yjs document with one XML fragment, in the shape that TipTap's collaboration extension keeps:
 * an element per node, its attributes as they are, and runs of text whose formatting is the marks by name.
 */
export const fragmentName = 'prosemirror';

type Attributes = NonNullable<DocumentNode['attrs']>;
type YNode = Y.XmlElement | Y.XmlText;

/** The fragment that holds the blocks of a text. */
export const blocksOf = (text: Y.Doc): Y.XmlFragment => text.getXmlFragment(fragmentName);

/** Attributes by name: devices may hold them in the order in which they arrived. */
const inOrder = (attrs: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attrs).sort(([a], [b]) => (a < b ? -1 : 1)));

function readMarks(attributes: Record<string, unknown> | undefined): Mark[] {
  return markNames.flatMap((type) => {
    const attrs = attributes?.[type];
    if (attrs === undefined || attrs === null) return [];
    const hasAttributes = typeof attrs === 'object' && Object.keys(attrs).length > 0;
    return [hasAttributes ? { type, attrs: inOrder(attrs as Attributes) } : { type }];
  });
}

function readText(node: Y.XmlText): DocumentNode[] {
  const delta = node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[];
  return delta.flatMap(({ insert, attributes }) => {
    if (typeof insert !== 'string' || insert === '') return [];
    const marks = readMarks(attributes);
    return [marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert }];
  });
}

function readNode(node: YNode): DocumentNode[] {
  if (node instanceof Y.XmlText) return readText(node);
  const type = NodeName.safeParse(node.nodeName);
  const content = readNodes(node);
  if (!type.success) return content;
  const attrs = inOrder(node.getAttributes() as Attributes);
  const made: DocumentNode = {
    type: type.data,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
  return [made];
}

const readNodes = (parent: Y.XmlFragment): DocumentNode[] => (parent.toArray() as YNode[]).flatMap(readNode);

/** The text as a document. Nodes that this version does not know give way to their contents. */
export const toDocument = (text: Y.Doc): DocumentNode => ({ type: 'doc', content: readNodes(blocksOf(text)) });

const isText = (node: DocumentNode): boolean => node.type === 'text';

function writeText(run: readonly DocumentNode[]): Y.XmlText {
  const made = new Y.XmlText();
  made.applyDelta(
    run.map((node) => ({
      insert: node.text ?? '',
      attributes: Object.fromEntries((node.marks ?? []).map((mark) => [mark.type, mark.attrs ?? {}])),
    })),
  );
  return made;
}

function writeNodes(nodes: readonly DocumentNode[]): (Y.XmlElement | Y.XmlText)[] {
  const made: (Y.XmlElement | Y.XmlText)[] = [];
  for (let index = 0; index < nodes.length; ) {
    const end = nodes.findIndex((node, at) => at >= index && !isText(node));
    const runEnd = end === -1 ? nodes.length : end;
    if (runEnd > index) made.push(writeText(nodes.slice(index, runEnd)));
    const node = nodes[runEnd];
    if (node) made.push(writeElement(node));
    index = runEnd + 1;
  }
  return made;
}

function writeElement(node: DocumentNode): Y.XmlElement {
  const element = new Y.XmlElement(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) {
    // Yjs types attributes as strings but keeps any JSON value, as TipTap's extension relies on.
    if (value !== null) element.setAttribute(name, value as string);
  }
  const content = writeNodes(node.content ?? []);
  if (content.length > 0) element.insert(0, content);
  return element;
}

/** Inserts blocks before the block at `index`. */
export function insertBlocks(text: Y.Doc, index: number, blocks: readonly DocumentNode[]): void {
  if (blocks.length > 0) text.transact(() => blocksOf(text).insert(index, blocks.map(writeElement)));
}

/** The update that changes nothing. */
export const noUpdate = new Uint8Array([0, 0]);

/**
 * Changes a text and gives the update that does it and nothing else. Never encode the difference of two states for the
 * log: that would name as deleted what is merely hidden in a removed paragraph, and words of other devices would be lost.
 */
export function updateOf(text: Y.Doc, work: () => void): Uint8Array {
  const updates: Uint8Array[] = [];
  const hear = (update: Uint8Array): void => void updates.push(update);
  text.on('update', hear);
  text.transact(work);
  text.off('update', hear);
  return updates[0] ?? noUpdate;
}

/** Appends blocks and gives the update that does it. */
export const appendBlocks = (text: Y.Doc, blocks: readonly DocumentNode[]): Uint8Array =>
  updateOf(text, () => insertBlocks(text, blocksOf(text).length, blocks));

/** A new text that holds these blocks, and the Yjs client that wrote them. */
export function seedText(blocks: readonly DocumentNode[]): { update: Uint8Array; client: number } {
  const text = new Y.Doc();
  insertBlocks(text, 0, blocks);
  const seed = { update: Y.encodeStateAsUpdate(text), client: text.clientID };
  text.destroy();
  return seed;
}

/** Builds a text from its updates. The caller destroys it. */
export function textOf(updates: readonly Uint8Array[]): Y.Doc {
  const text = new Y.Doc();
  // One at a time: merging many small updates first is quadratic (performance notes).
  text.transact(() => {
    for (const update of updates) Y.applyUpdate(text, update);
  });
  return text;
}
