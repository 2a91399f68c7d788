import type { CoWriterStyle, Draft } from '../../src-shared/domain/draft';
import { interviewLimits } from '../../src-shared/domain/interview';
import { countWords } from '../../src-shared/domain/word-count';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book } from '../book/book';
import type { RecordOf } from '../book/records';
import { fail } from '../failure';
import { unsupported } from './check-citations';
import { draftFrom, type DraftAnswer } from './drafter';
import { createSupport } from './support';

/** The calls for drafts. */
export type DraftService = Pick<Handlers, Extract<keyof Handlers, `draft.${string}`>> & {
  /** Keeps what a model drafted beside its chapter, in one step that undo takes back. */
  readonly keep: (book: Book, drafted: ModelDraft) => Promise<Draft>;
};

/** A draft as a model wrote it. */
export type ModelDraft = Pick<Draft, 'chapterId' | 'model' | 'paragraphs' | 'answerIds' | 'sample'> & { readonly style: CoWriterStyle };

type DraftRecord = RecordOf<'drafts'>;

const languageOf = (book: Book): string => book.state.one('book', 'book')?.language ?? 'en';

function showDraft(book: Book, record: DraftRecord): Draft {
  const language = languageOf(book);
  const { id, chapterId, createdAt, origin, model, style, paragraphs, answerIds, sample } = record;
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  return {
    ...{ id, chapterId, createdAt, origin, model, style, paragraphs, answerIds, sample },
    privateAnswerIds: answerIds.filter((answerId) => book.state.one('answers', answerId)?.private === true),
    words: sentences.reduce((sum, { text }) => sum + countWords(text, language), 0),
    unsupported: sentences.filter(({ citations }) => citations.length === 0).length,
  };
}

/** Drafts chapters from the author's answers and keeps them beside the chapter. Nothing enters a text from here. */
export function createDraftService(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  /** The answers of a chapter that hold words, in the order of their questions; skipped questions are left out. */
  readonly answersOf: (book: Book, chapterId: string) => readonly DraftAnswer[];
  /** Words of a language in small letters: a sentence may begin with any of them. */
  readonly commonWords: (language: string) => Promise<ReadonlySet<string>>;
  readonly newId: () => string;
  readonly now: () => number;
}): DraftService {
  const { openBook, answersOf, commonWords, newId, now } = deps;

  function draftOf(book: Book, draftId: string): DraftRecord {
    return book.state.one('drafts', draftId) ?? fail({ code: 'not-found', what: 'draft', id: draftId });
  }

  async function keep(book: Book, drafted: ModelDraft): Promise<Draft> {
    const id = newId();
    const { chapterId, style, model, paragraphs, answerIds, sample } = drafted;
    const common = await commonWords(languageOf(book));
    await book.change('Draft with the co-writer', (tx) => {
      if (!book.state.one('nodes', chapterId)) fail({ code: 'not-found', what: 'chapter', id: chapterId });
      // The author may have changed an answer while the model wrote: what is stored holds for the answers as they are now.
      const { check } = createSupport(answersOf(book, chapterId), languageOf(book), common);
      tx.set('drafts', id, {
        chapterId,
        createdAt: new Date(now()).toISOString(),
        style,
        origin: 'co-writer',
        model,
        paragraphs: paragraphs.map(({ sentences }) => ({ sentences: sentences.map(check) })),
        answerIds,
        sample,
        trashedAt: null,
      });
    });
    return showDraft(book, draftOf(book, id));
  }

  return {
    keep,

    async 'draft.create'({ bookId, chapterId, style }) {
      const { book } = await openBook(bookId);
      const id = newId();
      await book.change('Draft from answers', (tx) => {
        if (!book.state.one('nodes', chapterId)) fail({ code: 'not-found', what: 'chapter', id: chapterId });
        const answers = answersOf(book, chapterId);
        const needed = interviewLimits.answersBeforeDraft;
        if (answers.length < needed) fail({ code: 'too-few-answers', answered: answers.length, needed });
        const language = languageOf(book);
        const { paragraphs } = draftFrom(answers, { style, language });
        if (unsupported(paragraphs, answers, language).length > 0)
          throw new Error('The drafter wrote words that no answer holds.');
        const createdAt = new Date(now()).toISOString();
        tx.set('drafts', id, {
          chapterId,
          createdAt,
          style,
          paragraphs,
          answerIds: answers.map(({ answerId }) => answerId),
          trashedAt: null,
        });
      });
      return ok(showDraft(book, draftOf(book, id)));
    },

    async 'draft.list'({ bookId, chapterId }) {
      const { book } = await openBook(bookId);
      const drafts = [...book.state.all('drafts').values()].filter(
        (draft) => draft.chapterId === chapterId && draft.trashedAt === null,
      );
      const newestFirst = drafts.sort((a, b) => (a.createdAt < b.createdAt ? 1 : -1));
      return ok(newestFirst.map((draft) => showDraft(book, draft)));
    },

    async 'draft.discard'({ bookId, draftId }) {
      const { book } = await openBook(bookId);
      await book.change('Discard a draft', (tx) => {
        if (draftOf(book, draftId).trashedAt === null)
          tx.set('drafts', draftId, { trashedAt: new Date(now()).toISOString() });
      });
      return ok(null);
    },
  };
}
