import { inlineText, type DocumentNode } from '../../../src-shared/text/document';
import { headingKind, isSceneBreak } from '../chapter-headings';
import { nestBlocks, type FlatBlock, type ListPlace } from '../flat-blocks';
import type { LossReport } from '../loss-report';
import type { FlowItem, LineRemarks } from '../pieces';
import { kindByName } from '../style-names';
import { readLine } from '../tracked-line';
import type { RtfDocument, RtfLine } from './rtf-reader';

type Titles = { title: string | null; subtitle: string | null; author: string | null };
export type RtfFlow = { readonly flow: readonly FlowItem[]; readonly remarks: LineRemarks; readonly titles: Titles };

/** Makes blocks of the lines of an RTF file; `keep` takes a picture and gives its name. */
export function rtfFlow({ lines, styles }: RtfDocument, report: LossReport, keep: (bytes: Uint8Array) => string | null): RtfFlow {
  const flow: FlowItem[] = [];
  const remarks: LineRemarks = new Map();
  const titles: Titles = { title: null, subtitle: null, author: null };
  let cell: FlatBlock[] = [];
  let cells: DocumentNode[] = [];
  let rows: DocumentNode[] = [];
  let label = '';
  const add = (block: FlatBlock): void => void flow.push({ kind: 'block', block });

  function endTable(): void {
    if (rows.length > 0) add({ kind: 'block', node: { type: 'table', content: rows } });
    rows = [];
  }

  function endCell(): void {
    const content = nestBlocks(cell);
    cells.push({ type: 'tableCell', content: content.length > 0 ? content : [{ type: 'paragraph' }] });
    cell = [];
  }

  function inTable(line: RtfLine, block: FlatBlock | null): void {
    if (block) cell.push(block);
    if (line.ends === 'cell') endCell();
    else if (line.ends === 'row') {
      if (cells.length > 0) rows.push({ type: 'tableRow', content: cells });
      cells = [];
    }
  }

  function place(line: RtfLine): void {
    const { paragraph } = line;
    const read = readLine(line.segments, report);
    const said = [...read.remarks, ...line.remarks];
    const typed = typedSign(read.content, line);
    const node: DocumentNode = { type: 'paragraph', content: typed?.content ?? read.content };
    if (said.length > 0) remarks.set(node, said);
    const words = inlineText(node).trim();
    const isInCells = paragraph.inTable || line.ends !== 'paragraph';
    const list = typed?.list ?? listOf(line);
    const style = kindByName(styles.get(paragraph.style) ?? '');
    const isQuote = style?.kind === 'quote' || (paragraph.left >= 560 && paragraph.right >= 560 && list === null);
    const block: FlatBlock | null = read.content.length === 0 ? null : { kind: 'paragraph', node, quotes: Number(isQuote), list };
    if (isInCells) {
      inTable(line, block);
      return;
    }
    endTable();
    if (paragraph.breaksPage) flow.push({ kind: 'page' });
    const level = style?.kind === 'heading' ? style.level : paragraph.outline + 1;
    const kind = style?.kind;
    if (kind === 'label') label = words;
    if (block === null || kind === 'contents' || kind === 'label') return;
    const isTitle = kind === 'title' || kind === 'subtitle' || kind === 'author';
    if (isTitle && titles[kind] === null && !flow.some((item) => item.kind === 'start')) titles[kind] = words;
    else if (level < 10) {
      const isPart = headingKind(label) === 'part' || headingKind(words) === 'part';
      flow.push({ kind: 'start', start: { level, heading: withoutLook(read.content), remarks: said, isPart } });
      label = '';
    } else if (kind === 'code') add({ kind: 'block', node: codeOf(read.content), joins: true });
    else if (isSceneBreak(words) && list === null) add({ kind: 'block', node: { type: 'sceneBreak' } });
    else if (kind === 'verse') add({ kind: 'verse', node: { ...node, type: 'verseLine' }, opensStanza: false, closes: false });
    else add(block);
  }

  for (const line of lines) {
    place(line);
    for (const picture of line.pictures) {
      const name = keep(picture);
      if (name === null) report.count('pictures');
      else add({ kind: 'block', node: { type: 'figure', attrs: { assetId: name, alt: '', caption: '' } } });
    }
  }
  endTable();
  return { flow, remarks, titles };
}

function codeOf(content: readonly DocumentNode[]): DocumentNode {
  const text = content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('');
  return { type: 'codeBlock', content: [{ type: 'text', text }] };
}

/** What every letter of a heading has is the look of its style. */
function withoutLook(content: readonly DocumentNode[]): DocumentNode[] {
  const runs = content.filter(({ type }) => type === 'text');
  const isShared = (type: string): boolean => ['bold', 'italic', 'smallCaps', 'underline'].includes(type) && runs.every(({ marks }) => marks?.some((mark) => mark.type === type) === true);
  return content.map((node) => {
    const marks = (node.marks ?? []).filter(({ type }) => !isShared(type));
    return node.type === 'text' ? { type: 'text', text: node.text, ...(marks.length > 0 ? { marks } : {}) } : node;
  });
}

/** Lists that were typed: a sign and a tab. */
function typedSign(content: readonly DocumentNode[], { paragraph, listText }: RtfLine): { readonly content: DocumentNode[]; readonly list: ListPlace } | null {
  const [first, ...rest] = content;
  const found = listText === '' && first?.type === 'text' ? /^([•·▪◦–-]|\d{1,4}[.)])\t/u.exec(first.text ?? '') : null;
  if (!found || !first) return null;
  const text = (first.text ?? '').slice(found[0].length);
  const count = Number.parseInt(found[1] ?? '', 10);
  const isOrdered = !Number.isNaN(count);
  const level = Math.min(8, Math.max(0, Math.round(paragraph.left / 360) - 1));
  const list = { key: isOrdered ? 'typed numbers' : 'typed signs', level, isOrdered, start: isOrdered ? count : 1, isItem: true };
  return { content: text === '' ? rest : [{ ...first, text }, ...rest], list };
}

function listOf({ paragraph, listText }: RtfLine): ListPlace | null {
  if (listText === '') return null;
  const count = /^\(?(\d{1,6})[.)]/u.exec(listText)?.[1];
  const isOrdered = count !== undefined || /^\(?[a-z]{1,4}[.)]/iu.test(listText);
  const key = `${paragraph.list} ${isOrdered ? 'ordered' : 'plain'}`;
  return { key, level: paragraph.level, isOrdered, start: count === undefined ? 1 : Number(count), isItem: true };
}
