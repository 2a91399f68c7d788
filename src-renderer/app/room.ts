import type { Workplace } from '../../src-shared/ipc/book-calls';

/** The rooms of a book. */
export type RoomName = Workplace['screen'];

/** Where to go inside the open book. Without a chapter the present one stays. */
export type RoomTarget = { readonly room: RoomName; readonly chapterId?: string | null };

/** What every room gets. `chapterId` is the chapter chosen in the tree, or `null`. */
export type RoomProps = {
  readonly bookId: string;
  readonly chapterId?: string | null;
  readonly onNavigate: (to: RoomTarget) => void;
};
