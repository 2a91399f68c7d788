import type { DocumentNode } from '../../src-shared/text/document';
import type { Block, BookItem, BookSection, Inline, TableCell } from './block';
import { cleanText, inlineContent, textOf, type NoteCounter } from './inline-content';
import { labelsFor, type Labels } from './labels';
import type { Manuscript, ManuscriptSection } from './manuscript';

const withoutHeading: ReadonlySet<string | null> = new Set(['title-page', 'copyright', 'dedication', 'epigraph']);

/** The sections of a book with the names that every format shares. */
export function bookSections(manuscript: Manuscript): BookSection[] {
  const labels = labelsFor(manuscript.brief.language);
  return manuscript.sections.map((section, index) => describeSection({ section, index, labels }));
}

type Described = { readonly section: ManuscriptSection; readonly index: number; readonly labels: Labels };

function describeSection({ section, index, labels }: Described): BookSection {
  const title = cleanText(section.title).trim();
  const word = section.kind === 'part' ? labels.part : labels.chapter;
  const numbered = section.number === null ? '' : `${word} ${section.number}`;
  const heading = withoutHeading.has(section.matter) ? '' : title || numbered;
  const label = numbered === '' || saysItsNumber(heading, word) ? '' : numbered;
  return { ...section, title, index, anchor: `section-${index + 1}`, heading, label, contentsTitle: title || numbered };
}

// “Chapter 3”, “CHAPTER III. The Ball” and “3. The Ball” need no “Chapter 3” above them.
function saysItsNumber(title: string, word: string): boolean {
  const lower = title.toLowerCase();
  return lower.startsWith(word.toLowerCase()) || /^(?:chapter|part)\b/u.test(lower) || /^(?:\d+|[ivxlc]+)(?:[.:]|$)/u.test(lower);
}

/** So many blocks are set well within the second that a cancel may take. */
const blocksAtOnce = 100;

/** Walks the manuscript once, in reading order, one chapter in memory at a time. */
export async function* readBook(manuscript: Manuscript): AsyncGenerator<BookItem> {
  const counter: NoteCounter = { nextId: 1, nextNumber: 1 };
  for (const section of bookSections(manuscript)) {
    counter.nextNumber = 1;
    yield { kind: 'section', section };
    if (section.kind === 'part') continue;
    const text = await manuscript.readText(section.id);
    const blocks = blocksOf(text.content ?? [], counter, true);
    for (let at = 0; at < blocks.length; at += blocksAtOnce) yield { kind: 'blocks', blocks: blocks.slice(at, at + blocksAtOnce), section };
  }
}

const inlineTypes: ReadonlySet<DocumentNode['type']> = new Set(['text', 'hardBreak', 'footnote']);

/** The blocks of some nodes. Loose text becomes a paragraph; what holds nothing is left out. */
function blocksOf(nodes: readonly DocumentNode[], counter: NoteCounter, isOpening: boolean): Block[] {
  const blocks: Block[] = [];
  let loose: DocumentNode[] = [];
  let isFirst = isOpening;
  const add = (block: Block | null): void => {
    if (block === null) return;
    blocks.push(block);
    isFirst = block.kind === 'heading' || block.kind === 'scene-break';
  };
  const endLoose = (): void => {
    if (loose.length > 0) add(paragraphOf(inlineContent(loose, counter), isFirst));
    loose = [];
  };
  for (const node of nodes) {
    if (inlineTypes.has(node.type)) {
      loose.push(node);
      continue;
    }
    endLoose();
    add(blockOf(node, counter, isFirst));
  }
  endLoose();
  return blocks;
}

function paragraphOf(content: readonly Inline[], isFirst: boolean): Block | null {
  return isEmptyContent(content) ? null : { kind: 'paragraph', content, isFirst };
}

const isEmptyContent = (content: readonly Inline[]): boolean =>
  content.every((inline) => inline.kind === 'break' || (inline.kind === 'text' && inline.text.trim() === ''));

function blockOf(node: DocumentNode, counter: NoteCounter, isFirst: boolean): Block | null {
  const children = node.content ?? [];
  switch (node.type) {
    case 'heading': {
      const content = inlineContent(children, counter);
      return isEmptyContent(content) ? null : { kind: 'heading', level: levelOf(node), content };
    }
    case 'blockquote':
      return wrapped(blocksOf(children, counter, true), (blocks) => ({ kind: 'quote', blocks }));
    case 'bulletList':
    case 'orderedList':
      return listOf(node, counter);
    case 'figure':
      return figureOf(node);
    case 'table':
      return tableOf(node, counter);
    case 'sceneBreak':
      return { kind: 'scene-break' };
    case 'verse':
      return verseOf(children, counter);
    case 'codeBlock': {
      const text = textOf(inlineContent(children, counter)).replace(/\n+$/u, '');
      return text.trim() === '' ? null : { kind: 'code', text };
    }
    default:
      // A paragraph, or a node that lost its parent: its text is kept as a paragraph.
      return paragraphOf(inlineContent(children, counter), isFirst);
  }
}

const wrapped = (blocks: readonly Block[], wrap: (blocks: readonly Block[]) => Block): Block | null =>
  blocks.length === 0 ? null : wrap(blocks);

function levelOf(node: DocumentNode): 1 | 2 | 3 {
  const level = node.attrs?.['level'];
  if (level === 1 || level === 2) return level;
  return 3;
}

function listOf(node: DocumentNode, counter: NoteCounter): Block | null {
  const items = (node.content ?? [])
    .map((item) => blocksOf(item.type === 'listItem' ? (item.content ?? []) : [item], counter, true))
    .filter((blocks) => blocks.length > 0);
  const start = node.attrs?.['start'];
  if (items.length === 0) return null;
  return { kind: 'list', isOrdered: node.type === 'orderedList', start: typeof start === 'number' ? start : 1, items };
}

function textAttribute(node: DocumentNode, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? cleanText(value).replace(/\s+/gu, ' ').trim() : '';
}

function figureOf(node: DocumentNode): Block {
  return {
    kind: 'figure', assetId: textAttribute(node, 'assetId'), alt: textAttribute(node, 'alt'),
    caption: textAttribute(node, 'caption'),
  };
}

function spanOf(cell: DocumentNode, name: 'colspan' | 'rowspan'): number {
  const span = cell.attrs?.[name];
  return typeof span === 'number' && span >= 1 ? Math.floor(span) : 1;
}

function tableOf(node: DocumentNode, counter: NoteCounter): Block | null {
  const rows = (node.content ?? []).map((row) =>
    (row.content ?? []).map(
      (cell): TableCell => ({
        isHeader: cell.type === 'tableHeader',
        columns: spanOf(cell, 'colspan'),
        rows: spanOf(cell, 'rowspan'),
        blocks: blocksOf(cell.content ?? [], counter, true),
      }),
    ),
  );
  const filled = rows.filter((row) => row.length > 0);
  return filled.length === 0 ? null : { kind: 'table', rows: filled };
}

function verseOf(lines: readonly DocumentNode[], counter: NoteCounter): Block | null {
  const contents = lines.map((line) => (inlineTypes.has(line.type) ? [line] : (line.content ?? [])));
  const verse = contents.map((nodes) => inlineContent(nodes, counter));
  return verse.every(isEmptyContent) ? null : { kind: 'verse', lines: verse };
}
