import type { Block, Inline, TextStyle } from '../block';
import { textOf } from '../inline-content';
import { cellText } from './text-expectation';

const looks = {
  bold: 'bold', italic: 'italics', underline: 'underlining', strike: 'strikethrough', smallCaps: 'small capitals',
  code: 'code letters',
} as const;

/** Sets blocks as lines of plain text and remembers what plain text cannot hold. */
export function createTextSetter() {
  const pending: { readonly number: number; readonly text: string }[] = [];
  const lost = new Set<string>();
  let links = 0;
  let pictures = 0;

  function remember(style: TextStyle): void {
    for (const [name, word] of Object.entries(looks)) if (style[name as keyof typeof looks]) lost.add(word);
    if (style.href !== null) links += 1;
  }

  function line(content: readonly Inline[]): string {
    let text = '';
    for (const inline of content) {
      if (inline.kind === 'break') text += '\n';
      else if (inline.kind === 'text') {
        text += inline.text;
        remember(inline.style);
      } else {
        text += `[${inline.note.number}]`;
        pending.push({ number: inline.note.number, text: textOf(inline.note.content).replace(/\n/gu, ' ') });
      }
    }
    return text;
  }

  const indent = (text: string, by: string): string => text.replace(/^(?=.)/gmu, by);

  function figureText(alt: string, caption: string): string {
    pictures += 1;
    const about = [alt, caption].filter((text) => text !== '').join(' — ');
    return about === '' ? '[]' : `[${about}]`;
  }

  function listText(block: Extract<Block, { kind: 'list' }>): string {
    return block.items
      .map((item, at) => {
        const marker = block.isOrdered ? `${block.start + at}. ` : '• ';
        return marker + indent(item.map(blockText).join('\n'), ' '.repeat(marker.length)).trimStart();
      })
      .join('\n');
  }

  function blockText(block: Block): string {
    switch (block.kind) {
      case 'paragraph':
      case 'heading':
        return line(block.content);
      case 'quote':
        return indent(block.blocks.map(blockText).join('\n\n'), '    ');
      case 'list':
        return listText(block);
      case 'figure':
        return figureText(block.alt, block.caption);
      case 'table':
        return block.rows.map((row) => row.map((cell) => cellText(cell.blocks, line)).join(' | ')).join('\n');
      case 'scene-break':
        return '* * *';
      case 'verse':
        return indent(block.lines.map(line).join('\n'), '    ');
      case 'code':
        return indent(block.text, '    ');
    }
  }

  function endNotes(): string {
    const lines = pending.splice(0).map((note) => `[${note.number}] ${note.text}`);
    return lines.length === 0 ? '' : `\n${lines.join('\n')}\n`;
  }

  function losses(): string[] {
    const sentences: string[] = [];
    if (lost.size > 0) sentences.push(`Plain text has no ${[...lost].sort().join(', ')}: the words are there without it.`);
    if (links > 0) sentences.push('Plain text has no links: their words are there, their addresses are not.');
    if (pictures > 0) sentences.push('Plain text has no pictures: their descriptions and captions stand in square brackets.');
    return sentences;
  }

  return { blockText, endNotes, losses };
}
