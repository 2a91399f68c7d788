import type { OutlineNode } from '../../../src-shared/domain/outline';
import type { RoomProps } from '../../app/room';

/** What the parts of the room know of where they are. */
export type ChapterInterviewProps = {
  readonly bookId: string;
  readonly chapter: OutlineNode;
  readonly chapters: readonly OutlineNode[];
  readonly language: string;
  readonly onNavigate: RoomProps['onNavigate'];
};
