import type { Block, Inline, Note, TableCell } from '../block';
import { plainStyle } from '../inline-content';
import { escapeXml } from '../xml-text';
import { docxInline, textRun } from './docx-inline';

/** A picture in the file. Sizes in pixels of the original. */
export type DocxPicture = { readonly relation: string; readonly number: number; readonly widthPx: number; readonly heightPx: number };

/** What a block asks of the writer. */
export type DocxPorts = {
  readonly pictureOf: (assetId: string) => DocxPicture | null;
  readonly addNote: (note: Note) => void;
  readonly addList: (isOrdered: boolean, start: number) => number;
  readonly textWidth: number;
  readonly isRightToLeft: boolean;
  /** What stands between scenes; three stars where it is not named. */
  readonly sceneBreak?: string;
};

/** Where a block stands: how deep in quotes, in which list, in a table or on a page without heading. */
export type DocxPlace = {
  readonly quotes: number;
  readonly list: { readonly number: number; readonly level: number; readonly isOpening: boolean } | null;
  readonly isInTable: boolean;
  readonly isCentered: boolean;
};

/** The top of a chapter. */
export const topPlace: DocxPlace = { quotes: 0, list: null, isInTable: false, isCentered: false };

/** A paragraph of a style. `more` are further properties, in the schema's order. */
export function docxParagraph(style: string, runs: string, { more = '', isRightToLeft = false } = {}): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${isRightToLeft ? moreWithBidi(more) : more}</w:pPr>${runs}</w:p>`;
}

// The schema's order: numbering before, spacing and indents after the direction.
function moreWithBidi(more: string): string {
  const at = /<w:(?:spacing|ind)\b/u.exec(more)?.index ?? more.length;
  return `${more.slice(0, at)}<w:bidi/>${more.slice(at)}`;
}

/** Sets a block as WordprocessingML. */
export function docxBlock(block: Block, place: DocxPlace, ports: DocxPorts): string {
  const runs = (content: readonly Inline[]): string => docxInline(content, ports.addNote);
  switch (block.kind) {
    case 'paragraph':
      return textParagraph(runs(block.content), block.isFirst, place, ports);
    case 'heading':
      return docxParagraph(`Heading${block.level + 1}`, runs(block.content), ports);
    case 'quote':
      return inside(block.blocks, { ...place, quotes: place.quotes + 1 }, ports);
    case 'list':
      return list(block, place, ports);
    case 'figure':
      return figure(block, ports);
    case 'table':
      return table(block.rows, place, ports);
    case 'scene-break':
      return docxParagraph('SceneBreak', textRun(ports.sceneBreak ?? '*\u2003*\u2003*', plainStyle), ports);
    case 'verse':
      return verse(block.lines, ports);
    case 'code':
      return docxParagraph('SourceCode', textRun(block.text, plainStyle));
  }
}

function inside(blocks: readonly Block[], place: DocxPlace, ports: DocxPorts): string {
  return blocks.map((block) => docxBlock(block, place, ports)).join('');
}

function textParagraph(runs: string, isFirst: boolean, place: DocxPlace, ports: DocxPorts): string {
  const { isRightToLeft } = ports;
  if (place.list !== null) {
    const { number, level, isOpening } = place.list;
    const mark = isOpening ? `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${number}"/></w:numPr>` : `<w:ind w:left="${(level + 1) * 500}"/>`;
    return docxParagraph('ListText', runs, { more: mark, isRightToLeft });
  }
  if (place.isInTable) return docxParagraph('TableText', runs, ports);
  if (place.quotes > 0) {
    const indent = 480 * place.quotes;
    return docxParagraph('BlockText', runs, { more: place.quotes > 1 ? `<w:ind w:left="${indent}" w:right="${indent}"/>` : '', isRightToLeft });
  }
  if (place.isCentered) return docxParagraph('CenteredText', runs, ports);
  return docxParagraph(isFirst ? 'FirstParagraph' : 'BodyText', runs, ports);
}

