import type { Genre } from '../../src-shared/domain/genre';
import { unplaced } from '../../src-shared/domain/outline';
import type { Pack } from '../../src-shared/domain/pack';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import { outlineOf } from '../book/outline-tree';
import { bookRecord } from './chapter-context';
import { compareOrder, type OpenBook } from './question-records';
import { proposeOutline, type PresentChapter } from './propose-outline';

/** The call that proposes a table of contents. */
export type ProposalService = Pick<Handlers, 'outline.propose'>;

function presentChapters(book: Book): PresentChapter[] {
  const { nodes } = outlineOf(book);
  return nodes
    .filter(({ kind, parentId }) => kind === 'chapter' && parentId !== unplaced)
    .map(({ id, title, description }) => ({
      id,
      title,
      description,
      sections: nodes
        .filter(({ parentId }) => parentId === id)
        .map((section) => ({ title: section.title, description: section.description })),
    }));
}

/** Proposes a table of contents beside the present one. Changes nothing. */
export function createProposalService(deps: {
  readonly openBook: OpenBook;
  readonly packFor: (genre: Genre, language: string) => Promise<Pack>;
}): ProposalService {
  return {
    async 'outline.propose'({ bookId }) {
      const { book } = await deps.openBook(bookId);
      const { genre, language } = bookRecord(book);
      const pack = await deps.packFor(genre, language);
      const clarifications = [...book.state.all('clarifications').values()].sort(compareOrder);
      const answers = clarifications.flatMap(({ state, answer }) => (state === 'answered' ? [answer] : []));
      return ok(proposeOutline({ pack, language, present: presentChapters(book), answers }));
    },
  };
}
