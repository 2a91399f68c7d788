import { inlineText, type DocumentNode } from '../../../src-shared/text/document';
import { headingKind, isSceneBreak } from '../chapter-headings';
import { nestBlocks, type FlatBlock } from '../flat-blocks';
import type { FlowItem, LineRemark, LineRemarks } from '../pieces';
import { readLine } from '../tracked-line';
import { elementAt, elementsOf, type XmlElement } from '../xml-tree';
import type { DocxLists } from './docx-lists';
import type { Comment } from './docx-notes';
import { createRunReader, type ParagraphContent, type RunPorts } from './docx-runs';
import type { ParagraphStyle } from './docx-styles';
import { readTable, unwrapped } from './docx-tables';

/** What the body says of the book itself. */
export type TitleLines = { title: string | null; subtitle: string | null; author: string | null };

type BodyPorts = RunPorts & { readonly lists: DocxLists; readonly comments: ReadonlyMap<string, Comment>; readonly partWord: string };

/** A paragraph, read and looked at. */
type Paragraph = ParagraphContent & {
  readonly style: ParagraphStyle;
  readonly properties: XmlElement | undefined;
  readonly content: readonly DocumentNode[];
  readonly remarks: readonly LineRemark[];
  readonly text: string;
};

const twips = (properties: XmlElement | undefined, name: string, ...sides: string[]): number => {
  const found = elementAt(properties, name)?.attributes;
  const value = Number.parseInt(sides.map((side) => found?.[`w:${side}`]).find((one) => one !== undefined) ?? '0', 10);
  return Number.isNaN(value) ? 0 : value;
};

