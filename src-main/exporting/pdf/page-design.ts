import type { PageSize } from '../../../src-shared/ipc/export-calls';

/** The measures of a page, in points. `lines` is how many lines of text stand on a full page. */
export type PageDesign = {
  readonly width: number;
  readonly height: number;
  readonly inside: number;
  readonly outside: number;
  readonly top: number;
  readonly headAt: number;
  readonly size: number;
  readonly leading: number;
  readonly lines: number;
  readonly indent: number;
  readonly isGrey: boolean;
};

const inch = 72;

/**
 * Inside margins that both Kindle Direct Publishing and IngramSpark accept: never less than 0.75 in, and what KDP asks
 * of thicker books (kdp.amazon.com help G201834190, checked 2026-05).
 */
const insideMargins: readonly (readonly [fromPages: number, inches: number])[] = [[701, 0.875], [0, 0.75]];

/** The inside margin of a 6×9 book of so many pages. */
export function insideMarginFor(pages: number): number {
  const found = insideMargins.find(([fromPages]) => pages >= fromPages);
  return (found?.[1] ?? 0.75) * inch;
}

/** The design for a page size; the gutter of the trade page follows the number of pages, A4 has room for any. */
export function pageDesign(page: PageSize, pages: number): PageDesign {
  if (page === 'a4') {
    return {
      width: 595.28, height: 841.89, inside: 1.35 * inch, outside: 1.45 * inch, top: 84, headAt: 56, size: 12.4, leading: 16.8,
      lines: 40, indent: 18, isGrey: false,
    };
  }
  return {
    width: 6 * inch, height: 9 * inch, inside: insideMarginFor(pages), outside: 0.6 * inch, top: 65, headAt: 47, size: 11.4,
    leading: 14.8, lines: 36, indent: 15, isGrey: true,
  };
}

/** More letters than the fullest page of text holds. */
export const mostLettersAPage = 2_600;

/** The width between the margins. */
export const textWidth = (design: PageDesign): number => design.width - design.inside - design.outside;

/** The height of a full page of text. */
export const textHeight = (design: PageDesign): number => design.lines * design.leading;

/** Points for each pixel of a picture in a column: as wide as the column, but no taller than two thirds of a page and no coarser than 120 dots an inch. */
export function pictureScale(picture: { readonly widthPx: number; readonly heightPx: number }, columnWidth: number, design: PageDesign): number {
  return Math.min(columnWidth / picture.widthPx, (textHeight(design) * 0.68) / picture.heightPx, 72 / 120);
}
