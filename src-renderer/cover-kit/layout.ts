import type { Weight } from './faces';

/** The measures of a cover’s own plane: all places and sizes are in these units, whatever size it is drawn at. */
export const plane = { width: 1_600, height: 2_560 } as const;

/** A rectangle of the plane. */
export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What stands on a cover: the words of the book, or a small sign between them. */
export type Part = 'title' | 'subtitle' | 'author' | 'line';

/** The inks of a layout; `light` is for words on a picture, `on-accent` for words on the accent colour. */
export type InkName = 'ink' | 'accent' | 'ground' | 'light' | 'on-accent';

/** How words are set. Sizes are in units of the plane; the rest in parts of the size. */
export type TextStyle = {
  readonly voice: 'title' | 'text';
  readonly weight: Weight;
  readonly isItalic?: boolean;
  readonly isCapitals?: boolean;
  readonly tracking?: number;
  readonly leading: number;
  readonly largest: number;
  readonly mostLines: number;
  readonly ink: InkName;
};

/** A part of a stack with the room before it; the first one’s is left out. */
export type StackItem =
  | { readonly kind: 'words'; readonly part: Part; readonly style: TextStyle; readonly gap: number }
  /** A stroke as long and thick as it says, in the accent colour. */
  | { readonly kind: 'rule'; readonly width: number; readonly thickness: number; readonly gap: number }
  /** A small ornament, so high. */
  | { readonly kind: 'flower'; readonly height: number; readonly gap: number };

/** Things one under the other inside a box. What is larger than the box is made smaller until it fits. */
export type Stack = {
  readonly box: Box;
  readonly align: 'start' | 'center';
  readonly anchor: 'top' | 'middle' | 'bottom';
  readonly items: readonly StackItem[];
  /** The words lie on the picture: they are checked against it. */
  readonly isOnPicture?: boolean;
};

/** Where a picture goes, and its shape. */
export type PicturePlace = { readonly box: Box; readonly shape: 'rectangle' | 'arch' };

/** What is drawn under the words. */
export type Art =
  'plain' | 'disc' | 'quarter' | 'ridges' | 'frame' | 'shapes' | 'cloth' | 'journal' | 'wreath' | 'contours' | 'map';

/** A cover’s layout as data. */
export type Layout = {
  readonly name: string;
  /** For whom it is, in a few words. */
  readonly about: string;
  readonly art: Art;
  readonly picture: PicturePlace | null;
  readonly stacks: readonly Stack[];
};

/** How words are set that are only told apart by a few measures. */
export const titleStyle = (largest: number, mostLines: number, more: Partial<TextStyle> = {}): TextStyle => ({
  voice: 'title',
  weight: 'regular',
  leading: 1.04,
  largest,
  mostLines,
  ink: 'ink',
  ...more,
});

export const smallStyle = (largest: number, mostLines: number, more: Partial<TextStyle> = {}): TextStyle => ({
  voice: 'text',
  weight: 'regular',
  leading: 1.24,
  largest,
  mostLines,
  ink: 'ink',
  ...more,
});

/** Spaced capitals, as authors’ names are set. */
export const spacedCapitals = (largest: number, more: Partial<TextStyle> = {}): TextStyle =>
  smallStyle(largest, 2, { isCapitals: true, tracking: 0.16, ...more });

export const words = (part: Part, style: TextStyle, gap = 0): StackItem => ({ kind: 'words', part, style, gap });
