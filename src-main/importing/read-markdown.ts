import type { FootnoteDefinition, Root } from 'mdast';
import type { Matter } from '../../src-shared/domain/outline';
import { paragraph, type DocumentNode, type Mark, type OriginKind } from '../../src-shared/text/document';
import { splitChapters, type Stretch } from './chapter-split';
import { readFrontMatter } from './front-matter';
import { blockNodes } from './markdown-blocks';
import { inlineNodes, type InlinePorts } from './markdown-inline';
import { kindOfMatter, matterOf } from './matter';
import { parseMarkdown, type MarkdownNode } from './markdown-tree';

/** A chapter as a Markdown file has it. */
export type ImportedChapter = {
  readonly title: string;
  readonly kind: 'chapter' | 'front' | 'back';
  readonly matter: Matter;
  readonly document: DocumentNode;
};

/** A book as a Markdown file has it, and what could not be carried over. */
export type MarkdownBook = {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly chapters: readonly ImportedChapter[];
  readonly notes: readonly string[];
};

/** Reads a Markdown book: chapters at the top-most heading level that repeats. Any text is taken; it never throws. */
export function readMarkdown(text: string): MarkdownBook {
  const front = readFrontMatter(text.replaceAll('\u0000', '\ufffd'));
  const { title, stretches } = splitChapters(front.body);
  const notes = new Set<string>();
  const shared = sharedDefinitions(front.body);
  const read = (stretch: Stretch): DocumentNode => readStretch(stretch.text, shared, (sentence) => void notes.add(sentence));
  const chapters: ImportedChapter[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const document = read(stretch);
    const isEmptyOpening = at === 0 && stretch.title === null && (document.content ?? []).length === 0;
    if (isEmptyOpening) continue;
    chapters.push(asChapter(stretch.title, document, stretches.length > 1));
  }
  return { title: front.title ?? title, subtitle: front.subtitle, author: front.author, language: front.language, chapters, notes: [...notes] };
}

/** Reads Markdown into the blocks of one chapter, headings and all, every run marked as coming from somewhere. */
export function readMarkdownBlocks(text: string, origin: OriginKind): { readonly blocks: readonly DocumentNode[]; readonly notes: readonly string[] } {
  const { body } = readFrontMatter(text.replaceAll('\u0000', '\ufffd'));
  const notes = new Set<string>();
  const document = readStretch(body, sharedDefinitions(body), (sentence) => void notes.add(sentence));
  return { blocks: withOrigin(document, origin, '').content ?? [], notes: [...notes] };
}

function asChapter(title: string | null, document: DocumentNode, hasOthers: boolean): ImportedChapter {
  // What stands before the first heading is an opening of its own when chapters follow.
  if (title === null) return hasOthers ? { title: '', kind: 'front', matter: 'introduction', document } : { title: '', kind: 'chapter', matter: null, document };
  const words = titleText(title);
  const matter = matterOf(words);
  return { title: words, kind: kindOfMatter(matter), matter, document };
}

function titleText(title: string): string {
  const [block] = blockNodes(parseMarkdown(title).children, silentPorts);
  return (block?.content ?? []).map((node) => node.text ?? '').join('').trim() || title.trim();
}

const silentPorts: InlinePorts = { noteContent: () => null, addressOf: () => null, report: () => undefined };

const definitionStart = /^ {0,3}\[(\^?[^\]\n]{1,200})\]:/u;

type SharedDefinitions = { readonly texts: ReadonlyMap<string, string>; readonly called: ReadonlySet<string> };

const calls = /\[(\^?[^\]\n]{1,200})\](?!:)/gu;

/** Definitions of notes and links: they may stand anywhere in the book, so each chapter is given those it names. */
function sharedDefinitions(body: string): SharedDefinitions {
  const found = new Map<string, string>();
  if (!body.includes(']:')) return { texts: found, called: new Set() };
  const called = new Set([...body.matchAll(calls)].map((match) => match[1]?.toLowerCase() ?? ''));
  const lines = body.split(/\r\n|\r|\n/u);
  for (let at = 0; at < lines.length; at += 1) {
    const name = definitionStart.exec(lines[at] ?? '')?.[1]?.toLowerCase();
    if (name === undefined || found.has(name)) continue;
    let end = at + 1;
    while (name.startsWith('^') && end < lines.length && /^(?: {4}|\t)\S|^\s*$/u.test(lines[end] ?? '#')) end += 1;
    found.set(name, lines.slice(at, end).join('\n'));
  }
  return { texts: found, called };
}

