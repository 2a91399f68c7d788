import type { ManuscriptAsset } from '../manuscript';
import type { Atoms } from './atoms';
import type { Direction } from './directions';
import type { Ornament, PlacedLine, Strip } from './flow';
import { breakLines } from './line-breaking';
import { lineOperators, rectangle } from './line-operators';
import { textHeight, textWidth, type PageDesign } from './page-design';
import type { BookPage, PlacedStrip } from './paginate';
import type { PdfFile, PdfFont } from './pdfkit-port';
import type { PaintedPages } from './painted-text';
import { plain } from './set-blocks';

/** What painting needs. */
export type PainterPorts = {
  readonly pdf: PdfFile;
  readonly design: PageDesign;
  readonly atoms: Atoms;
  readonly direction: Direction;
  readonly painted: PaintedPages;
  readonly noteIdOf: (strip: Strip) => number;
  readonly pictureOf: (assetId: string) => ManuscriptAsset | null;
  /** Hears of each picture that has been painted. */
  readonly onPicture: (assetId: string) => void;
};

/** Draws finished pages. */
export function createPainter({ pdf, design, atoms, direction, painted, noteIdOf, pictureOf, onPicture }: PainterPorts) {
  const { width, height, top } = design;
  const leftOf = (sheet: number): number => (sheet % 2 === 1 ? design.inside : design.outside);

  function paintStrips(strips: readonly PlacedStrip[], left: number, fonts: Set<PdfFont>): string {
    let operators = '';
    for (const { strip, y } of strips) {
      const baseline = height - (top + y + strip.baseline);
      for (const placed of strip.lines) operators += lineOperators(placed, { x: left + placed.x, y: baseline }, fonts);
      for (const ornament of strip.ornaments) {
        if (ornament.kind === 'rule') operators += rectangle(left + ornament.x, height - (top + y + ornament.y), ornament.width, ornament.weight);
      }
    }
    return operators;
  }

  function paintPictures(strips: readonly PlacedStrip[], left: number): void {
    for (const { strip, y } of strips) {
      for (const ornament of strip.ornaments) if (ornament.kind === 'picture') paintPicture(ornament, left, top + y);
    }
  }

  function paintPicture(ornament: Extract<Ornament, { kind: 'picture' }>, left: number, y: number): void {
    const picture = pictureOf(ornament.assetId);
    if (!picture) return;
    const { document } = pdf;
    document.markContent('Span', { alt: ornament.alt });
    document.image(Buffer.from(picture.bytes), left + ornament.x, y + ornament.y, { width: ornament.width, height: ornament.height });
    document.endMarkedContent();
    onPicture(ornament.assetId);
  }

  /** Running head and folio stand on one line: the folio outside, the head in the middle. */
  function headOperators(page: BookPage, fonts: Set<PdfFont>): string {
    const measure = textWidth(design);
    const left = leftOf(page.sheet);
    const y = height - design.headAt;
    let operators = '';
    const set = (text: string, size: number, smallCaps: boolean): PlacedLine['line'] | undefined =>
      breakLines(atoms.atomsOf([plain(text)], { size, base: { smallCaps }, direction }), { widthOf: () => 10_000, isJustified: false, hyphenates: false })[0];
    const place = (line: PlacedLine['line'] | undefined, x: number): void => {
      if (line) operators += lineOperators({ line, x: 0, isRightToLeft: direction === 'rtl' }, { x: left + x, y }, fonts);
    };
    const folio = set(page.folio, design.size * 0.95, false);
    const isOutsideRight = page.sheet % 2 === 1;
    if (page.showsFolio) place(folio, isOutsideRight ? measure - (folio?.width ?? 0) : 0);
    const head = page.head === '' ? undefined : fitHead(page.head, measure - 2 * design.size * 3, (text) => set(text, design.size * 0.92, true));
    place(head, (measure - (head?.width ?? 0)) / 2);
    return operators;
  }

  function paint(page: BookPage): void {
    pdf.document.addPage({ size: [width, height], margin: 0 });
    const left = leftOf(page.sheet);
    const fonts = new Set<PdfFont>();
    let operators = headOperators(page, fonts) + paintStrips(page.strips, left, fonts);
    const firstNote = page.foot[0];
    if (firstNote) operators += rectangle(left, height - (top + firstNote.y - design.leading * 0.35), textWidth(design) * 0.22, 0.5);
    operators += paintStrips(page.foot, left, fonts);
    // The library's page counts from the top; letters would stand on their heads.
    pdf.draw(`q 1 0 0 -1 0 ${height} cm\n${operators}Q`, fonts);
    paintPictures(page.strips, left);
    pdf.endPage();
    for (const { strip } of page.strips) for (const { line } of strip.lines) painted.paint(line);
    for (const { strip } of page.foot) for (const { line } of strip.lines) if (line.paragraph) painted.paintNote(noteIdOf(strip), line.text);
  }

  return { paint, lowest: top + textHeight(design) };
}

/** A head that is wider than its room is cut at a word. */
function fitHead<T extends { readonly width: number }>(head: string, room: number, set: (text: string) => T | undefined): T | undefined {
  let words = head.split(' ');
  let line = set(head);
  while (line && line.width > room && words.length > 1) {
    words = words.slice(0, -1);
    line = set(`${words.join(' ')} …`);
  }
  return line;
}
