import type { DocumentNode } from '../../../src-shared/text/document';
import { isSceneBreak } from '../chapter-headings';
import { nestBlocks } from '../flat-blocks';
import type { FlowItem } from '../pieces';
import { trimRuns } from '../tracked-line';
import { elementsOf, isElement, lettersOf, type XmlElement, type XmlNode } from '../xml-tree';
import { htmlInline, isDropped, type HtmlPorts } from './html-inline';
import { classesOf, everyElement, saysKind } from './html-tree';
import { htmlTable } from './html-table';

const inlineNames = new Set([
  'a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'br', 'cite', 'code', 'data', 'del', 'dfn', 'em', 'font', 'i', 'img', 'image', 'ins', 'kbd',
  'label', 'mark', 'q', 'ruby', 'rb', 's', 'samp', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'var', 'wbr', 'o:p',
]);

/** Reads the blocks of HTML in reading order. Headings begin pieces where they stand at the top, and not in a quote or cell. */
export function htmlFlow(nodes: readonly XmlNode[], ports: HtmlPorts, { isTop = true } = {}): FlowItem[] {
  const flow: FlowItem[] = [];
  let loose: XmlNode[] = [];
  const addNode = (node: DocumentNode): void => void flow.push({ kind: 'block', block: { kind: 'block', node } });
  const inline = (children: readonly XmlNode[]): { content: DocumentNode[]; figures: DocumentNode[] } => {
    const figures: DocumentNode[] = [];
    return { content: trimRuns(htmlInline(children, ports, (node) => void figures.push(node))), figures };
  };

  function paragraph(children: readonly XmlNode[]): void {
    const { content, figures } = inline(children);
    const words = content.map(({ text }) => text ?? '').join('');
    if (isSceneBreak(words)) addNode({ type: 'sceneBreak' });
    else if (content.length > 0) flow.push({ kind: 'block', block: { kind: 'paragraph', node: { type: 'paragraph', content }, quotes: 0, list: null } });
    figures.forEach(addNode);
  }

  function endLoose(): void {
    if (loose.some((node) => isElement(node) || node.trim() !== '')) paragraph(loose);
    loose = [];
  }

  function heading(element: XmlElement): void {
    const { content, figures } = inline(element.children);
    figures.forEach(addNode);
    if (content.length === 0) return;
    const level = Number(element.name.slice(1));
    if (isTop) flow.push({ kind: 'start', start: { level, heading: content } });
    else addNode({ type: 'heading', attrs: { level: Math.min(3, level) }, content });
  }

  function block(element: XmlElement): void {
    if (isDropped(element, ports.report) || isCalledNote(element, ports)) return;
    const name = element.name;
    if (/^h[1-6]$/u.test(name)) heading(element);
    else if (name === 'p') ownParagraph(element);
    else if (name === 'blockquote') wrap('blockquote', element);
    else if (name === 'ul' || name === 'ol' || name === 'menu') list(element);
    else if (name === 'hr') addNode({ type: 'sceneBreak' });
    else if (name === 'pre') addNode({ type: 'codeBlock', content: textOnly(lettersOf(element).replace(/^\n|\n+$/gu, '')) });
    else if (name === 'table') table(element);
    else if (name === 'figure') figure(element);
    else if (isVerse(element)) verse(element);
    else flow.push(...htmlFlow(holdsNotes(element) ? element.children.filter((child) => !isElement(child) || child.name !== 'hr') : element.children, ports, { isTop }));
  }

  function ownParagraph(element: XmlElement): void {
    const classes = classesOf(element);
    if (classes.includes('label') && classes.length === 1) return; // “Chapter 3” above a title, which the book counts itself
    paragraph(element.children);
  }

  function wrap(type: 'blockquote', element: XmlElement): void {
    const content = blocksIn(element.children, ports);
    if (content.length > 0) addNode({ type, content });
  }

  function list(element: XmlElement): void {
    const items = elementsOf(element).flatMap((child): DocumentNode[] => {
      if (isCalledNote(child, ports)) return [];
      const [first, ...rest] = blocksIn(child.name === 'li' ? child.children : [child], ports);
      if (!first) return [];
      return [{ type: 'listItem', content: first.type === 'paragraph' ? [first, ...rest] : [{ type: 'paragraph' }, first, ...rest] }];
    });
    if (items.length === 0) return;
    const start = Number.parseInt(element.attributes['start'] ?? '1', 10);
    if (element.name === 'ol') addNode({ type: 'orderedList', attrs: { start: Number.isNaN(start) ? 1 : start }, content: items });
    else addNode({ type: 'bulletList', content: items });
  }

  function table(element: XmlElement): void {
    const caption = elementsOf(element, 'caption')[0];
    if (caption) paragraph(caption.children);
    const node = htmlTable(element, (cell) => blocksIn(cell.children, ports));
    if (node) addNode(node);
  }

  function figure(element: XmlElement): void {
    const caption = elementsOf(element, 'figcaption')[0];
    const said = caption ? lettersOf(caption).replace(/\s+/gu, ' ').trim() : '';
    const lost = elementsOf(element, 'p').find((child) => classesOf(child).includes('lost'));
    if (lost) {
      addNode({ type: 'figure', attrs: { assetId: '', alt: lettersOf(lost).trim(), caption: said } });
      return;
    }
    const inner = htmlFlow(element.children.filter((child) => child !== caption), ports, { isTop: false });
    const at = inner.findLastIndex((item) => item.kind === 'block' && item.block.kind === 'block' && item.block.node.type === 'figure');
    const found = inner[at];
    if (found?.kind === 'block' && said !== '') inner[at] = { kind: 'block', block: { kind: 'block', node: { ...found.block.node, attrs: { ...found.block.node.attrs, caption: said } } } };
    flow.push(...inner);
    if (at === -1 && caption) paragraph(caption.children);
  }

  function verse(element: XmlElement): void {
    const lines: DocumentNode[] = [];
    const stanzas = elementsOf(element).some((child) => classesOf(child).includes('stanza')) ? elementsOf(element) : [element];
    for (const stanza of stanzas) {
      if (lines.length > 0) lines.push({ type: 'verseLine' });
      for (const line of elementsOf(stanza)) {
        const { content } = inline(line.children);
        lines.push(content.length > 0 ? { type: 'verseLine', content } : { type: 'verseLine' });
      }
    }
    if (lines.length > 0) addNode({ type: 'verse', content: lines });
  }

  for (const node of nodes) {
    if (!isElement(node) || (inlineNames.has(node.name) && !holdsBlocks(node))) loose.push(node);
    else {
      endLoose();
      block(node);
    }
  }
  endLoose();
  return flow;
}

