import type { DocumentNode, Mark } from '../../../src-shared/text/document';
import { keptAddress } from '../addresses';
import type { LossReport } from '../loss-report';
import { joinRuns, trimRuns } from '../tracked-line';
import { isElement, lettersOf, type XmlElement, type XmlNode } from '../xml-tree';
import { addressFrom, callsNote, type HtmlNotes } from './html-notes';
import { classesOf, saysKind } from './html-tree';

/** What the reading of inline HTML needs around it. */
export type HtmlPorts = {
  readonly path: string;
  readonly notes: HtmlNotes;
  readonly report: LossReport;
  /** A figure for a picture; `null` when there is none to show. */
  readonly picture: (source: string, alt: string) => DocumentNode | null;
};

const tagMarks: Readonly<Record<string, Mark['type']>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', cite: 'italic', dfn: 'italic', var: 'italic', u: 'underline', ins: 'underline',
  s: 'strike', strike: 'strike', del: 'strike', code: 'code', kbd: 'code', samp: 'code', tt: 'code',
};
/** What is a program, a style, or nothing that a book can hold. */
const dropped: Readonly<Record<string, 'scripts' | 'media'>> = {
  script: 'scripts', style: 'scripts', template: 'scripts', iframe: 'media', object: 'media', embed: 'media', audio: 'media',
  video: 'media', form: 'media', input: 'media', button: 'media', select: 'media', textarea: 'media', canvas: 'media', svg: 'media',
};

/** Whether an element is left out, and says so to the report. */
export function isDropped(element: XmlElement, report: LossReport): boolean {
  const kind = dropped[element.name];
  if (kind !== undefined) report.count(kind);
  return kind !== undefined || ['head', 'link', 'meta', 'noscript', 'base', 'param', 'source', 'rp', 'rt'].includes(element.name);
}

function styleMarks(element: XmlElement): Mark['type'][] {
  const style = element.attributes['style'] ?? '';
  const found: Mark['type'][] = [];
  if (/font-variant(?:-caps)?\s*:\s*small-caps/iu.test(style) || classesOf(element).some((name) => /^(?:small-?caps|sc)$/u.test(name))) found.push('smallCaps');
  if (/font-style\s*:\s*(?:italic|oblique)/iu.test(style)) found.push('italic');
  if (/font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style)) found.push('bold');
  if (/text-decoration(?:-line)?\s*:[^;]*underline/iu.test(style)) found.push('underline');
  if (/text-decoration(?:-line)?\s*:[^;]*line-through/iu.test(style)) found.push('strike');
  return found;
}

/** Turns inline HTML into runs; pictures among the words are handed to `figure`. */
export function htmlInline(nodes: readonly XmlNode[], ports: HtmlPorts, figure: (node: DocumentNode) => void, marks: readonly Mark[] = []): DocumentNode[] {
  const out = nodes.flatMap((node): DocumentNode[] => {
    if (!isElement(node)) return run(node.replace(/[ \t\r\n\f]+/gu, ' '), marks);
    if (isDropped(node, ports.report) || saysKind(node, 'pagebreak')) return [];
    switch (node.name) {
      case 'br':
        return [{ type: 'hardBreak' }];
      case 'img':
      case 'image': {
        const { src, 'xlink:href': linked, alt = '' } = node.attributes;
        const made = ports.picture(src ?? linked ?? '', alt.replace(/\s+/gu, ' ').trim());
        if (made) figure(made);
        return [];
      }
      case 'a':
        return link(node, ports, figure, marks);
      case 'q':
        return [...run('“', marks), ...htmlInline(node.children, ports, figure, marks), ...run('”', marks)];
      case 'sup':
      case 'sub':
        if (lettersOf(node).trim() !== '' && !node.children.some((child) => isElement(child) && child.name === 'a')) ports.report.count('raised');
    }
    const own = tagMarks[node.name];
    return htmlInline(node.children, ports, figure, withMarks(marks, own === undefined ? styleMarks(node) : [own, ...styleMarks(node)]));
  });
  // A line of its own begins without space.
  return joinRuns(out.map((node, at) => (out[at - 1]?.type === 'hardBreak' && node.type === 'text' ? { ...node, text: (node.text ?? '').replace(/^ +/u, '') } : node)).filter((node) => node.type !== 'text' || node.text !== ''));
}

const withMarks = (marks: readonly Mark[], types: readonly Mark['type'][]): readonly Mark[] =>
  [...marks, ...[...new Set(types)].filter((type) => !marks.some((mark) => mark.type === type)).map((type) => ({ type }))];

const run = (text: string, marks: readonly Mark[]): DocumentNode[] => {
  if (text === '') return [];
  return [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks }];
};

function link(node: XmlElement, ports: HtmlPorts, figure: (node: DocumentNode) => void, marks: readonly Mark[]): DocumentNode[] {
  const href = node.attributes['href'];
  const inner = (more: readonly Mark[]): DocumentNode[] => htmlInline(node.children, ports, figure, more);
  if (href === undefined) return inner(marks);
  const address = addressFrom(ports.path, href);
  if (callsNote(node) && ports.notes.called.has(address)) return [{ type: 'footnote', content: noteContent(ports.notes.byAddress.get(address), ports) }];
  if (saysKind(node, 'backlink')) return [];
  const kept = keptAddress(href);
  if (kept === null) {
    // Every contents page is full of these.
    if (/^[^:]*#|^[^:]+\.x?html?$/iu.test(href)) ports.report.count('innerLinks');
    else ports.report.count('links');
    return inner(marks);
  }
  return inner([...marks.filter(({ type }) => type !== 'link'), { type: 'link', attrs: { href: kept } }]);
}

const blockNames = new Set(['p', 'div', 'li', 'blockquote', 'ol', 'ul', 'pre', 'section', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'tr', 'td']);

/** A note is one run of text: its paragraphs are set apart by breaks, and the way back is left out. */
function noteContent(element: XmlElement | undefined, ports: HtmlPorts): DocumentNode[] {
  const lines: DocumentNode[][] = [[]];
  const quiet: HtmlPorts = { ...ports, notes: { byAddress: new Map(), called: new Set() } };
  function walk(nodes: readonly XmlNode[]): void {
    for (const node of nodes) {
      if (isElement(node) && isBackLink(node)) continue;
      if (isElement(node) && blockNames.has(node.name)) {
        lines.push([]);
        walk(node.children);
        lines.push([]);
      } else lines.at(-1)?.push(...htmlInline(isElement(node) ? [withoutBackLinks(node)] : [node], quiet, () => undefined));
    }
  }
  walk(element?.children ?? []);
  const spoken = lines.map(trimRuns).filter((line) => line.length > 0);
  return spoken.flatMap((line, at) => (at === 0 ? line : [{ type: 'hardBreak' as const }, ...line]));
}

const isBackLink = (element: XmlElement): boolean =>
  element.name === 'a' && (saysKind(element, 'backlink') || classesOf(element).some((name) => name === 'footnote-back' || name === 'footnote-backref') || /^#(?:_(?:ftn|edn)ref|fnref|ref-|sd(?:foot|end)note\d+anc)/u.test(element.attributes['href'] ?? ''));

const withoutBackLinks = (element: XmlElement): XmlElement => ({
  ...element,
  children: element.children.filter((child) => !isElement(child) || !isBackLink(child)).map((child) => (isElement(child) ? withoutBackLinks(child) : child)),
});
