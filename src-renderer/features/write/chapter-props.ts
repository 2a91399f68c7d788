import type { Outline, OutlineNode } from '../../../src-shared/domain/outline';
import type { EditHow } from '../../../src-shared/domain/suggestion';
import type { RoomProps } from '../../app/room';
import type { Passage } from '../../editor-kit/find-passage';
import type { ChapterSession } from './chapter-session';
import type { Spot } from './workplace';

/** What the page and its parts know of the chapter they show. */
export type ChapterPaneProps = {
  readonly bookId: string;
  readonly chapter: OutlineNode;
  readonly outline: Outline;
  readonly language: string;
  /** Where this chapter was left, for its first opening. */
  readonly spot: Spot | null;
  /** A place to show once, which a search found. */
  readonly passage: Passage | null;
  readonly onNavigate: RoomProps['onNavigate'];
  readonly onSpot: (chapterId: string, spot: Spot) => void;
};

/** The tabs beside the page. */
export type SupportTab = 'answers' | 'draft' | 'suggestions' | 'snapshots' | 'arrivals';

/** What the panels beside the page know of it. */
export type SupportProps = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly session: ChapterSession;
  readonly language: string;
  /** What the author asked the co-writer for by a command; a new object each time. */
  readonly edit: { readonly how: EditHow } | null;
  readonly onNavigate: RoomProps['onNavigate'];
};
