import type { DocumentNode } from '../../src-shared/text/document';
import { below, deepest, dropped, inlineOf, pastedOrigin, tidyInline, type Context, type Work } from './pasted-inline';
import { collectNotes } from './pasted-notes';
import { isHidden } from './pasted-style';
import { groupWordLists, wordListLevel } from './pasted-word-lists';

/** More characters than this are refused before anything reads them. */
export const pasteLimitCharacters = 5_000_000;

/** A paste as document nodes, with what could not come along. */
export type CleanPaste = {
  readonly blocks: readonly DocumentNode[];
  /** Pictures inside the paste as `data:` addresses; figure `pasted:0` stands for the first of them. */
  readonly pictures: readonly string[];
  /** Pictures that are only an address on the web: nothing is fetched, they are counted. */
  readonly picturesLeftOut: number;
};

const blockTags: ReadonlySet<string> = new Set([
  'p',
  'div',
  'section',
  'article',
  'header',
  'footer',
  'main',
  'aside',
  'address',
  'dl',
  'dd',
  'dt',
  'figure',
  'figcaption',
  'center',
  'nav',
  'body',
  'html',
  'details',
  'summary',
  'fieldset',
  'form',
  'li',
  'tr',
  'td',
  'th',
  'tbody',
]);
/**
 * Turns HTML from Word, Google Docs or the web into document nodes. Only what is named here comes through: no style,
 * script, comment, event handler or unknown element can, because nodes are built from names and text, never copied.
 * The HTML is read by an inert parser: nothing in it runs and nothing is fetched.
 */
export function cleanHtml(html: string): CleanPaste {
  const page = new DOMParser().parseFromString(withoutReports(html), 'text/html');
  const work: Work = { notes: collectNotes(page), pictures: [], picturesLeftOut: 0 };
  const blocks = blocksOf(page.body, { marks: {}, depth: 0 }, work);
  return { blocks, pictures: work.pictures, picturesLeftOut: work.picturesLeftOut };
}

/**
 * Also an inert document reports each style and handler that the page's policy refuses: a page of Word's would fill the
 * console with thousands. Under these names they say nothing to anyone, and styles can still be read.
 */
