import type { DocumentNode } from '../../../src-shared/text/document';
import { elementAt, elementsOf, type XmlElement } from '../xml-tree';

/** Wrappers that content may stand in at any level. */
const wrappers: ReadonlySet<string> = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:del', 'w:moveTo', 'w:moveFrom']);

/** The elements of a name below, through whatever merely wraps them. */
export const unwrapped = (parent: XmlElement, name: string): XmlElement[] =>
  elementsOf(parent).flatMap((element) => {
    if (element.name === name) return [element];
    return wrappers.has(element.name) ? unwrapped(element, name) : [];
  });

type Cell = { readonly column: number; readonly columns: number; rows: number; readonly isHeader: boolean; readonly content: readonly DocumentNode[] };

const mostColumns = 60;

/** Reads a table; `readCell` reads the blocks of a cell. Cells that are joined downwards become one that spans rows. */
export function readTable(table: XmlElement, readCell: (cell: XmlElement) => readonly DocumentNode[]): DocumentNode | null {
  const open = new Map<number, Cell>();
  let isHead = true;
  const rows = unwrapped(table, 'w:tr').map((row) => {
    isHead &&= elementAt(row, 'w:trPr', 'w:tblHeader') !== undefined;
    const cells: Cell[] = [];
    let column = 0;
    for (const found of unwrapped(row, 'w:tc')) {
      const properties = elementAt(found, 'w:tcPr');
      const span = Number.parseInt(elementAt(properties, 'w:gridSpan')?.attributes['w:val'] ?? '1', 10);
      const columns = Math.min(mostColumns, Math.max(1, Number.isNaN(span) ? 1 : span));
      const merge = elementAt(properties, 'w:vMerge');
      const above = merge && merge.attributes['w:val'] !== 'restart' ? open.get(column) : undefined;
      if (above) above.rows += 1;
      else {
        const cell: Cell = { column, columns, rows: 1, isHeader: isHead, content: readCell(found) };
        cells.push(cell);
        if (merge) open.set(column, cell);
        else open.delete(column);
      }
      column += columns;
    }
    return cells;
  });
  const made = rows.filter((cells) => cells.length > 0).map((cells): DocumentNode => ({ type: 'tableRow', content: cells.map(cellNode) }));
  return made.length === 0 ? null : { type: 'table', content: made };
}

function cellNode({ columns, rows, isHeader, content }: Cell): DocumentNode {
  const attrs = { ...(columns > 1 ? { colspan: columns } : {}), ...(rows > 1 ? { rowspan: rows } : {}) };
  return {
    type: isHeader ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  };
}
