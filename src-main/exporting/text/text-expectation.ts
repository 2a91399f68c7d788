import type { Block, BookItem, BookSection, Inline, Note } from '../block';
import { plainStyle } from '../inline-content';

/** What stands in a file besides the blocks: lines before the first section, and what names a section. */
export type ExpectedNames = {
  readonly opening: readonly string[];
  readonly ofSection: (section: BookSection) => readonly string[];
};

/** Every text of the book in the order a linear file has it: notes stand at the end of their section. */
export async function* expectedTexts(items: AsyncIterable<BookItem>, names: ExpectedNames): AsyncGenerator<string> {
  const notes: Note[] = [];
  yield* names.opening;
  for await (const item of items) {
    if (item.kind === 'section') {
      for (const note of notes.splice(0)) yield* inlineTexts(note.content, notes);
      yield* names.ofSection(item.section);
    } else for (const block of item.blocks) yield* blockTexts(block, notes);
  }
  for (const note of notes.splice(0)) yield* inlineTexts(note.content, notes);
}

function inlineTexts(content: readonly Inline[], notes: Note[]): string[] {
  const texts: string[] = [];
  for (const inline of content) {
    if (inline.kind === 'text') texts.push(inline.text);
    else if (inline.kind === 'note') notes.push(inline.note);
  }
  return texts;
}

function blockTexts(block: Block, notes: Note[]): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return inlineTexts(block.content, notes);
    case 'quote':
      return block.blocks.flatMap((inner) => blockTexts(inner, notes));
    case 'list':
      return block.items.flat().flatMap((inner) => blockTexts(inner, notes));
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap((inner) => blockTexts(inner, notes)));
    case 'verse':
      return block.lines.flatMap((line) => inlineTexts(line, notes));
    case 'figure':
      return [block.alt, block.caption];
    case 'code':
      return block.text.split('\n');
    case 'scene-break':
      return [];
  }
}

/** The letters of a table cell in one line, for formats whose tables hold no blocks. */
export const cellText = (blocks: readonly Block[], setLine: (content: readonly Inline[]) => string): string =>
  blocks.flatMap((block) => cellLines(block, setLine)).join(' ');

function cellLines(block: Block, setLine: (content: readonly Inline[]) => string): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [setLine(block.content)];
    case 'quote':
      return block.blocks.flatMap((inner) => cellLines(inner, setLine));
    case 'list':
      return block.items.flat().flatMap((inner) => cellLines(inner, setLine));
    case 'table':
      return block.rows.flat().flatMap((cell) => cell.blocks.flatMap((inner) => cellLines(inner, setLine)));
    case 'verse':
      return block.lines.map(setLine);
    case 'code':
      return [setLine([{ kind: 'text', text: block.text, style: { ...plainStyle, code: true } }])];
    case 'figure':
      return [block.alt, block.caption].filter((text) => text !== '').map((text) => setLine([{ kind: 'text', text, style: plainStyle }]));
    case 'scene-break':
      return [];
  }
}
