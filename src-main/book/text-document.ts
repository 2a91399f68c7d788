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
function inOrder(attrs: Attributes): Attributes {
  const names = Object.keys(attrs);
  return names.length < 2 ? attrs : Object.fromEntries(names.sort().map((name) => [name, attrs[name] ?? null]));
}

function readMarks(attributes: Record<string, unknown>): Mark[] {
  const marks: Mark[] = [];
  for (const type of markNames) {
    const attrs = attributes[type];
    if (attrs === undefined || attrs === null) continue;
    const hasAttributes = typeof attrs === 'object' && Object.keys(attrs).length > 0;
    marks.push(hasAttributes ? { type, attrs: inOrder(attrs as Attributes) } : { type });
  }
  return marks;
}

// A book has tens of thousands of nodes: they are read into one list a level, without lists in between.
function readText(node: Y.XmlText, into: DocumentNode[]): void {
  for (const { insert, attributes } of node.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof insert !== 'string' || insert === '') continue;
    const marks = attributes === undefined ? [] : readMarks(attributes);
    into.push(marks.length > 0 ? { type: 'text', text: insert, marks } : { type: 'text', text: insert });
  }
}

const nodeNames: ReadonlySet<string> = new Set(NodeName.options);
const isNodeName = (name: string): name is NodeName => nodeNames.has(name);

function readElement(node: Y.XmlElement, into: DocumentNode[]): void {
  const type = node.nodeName;
  if (!isNodeName(type)) {
    readNodes(node, into);
    return;
  }
  const content = readNodes(node, []);
  const attrs = inOrder(node.getAttributes() as Attributes);
  into.push({
    type,
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    ...(content.length > 0 ? { content } : {}),
  });
}

function readNodes(parent: Y.XmlFragment, into: DocumentNode[]): DocumentNode[] {
  for (const node of parent.toArray() as YNode[]) {
    if (node instanceof Y.XmlText) readText(node, into);
    else readElement(node, into);
  }
  return into;
}

/** The text as a document. Nodes that this version does not know give way to their contents. */
export const toDocument = (text: Y.Doc): DocumentNode => ({ type: 'doc', content: readNodes(blocksOf(text), []) });

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
  // A name of its own, which nothing asks for, would be drawn from the system's randomness.
  const text = new Y.Doc({ guid: fragmentName });
  // One at a time: merging many small updates first is quadratic (performance notes).
  text.transact(() => {
    for (const update of updates) Y.applyUpdate(text, update);
  });
  return text;
}
