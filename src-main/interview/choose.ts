import type { Difficulty, Experience, QuestionKind } from '../../src-shared/domain/interview';
import type { Pack } from '../../src-shared/domain/pack';
import type { Book } from '../book/book';
import type { FieldsOf } from '../book/records';
import type { ChapterContext } from './chapter-context';
import { allQuestions, type QuestionRecord } from '../book/questions';
import { questionsOf } from './question-records';
import { duplicateThreshold, freshCandidates, type Candidate, type Selection } from './select-questions';
import { createDuplicateFinder, type DuplicateFinder } from './similarity';

/** Everything a choice of questions for a chapter depends on, read from the book. */
export function selectionFor(
  book: Book,
  plan: {
    readonly pack: Pack;
    readonly context: ChapterContext;
    readonly count: number;
    readonly experience: Experience;
    readonly preference: ReadonlyMap<QuestionKind, number>;
  },
): Selection {
  const all = allQuestions(book);
  const { pack, context, count, experience, preference } = plan;
  return {
    pack,
    count,
    experience,
    preference,
    language: context.language,
    chapter: context,
    askedTexts: askedTexts(all),
    used: all.flatMap(({ packId, chapterId, text, rewrites }) =>
      [text, ...rewrites].map((worded) => ({ packId, chapterId, text: worded })),
    ),
    feedback: all.flatMap(({ feedback }) => (feedback === null ? [] : [feedback])),
  };
}

function askedTexts(questions: readonly QuestionRecord[]): string[] {
  return questions.filter(({ trashedAt }) => trashedAt === null).flatMap(({ text, rewrites }) => [text, ...rewrites]);
}

/** Finds near-duplicates among all questions of the book but one, earlier wordings included. */
export function duplicatesIn(book: Book, language: string, exceptId?: string): DuplicateFinder {
  const finder = createDuplicateFinder(language);
  for (const text of askedTexts(allQuestions(book).filter(({ id }) => id !== exceptId))) finder.add(text);
  return finder;
}

const rising: readonly Difficulty[] = ['easy', 'medium', 'hard'];
const heightOf = (difficulty: Difficulty): number => rising.indexOf(difficulty);

/** What a stand-in for a question must be. */
export type Wish = 'harder' | 'easier' | 'another' | 'same-focus';

function fits(wish: Wish, question: QuestionRecord, candidate: Candidate): boolean {
  const step = heightOf(candidate.difficulty) - heightOf(question.difficulty);
  if (wish === 'harder') return step > 0;
  if (wish === 'easier') return step < 0;
  if (wish === 'another') return true;
  return candidate.focus !== null && candidate.kind === question.kind && question.text.includes(candidate.focus);
}

/**
 * The best question of the pack to stand in for another: nearest in difficulty, about the same title and of the same
 * kind where there is a choice (`another` prefers questions about the chapter), and like no other of the book.
 */
export function standIn(book: Book, selection: Selection, question: QuestionRecord, wish: Wish): Candidate | undefined {
  const finder = duplicatesIn(book, selection.language, wish === 'same-focus' ? question.id : undefined);
  const threshold = duplicateThreshold(selection.feedback);
  const here = selection.used.filter(({ chapterId }) => chapterId === question.chapterId).map(({ packId }) => packId);
  const score = (candidate: Candidate): number => {
    const step = Math.abs(heightOf(candidate.difficulty) - heightOf(question.difficulty));
    const sameFocus = candidate.focus !== null && (wish === 'another' || question.text.includes(candidate.focus));
    return (
      (sameFocus ? 2 : 0) +
      (candidate.kind === question.kind ? 1 : 0) -
      (here.includes(candidate.packId) ? 3 : 0) -
      step
    );
  };
  return freshCandidates(selection)
    .filter((candidate) => fits(wish, question, candidate))
    .map((candidate, index) => ({ candidate, index, value: score(candidate) }))
    .sort((a, b) => b.value - a.value || a.index - b.index)
    .find(({ candidate }) => finder.find(candidate.text, threshold) === undefined)?.candidate;
}

/** The fields of a question that is asked for the first time. All are named, so that undo can bring each back. */
export function askFields(
  asked: Pick<Candidate, 'text' | 'kind' | 'difficulty' | 'help' | 'example' | 'why' | 'packId'>,
  place: {
    readonly chapterId: string;
    readonly order: string;
    readonly origin: QuestionRecord['origin'];
    readonly wantsExample: boolean;
  },
): FieldsOf<'questions'> {
  const { text, kind, difficulty, help, example, why, packId } = asked;
  return {
    ...place,
    text,
    kind,
    difficulty,
    help,
    example,
    why,
    packId,
    skipped: false,
    feedback: null,
    rewrites: [],
    trashedAt: null,
  };
}

/** Whether the author has asked for an example in this chapter: then its next questions come with theirs. */
export const wantsExamples = (book: Book, chapterId: string): boolean =>
  questionsOf(book, chapterId).some(({ wantsExample }) => wantsExample);
