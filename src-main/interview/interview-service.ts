import { interviewLimits, type Question } from '../../src-shared/domain/interview';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book, Transaction } from '../book/book';
import { hasWords, type QuestionRecord } from '../book/questions';
import { fail } from '../failure';
import { checkRoom, type Asking } from './asking';
import { chapterContext } from './chapter-context';
import { askFields, duplicatesIn, standIn } from './choose';
import { decide, type Means } from './feedback';
import type { HistoryResets } from './history';
import { keysAtEnd, keysToMove } from './order';
import { compareOrder, questionOf, questionsOf, type OpenBook } from './question-records';
import { readInterview, showQuestion, viewingOf } from './read-interview';
import { rewordingOf } from './reword';
import type { Selection } from './select-questions';

/** The calls of the interview: its questions and what the author says of them. */
export type InterviewService = Pick<Handlers, Extract<keyof Handlers, `interview.${string}`>>;

type Deps = {
  readonly openBook: OpenBook;
  readonly asking: Asking;
  readonly historyResets: HistoryResets;
  readonly newId: () => string;
  readonly now: () => number;
};

const { rewritesPerQuestion, duplicateSimilarity } = interviewLimits;

/**
 * Asks, rewords, swaps and orders the questions of a chapter. Every change is one transaction that undo takes back; what
 * fails changes nothing, and an answered question is never replaced.
 */
export function createInterviewService(deps: Deps): InterviewService {
  const { openBook, asking, newId } = deps;
  const { choosing } = asking;
  const nowIso = (): string => new Date(deps.now()).toISOString();

  function show(book: Book, questionId: string): Question {
    const record = questionOf(book, questionId);
    return showQuestion(book, record, viewingOf(book, record.chapterId));
  }

  /** Changes fields of one question that must be there. */
  async function edit(
    bookId: string,
    questionId: string,
    label: string,
    write: (tx: Transaction, question: QuestionRecord, book: Book) => void,
  ) {
    const { book } = await openBook(bookId);
    await book.change(label, (tx) => {
      write(tx, questionOf(book, questionId), book);
    });
    return book;
  }

  function meansFor(book: Book, question: QuestionRecord, selection: Selection): Means {
    return {
      isAnswered: hasWords(book.state.one('answers', question.id)),
      standIn: (wish) => standIn(book, selection, question, wish),
      rewording: () => rewordingOf(book, selection, question),
      example: () =>
        question.example || (selection.pack.questions.find(({ kind }) => kind === question.kind)?.example ?? ''),
    };
  }

  return {
    'interview.read': async ({ bookId, chapterId }) => ok(readInterview((await openBook(bookId)).book, chapterId)),

    async 'interview.generate'({ bookId, chapterId, count }) {
      const { book } = await openBook(bookId);
      await asking.ask(book, { chapterId, count });
      return ok(readInterview(book, chapterId));
    },

    async 'interview.addOwn'({ bookId, chapterId, text, kind }) {
      const { book } = await openBook(bookId);
      const questionId = newId();
      await book.change('Add a question', (tx) => {
        const { language } = chapterContext(book, chapterId);
        const present = checkRoom(book, chapterId);
        const existing = duplicatesIn(book, language).find(text, duplicateSimilarity);
        if (existing !== undefined) fail({ code: 'duplicate-question', existing });
        const own = { text, kind, difficulty: 'medium', help: '', example: '', why: '', packId: '' } as const;
        const [order = ''] = keysAtEnd(present, 1);
        tx.set('questions', questionId, askFields(own, { chapterId, order, origin: 'author', wantsExample: false }));
      });
      return ok(show(book, questionId));
    },

    async 'interview.reorder'({ bookId, questionId, beforeId }) {
      await edit(bookId, questionId, 'Move a question', (tx, question, book) => {
        if (beforeId === questionId) return;
        const list = questionsOf(book, question.chapterId);
        for (const [id, order] of keysToMove(list, questionId, beforeId)) tx.set('questions', id, { order });
      });
      return ok(null);
    },

    async 'interview.skip'({ bookId, questionId, skipped }) {
      await edit(bookId, questionId, skipped ? 'Skip a question' : 'Take a question up again', (tx, question) => {
        if (question.skipped !== skipped) tx.set('questions', questionId, { skipped });
      });
      return ok(null);
    },

    async 'interview.giveFeedback'({ bookId, questionId, feedback }) {
      const { book } = await openBook(bookId);
      const select = await choosing(book, questionOf(book, questionId).chapterId);
      const { said, shownId } = await book.change('Give feedback', (tx) => {
        const question = questionOf(book, questionId);
        const decision = decide(feedback, question, meansFor(book, question, select(1)));
        if (decision.do === 'change') {
          tx.set('questions', questionId, decision.fields);
          return { said: decision.said, shownId: questionId };
        }
        const { chapterId, order } = question;
        const standInId = newId();
        tx.set('questions', questionId, { feedback, trashedAt: nowIso() });
        tx.set(
          'questions',
          standInId,
          askFields(decision.candidate, { chapterId, order, origin: 'pack', wantsExample: question.wantsExample }),
        );
        return { said: decision.said, shownId: standInId };
      });
      return ok({ question: show(book, shownId), done: said });
    },

    async 'interview.rewrite'({ bookId, questionId }) {
      const { book } = await openBook(bookId);
      const select = await choosing(book, questionOf(book, questionId).chapterId);
      await book.change('Reword a question', (tx) => {
        const question = questionOf(book, questionId);
        if (question.rewrites.length >= rewritesPerQuestion) {
          fail({ code: 'limit-reached', limit: 'rewrites-per-question', max: rewritesPerQuestion });
        }
        tx.set(
          'questions',
          questionId,
          rewordingOf(book, select(1), question) ?? fail({ code: 'pack-exhausted', added: 0 }),
        );
      });
      return ok(show(book, questionId));
    },

    async 'interview.trash'({ bookId, questionId }) {
      await edit(bookId, questionId, 'Move a question to the trash', (tx, question) => {
        if (question.trashedAt === null) tx.set('questions', questionId, { trashedAt: nowIso() });
      });
      return ok(null);
    },

    async 'interview.restore'({ bookId, questionId }) {
      await edit(bookId, questionId, 'Restore a question', (tx, question) => {
        if (question.trashedAt !== null) tx.set('questions', questionId, { trashedAt: null });
      });
      return ok(null);
    },

    async 'interview.trashed'({ bookId, chapterId }) {
      const { book } = await openBook(bookId);
      const trashed = [...book.state.all('questions').values()]
        .sort(compareOrder)
        .flatMap(({ id, text, trashedAt, chapterId: of }) =>
          of === chapterId && trashedAt !== null ? [{ questionId: id, text, trashedAt }] : [],
        );
      return ok(trashed.sort((a, b) => (a.trashedAt < b.trashedAt ? 1 : -1)));
    },

    async 'interview.history'({ bookId }) {
      const { book } = await openBook(bookId);
      return ok(await asking.history(book, book.state.one('book', 'book')?.language ?? 'en'));
    },

    async 'interview.resetHistory'({ bookId }) {
      await deps.historyResets.write(bookId, nowIso());
      return ok(null);
    },
  };
}
