import type { AnswerState } from '../../src-shared/domain/interview';
import { countWords } from '../../src-shared/domain/word-count';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book, Transaction } from '../book/book';
import { earlierTexts, isFromElsewhere } from '../book/earlier-texts';
import { isWorthKeeping, type EarlierText } from '../../src-shared/domain/earlier-text';
import { bookRecord } from './chapter-context';
import type { AnswerRecord } from '../book/questions';
import { questionOf, type OpenBook } from './question-records';

/** The calls for the author's answers. */
export type AnswerService = Pick<Handlers, Extract<keyof Handlers, `answer.${string}`>>;

/** An earlier answer is kept from this share of loss on, whatever its age. */
const largeShare = 0.3;
/** The first slips of an answer that has only begun are not worth a revision. */
const beginningCharacters = 100;

function revisionsOf(book: Book, questionId: string): EarlierText[] {
  const kept = [...book.state.all('revisions').values()]
    .filter((revision) => revision.questionId === questionId)
    .map(({ id, text, savedAt }) => ({ text, savedAt, stamp: book.state.stampOf('revisions', id, 'text') }));
  const present = book.state.one('answers', questionId)?.text ?? '';
  return earlierTexts(book, { collection: 'answers', id: questionId, present }, kept);
}

type Replaced = { readonly before: AnswerRecord; readonly after: string; readonly isWanted: boolean };

/** Saves answers as they are typed. Whatever is overwritten and could be missed becomes a revision. */
export function createAnswerService(deps: {
  readonly openBook: OpenBook;
  readonly newId: () => string;
  readonly now: () => number;
  /** Hears how many words the author wrote, once they are on disk. */
  readonly noteWords: (bookId: string, words: number) => void;
}): AnswerService {
  const { openBook, newId, now } = deps;

  function keepRevision(book: Book, tx: Transaction, { before, after, isWanted }: Replaced): void {
    if (before.text === after || before.text.trim() === '' || isFromElsewhere(book, 'answers', before.id, 'text')) return;
    const savedAtMs = Date.parse(before.savedAt ?? '') || 0;
    // A version that is brought back leaves the present one among the others, however little differs.
    const isBroughtBack = revisionsOf(book, before.id).some(({ text }) => text === after);
    const fewWords = before.text.length < beginningCharacters;
    const keptAtMs = Date.parse(revisionsOf(book, before.id)[0]?.savedAt ?? '') || (fewWords ? savedAtMs : 0);
    const times = { savedAtMs, keptAtMs, nowMs: now() };
    const isKept = isWanted || before.state === 'complete' || isBroughtBack;
    if (!isKept && !isWorthKeeping({ before: before.text, after, ...times }, largeShare)) return;
    tx.set('revisions', newId(), {
      questionId: before.id,
      text: before.text,
      savedAt: new Date(savedAtMs).toISOString(),
    });
  }

  return {
    async 'answer.save'({ bookId, questionId, text, state, source, keepsEarlier = false }) {
      const { book } = await openBook(bookId);
      const wordsOf = (answer: string): number => countWords(answer, bookRecord(book).language);
      let written = 0;
      const saved = await book.change(
        'Save an answer',
        (tx) => {
          const question = questionOf(book, questionId);
          const before = book.state.one('answers', questionId);
          const next = stateFor(text, state);
          if (before?.savedAt && before.text === text && before.state === next && before.source === source)
            return before.savedAt;
          if (before) keepRevision(book, tx, { before, after: text, isWanted: keepsEarlier });
          const savedAt = new Date(now()).toISOString();
          if (source !== 'imported' || before) written = wordsOf(text) - wordsOf(before?.text ?? '');
          tx.set('answers', questionId, { text, state: next, source, savedAt });
          if (question.skipped && next !== 'empty') tx.set('questions', questionId, { skipped: false });
          return savedAt;
        },
        { undoable: false },
      );
      deps.noteWords(bookId, written);
      return ok({ savedAt: saved, words: wordsOf(text) });
    },

    async 'answer.keepPrivate'({ bookId, questionId, isPrivate }) {
      const { book } = await openBook(bookId);
      await book.change(isPrivate ? 'Keep an answer from the co-writer' : 'Give an answer to the co-writer', (tx) => {
        questionOf(book, questionId);
        if ((book.state.one('answers', questionId)?.private ?? false) !== isPrivate)
          tx.set('answers', questionId, { private: isPrivate });
      });
      return ok(null);
    },

    async 'answer.revisions'({ bookId, questionId }) {
      const { book } = await openBook(bookId);
      questionOf(book, questionId);
      return ok(revisionsOf(book, questionId));
    },
  };
}

/** An answer without a word is empty, and one with words never is. */
function stateFor(text: string, asked: AnswerState): AnswerState {
  if (text.trim() === '') return 'empty';
  return asked === 'empty' ? 'draft' : asked;
}