function readStretch(text: string, shared: SharedDefinitions, report: (sentence: string) => void): DocumentNode {
  const missing = new Set<string>();
  if (shared.texts.size > 0) {
    const own = new Set(text.split('\n').map((line) => definitionStart.exec(line)?.[1]?.toLowerCase()));
    for (const [, name] of text.matchAll(calls)) {
      const key = name?.toLowerCase() ?? '';
      if (shared.texts.has(key) && !own.has(key)) missing.add(shared.texts.get(key) ?? '');
    }
  }
  const tree = parseFlat(missing.size === 0 ? text : `${text}\n\n${[...missing].join('\n\n')}`);
  if (!tree) {
    report('A passage that is nested too deeply was taken as plain paragraphs.');
    return { type: 'doc', content: text.split(/\n\s*\n/u).filter((words) => words.trim() !== '').map((words) => paragraph(words.trim())) };
  }
  const content = blockNodes(tree.children, portsFor(tree, report));
  return { type: 'doc', content: [...content, ...uncalledNotes(tree, shared, report)] };
}

/** No book quotes a quote this often; editor and exports walk what is nested, and must not run out of stack. */
const deepestNesting = 60;

function parseFlat(text: string): Root | undefined {
  try {
    const tree = parseMarkdown(text);
    const waiting: { node: MarkdownNode; depth: number }[] = [{ node: tree, depth: 0 }];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { node, depth } = next;
      if (depth > deepestNesting) return undefined;
      if ('children' in node) for (const child of node.children) waiting.push({ node: child, depth: depth + 1 });
    }
    return tree;
  } catch (cause) {
    if (cause instanceof RangeError) return undefined; // the parser itself ran out of stack
    throw cause;
  }
}

/** Notes that no text calls would be lost: they become paragraphs at the end of the chapter they stand in. */
function uncalledNotes(tree: Root, shared: SharedDefinitions, report: (sentence: string) => void): DocumentNode[] {
  return tree.children.flatMap((node) => {
    if (node.type !== 'footnoteDefinition' || shared.called.has(`^${node.identifier}`)) return [];
    report('Footnotes that nothing refers to stand as paragraphs at the end of their chapter.');
    return blockNodes(node.children, silentPorts);
  });
}

function portsFor(tree: Root, report: (sentence: string) => void): InlinePorts {
  const definitions = new Map(tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])));
  const addresses = new Map(tree.children.flatMap((node) => (node.type === 'definition' ? [[node.identifier, node.url] as const] : [])));
  const used = new Set<string>();
  const ports: InlinePorts = {
    addressOf: (identifier) => addresses.get(identifier) ?? null,
    report,
    noteContent: (identifier) => {
      const definition = definitions.get(identifier);
      if (!definition) return null;
      if (used.has(identifier)) report('A footnote that is called more than once stands at each place.');
      used.add(identifier);
      return noteText(definition, { ...ports, noteContent: () => null });
    },
  };
  return ports;
}

/** A note is one run of text: paragraphs in it are set apart by breaks. */
function noteText(definition: FootnoteDefinition, ports: InlinePorts): DocumentNode[] {
  const content: DocumentNode[] = [];
  for (const child of definition.children) {
    const nodes = child.type === 'paragraph' ? inlineNodes(child.children, ports) : linesOf(blockNodes([child], ports));
    if (content.length > 0 && nodes.length > 0) content.push({ type: 'hardBreak' });
    content.push(...nodes);
  }
  return content;
}

function linesOf(nodes: readonly DocumentNode[]): DocumentNode[] {
  return nodes.flatMap((node, at) => {
    if (node.type === 'text' || node.type === 'hardBreak') return [node];
    const inner = linesOf(node.content ?? []);
    return at === 0 || inner.length === 0 ? inner : [{ type: 'hardBreak' as const }, ...inner];
  });
}

/** The same document with every run of text marked as coming from somewhere. */
export function withOrigin(document: DocumentNode, kind: OriginKind, ref: string): DocumentNode {
  const origin: Mark = { type: 'origin', attrs: { kind, ref } };
  const mark = (node: DocumentNode): DocumentNode => {
    if (node.type === 'text') return { ...node, marks: [...(node.marks ?? []), origin] };
    return node.content ? { ...node, content: node.content.map(mark) } : node;
  };
  return mark(document);
}