function withoutReports(html: string): string {
  return html.replace(/<(\/?)([a-z][^<>]*)/giu, (_tag, slash: string, rest: string) => {
    const named = rest.replace(/^style\b/iu, 'x-style').replace(/([\s/"'])on(?=[a-z]+\s*=)/giu, '$1x-');
    return `<${slash}${named.replace(/([\s/"'])style(?=\s*=)/giu, '$1data-style')}`;
  });
}

/** Plain text as paragraphs, one a line; empty lines only separate. */
export function cleanText(text: string): CleanPaste {
  const lines = text
    .replaceAll('\r\n', '\n')
    .split(/[\n\r\u2029]+/u)
    .filter((line) => line.trim() !== '');
  const blocks = lines.map((line) =>
    paragraphOf([{ type: 'text', text: line.replaceAll('\t', ' '), marks: [pastedOrigin] }]),
  );
  return { blocks, pictures: [], picturesLeftOut: 0 };
}

/** Collects blocks; runs of inline content between them become paragraphs. */
function blocksOf(parent: Node, context: Context, work: Work): DocumentNode[] {
  const blocks: DocumentNode[] = [];
  let inline: DocumentNode[] = [];
  const flush = () => {
    const content = tidyInline(inline);
    if (content.length > 0) blocks.push(paragraphOf(content));
    inline = [];
  };
  for (const child of groupWordLists(parent.childNodes)) {
    if (Array.isArray(child)) {
      flush();
      blocks.push(...listFromWord(child, context, work));
    } else if (isBlock(child)) {
      flush();
      blocks.push(...blockOf(child, below(context, child), work));
    } else {
      const waiting: DocumentNode[] = [];
      inline.push(...inlineOf(child, context, { work, figures: waiting }));
      if (waiting.length > 0) {
        flush();
        blocks.push(...waiting);
      }
    }
  }
  flush();
  return blocks;
}

function isBlock(node: Node): node is HTMLElement {
  if (!(node instanceof HTMLElement)) return false;
  const tag = node.localName;
  if (blockTags.has(tag) || /^(?:h[1-6]|ul|ol|blockquote|pre|hr|table)$/u.test(tag)) return true;
  // Google Docs wraps a whole document in one <b>: what holds blocks is a block.
  return !dropped.has(tag) && node.querySelector('p,div,h1,h2,h3,ul,ol,table,blockquote,pre,hr') !== null;
}

function blockOf(element: HTMLElement, context: Context, work: Work): DocumentNode[] {
  if (isHidden(element) || work.notes.isNoteBody(element)) return [];
  if (context.depth > deepest) return cleanText(element.textContent).blocks.slice();
  const level = headingLevel(element);
  if (level !== null)
    return withInline(element, context, work, (content) => ({ type: 'heading', attrs: { level }, content }));
  switch (element.localName) {
    case 'ul':
      return listOf(element, 'bulletList', context, work);
    case 'ol':
      return listOf(element, 'orderedList', context, work);
    case 'blockquote':
      return wrap('blockquote', blocksOf(element, context, work));
    case 'pre':
      return codeOf(element);
    case 'hr':
      return [{ type: 'sceneBreak' }];
    case 'table':
      return tableOf(element, context, work);
    default:
      return element.classList.contains('verse') ? verseOf(element, context, work) : blocksOf(element, context, work);
  }
}

function headingLevel(element: HTMLElement): number | null {
  const tag = /^h([1-6])$/u.exec(element.localName);
  if (tag) return Math.min(Number(tag[1]), 3);
  return element.classList.contains('MsoTitle') ? 1 : null;
}

function withInline(
  element: HTMLElement,
  context: Context,
  work: Work,
  make: (content: DocumentNode[]) => DocumentNode,
): DocumentNode[] {
  const figures: DocumentNode[] = [];
  // A heading is strong by itself: the mark would only repeat it.
  const marks = { ...context.marks, bold: false };
  const content = tidyInline(
    [...element.childNodes].flatMap((child) => inlineOf(child, { ...context, marks }, { work, figures })),
  );
  return content.length === 0 ? figures : [make(content), ...figures];
}

const wrap = (type: 'blockquote', content: DocumentNode[]): DocumentNode[] =>
  content.length === 0 ? [] : [{ type, content }];

function codeOf(element: HTMLElement): DocumentNode[] {
  const text = element.textContent.replaceAll('\r\n', '\n').replace(/\n$/u, '');
  return text === ''
    ? []
    : [{ type: 'codeBlock', attrs: { language: '' }, content: [{ type: 'text', text, marks: [pastedOrigin] }] }];
}

function verseOf(element: HTMLElement, context: Context, work: Work): DocumentNode[] {
  const lines = [...element.children].flatMap((line): DocumentNode[] => {
    if (!(line instanceof HTMLElement)) return [];
    return withInline(line, context, work, (content) => ({ type: 'verseLine', content })).filter(
      (node) => node.type === 'verseLine',
    );
  });
  return lines.length === 0 ? [] : [{ type: 'verse', content: lines }];
}

function listOf(list: HTMLElement, type: 'bulletList' | 'orderedList', context: Context, work: Work): DocumentNode[] {
  const items: DocumentNode[] = [];
  for (const child of list.children) {
    if (!(child instanceof HTMLElement) || isHidden(child)) continue;
    const content =
      child.localName === 'li'
        ? blocksOf(child, below(context, child), work)
        : blockOf(child, below(context, child), work);
    // A list straight inside a list belongs to the item before it.
    const last = items.at(-1);
    if (child.localName !== 'li' && last)
      items[items.length - 1] = { ...last, content: [...(last.content ?? []), ...content] };
    else if (content.length > 0) items.push(itemOf(content));
  }
  if (items.length === 0) return [];
  if (type === 'bulletList') return [{ type, content: items }];
  const start = Number.parseInt(list.getAttribute('start') ?? '1', 10);
  return [{ type, attrs: { start: Number.isFinite(start) ? start : 1 }, content: items }];
}

const itemOf = (content: readonly DocumentNode[]): DocumentNode => ({
  type: 'listItem',
  content: content[0]?.type === 'paragraph' ? content : [{ type: 'paragraph' }, ...content],
});

/** Word writes lists as paragraphs with a level: they become real lists again. */
function listFromWord(paragraphs: readonly HTMLElement[], context: Context, work: Work): DocumentNode[] {
  const first = paragraphs[0];
  if (!first) return [];
  const level = wordListLevel(first)?.level ?? 1;
  const items: DocumentNode[] = [];
  for (let index = 0; index < paragraphs.length; index += 1) {
    const paragraph = paragraphs[index];
    if (!paragraph) continue;
    const deeper: HTMLElement[] = [];
    while ((wordListLevel(paragraphs[index + 1])?.level ?? 0) > level) {
      const next = paragraphs[(index += 1)];
      if (next) deeper.push(next);
    }
    const content = [...blocksOf(paragraph, below(context, paragraph), work), ...listFromWord(deeper, context, work)];
    if (content.length > 0) items.push(itemOf(content));
  }
  if (items.length === 0) return [];
  const isOrdered = wordListLevel(first)?.isOrdered === true;
  return [
    isOrdered ? { type: 'orderedList', attrs: { start: 1 }, content: items } : { type: 'bulletList', content: items },
  ];
}

function tableOf(table: HTMLElement, context: Context, work: Work): DocumentNode[] {
  const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
  const cells = rows.map((row) => [...row.children].filter((cell) => /^t[dh]$/u.test(cell.localName)));
  const only = cells.length === 1 && cells[0]?.length === 1 ? cells[0][0] : undefined;
  // A table of one cell is how mail and old pages draw a box.
  if (only instanceof HTMLElement) return blocksOf(only, below(context, only), work);
  const content = cells
    .filter((row) => row.length > 0)
    .map((row): DocumentNode => ({
      type: 'tableRow',
      content: row.map((cell): DocumentNode => {
        const inside = cell instanceof HTMLElement ? blocksOf(cell, below(context, cell), work) : [];
        return {
          type: cell.localName === 'th' ? 'tableHeader' : 'tableCell',
          attrs: { colspan: spanOf(cell, 'colspan'), rowspan: spanOf(cell, 'rowspan'), colwidth: null },
          content: inside.length > 0 ? inside : [{ type: 'paragraph' }],
        };
      }),
    }));
  return content.length === 0 ? [] : [{ type: 'table', content }];
}

function spanOf(cell: Element, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.getAttribute(name) ?? '1', 10);
  return Number.isFinite(span) ? Math.min(Math.max(span, 1), 50) : 1;
}

const paragraphOf = (content: DocumentNode[]): DocumentNode => ({ type: 'paragraph', content });
