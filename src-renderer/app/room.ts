import type { Workplace } from '../../src-shared/ipc/book-calls';
import type { Passage } from '../editor-kit/find-passage';

/** The rooms of a book. */
export type RoomName = Workplace['screen'];

/** A place of the room where the book is published: the cover’s desk, which fills it, or whose words the book is made of. */
export type RoomPlace = 'cover' | 'words';

/**
 * Where to go inside the open book. Without a chapter the present one stays; the writing room shows the passage, the
 * interview the question.
 */
export type RoomTarget = {
  readonly room: RoomName;
  readonly chapterId?: string | null;
  readonly passage?: Passage;
  readonly questionId?: string;
  readonly place?: RoomPlace;
};

/**
 * What every room gets. `chapterId` is the chapter chosen in the tree, or `null`; `passage` and `questionId` are what to
 * show of it, `part` what to show of the room.
 */
export type RoomProps = {
  readonly bookId: string;
  readonly chapterId?: string | null;
  readonly passage?: Passage | null;
  readonly questionId?: string | null;
  readonly place?: RoomPlace | null;
  readonly onNavigate: (to: RoomTarget) => void;
};
