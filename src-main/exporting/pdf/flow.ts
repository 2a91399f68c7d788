import type { Note } from '../block';
import type { SetLine } from './line-breaking';

/** A line of text at its place between the margins. */
export type PlacedLine = { readonly line: SetLine; readonly x: number; readonly isRightToLeft: boolean };

/** Straight strokes and pictures that go with a line; `y` from its top. */
export type Ornament =
  | { readonly kind: 'rule'; readonly x: number; readonly y: number; readonly width: number; readonly weight: number }
  | { readonly kind: 'picture'; readonly assetId: string; readonly alt: string; readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** A horizontal strip of the page: what is never divided between two pages. */
export type Strip = {
  readonly height: number;
  /** How far below its top the letters stand. */
  readonly baseline: number;
  readonly lines: readonly PlacedLine[];
  readonly ornaments: readonly Ornament[];
  readonly notes: readonly Note[];
};

/** Strips that belong together, such as the lines of a paragraph. */
export type Group = {
  readonly strips: readonly Strip[];
  /** White above, which goes away at the top of a page. */
  readonly before: number;
  readonly after: number;
  /** How many strips at least stay together at its start and at its end. */
  readonly keepStart: number;
  readonly keepEnd: number;
  /** Whether it may not stand alone at the foot of a page. */
  readonly keepsWithNext: boolean;
};

/** A group of which no line stands alone. */
export const groupOf = (strips: readonly Strip[], more: Partial<Group> = {}): Group => ({
  strips, before: 0, after: 0, keepStart: 2, keepEnd: 2, keepsWithNext: false, ...more,
});

/** What goes to the pages, in order. */
export type FlowItem =
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'open'; readonly opening: Opening };

/** A new page, and what its head will say. */
export type Opening = {
  readonly isRightHand: boolean;
  /** Roman for the front matter; `arabic` starts at 1 with the first opening that has it. */
  readonly folios: 'roman' | 'arabic';
  /** The running head of the right-hand pages that follow. */
  readonly head: string;
  /** The section that begins here, for the table of contents. */
  readonly anchor: string | null;
  /** Pages that carry neither head nor folio to their end, such as a title page. */
  readonly isBare: boolean;
  /** Pages that can be painted only when all others are known: the contents. */
  readonly isPaintedLast: boolean;
};
