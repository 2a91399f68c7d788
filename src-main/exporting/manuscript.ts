import type { Brief } from '../../src-shared/domain/brief';
import type { Matter } from '../../src-shared/domain/outline';
import type { DocumentNode } from '../../src-shared/text/document';

/** One piece of the book in reading order. Parts have a title and no text. */
export type ManuscriptSection = {
  readonly id: string;
  readonly kind: 'part' | 'chapter' | 'front' | 'back';
  readonly matter: Matter;
  readonly title: string;
  /** Counted from 1 over the whole book, for parts and chapters; `null` for front and back matter. */
  readonly number: number | null;
  /** The part a chapter stands in; `null` elsewhere. */
  readonly partId: string | null;
  /** About how many letters stand in it. */
  readonly letters: number;
};

/** A picture as the book keeps it. */
export type ManuscriptAsset = {
  readonly bytes: Uint8Array;
  readonly mime: string;
  readonly widthPx: number;
  readonly heightPx: number;
};

/** What an export reads: chapters are read one at a time, so memory does not grow with the book. */
export type Manuscript = {
  readonly brief: Brief;
  readonly bookId: string;
  /** When the book was last edited, as an ISO date: every date in an exported file. */
  readonly changedAt: string;
  readonly cover: { readonly bytes: Uint8Array; readonly mime: string } | null;
  readonly sections: readonly ManuscriptSection[];
  readonly readText: (sectionId: string) => Promise<DocumentNode>;
  readonly readAsset: (assetId: string) => Promise<ManuscriptAsset | undefined>;
  /** Sentences for the receipt, such as “2 chapters in Unplaced are not in this file.” */
  readonly notes: readonly string[];
};
