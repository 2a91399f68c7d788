import type { Draft } from '../../src-shared/domain/draft';
import type { EarlierText } from '../../src-shared/domain/earlier-text';
import type { OpenBook } from '../book/open-book';
import { earlierTexts } from '../book/earlier-texts';
import { outlineOf } from '../book/outline-tree';
import { allQuestions } from '../book/questions';
import type { RecordOf } from '../book/records';

/** A question with all that was said to it. */
export type PaperQuestion = {
  readonly id: string;
  readonly question: string;
  readonly kind: string;
  readonly difficulty: string;
  readonly origin: string;
  readonly help: string;
  readonly why: string;
  readonly example: string;
  readonly skipped: boolean;
  readonly feedback: string | null;
  readonly earlierWordings: readonly string[];
  readonly answer: string;
  readonly answerState: string;
  readonly answerSource: string;
  readonly savedAt: string | null;
  /** Kept from the co-writer. */
  readonly isPrivate: boolean;
  readonly earlierAnswers: readonly EarlierText[];
};

/** The interview of a chapter. `chapter` is its title; `isTrashed` says that the chapter is no longer in the outline. */
export type PaperInterview = { readonly chapterId: string; readonly chapter: string; readonly isTrashed: boolean; readonly questions: readonly PaperQuestion[] };

/** A draft as it was made. */
export type PaperDraft = {
  readonly id: string;
  readonly chapterId: string;
  readonly chapter: string;
  readonly createdAt: string;
  readonly style: string;
  readonly origin: string;
  readonly model: string;
  readonly paragraphs: Draft['paragraphs'];
};

/** A question about the book as a whole. */
export type PaperClarification = { readonly question: string; readonly why: string; readonly answer: string; readonly state: string; readonly isPrivate: boolean };

/** All that stands beside the text of a book: plain data, as it was at one moment. */
export type BookPapers = {
  readonly summaries: readonly EarlierText[];
  readonly clarifications: readonly PaperClarification[];
  readonly interviews: readonly PaperInterview[];
  readonly drafts: readonly PaperDraft[];
  /** What the co-writer proposed and suggested, as the book keeps it. */
  readonly proposals: readonly object[];
  readonly suggestions: readonly object[];
  /** The statement of whose words the book is made of. */
  readonly statement: { readonly json: string; readonly html: string };
};

/** The papers of a book that is quite new. */
export const noPapers: BookPapers = {
  summaries: [], clarifications: [], interviews: [], drafts: [], proposals: [], suggestions: [], statement: { json: '{}\n', html: '' },
};

const byOrder = (a: { order: string; id: string }, b: { order: string; id: string }): number =>
  a.order === b.order ? compareText(a.id, b.id) : compareText(a.order, b.order);
const byTime = (a: { createdAt: string; id: string }, b: { createdAt: string; id: string }): number =>
  a.createdAt === b.createdAt ? compareText(a.id, b.id) : compareText(a.createdAt, b.createdAt);
const compareText = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/** Gathers the papers of a book; what is in the trash stays there. */
export function papersOf({ book }: OpenBook, statement: BookPapers['statement']): BookPapers {
  const { state } = book;
  const brief = state.one('book', 'book');
  const kept = [...state.all('summaries').values()].map(({ id, text, savedAt }) => ({ text, savedAt, stamp: state.stampOf('summaries', id, 'text') }));
  const titles = titlesOf(book);
  const drafts = [...state.all('drafts').values()].filter(({ trashedAt }) => trashedAt === null).sort(byTime);
  return {
    summaries: earlierTexts(book, { collection: 'book', id: 'book', present: brief?.summary ?? '' }, kept),
    clarifications: [...state.all('clarifications').values()].sort(byOrder).map(({ question, why, answer, state: done, private: isPrivate }) => ({
      question, why, answer, state: done, isPrivate,
    })),
    interviews: interviewsOf(book, titles),
    drafts: drafts.map(({ id, chapterId, createdAt, style, origin, model, paragraphs }) => ({
      id, chapterId, chapter: titles.get(chapterId)?.title ?? '', createdAt, style, origin, model, paragraphs,
    })),
    proposals: [...state.all('proposals').values()].filter(({ trashedAt }) => trashedAt === null).sort(byTime),
    suggestions: [...state.all('suggestions').values()].sort(byTime),
    statement,
  };
}

type Book = OpenBook['book'];
type Titles = ReadonlyMap<string, { readonly title: string; readonly isTrashed: boolean }>;

/** The titles of all chapters in reading order, those of the trash last. */
function titlesOf(book: Book): Titles {
  const titles = new Map(outlineOf(book).nodes.map(({ id, title }) => [id, { title, isTrashed: false }]));
  for (const { id, title } of book.state.all('nodes').values()) if (!titles.has(id)) titles.set(id, { title, isTrashed: true });
  return titles;
}

function interviewsOf(book: Book, titles: Titles): PaperInterview[] {
  const byChapter = new Map<string, PaperQuestion[]>();
  const revisions = new Map<string, RecordOf<'revisions'>[]>();
  for (const revision of book.state.all('revisions').values()) {
    revisions.set(revision.questionId, [...(revisions.get(revision.questionId) ?? []), revision]);
  }
  for (const question of allQuestions(book).filter(({ trashedAt }) => trashedAt === null).sort(byOrder)) {
    const { id, text, kind, difficulty, origin, help, why, example, skipped, feedback, rewrites } = question;
    const answer = book.state.one('answers', id);
    const kept = (revisions.get(id) ?? []).map((revision) => ({
      text: revision.text, savedAt: revision.savedAt, stamp: book.state.stampOf('revisions', revision.id, 'text'),
    }));
    const questions = byChapter.get(question.chapterId) ?? [];
    byChapter.set(question.chapterId, questions);
    questions.push({
      id, question: text, kind, difficulty, origin, help, why, example, skipped, feedback, earlierWordings: rewrites,
      answer: answer?.text ?? '', answerState: answer?.state ?? 'empty', answerSource: answer?.source ?? 'typed',
      savedAt: answer?.savedAt ?? null, isPrivate: answer?.private ?? false,
      earlierAnswers: earlierTexts(book, { collection: 'answers', id, present: answer?.text ?? '' }, kept),
    });
  }
  return [...titles].flatMap(([chapterId, { title, isTrashed }]) => {
    const questions = byChapter.get(chapterId);
    return questions ? [{ chapterId, chapter: title, isTrashed, questions }] : [];
  });
}