function list(block: Extract<Block, { kind: 'list' }>, place: DocxPlace, ports: DocxPorts): string {
  const number = ports.addList(block.isOrdered, block.start);
  const level = Math.min(8, place.list === null ? 0 : place.list.level + 1);
  return block.items
    .map((item) => item.map((one, at) => docxBlock(one, { ...place, list: { number, level, isOpening: at === 0 } }, ports)).join(''))
    .join('');
}

const emuPerTwip = 635;
const emuPerPixel = 9_525;

function figure(block: Extract<Block, { kind: 'figure' }>, ports: DocxPorts): string {
  const picture = ports.pictureOf(block.assetId);
  const caption = block.caption === '' ? '' : docxParagraph('Caption', textRun(block.caption, plainStyle), ports);
  if (picture === null) return docxParagraph('LostFigure', textRun(block.alt, plainStyle), ports) + caption;
  return docxParagraph('Figure', `<w:r>${drawing(picture, block.alt, ports.textWidth)}</w:r>`) + caption;
}

function drawing(picture: DocxPicture, alt: string, textWidth: number): string {
  const scale = Math.min(1, (textWidth * emuPerTwip) / (picture.widthPx * emuPerPixel), 5_000_000 / (picture.heightPx * emuPerPixel));
  const width = Math.max(1, Math.round(picture.widthPx * emuPerPixel * scale));
  const height = Math.max(1, Math.round(picture.heightPx * emuPerPixel * scale));
  const name = `Picture ${picture.number}`;
  const names = `id="${picture.number}" name="${name}" descr="${escapeXml(alt)}"`;
  return (
    `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${names}/>` +
    '<a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">' +
    `<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr ${names}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="${picture.relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>` +
    `<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>` +
    '</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
  );
}

function verse(lines: readonly (readonly Inline[])[], ports: DocxPorts): string {
  return lines
    .map((line, at) => {
      if (line.length === 0) return '';
      const before = at === 0 || lines[at - 1]?.length === 0 ? ' w:before="160"' : '';
      const after = at === lines.length - 1 ? ' w:after="160"' : '';
      const more = before + after === '' ? '' : `<w:spacing${before}${after}/>`;
      return docxParagraph('Verse', docxInline(line, ports.addNote), { more, isRightToLeft: ports.isRightToLeft });
    })
    .join('');
}

const borders = ['top', 'bottom', 'insideH'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`).join('');
const mergedCell = '<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>';

function table(rows: readonly (readonly TableCell[])[], place: DocxPlace, ports: DocxPorts): string {
  const columns = Math.max(...rows.map((row) => row.reduce((sum, cell) => sum + cell.columns, 0)));
  const grid = `<w:gridCol w:w="${Math.floor(ports.textWidth / columns)}"/>`.repeat(columns);
  const open = new Map<number, number>(); // column → rows that a joined cell above still covers
  const body = rows.map((row) => {
    const isHead = row.every((cell) => cell.isHeader);
    return `<w:tr>${isHead ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${rowCells(row, open, (cell) => cellContent(cell, place, ports))}</w:tr>`;
  });
  const properties = `<w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr>`;
  // Two tables in a row would grow together without a paragraph between.
  return `<w:tbl>${properties}<w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>${docxParagraph('TableText', '')}`;
}

function rowCells(row: readonly TableCell[], open: Map<number, number>, content: (cell: TableCell) => string): string {
  let xml = '';
  let column = 0;
  const skipMerged = (): void => {
    for (let left = open.get(column) ?? 0; left > 0; left = open.get(column) ?? 0) {
      open.set(column, left - 1);
      xml += mergedCell;
      column += 1;
    }
  };
  for (const cell of row) {
    skipMerged();
    const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : '';
    const merge = cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : '';
    xml += `<w:tc><w:tcPr>${span}${merge}</w:tcPr>${content(cell)}</w:tc>`;
    if (cell.rows > 1) for (let at = 0; at < cell.columns; at += 1) open.set(column + at, cell.rows - 1);
    column += cell.columns;
  }
  skipMerged();
  return xml;
}

function cellContent(cell: TableCell, place: DocxPlace, ports: DocxPorts): string {
  const inner = inside(cell.blocks, { ...place, isInTable: true, list: null }, ports);
  return inner.endsWith('</w:p>') ? inner : `${inner}<w:p/>`;
}