const blocks = new Set(['p', 'div', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'blockquote', 'pre', 'hr', 'section', 'figure']);

function holdsBlocks(element: XmlElement): boolean {
  for (const inner of everyElement(element)) if (blocks.has(inner.name)) return true;
  return false;
}

const textOnly = (text: string): DocumentNode[] => (text === '' ? [] : [{ type: 'text', text }]);

function isCalledNote(element: XmlElement, { path, notes }: HtmlPorts): boolean {
  const id = element.attributes['id'] ?? '';
  if (id !== '' && (notes.called.has(`${path}#${id}`) || notes.called.has(`${path}#_${id}`) || notes.called.has(`${path}#${id}sym`))) return true;
  return saysKind(element, 'toc', 'landmarks', 'page-list') || element.name === 'nav';
}

/** A line above the notes is no scene break. */
const holdsNotes = (element: XmlElement): boolean => saysKind(element, 'footnotes', 'endnotes') || classesOf(element).includes('footnotes');

/** Lines that are each broken by hand, as exports and careful writers set them. */
function isVerse(element: XmlElement): boolean {
  const isNamed = classesOf(element).some((name) => ['verse', 'poem', 'poetry', 'stanza'].includes(name));
  const inner = elementsOf(element).flatMap((child) => (classesOf(child).includes('stanza') ? elementsOf(child) : [child]));
  return isNamed && inner.length > 0 && inner.every(({ name }) => name === 'p' || (name === 'div' && isNamed));
}

/** The blocks of a cell, an item or a quote. */
export function blocksIn(nodes: readonly XmlNode[], ports: HtmlPorts): DocumentNode[] {
  return nestBlocks(htmlFlow(nodes, ports, { isTop: false }).flatMap((item) => (item.kind === 'block' ? [item.block] : [])));
}
