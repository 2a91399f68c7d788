import type { PhrasingContent } from 'mdast';
import type { DocumentNode, Mark } from '../../src-shared/text/document';
import { keptAddress } from './addresses';

/** What the reader needs around the inline content: notes by name, sentences for the report. */
export type InlinePorts = {
  readonly noteContent: (identifier: string) => readonly DocumentNode[] | null;
  readonly addressOf: (identifier: string) => string | null;
  readonly report: (sentence: string) => void;
};

const tagMarks: Readonly<Record<string, Mark>> = {
  u: { type: 'underline' }, em: { type: 'italic' }, i: { type: 'italic' }, strong: { type: 'bold' }, b: { type: 'bold' },
  del: { type: 'strike' }, s: { type: 'strike' }, 'span style="font-variant: small-caps"': { type: 'smallCaps' },
};

/** Turns inline Markdown into runs. A handful of plain tags are marks; all other HTML stays as the text it is. */
export function inlineNodes(nodes: readonly PhrasingContent[], ports: InlinePorts, marks: readonly Mark[] = []): DocumentNode[] {
  const out: DocumentNode[] = [];
  const open: { readonly name: string; readonly mark: Mark }[] = [];
  for (const node of nodes) {
    const now = open.length === 0 ? marks : [...marks, ...open.map(({ mark }) => mark)];
    if (node.type === 'html' && followTag(node.value, open)) continue;
    out.push(...oneNode(node, ports, now));
  }
  return joinRuns(out);
}

function followTag(html: string, open: { readonly name: string; readonly mark: Mark }[]): boolean {
  const closing = /^<\/([a-z]+)>$/u.exec(html)?.[1];
  if (closing !== undefined) {
    if (open.at(-1)?.name !== closing) return false;
    open.pop();
    return true;
  }
  const inner = /^<([^<>]+)>$/u.exec(html)?.[1] ?? '';
  const mark = tagMarks[inner];
  if (!mark) return false;
  open.push({ name: inner.split(' ')[0] ?? inner, mark });
  return true;
}

function run(text: string, marks: readonly Mark[]): DocumentNode[] {
  if (text === '') return [];
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: uniqueMarks(marks) }];
}

const uniqueMarks = (marks: readonly Mark[]): Mark[] =>
  marks.filter((mark, at) => marks.findIndex((other) => other.type === mark.type) === at);

function oneNode(node: PhrasingContent, ports: InlinePorts, marks: readonly Mark[]): DocumentNode[] {
  switch (node.type) {
    case 'text':
      return run(node.value.replace(/\s*\n\s*/gu, ' '), marks);
    case 'emphasis':
      return inlineNodes(node.children, ports, [...marks, { type: 'italic' }]);
    case 'strong':
      return inlineNodes(node.children, ports, [...marks, { type: 'bold' }]);
    case 'delete':
      return inlineNodes(node.children, ports, [...marks, { type: 'strike' }]);
    case 'inlineCode':
      return run(node.value, [...marks, { type: 'code' }]);
    case 'break':
      return [{ type: 'hardBreak' }];
    case 'html':
      return /^<br\s*\/?>$/iu.test(node.value) ? [{ type: 'hardBreak' }] : run(node.value, marks);
    case 'link':
      return linked(inlineNodes(node.children, ports, marks), node.url, ports);
    case 'linkReference':
      return linked(inlineNodes(node.children, ports, marks), ports.addressOf(node.identifier) ?? '', ports);
    case 'image':
    case 'imageReference':
      ports.report('Pictures are not taken in from Markdown: their descriptions stand in the text.');
      return run(node.alt ?? '', marks);
    case 'footnoteReference':
      return noteOf(node.identifier, node.label ?? node.identifier, ports);
    default:
      return [];
  }
}

function linked(nodes: DocumentNode[], url: string, ports: InlinePorts): DocumentNode[] {
  const href = keptAddress(url);
  if (href === null) {
    if (url !== '') ports.report('Links that do not lead to the web or a mail address were left out; their words are kept.');
    return nodes;
  }
  const mark: Mark = { type: 'link', attrs: { href } };
  return nodes.map((node) => (node.type === 'text' ? { ...node, marks: uniqueMarks([...(node.marks ?? []), mark]) } : node));
}

function noteOf(identifier: string, label: string, ports: InlinePorts): DocumentNode[] {
  const content = ports.noteContent(identifier);
  if (content === null) return run(`[^${label}]`, []);
  return [{ type: 'footnote', content }];
}

function joinRuns(nodes: readonly DocumentNode[]): DocumentNode[] {
  const out: DocumentNode[] = [];
  for (const node of nodes) {
    const last = out.at(-1);
    const isSame = last?.type === 'text' && node.type === 'text' && JSON.stringify(last.marks) === JSON.stringify(node.marks);
    if (isSame) out[out.length - 1] = { ...last, text: (last.text ?? '') + (node.text ?? '') };
    else out.push(node);
  }
  return out;
}
