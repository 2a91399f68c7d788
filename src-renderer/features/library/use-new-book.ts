import { useReducer, type Dispatch } from 'react';
import { useClient } from '../../app/client-context';
import type { RoomTarget } from '../../app/room';
import { useSettings } from '../../app/settings-context';
import { blankNewBook, firstChapter, newBookReducer, type NewBook, type NewBookEvent } from './new-book-view-model';

type NewBookSteps = {
  readonly state: NewBook;
  readonly send: Dispatch<NewBookEvent>;
  /** Makes the book and asks for a proposed outline. */
  readonly create: () => void;
  /** Takes the outline, asks for the first chapter's questions and goes there. */
  readonly accept: () => void;
  readonly goToBook: (room: RoomTarget['room']) => void;
};

/** The way from a title to the first question. */
export function useNewBook(openBook: (bookId: string, target: RoomTarget) => Promise<void>): NewBookSteps {
  const client = useClient();
  const { settings } = useSettings();
  const [state, send] = useReducer(newBookReducer, settings.authorName, blankNewBook);

  const create = async (form: Extract<NewBook, { step: 'naming' }>) => {
    if (form.isBusy) return;
    send({ type: 'started' });
    const title = form.title.trim() === '' ? 'Untitled' : form.title.trim();
    const made = await client.call('library.create', { title, genre: form.genre, author: form.author.trim() });
    if (!made.ok) {
      send({ type: 'refused', error: made.error });
      return;
    }
    const { bookId } = made.value;
    const proposed = await client.call('outline.propose', { bookId });
    // Without a proposal the book is still there: its brief is the next best place.
    if (!proposed.ok) {
      await openBook(bookId, { room: 'brief' });
      return;
    }
    send({ type: 'made', bookId, proposal: proposed.value });
  };

  const accept = async (shape: Extract<NewBook, { step: 'shaping' }>) => {
    if (shape.isBusy) return;
    send({ type: 'started' });
    const { bookId } = shape;
    const outline = await client.call('outline.accept', { bookId, chapters: shape.proposal.chapters, mode: 'add' });
    if (!outline.ok) {
      send({ type: 'refused', error: outline.error });
      return;
    }
    const chapterId = firstChapter(outline.value);
    if (chapterId === null) {
      await openBook(bookId, { room: 'outline' });
      return;
    }
    const asked = await client.call('interview.generate', { bookId, chapterId, count: settings.questionsPerChapter });
    if (!asked.ok && asked.error.code !== 'pack-exhausted') {
      send({ type: 'refused', error: asked.error });
      return;
    }
    await openBook(bookId, { room: 'interview', chapterId });
  };

  return {
    state,
    send,
    create: () => {
      if (state.step === 'naming') void create(state);
    },
    accept: () => {
      if (state.step === 'shaping') void accept(state);
    },
    goToBook: (room) => {
      if (state.step === 'shaping') void openBook(state.bookId, { room });
    },
  };
}
