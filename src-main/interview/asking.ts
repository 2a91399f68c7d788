import { interviewLimits, type Experience, type QuestionKind, type QuestionOrigin } from '../../src-shared/domain/interview';
import type { Genre } from '../../src-shared/domain/genre';
import type { Pack, PackQuestion } from '../../src-shared/domain/pack';
import type { Book } from '../book/book';
import type { QuestionRecord } from '../book/questions';
import { fail } from '../failure';
import { chapterContext } from './chapter-context';
import { askFields, selectionFor, wantsExamples } from './choose';
import { historyOf, type HistoryResets } from './history';
import { keysAfter } from './order';
import { questionsOf } from './question-records';
import { selectQuestions, type Selection } from './select-questions';

/** Questions that somebody other than the genre’s pack words for one chapter. */
export type OfferedQuestions = { readonly origin: QuestionOrigin; readonly questions: readonly PackQuestion[] };

type AskRequest = {
  readonly chapterId: string;
  readonly count: number;
  readonly offered?: OfferedQuestions;
  /** The question that the new ones follow. */
  readonly afterId?: string;
};

/** How questions come into a chapter, whoever words them. */
export type Asking = ReturnType<typeof createAsking>;

const { questionsPerChapter } = interviewLimits;

/** The questions of a chapter, if there is room for another; `limit-reached` if not. */
export function checkRoom(book: Book, chapterId: string): QuestionRecord[] {
  const present = questionsOf(book, chapterId);
  if (present.length >= questionsPerChapter)
    fail({ code: 'limit-reached', limit: 'questions-per-chapter', max: questionsPerChapter });
  return present;
}

/** One engine for pack and model: difficulty, spread over kinds, duplicates, feedback and history count for both. */
export function createAsking(deps: {
  readonly packFor: (genre: Genre, language: string) => Promise<Pack>;
  readonly settings: () => { readonly experience: Experience };
  readonly historyResets: HistoryResets;
  readonly newId: () => string;
}) {
  const history = async (book: Book, language: string) =>
    historyOf(book, language, await deps.historyResets.read(book.id));

  /** What a choice for a chapter depends on, gathered before the transaction begins; what it gives runs inside it. */
  async function choosing(
    book: Book,
    chapterId: string,
    offered?: readonly PackQuestion[],
  ): Promise<(count: number) => Selection> {
    const context = chapterContext(book, chapterId);
    const genrePack = await deps.packFor(context.genre, context.language);
    const pack = offered ? { ...genrePack, questions: [...offered], focusQuestions: [] } : genrePack;
    const { kinds } = await history(book, context.language);
    const preference = new Map<QuestionKind, number>((kinds ?? []).map(({ kind, fullness }) => [kind, fullness]));
    const { experience } = deps.settings();
    return (count) => selectionFor(book, { pack, context, count, experience, preference });
  }

  return {
    history,
    choosing,
    /**
     * Asks up to `count` questions in one undoable step, at the end of a chapter or right after one of its questions: the
     * best of the genre’s pack, or of what is offered. Gives how many were asked; `pack-exhausted` when none was fit.
     */
    async ask(book: Book, request: AskRequest): Promise<number> {
      const { chapterId, count, offered, afterId } = request;
      const select = await choosing(book, chapterId, offered?.questions);
      return book.change('Ask questions', (tx) => {
        const present = checkRoom(book, chapterId);
        const chosen = selectQuestions(select(Math.min(count, questionsPerChapter - present.length)));
        if (chosen.length === 0) fail({ code: 'pack-exhausted', added: 0 });
        const keys = keysAfter(present, afterId, chosen.length);
        const wantsExample = wantsExamples(book, chapterId);
        chosen.forEach((candidate, index) => {
          const place = { chapterId, order: keys[index] ?? '', origin: offered?.origin ?? 'pack', wantsExample };
          tx.set('questions', deps.newId(), askFields(candidate, place));
        });
        return chosen.length;
      });
    },
  };
}
