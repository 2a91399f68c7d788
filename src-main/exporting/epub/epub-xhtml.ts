import type { Block, Inline, Note, TableCell, TextStyle } from '../block';
import { escapeXml } from '../xml-text';

/** What the page needs to know of a picture. */
export type PlacedPicture = { readonly href: string; readonly widthPx: number; readonly heightPx: number };

/** Where the markup will stand: in an e-book, whose own vocabulary names its notes, or on a page of the web. */
export type XhtmlDialect = {
  readonly isBook: boolean;
  /** The level of a section’s own title; what stands in the section is below it. */
  readonly titleLevel: 1 | 2;
};

const bookDialect: XhtmlDialect = { isBook: true, titleLevel: 1 };

/** What a block asks of the writer. */
export type XhtmlPorts = {
  readonly pictureOf: (assetId: string) => PlacedPicture | null;
  readonly addNote: (note: Note) => void;
  /** An e-book’s where it is not named. */
  readonly dialect?: XhtmlDialect;
};

const tags: readonly (readonly [is: (style: TextStyle) => boolean, open: string, close: string])[] = [
  [(style) => style.code, '<code>', '</code>'],
  [(style) => style.smallCaps, '<span class="small-caps">', '</span>'],
  [(style) => style.strike, '<s>', '</s>'],
  [(style) => style.underline, '<u>', '</u>'],
  [(style) => style.italic, '<em>', '</em>'],
  [(style) => style.bold, '<strong>', '</strong>'],
];

/** Sets inline content as XHTML. */
export function xhtmlInline(content: readonly Inline[], addNote: (note: Note) => void, { isBook } = bookDialect): string {
  let html = '';
  for (const inline of content) {
    if (inline.kind === 'break') html += '<br/>';
    else if (inline.kind === 'text') html += styled(inline.text, inline.style);
    else {
      const { id, number } = inline.note;
      addNote(inline.note);
      html += `<a class="noteref"${isBook ? ' epub:type="noteref"' : ''} role="doc-noteref" id="ref-${id}" href="#note-${id}">${number}</a>`;
    }
  }
  return html;
}

function styled(text: string, style: TextStyle): string {
  let html = escapeXml(text);
  for (const [is, open, close] of tags) if (is(style)) html = open + html + close;
  return style.href === null ? html : `<a href="${escapeXml(style.href)}">${html}</a>`;
}

/** Sets a block as XHTML. */
export function xhtmlBlock(block: Block, ports: XhtmlPorts): string {
  const { addNote, dialect = bookDialect } = ports;
  const inline = (content: readonly Inline[]): string => xhtmlInline(content, addNote, dialect);
  const blocks = (inner: readonly Block[]): string => inner.map((one) => xhtmlBlock(one, ports)).join('\n');
  switch (block.kind) {
    case 'paragraph':
      return `<p${block.isFirst ? ' class="first"' : ''}>${inline(block.content)}</p>`;
    case 'heading':
      return `<h${block.level + dialect.titleLevel}>${inline(block.content)}</h${block.level + dialect.titleLevel}>`;
    case 'quote':
      return `<blockquote>\n${blocks(block.blocks)}\n</blockquote>`;
    case 'list': {
      const [open, close] = block.isOrdered ? [block.start === 1 ? '<ol>' : `<ol start="${block.start}">`, '</ol>'] : ['<ul>', '</ul>'];
      return `${open}\n${block.items.map((item) => `<li>${blocks(item)}</li>`).join('\n')}\n${close}`;
    }
    case 'figure':
      return figure(block, ports);
    case 'table':
      return table(block.rows, blocks);
    case 'scene-break':
      return '<hr class="scene-break"/>';
    case 'verse':
      return verse(block.lines, inline);
    case 'code':
      return `<pre><code>${escapeXml(block.text)}</code></pre>`;
  }
}

function figure(block: Extract<Block, { kind: 'figure' }>, ports: XhtmlPorts): string {
  const picture = ports.pictureOf(block.assetId);
  const caption = block.caption === '' ? '' : `<figcaption>${escapeXml(block.caption)}</figcaption>`;
  if (picture === null) return `<figure><p class="lost">${escapeXml(block.alt)}</p>${caption}</figure>`;
  const size = `width="${picture.widthPx}" height="${picture.heightPx}"`;
  return `<figure><img src="${picture.href}" alt="${escapeXml(block.alt)}" ${size}/>${caption}</figure>`;
}

function table(rows: readonly (readonly TableCell[])[], blocks: (inner: readonly Block[]) => string): string {
  const cell = ({ isHeader, columns, rows: down, blocks: inner }: TableCell): string => {
    const name = isHeader ? 'th' : 'td';
    const spans = (columns > 1 ? ` colspan="${columns}"` : '') + (down > 1 ? ` rowspan="${down}"` : '');
    return `<${name}${spans}>${blocks(inner)}</${name}>`;
  };
  return `<table>\n<tbody>\n${rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`).join('\n')}\n</tbody>\n</table>`;
}

function verse(lines: readonly (readonly Inline[])[], inline: (content: readonly Inline[]) => string): string {
  const set = lines.map((line) => (line.length === 0 ? '</div>\n<div class="stanza">' : `<p class="line">${inline(line)}</p>`));
  return `<div class="verse">\n<div class="stanza">\n${set.join('\n')}\n</div>\n</div>`.replaceAll('<div class="stanza">\n</div>\n', '');
}

/** The notes of a section with ways back to where they are called. */
export function xhtmlNotes(notes: readonly Note[], title: string, dialect = bookDialect): string {
  if (notes.length === 0) return '';
  const asides = notes.map(({ id, number, content }) => {
    const back = `<a class="backlink" role="doc-backlink" href="#ref-${id}">${number}.</a>`;
    const type = dialect.isBook ? ' epub:type="footnote"' : '';
    return `<aside${type} role="doc-footnote" id="note-${id}"><p>${back} ${xhtmlInline(content, () => undefined, dialect)}</p></aside>`;
  });
  return `<section class="notes" aria-label="${escapeXml(title)}">\n${asides.join('\n')}\n</section>\n`;
}

type Page = { readonly title: string; readonly language: string; readonly isRightToLeft: boolean };

/** The start of a document of the package, up to its body. */
export function xhtmlHead({ title, language, isRightToLeft }: Page): string {
  const code = escapeXml(language);
  return (
    '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n' +
    `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="${code}" xml:lang="${code}"` +
    `${isRightToLeft ? ' dir="rtl"' : ''}>\n<head>\n<meta charset="utf-8"/>\n<title>${escapeXml(title)}</title>\n` +
    '<link rel="stylesheet" type="text/css" href="style.css"/>\n</head>\n'
  );
}
