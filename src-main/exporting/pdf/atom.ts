import type { Note } from '../block';
import type { Glyphs } from './book-faces';

/** How a run is drawn besides its letters. */
export type RunLook = {
  readonly size: number;
  /** Points above the line, for the number of a note. */
  readonly rise: number;
  readonly underline: boolean;
  readonly strike: boolean;
};

/** Shaped letters of one look, without a place to break. */
export type Segment = { readonly glyphs: Glyphs; readonly width: number; readonly look: RunLook; readonly level: number };

/** A place inside an atom where a line may end. */
export type InnerBreak = {
  readonly beforeWidth: number;
  readonly afterWidth: number;
  readonly isHyphen: boolean;
  /** Its place among the letters: in which run, and before which letter of it. */
  readonly run: number;
  readonly letter: number;
};

/** What stands between two places where a line may always end: mostly a word with its punctuation. */
export type Atom = {
  readonly segments: readonly Segment[];
  readonly width: number;
  /** The space behind it; 0 where two signs stand side by side, as in Chinese. */
  readonly space: number;
  readonly spaceStretch: number;
  /** Whether the line must end behind it. */
  readonly isForced: boolean;
  /** The author's letters, for the check that each has been painted. */
  readonly text: string;
  readonly notes: readonly Note[];
  readonly level: number;
  /** Where it may be divided; asked only when a paragraph needs it. */
  readonly breaks: () => readonly InnerBreak[];
  /** What stands at the end of a line and begins the next when it is divided. */
  readonly divide: (at: InnerBreak) => { readonly before: readonly Segment[]; readonly after: readonly Segment[] };
  /** The same, an atom a letter: for what is wider than a line. */
  readonly letters: () => readonly Atom[];
};
