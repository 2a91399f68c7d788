import type { Inline, TextStyle } from '../block';

/** Puts a backslash before what Markdown would take for markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>~|&]/gu, '\\$&');
}

// At the start of a line these would open a heading, a list, a quote, a table line or a fence.
const lineStart = /^(?:[#+=\-:]|\d+(?=[.)]))/u;

/** Keeps a line from opening a block. */
export function protectLineStart(line: string): string {
  return line.replace(lineStart, (found) => (/^\d/u.test(found) ? found : `\\${found}`)).replace(/^(\d+)([.)])/u, '$1\\$2');
}

/** A code span whose fence is longer than any run of backquotes inside. */
export function codeSpan(text: string): string {
  const runs = text.match(/`+/gu)?.map((run) => run.length) ?? [];
  let length = 1;
  while (runs.includes(length)) length += 1;
  const fence = '`'.repeat(length);
  const space = text.startsWith('`') || text.endsWith('`') || (/^ .* $/u.test(text) && text.trim() !== '') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

type Wrap = readonly [is: (style: TextStyle) => boolean, open: string, close: string];

const wraps: readonly Wrap[] = [
  [(style) => style.italic, '*', '*'],
  [(style) => style.bold, '**', '**'],
  [(style) => style.strike, '~~', '~~'],
  [(style) => style.smallCaps, '<span style="font-variant: small-caps">', '</span>'],
  [(style) => style.underline, '<u>', '</u>'],
];

/** Sets inline content as one logical line; `\n` stands where a break is. Notes become references. */
export function markdownInline(content: readonly Inline[], inCell: boolean): string {
  let text = '';
  for (const [at, inline] of content.entries()) {
    if (inline.kind === 'break') text += inCell ? '<br>' : '\\\n';
    else if (inline.kind === 'note') text += `[^${inline.note.id}]`;
    else text += styled(inline.text, inline.style, { before: content[at - 1], after: content[at + 1] });
  }
  return text;
}

type Neighbours = { readonly before: Inline | undefined; readonly after: Inline | undefined };

function styled(text: string, style: TextStyle, around: Neighbours): string {
  const lead = /^\s*/u.exec(text)?.[0] ?? '';
  const core = text.trim();
  if (core === '') return text.replace(/\n/gu, ' ');
  const tail = text.slice(lead.length + core.length);
  let set = style.code ? codeSpan(core.replace(/\n/gu, ' ')) : escapeMarkdown(core.replace(/\n/gu, ' '));
  const isTight = needsTags(core, edges(around, lead, tail));
  for (const [is, open, close] of wraps) if (is(style)) set = wrapIn(set, [open, close], isTight);
  if (style.href !== null) set = `[${set}](<${style.href.replace(/[<>]/gu, encodeURIComponent)}>)`;
  return lead + set + tail;
}

const htmlNames: Readonly<Record<string, string>> = { '*': 'em', '**': 'strong', '~~': 'del' };

// Asterisks inside a word or beside punctuation do not always read as emphasis; tags always do.
function wrapIn(text: string, [open, close]: readonly [string, string], isTight: boolean): string {
  const name = htmlNames[open];
  return isTight && name !== undefined ? `<${name}>${text}</${name}>` : open + text + close;
}

type Edges = { readonly before: string; readonly after: string; readonly touchesMarkup: boolean };

function edges({ before, after }: Neighbours, lead: string, tail: string): Edges {
  return {
    before: lead === '' ? edgeOf(before, -1) : ' ',
    after: tail === '' ? edgeOf(after, 0) : ' ',
    touchesMarkup: (lead === '' && isMarkedUp(before, -1)) || (tail === '' && isMarkedUp(after, 0)),
  };
}

function edgeOf(inline: Inline | undefined, at: 0 | -1): string {
  if (inline?.kind === 'text') return inline.text.at(at) ?? ' ';
  return inline?.kind === 'note' ? '[' : ' ';
}

const isMarkedUp = (inline: Inline | undefined, at: 0 | -1): boolean =>
  inline?.kind === 'text' && /\S/u.test(inline.text.at(at) ?? ' ') && wraps.some(([is]) => is(inline.style));

// The flanking rules of CommonMark: punctuation just inside an asterisk needs a space or punctuation just outside.
function needsTags(core: string, { before, after, touchesMarkup }: Edges): boolean {
  const opens = /^[\p{P}\p{S}]/u.test(core) && !/[\s\p{P}\p{S}]/u.test(before);
  const closes = /[\p{P}\p{S}]$/u.test(core) && !/[\s\p{P}\p{S}]/u.test(after);
  return opens || closes || touchesMarkup;
}
