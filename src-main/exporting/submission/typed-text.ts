import type { Block, BookItem, BookSection, Inline } from '../block';
import type { SubmissionLook } from './submission-look';

// “ ” „ ‟ « » become ", ‘ ’ ‚ ‛ become '.
const straighten = (text: string): string => text.replace(/[“”„‟«»]/gu, '"').replace(/[‘’‚‛]/gu, "'");

/** A text as the look has it. */
export const lookText = (text: string, { isTyped }: SubmissionLook): string => (isTyped ? straighten(text) : text);

function lookInline(inline: Inline, look: SubmissionLook): Inline {
  if (inline.kind === 'break') return inline;
  if (inline.kind === 'note') return { kind: 'note', note: { ...inline.note, content: lookLine(inline.note.content, look) } };
  const { style } = inline;
  // On paper nobody can follow a link, and its underlining would pass for emphasis.
  const onPaper = { ...style, href: null };
  if (!look.isTyped || style.code) return { ...inline, style: onPaper };
  return { kind: 'text', text: straighten(inline.text), style: { ...onPaper, italic: false, underline: style.underline || style.italic } };
}

const lookLine = (content: readonly Inline[], look: SubmissionLook): Inline[] => content.map((inline) => lookInline(inline, look));

function lookBlock(block: Block, look: SubmissionLook): Block {
  const inside = (blocks: readonly Block[]): Block[] => blocks.map((inner) => lookBlock(inner, look));
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: lookLine(block.content, look) };
    case 'quote':
      return { ...block, blocks: inside(block.blocks) };
    case 'list':
      return { ...block, items: block.items.map(inside) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, blocks: inside(cell.blocks) }))) };
    case 'verse':
      return { ...block, lines: block.lines.map((line) => lookLine(line, look)) };
    case 'figure':
      return { ...block, alt: lookText(block.alt, look), caption: lookText(block.caption, look) };
    case 'scene-break':
    case 'code':
      return block;
  }
}

const lookSection = (section: BookSection, look: SubmissionLook): BookSection => ({
  ...section, heading: lookText(section.heading, look), label: lookText(section.label, look),
});

/** The walk as a manuscript has it: without links, and as a typewriter would write it where the look asks for that. */
export async function* asManuscript(items: AsyncIterable<BookItem>, look: SubmissionLook): AsyncGenerator<BookItem> {
  for await (const item of items) {
    const section = lookSection(item.section, look);
    yield item.kind === 'section' ? { ...item, section } : { ...item, section, blocks: item.blocks.map((block) => lookBlock(block, look)) };
  }
}
