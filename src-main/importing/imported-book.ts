import type { Matter } from '../../src-shared/domain/outline';
import type { DocumentNode } from '../../src-shared/text/document';

/** Something that somebody said about a line of text: a remark, or how they would have it. */
export type Remark = {
  /** The line of its piece, as `textLines` counts them. */
  readonly line: number;
  readonly kind: 'comment' | 'change';
  readonly by: string;
  /** The line as it stands. */
  readonly before: string;
  /** The line as it would be; the same for a remark. */
  readonly after: string;
  readonly why: string;
};

/**
 * A stretch of a manuscript with its heading: the smallest thing that can become a chapter, be joined to the one before
 * or be left out.
 */
export type Piece = {
  /** Of its heading, from 1 at the top; 0 for what stands before the first. */
  readonly level: number;
  readonly title: string;
  /** The heading with its marks, for when it becomes a heading inside a chapter. */
  readonly heading: readonly DocumentNode[];
  /** The file says that it is a part, not a chapter. */
  readonly isPart: boolean;
  readonly matter: Matter;
  /** A scene of an outline: joined to a chapter it is a line of the chapter's plan, not a heading in the text. */
  readonly isPlan: boolean;
  readonly description: string;
  readonly blocks: readonly DocumentNode[];
  readonly remarks: readonly Remark[];
};

/** A picture of a manuscript as the file has it; the `assetId` of a figure names it until the book is made. */
export type ImportedPicture = { readonly name: string; readonly bytes: Uint8Array };

/** What every reader makes of a file. */
export type ImportedBook = {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly description: string | null;
  readonly pieces: readonly Piece[];
  /** The heading level at which chapters begin. */
  readonly chapterLevel: number;
  readonly pictures: readonly ImportedPicture[];
  /** The name of the picture that is the cover. */
  readonly cover: string | null;
  /** Sentences for the author: what was not carried over, or not as it was. */
  readonly notes: readonly string[];
};

/** A book of which nothing is known but its text. */
export const bareBook: Omit<ImportedBook, 'pieces' | 'chapterLevel'> = {
  title: null, subtitle: null, author: null, language: null, description: null, pictures: [], cover: null, notes: [],
};
