import type { ManuscriptSection } from './manuscript';

/** How a run of text looks. `href` is a web or mail address. */
export type TextStyle = {
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly strike: boolean;
  readonly smallCaps: boolean;
  readonly code: boolean;
  readonly href: string | null;
};

/** A note at the foot of a page. `number` starts again in each section, `id` is unique in the book. */
export type Note = { readonly number: number; readonly id: number; readonly content: readonly Inline[] };

/** What stands inside a line of text. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string; readonly style: TextStyle }
  | { readonly kind: 'break' }
  | { readonly kind: 'note'; readonly note: Note };

/** A cell of a table. */
export type TableCell = {
  readonly isHeader: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
};

/** A block of the book, checked and free of what no format can hold. */
export type Block =
  | { readonly kind: 'paragraph'; readonly content: readonly Inline[]; readonly isFirst: boolean }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly content: readonly Inline[] }
  | { readonly kind: 'quote'; readonly blocks: readonly Block[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly start: number; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'figure'; readonly assetId: string; readonly alt: string; readonly caption: string }
  | { readonly kind: 'table'; readonly rows: readonly (readonly TableCell[])[] }
  | { readonly kind: 'scene-break' }
  | { readonly kind: 'verse'; readonly lines: readonly (readonly Inline[])[] }
  | { readonly kind: 'code'; readonly text: string };

/** A section as exports see it. */
export type BookSection = ManuscriptSection & {
  /** Position in reading order, from 0. */
  readonly index: number;
  /** A name for links inside the file: letters, digits and a hyphen. */
  readonly anchor: string;
  /** The title as the page shows it; empty for a dedication, an epigraph and the like, which carry no heading. */
  readonly heading: string;
  /** “Chapter 3” where the title does not say so itself. */
  readonly label: string;
  /** What a table of contents calls it. */
  readonly contentsTitle: string;
};

/** What the walk over the manuscript yields: a section, then its blocks, some at a time so that a cancel is heard between. */
export type BookItem =
  | { readonly kind: 'section'; readonly section: BookSection }
  | { readonly kind: 'blocks'; readonly blocks: readonly Block[]; readonly section: BookSection };
