import type { Block, Inline, Note } from '../block';
import { cellText } from '../text/text-expectation';
import { escapeMarkdown, markdownInline, protectLineStart } from './markdown-inline';

/** What a block asks of the writer: pictures have to be put beside the file, notes come at the end of the section. */
export type MarkdownPorts = {
  /** The path of a picture from the Markdown file; `null` when the book has lost it. */
  readonly placePicture: (assetId: string) => string | null;
  readonly addNote: (note: Note) => void;
  readonly note: (sentence: string) => void;
};

/** Sets a block as Markdown without a trailing line feed. */
export function markdownBlock(block: Block, ports: MarkdownPorts): string {
  switch (block.kind) {
    case 'paragraph':
      return lines(setInline(block.content, ports));
    case 'heading':
      return `${'#'.repeat(block.level + 1)} ${setInline(block.content, ports, true).replace(/#+$/u, (marks) => `\\${marks}`)}`;
    case 'quote':
      return prefix(joinBlocks(block.blocks, ports), '> ');
    case 'list':
      return listText(block, ports);
    case 'figure':
      return figureText(block, ports);
    case 'table':
      return tableText(block.rows, ports);
    case 'scene-break':
      return '* * *';
    case 'verse':
      // A line block: each line but the last ends in a break; a line without words is a stanza's end.
      return prefix(verseStanzas(block.lines).map((stanza) => stanza.map((line) => protectLineStart(setInline(line, ports))).join('\\\n')).join('\n\n'), '> ');
    case 'code':
      return fenced(block.text);
  }
}

/** Sets blocks one below the other. */
export function joinBlocks(blocks: readonly Block[], ports: MarkdownPorts): string {
  return blocks.map((block) => markdownBlock(block, ports)).join('\n\n');
}

function setInline(content: readonly Inline[], ports: MarkdownPorts, inCell = false): string {
  for (const inline of content) if (inline.kind === 'note') ports.addNote(inline.note);
  return markdownInline(content, inCell);
}

const lines = (text: string): string => text.split('\n').map((line) => protectLineStart(line.trimStart())).join('\n');

/** Puts a marker before each line; empty lines keep it without its space. */
export function prefix(text: string, marker: string, first = marker): string {
  return text
    .split('\n')
    .map((line, at) => (at === 0 ? first : marker) + line)
    .map((line) => line.trimEnd())
    .join('\n');
}

function listText(block: Extract<Block, { kind: 'list' }>, ports: MarkdownPorts): string {
  const isLoose = block.items.some((item) => item.length > 1);
  return block.items
    .map((item, at) => {
      const marker = block.isOrdered ? `${block.start + at}. ` : '- ';
      return prefix(joinBlocks(item, ports), ' '.repeat(marker.length), marker);
    })
    .join(isLoose ? '\n\n' : '\n');
}

function figureText(block: Extract<Block, { kind: 'figure' }>, ports: MarkdownPorts): string {
  const path = ports.placePicture(block.assetId);
  const caption = block.caption === '' ? '' : `\n\n${protectLineStart(escapeMarkdown(block.caption))}`;
  if (path !== null) return `![${escapeMarkdown(block.alt)}](<${path}>)${caption}`;
  return `${protectLineStart(escapeMarkdown(block.alt))}${caption}`.trim();
}

function tableText(rows: Extract<Block, { kind: 'table' }>['rows'], ports: MarkdownPorts): string {
  if (rows.some((row) => row.some((cell) => cell.columns > 1 || cell.rows > 1))) {
    ports.note('Markdown has no joined table cells: their words stand in the first of the cells.');
  }
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const set = rows.map((row) => rowText(row.flatMap((cell) => [
    cellText(cell.blocks, (content) => setInline(content, ports, true)),
    ...Array.from({ length: cell.columns - 1 }, () => ''),
  ]), columns));
  const hasHead = rows[0]?.every((cell) => cell.isHeader) === true;
  const head = hasHead ? set : [rowText([], columns), ...set];
  return [head[0], rowText(Array.from({ length: columns }, () => '---'), columns), ...head.slice(1)].join('\n');
}

const rowText = (cells: readonly string[], columns: number): string =>
  `| ${Array.from({ length: columns }, (_unused, at) => cells[at] ?? '').join(' | ')} |`;

function verseStanzas(verse: readonly (readonly Inline[])[]): (readonly Inline[])[][] {
  const stanzas: (readonly Inline[])[][] = [[]];
  for (const line of verse) {
    if (line.length === 0) stanzas.push([]);
    else stanzas.at(-1)?.push(line);
  }
  return stanzas.filter((stanza) => stanza.length > 0);
}

function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/gu)?.map((run) => run.length) ?? []));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}
