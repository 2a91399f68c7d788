import type { DocumentNode } from '../../../src-shared/text/document';
import { elementsOf, type XmlElement } from '../xml-tree';

const mostSpan = 60;

function spanOf(cell: XmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(cell.attributes[name] ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(mostSpan, Math.max(1, span));
}

/** Reads a table row by row; `readCell` reads the blocks of a cell. */
export function htmlTable(table: XmlElement, readCell: (cell: XmlElement) => readonly DocumentNode[]): DocumentNode | null {
  const groups = elementsOf(table).flatMap((child) => (['thead', 'tbody', 'tfoot'].includes(child.name) ? elementsOf(child) : [child]));
  const rows = groups.filter(({ name }) => name === 'tr').flatMap((row): DocumentNode[] => {
    const cells = elementsOf(row).filter(({ name }) => name === 'td' || name === 'th').map((cell): DocumentNode => {
      const [columns, down] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
      const attrs = { ...(columns > 1 ? { colspan: columns } : {}), ...(down > 1 ? { rowspan: down } : {}) };
      const content = readCell(cell);
      return {
        type: cell.name === 'th' ? 'tableHeader' : 'tableCell',
        ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
        content: content.length > 0 ? content : [{ type: 'paragraph' }],
      };
    });
    return cells.length === 0 ? [] : [{ type: 'tableRow', content: cells }];
  });
  return rows.length === 0 ? null : { type: 'table', content: rows };
}