/** Reads the body of a Word file block by block. */
export function createBodyReader(ports: BodyPorts) {
  const { styles, report } = ports;
  const readRuns = createRunReader(ports);
  const flow: FlowItem[] = [];
  const remarks: LineRemarks = new Map();
  const placed = new Set<string>();
  const lines: TitleLines = { title: null, subtitle: null, author: null };
  let target = flow;
  let label = '';
  let opensStanza = false;

  const add = (block: FlatBlock): void => void target.push({ kind: 'block', block });

  function remarkOf({ id, quote }: { id: string; quote: string }, line: string): LineRemark[] {
    const comment = ports.comments.get(id);
    if (!comment || placed.has(id)) return [];
    placed.add(id);
    // About the whole line: its words are shown anyway.
    const about = quote === '' || quote === line.trim() ? '' : `“${quote.length > 120 ? `${quote.slice(0, 120)}…` : quote}” `;
    return [{ kind: 'comment', by: comment.by, why: about + comment.text }];
  }

  function read(element: XmlElement): Paragraph {
    const found = elementAt(element, 'w:pPr');
    const style = styles.paragraph(elementAt(found, 'w:pStyle')?.attributes['w:val']);
    const outline = Number.parseInt(elementAt(found, 'w:outlineLvl')?.attributes['w:val'] ?? '9', 10);
    const content = readRuns(element);
    noteMark(found, content);
    const line = readLine(styles.isOurs ? content.segments : withoutTabs(content.segments), report);
    const text = inlineText({ type: 'paragraph', content: line.content }).trim();
    return {
      ...content, properties: found, content: line.content,
      style: style.kind === 'text' && outline < 9 ? { ...style, kind: 'heading', level: outline + 1 } : style,
      remarks: [...line.remarks, ...content.comments.flatMap((comment) => remarkOf(comment, text))],
      text,
    };
  }

  /** A change of where a paragraph ends; with all its words it is the paragraph's own. */
  function noteMark(properties: XmlElement | undefined, { segments }: ParagraphContent): void {
    const mark = elementAt(properties, 'w:rPr');
    const isAll = (kind: string): boolean => segments.length > 0 && segments.every(({ change }) => change?.kind === kind);
    if (elementAt(properties, 'w:pPrChange')) report.count('lookChanges');
    if ((elementAt(mark, 'w:ins') && !isAll('added')) || (elementAt(mark, 'w:del') && !isAll('removed'))) report.count('joinChanges');
  }

  function lineNode(type: DocumentNode['type'], one: Paragraph, attrs?: DocumentNode['attrs']): DocumentNode {
    const node: DocumentNode = { type, ...(attrs ? { attrs } : {}), ...(one.content.length > 0 ? { content: one.content } : {}) };
    if (one.remarks.length > 0) remarks.set(node, [...one.remarks]);
    return node;
  }

  function paragraph(element: XmlElement): void {
    const one = read(element);
    const { style, properties } = one;
    if (style.kind === 'contents' || (one.isContents && one.content.length === 0)) return;
    if (target === flow && (one.breaksPage || elementAt(properties, 'w:pageBreakBefore'))) target.push({ kind: 'page' });
    const isSilent = styles.isOurs && style.kind === 'centered' && one.text === '' && elementsOf(element, 'w:bookmarkStart').length > 0;
    if (isSilent) target.push({ kind: 'start', start: { level: 1, heading: [] } });
    else if (one.content.length > 0) place(one, element);
    else if (one.isRule) add({ kind: 'block', node: { type: 'sceneBreak' } });
    else opensStanza ||= style.kind === 'verse';
    for (const node of one.figures) add({ kind: 'block', node });
    for (const box of one.boxes) block(box);
  }

  function place(one: Paragraph, element: XmlElement): void {
    switch (one.style.kind) {
      case 'title':
      case 'subtitle':
      case 'author':
        titleLine(one.style.kind, one);
        return;
      case 'copyright':
        if (!styles.isOurs) prose(one);
        return;
      case 'label':
        label = one.text;
        return;
      case 'heading':
        if (target === flow) heading(one);
        else prose(one);
        return;
      case 'caption':
        caption(one);
        return;
      case 'scene':
        add({ kind: 'block', node: { type: 'sceneBreak' } });
        return;
      case 'code':
        code(one);
        return;
      case 'verse':
        verse(one);
        return;
      case 'lost-figure':
        add({ kind: 'block', node: { type: 'figure', attrs: { assetId: '', alt: one.text, caption: '' } } });
        return;
      default:
        if (!styles.isOurs && isSceneBreak(one.text) && one.remarks.length === 0) add({ kind: 'block', node: { type: 'sceneBreak' } });
        else prose(one, element);
    }
  }

  function titleLine(kind: keyof TitleLines, one: Paragraph): void {
    const isOpening = target === flow && !flow.some((item) => item.kind === 'start' && item.start.heading.length > 0);
    if (isOpening && lines[kind] === null && (kind === 'title' || lines.title !== null)) lines[kind] = one.text;
    else if (kind === 'title' && target === flow) heading({ ...one, style: { ...one.style, level: 1 } });
    else prose(one);
  }

  function heading(one: Paragraph): void {
    const isPart = label !== '' && (label.toLowerCase().startsWith(ports.partWord.toLowerCase()) || headingKind(label) === 'part');
    target.push({ kind: 'start', start: { level: one.style.level, heading: one.content, remarks: one.remarks, isPart: isPart || headingKind(one.text) === 'part' } });
    if (one.remarks.some(({ kind }) => kind === 'change')) report.count('titleChanges');
    label = '';
  }

  function caption(one: Paragraph): void {
    const last = target.at(-1);
    const figure = last?.kind === 'block' && last.block.kind === 'block' && last.block.node.type === 'figure' ? last.block.node : null;
    const isPlain = one.content.every(({ type }) => type !== 'footnote');
    if (figure === null || figure.attrs?.['caption'] !== '' || !isPlain) {
      prose(one);
      return;
    }
    const node: DocumentNode = { ...figure, attrs: { ...figure.attrs, caption: one.text.replace(/\s+/gu, ' ') } };
    if (one.remarks.length > 0) remarks.set(node, [...one.remarks]);
    target[target.length - 1] = { kind: 'block', block: { kind: 'block', node } };
  }

  function code(one: Paragraph): void {
    const text = one.content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('');
    const node: DocumentNode = { type: 'codeBlock', content: [{ type: 'text', text }] };
    if (one.remarks.length > 0) remarks.set(node, [...one.remarks]);
    add({ kind: 'block', node, joins: !styles.isOurs && one.remarks.length === 0 });
    for (const note of one.content.filter(({ type }) => type === 'footnote')) {
      add({ kind: 'paragraph', node: { type: 'paragraph', content: [note] }, quotes: 0, list: null });
    }
  }

  function verse(one: Paragraph): void {
    const before = twips(one.properties, 'w:spacing', 'before') > 0;
    const closes = styles.isOurs && twips(one.properties, 'w:spacing', 'after') > 0;
    add({ kind: 'verse', node: lineNode('verseLine', one), opensStanza: opensStanza || before, closes });
    opensStanza = false;
  }

  function prose(one: Paragraph, element?: XmlElement): void {
    const { style, properties } = one;
    const left = twips(properties, 'w:ind', 'left', 'start');
    const isInset = left >= 560 && twips(properties, 'w:ind', 'right', 'end') >= 560;
    const numbering = element ? ports.lists.place(elementAt(properties, 'w:numPr') ?? style.numbering) : null;
    const goesOn = style.kind === 'list' && numbering === null;
    const list = goesOn ? { key: '', level: Math.max(0, Math.round(left / 500) - 1), isOrdered: false, start: 1, isItem: false } : numbering;
    const deep = styles.isOurs && left > 480 ? Math.round(left / 480) : 1;
    const quotes = style.kind === 'quote' ? deep : Number(isInset && style.kind === 'text' && list === null);
    add({ kind: 'paragraph', node: lineNode('paragraph', one), quotes, list });
  }

  function cell(element: XmlElement): readonly DocumentNode[] {
    const outer = target;
    target = [];
    for (const child of elementsOf(element)) block(child);
    const inner = target;
    target = outer;
    return nestBlocks(inner.flatMap((item) => (item.kind === 'block' ? [item.block] : [])));
  }

  function block(element: XmlElement): void {
    if (element.name === 'w:p') paragraph(element);
    else if (element.name === 'w:tbl') {
      const node = readTable(element, cell);
      if (node) add({ kind: 'block', node });
    } else if (element.name === 'w:sdt') {
      const gallery = elementAt(element, 'w:sdtPr', 'w:docPartObj', 'w:docPartGallery')?.attributes['w:val'] ?? '';
      if (!/table of contents/iu.test(gallery)) for (const child of elementsOf(elementAt(element, 'w:sdtContent') ?? element)) block(child);
    } else for (const child of [...unwrapped({ ...element, children: [element] }, 'w:p')]) paragraph(child);
  }

  return { block, flow, remarks, lines, placed };
}

// Many writers begin a paragraph with the tab key.
function withoutTabs<T extends { readonly node: DocumentNode }>(segments: readonly T[]): readonly T[] {
  const [first, ...rest] = segments;
  if (first?.node.type !== 'text' || !/^[\t ]/u.test(first.node.text ?? '')) return segments;
  const text = (first.node.text ?? '').replace(/^[\t ]+/u, '');
  return text === '' ? withoutTabs(rest) : [{ ...first, node: { ...first.node, text } }, ...rest];
}
