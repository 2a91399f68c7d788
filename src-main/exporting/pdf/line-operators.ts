import { visualOrder } from './directions';
import type { Segment } from './atom';
import type { PlacedLine } from './flow';
import type { LinePiece } from './line-breaking';
import { glyphLetters } from './glyph-string';
import type { PdfFont } from './pdfkit-port';

/** The operators that draw a line of text, `x` and `y` from the lower left corner of the page. */
export function lineOperators({ line, isRightToLeft }: PlacedLine, at: { readonly x: number; readonly y: number }, fonts: Set<PdfFont>): string {
  const brush = createBrush(at, fonts);
  let x = at.x;
  const letters = (segment: Segment): void => {
    brush.letters(segment, x);
    x += segment.width;
  };
  const space = (width: number): void => {
    if (width === 0) return;
    brush.space(width);
    x += width;
  };
  const { pieces } = line;
  if (!isRightToLeft && pieces.every(runsLeftToRight)) {
    for (let nth = 0; nth < pieces.length; nth += 1) {
      const piece = pieces[nth];
      if (!piece) continue;
      piece.segments.forEach(letters);
      if (nth + 1 < pieces.length) space(piece.space);
    }
  } else {
    for (const part of visualOrder(partsOf(pieces, isRightToLeft))) {
      if (part.kind === 'space') space(part.width);
      else letters(part.segment);
    }
  }
  return brush.end();
}

const runsLeftToRight = ({ level, segments }: LinePiece): boolean => level === 0 && segments.every((segment) => segment.level === 0);

type Part =
  | { readonly kind: 'letters'; readonly segment: Segment; readonly level: number }
  | { readonly kind: 'space'; readonly width: number; readonly level: number };

function partsOf(pieces: readonly LinePiece[], isRightToLeft: boolean): Part[] {
  const base = isRightToLeft ? 1 : 0;
  const parts: Part[] = [];
  for (const [at, piece] of pieces.entries()) {
    for (const segment of piece.segments) parts.push({ kind: 'letters', segment, level: Math.max(segment.level, base) });
    const next = pieces[at + 1];
    if (piece.space === 0 || !next) continue;
    // A space runs with its neighbours when they run the same way, else with the paragraph.
    const level = piece.level === next.level ? Math.max(piece.level, base) : base;
    parts.push({ kind: 'space', width: piece.space, level });
  }
  return parts;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);

function createBrush(at: { readonly x: number; readonly y: number }, fonts: Set<PdfFont>) {
  let operators = `BT 1 0 0 1 ${number(at.x)} ${number(at.y)} Tm`;
  let array = '';
  let font: PdfFont | null = null;
  let size = 0;
  let rise = 0;
  let strokes = '';

  const flush = (): void => {
    if (array !== '') operators += ` [${array}] TJ`;
    array = '';
  };

  function letters({ glyphs, look, width }: Segment, x: number): void {
    const wanted = look.size * glyphs.scale;
    if (glyphs.font !== font || wanted !== size || look.rise !== rise) {
      flush();
      if (glyphs.font !== font || wanted !== size) operators += ` /${glyphs.font.id} ${number(wanted)} Tf`;
      if (look.rise !== rise) operators += ` ${number(look.rise)} Ts`;
      ({ font } = glyphs);
      size = wanted;
      ({ rise } = look);
      fonts.add(font);
    }
    array += glyphs.rises ? glyphs.show.replace(/%(-?[\d.]+)%/gu, (_all, units: string) => number((Number(units) * size) / 1_000)) : glyphs.show;
    if (look.underline) strokes += rectangle(x, at.y - look.size * 0.13, width, look.size * 0.05);
    if (look.strike) strokes += rectangle(x, at.y + look.size * 0.22, width, look.size * 0.05);
  }

  function space(width: number): void {
    if (font === null || size === 0) {
      operators = `BT 1 0 0 1 ${number(at.x + width)} ${number(at.y)} Tm`;
      return;
    }
    // A real space, so that the words can be copied and read aloud, and the rest of the width as white.
    const blank = blankOf(font);
    array += `(${blank.shown}) ${Math.round(blank.width - (width * 1_000) / size)} `;
  }

  const end = (): string => {
    flush();
    return `${operators}${rise === 0 ? '' : ' 0 Ts'} ET\n${strokes}`;
  };
  return { letters, space, end };
}

type Blank = { readonly shown: string; readonly width: number };
const blanks = new WeakMap<PdfFont, Blank>();

function blankOf(font: PdfFont): Blank {
  const known = blanks.get(font);
  if (known) return known;
  const [[code = ''], [position]] = font.encode(' ');
  const made = { shown: glyphLetters(code), width: position?.xAdvance ?? 0 };
  blanks.set(font, made);
  return made;
}

/** A filled bar. */
export const rectangle = (x: number, y: number, width: number, height: number): string =>
  `${number(x)} ${number(y)} ${number(width)} ${number(height)} re f\n`;
