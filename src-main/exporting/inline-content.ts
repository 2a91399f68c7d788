import type { DocumentNode, Mark } from '../../src-shared/text/document';
import type { Inline, TextStyle } from './block';

/** Text without any mark. */
export const plainStyle: TextStyle = {
  bold: false, italic: false, underline: false, strike: false, smallCaps: false, code: false, href: null,
};

// XML 1.0 has no place for these, and no script uses them.
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu;
const loneSurrogates = /\p{Surrogate}/gu;

/** The text without control characters; half a surrogate pair becomes the replacement character. */
export function cleanText(text: string): string {
  return text.replace(unwritable, '').replace(loneSurrogates, '\ufffd');
}

/** The address of a link when it is one that a reader may follow: web and mail only. */
export function safeAddress(href: unknown): string | null {
  if (typeof href !== 'string') return null;
  try {
    const url = new URL(href.trim());
    return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
  } catch {
    return null; // TypeError is how URL says "not an address"
  }
}

function styleOf(marks: readonly Mark[]): TextStyle {
  if (marks.length === 0) return plainStyle;
  const has = (name: Mark['type']): boolean => marks.some((mark) => mark.type === name);
  const link = marks.find((mark) => mark.type === 'link');
  return {
    bold: has('bold'), italic: has('italic'), underline: has('underline'), strike: has('strike'),
    smallCaps: has('smallCaps'), code: has('code'), href: safeAddress(link?.attrs?.['href']),
  };
}

/** Whether two styles look the same. */
export function isSameStyle(a: TextStyle, b: TextStyle): boolean {
  return (
    a.bold === b.bold && a.italic === b.italic && a.underline === b.underline && a.strike === b.strike &&
    a.smallCaps === b.smallCaps && a.code === b.code && a.href === b.href
  );
}

/** Counts notes while a book is walked. */
export type NoteCounter = { nextId: number; nextNumber: number };

/** The inline content of a node: neighbouring runs of one look are joined, notes are numbered. */
export function inlineContent(nodes: readonly DocumentNode[], counter: NoteCounter): Inline[] {
  const content: Inline[] = [];
  for (const node of nodes) {
    if (node.type === 'hardBreak') content.push({ kind: 'break' });
    else if (node.type === 'footnote') content.push(noteOf(node, counter));
    else if (node.type === 'text') pushText(content, cleanText(node.text ?? ''), styleOf(node.marks ?? []));
    else content.push(...inlineContent(node.content ?? [], counter));
  }
  return content;
}

function pushText(content: Inline[], text: string, style: TextStyle): void {
  if (text === '') return;
  const last = content.at(-1);
  if (last?.kind === 'text' && isSameStyle(last.style, style)) {
    content[content.length - 1] = { kind: 'text', text: last.text + text, style };
  } else content.push({ kind: 'text', text, style });
}

function noteOf(node: DocumentNode, counter: NoteCounter): Inline {
  const id = counter.nextId++;
  const number = counter.nextNumber++;
  const aside: NoteCounter = { nextId: 0, nextNumber: 0 };
  // A note inside a note reads on as its text.
  const content = inlineContent(node.content ?? [], aside).flatMap((inline) =>
    inline.kind === 'note' ? inline.note.content : [inline],
  );
  return { kind: 'note', note: { id, number, content } };
}

/** The letters of some inline content, notes left out; a break reads as a line feed. */
export function textOf(content: readonly Inline[]): string {
  let text = '';
  for (const inline of content) {
    if (inline.kind === 'text') text += inline.text;
    else if (inline.kind === 'break') text += '\n';
  }
  return text;
}

/** The notes called from some inline content, in order. */
export const notesOf = (content: readonly Inline[]) =>
  content.flatMap((inline) => (inline.kind === 'note' ? [inline.note] : []));
