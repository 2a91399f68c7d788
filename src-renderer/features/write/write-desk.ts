import type { Client } from '../../app/client';
import type { SaveStatus } from '../../app/save-status';
import type { BookClipboard, PasteWorld } from '../../editor-kit/paste-plugin';
import type { Result } from '../../../src-shared/result';
import type { ChapterSession } from './chapter-session';
import { isSameStatus, worstStatus } from './save-queue';
import { createSignal, type Signal } from './signal';

/** What the desk is told about the book and the author's way of writing. */
export type DeskBook = {
  readonly bookId: string;
  readonly language: string;
  readonly writing: { smartPunctuation: boolean; spellCheck: boolean };
};

/**
 * Every open chapter of the book. It outlives the writing room, so that undo, unsaved words and their retries stay
 * while the author is in another room.
 */
export type WriteDesk = {
  readonly status: Signal<SaveStatus>;
  /** Rises when a session was opened, replaced or closed. */
  readonly version: Signal<number>;
  readonly sessionOf: (chapterId: string) => ChapterSession | undefined;
  /** Puts another book on the desk; the last one is saved and put away. */
  readonly putBook: (book: DeskBook) => void;
  /** Opens a chapter, or makes sure that an open one is still the text on disk. */
  readonly open: (chapterId: string, title: string) => Promise<Result<ChapterSession>>;
  /** Saves and closes a chapter; a chapter that cannot be saved stays open and answers `false`. */
  readonly close: (chapterId: string) => Promise<boolean>;
  /** Saves everything; answers whether it is all on disk. */
  readonly flush: () => Promise<boolean>;
  /** Takes in events of the main process until the returned function is called. */
  readonly listen: () => () => void;
};

export type DeskWorld = {
  readonly client: Client;
  readonly report: PasteWorld['report'];
  readonly refusePicture: (answer: Result<unknown>) => void;
};

/** More open editors than this are put away, the longest unused first; their text is safe on disk. */
const mostOpen = 6;

export function createWriteDesk({ client, report, refusePicture }: DeskWorld): WriteDesk {
  const sessions = new Map<string, ChapterSession>();
  const opening = new Map<string, Promise<Result<ChapterSession>>>();
  const status = createSignal<SaveStatus>({ state: 'saved', at: null }, isSameStatus);
  const version = createSignal(0);
  let clipboard: BookClipboard = { latest: null };
  let book: DeskBook | null = null;

  const sumUp = () => status.set(worstStatus([...sessions.values()].map((session) => session.status.get())));
  const changed = () => {
    version.set(version.get() + 1);
    sumUp();
  };

  function paste(bookId: string): PasteWorld {
    return {
      report,
      async storePicture(bytes) {
        const answer = await client.call('image.add', { bookId, bytes });
        if (answer.ok) return answer.value;
        refusePicture(answer);
        return null;
      },
    };
  }

  async function load(chapterId: string, title: string): Promise<Result<ChapterSession>> {
    if (!book) return { ok: false, error: { code: 'not-found', what: 'book', id: chapterId } };
    const { bookId, language, writing } = book;
    const [answer, { createChapterSession }] = await Promise.all([
      client.call('text.open', { bookId, chapterId }),
      // The editor is the largest part of the page, and not needed before there is a chapter to write in.
      import('./chapter-session'),
    ]);
    if (!answer.ok) return answer;
    const known = sessions.get(chapterId);
    if (known?.textId === answer.value.textId) {
      // Taking in what is already there changes nothing; what is new since the last look comes with it.
      known.takeIn(answer.value.update);
      known.arrivals.set(answer.value.arrivals);
      sessions.delete(chapterId);
      sessions.set(chapterId, known);
      return { ok: true, value: known };
    }
    known?.destroy();
    const session = createChapterSession(answer.value, {
      client,
      bookId,
      chapterId,
      title,
      language,
      writing,
      clipboard,
      paste: paste(bookId),
    });
    sessions.set(chapterId, session);
    session.status.subscribe(sumUp);
    await putAwayOldest();
    changed();
    return { ok: true, value: session };
  }

  async function putAwayOldest(): Promise<void> {
    for (const session of [...sessions.values()].slice(0, -mostOpen)) await close(session.chapterId);
  }

  async function close(chapterId: string): Promise<boolean> {
    const session = sessions.get(chapterId);
    if (!session) return true;
    if (!(await session.queue.flush())) return false;
    sessions.delete(chapterId);
    session.destroy();
    if (book) await client.call('text.close', { bookId: book.bookId, textId: session.textId });
    changed();
    return true;
  }

  async function replace(chapterId: string): Promise<void> {
    const session = sessions.get(chapterId);
    if (!session) return;
    await session.queue.flush();
    sessions.delete(chapterId);
    session.destroy();
    changed();
  }

  return {
    status,
    version,
    sessionOf: (chapterId) => sessions.get(chapterId),
    putBook(next) {
      if (book && book.bookId !== next.bookId) {
        for (const chapterId of [...sessions.keys()]) void close(chapterId);
        clipboard = { latest: null };
      }
      if (book?.bookId === next.bookId) Object.assign(book.writing, next.writing);
      else book = next;
    },
    open(chapterId, title) {
      const underWay = opening.get(chapterId);
      if (underWay) return underWay;
      const promise = load(chapterId, title).finally(() => opening.delete(chapterId));
      opening.set(chapterId, promise);
      return promise;
    },
    close,
    flush: async () =>
      (await Promise.all([...sessions.values()].map((session) => session.queue.flush()))).every(Boolean),
    listen() {
      const stopChanged = client.on('text.changed', ({ textId, update }) => {
        for (const session of sessions.values()) if (session.textId === textId) session.takeIn(update);
      });
      const stopReplaced = client.on('text.replaced', ({ chapterId }) => void replace(chapterId));
      return () => {
        stopChanged();
        stopReplaced();
      };
    },
  };
}
