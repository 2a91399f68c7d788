import { unplaced, type OutlineNode } from '../../../src-shared/domain/outline';
import { cleanText } from '../inline-content';
import { bookSections } from '../manuscript-blocks';
import type { Manuscript } from '../manuscript';
import { titleNames } from '../title-lines';
import { escapeXml } from '../xml-text';

/** A line of an outline file: how deep it stands, its title, and what is said of it. */
export type OpmlLine = { readonly depth: number; readonly title: string; readonly note: string; readonly status: string; readonly kind: string };

const kindOf = ({ kind, matter }: OutlineNode): string => matter ?? kind;

/** The lines of an outline in reading order; what is unplaced stands last, below a line of its own. */
export function opmlLines(manuscript: Manuscript, outline: readonly OutlineNode[]): OpmlLine[] {
  const shown = new Map(bookSections(manuscript).map(({ id, contentsTitle }) => [id, contentsTitle]));
  const depths = new Map<string, number>([[unplaced, 0]]);
  const lines: OpmlLine[] = [];
  for (const node of outline) {
    const depth = node.parentId === null ? 0 : (depths.get(node.parentId) ?? 0) + 1;
    depths.set(node.id, depth);
    if (node.parentId === unplaced && !lines.some(({ kind }) => kind === unplaced)) {
      lines.push({ depth: 0, title: 'Unplaced', note: '', status: '', kind: unplaced });
    }
    const title = cleanText(node.title).trim() || (shown.get(node.id) ?? '') || 'Untitled';
    lines.push({ depth, title, note: cleanText(node.description), status: node.status, kind: kindOf(node) });
  }
  return lines;
}

// A line feed in an attribute would be read as a space.
const attribute = (name: string, value: string): string =>
  value === '' ? '' : ` ${name}="${escapeXml(value).replace(/\r?\n/gu, '&#10;').replaceAll('\t', '&#9;')}"`;

/**
 * An outline as OPML 2.0. Descriptions are `_note` and the state of a chapter `_status`, as outliners write them; `_kind`
 * says what a line is in a book.
 */
export function opmlText(manuscript: Manuscript, outline: readonly OutlineNode[]): string {
  const { title, author } = titleNames(manuscript);
  const changed = new Date(manuscript.changedAt).toUTCString();
  const head = `<title>${escapeXml(title)}</title>\n<dateModified>${changed}</dateModified>${author === '' ? '' : `\n<ownerName>${escapeXml(author)}</ownerName>`}`;
  const lines = opmlLines(manuscript, outline);
  const body = lines.map(({ depth, title: text, note, status, kind }, at) => {
    const next = lines[at + 1]?.depth ?? 0;
    const line = `${'  '.repeat(depth)}<outline${attribute('text', text)}${attribute('_note', note)}${attribute('_status', status)}${attribute('_kind', kind)}`;
    if (next > depth) return `${line}>`;
    const closed = Array.from({ length: depth - next }, (_unused, up) => `\n${'  '.repeat(depth - up - 1)}</outline>`);
    return `${line}/>${closed.join('')}`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0">\n<head>\n${head}\n</head>\n<body>\n${body.join('\n')}\n</body>\n</opml>\n`;
}
