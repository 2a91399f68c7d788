import {
  interviewLimits,
  type Difficulty,
  type Experience,
  type Feedback,
  type QuestionKind,
} from '../../src-shared/domain/interview';
import type { Pack, PackQuestion, Stage } from '../../src-shared/domain/pack';
import { createDuplicateFinder, wordsOf } from './similarity';

/** A question that could be asked, with its text filled in. */
export type Candidate = Pick<PackQuestion, 'text' | 'kind' | 'difficulty' | 'help' | 'example' | 'why'> & {
  readonly packId: string;
  readonly stage: Stage;
  /** The title it asks about, or `null` for a question that fits any chapter. */
  readonly focus: string | null;
};

/** What a choice of questions depends on. Equal inputs give equal questions. */
export type Selection = {
  readonly pack: Pack;
  readonly language: string;
  readonly chapter: {
    readonly chapterId: string;
    readonly title: string;
    readonly sections: readonly string[];
    readonly stage: Stage;
  };
  readonly count: number;
  readonly experience: Experience;
  /** All questions of the book that are not in the trash, earlier wordings included: none is asked twice. */
  readonly askedTexts: readonly string[];
  /** Everything that was ever asked in the book, the trash included. */
  readonly used: readonly { readonly packId: string; readonly chapterId: string; readonly text: string }[];
  /** What the author said about the questions so far. */
  readonly feedback: readonly Feedback[];
  /** How gladly the author answers each kind, 0 to 1. */
  readonly preference: ReadonlyMap<QuestionKind, number>;
};

/** Shares of easy, medium and hard questions. */
const shares: Readonly<Record<Experience, Readonly<Record<Difficulty, number>>>> = {
  beginner: { easy: 0.6, medium: 0.3, hard: 0.1 },
  intermediate: { easy: 0.4, medium: 0.4, hard: 0.2 },
  advanced: { easy: 0.25, medium: 0.45, hard: 0.3 },
  professional: { easy: 0.15, medium: 0.4, hard: 0.45 },
};
const levels: readonly Experience[] = ['beginner', 'intermediate', 'advanced', 'professional'];
const difficulties: readonly Difficulty[] = ['easy', 'medium', 'hard'];

/** In which order an author meets the difficulties: a warm-up first, or straight to the point. */
const orders: Readonly<Record<Experience, readonly Difficulty[]>> = {
  beginner: ['easy', 'medium', 'hard'],
  intermediate: ['easy', 'medium', 'hard'],
  advanced: ['medium', 'hard', 'easy'],
  professional: ['hard', 'medium', 'easy'],
};

/** A number from 0 to 1 that is always the same for the same text (FNV-1a). */
export function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return (hash >>> 0) / 2 ** 32;
}

/** The level that what the author said about earlier questions points to, one step at most from the one they chose. */
export function levelFor(experience: Experience, feedback: readonly Feedback[]): Experience {
  const harder = feedback.filter((said) => said === 'too-easy').length;
  const easier = feedback.filter((said) => said === 'too-hard').length;
  const step = Math.sign(harder - easier);
  return levels[Math.min(levels.length - 1, Math.max(0, levels.indexOf(experience) + step))] ?? experience;
}

const numbered = /^\p{L}+\s+[\p{N}ivxlc]+\.?$/iu;
const unnamed = /^(?:untitled|new)(?:\s+(?:chapter|section))?$/iu;

/** Titles that a question can be about: those that name something. */
export function focusTitles(titles: readonly string[]): string[] {
  return [...new Set(titles.map((title) => title.trim()))].filter(
    (title) => title !== '' && !numbered.test(title) && !unnamed.test(title),
  );
}

/** Puts a title in the place that a focus question keeps for it; quotation marks inside it become single ones. */
export function fillFocus(text: string, title: string): string {
  return text.replace('{focus}', () =>
    title
      .replaceAll('“', '‘')
      .replaceAll('”', '’')
      .replace(/"([^"]*)"/gu, '‘$1’'),
  );
}

/** Every question of a pack that fits the chapter's place in the book, in the order that is the chapter's own. */
export function candidatesFor({ pack, chapter }: Pick<Selection, 'pack' | 'chapter'>): Candidate[] {
  const fits = ({ stage }: PackQuestion): boolean => stage === 'any' || stage === chapter.stage;
  const plain = pack.questions.filter(fits).map(({ id, ...rest }): Candidate => ({ ...rest, packId: id, focus: null }));
  const titles = focusTitles([chapter.title, ...chapter.sections]);
  const focused = pack.focusQuestions
    .filter(fits)
    .flatMap(({ id, ...rest }) =>
      titles.map((title): Candidate => ({ ...rest, packId: id, text: fillFocus(rest.text, title), focus: title })),
    );
  const rank = ({ packId, text }: Candidate): number => rankOf(`${chapter.chapterId}:${packId}:${text}`);
  return [...plain, ...focused].sort((a, b) => rank(a) - rank(b));
}

/** The candidates that were not asked before: as they are, and, for questions without a focus, anywhere in the book. */
export function freshCandidates(selection: Pick<Selection, 'pack' | 'chapter' | 'used'>): Candidate[] {
  const texts = new Set(selection.used.map(({ text }) => text));
  const packIds = new Set(selection.used.map(({ packId }) => packId));
  return candidatesFor(selection).filter(
    ({ packId, text, focus }) => !texts.has(text) && (focus !== null || !packIds.has(packId)),
  );
}

/** Similarity from which a question is refused: stricter once the author has complained of repeats. */
export function duplicateThreshold(feedback: readonly Feedback[]): number {
  return feedback.includes('repeated')
    ? interviewLimits.duplicateSimilarity - 0.1
    : interviewLimits.duplicateSimilarity;
}

function wantedDifficulties(count: number, level: Experience): Difficulty[] {
  const share = shares[level];
  const hard = Math.round(count * share.hard);
  const medium = Math.min(count - hard, Math.round(count * share.medium));
  const amounts = { easy: count - hard - medium, medium, hard };
  return difficulties.flatMap((difficulty) => Array.from({ length: amounts[difficulty] }, () => difficulty));
}

/**
 * How many questions of a book's first batch are chosen before titles count: a title may still be a template's, and a
 * first question about words that are not the author's own would be a wall.
 */
const warmUpQuestions = 3;

/** A question this long is put aside for an author who found questions unclear. */
const plainWords = 22;

function scorer(selection: Selection) {
  const { chapter, feedback, preference } = selection;
  const wantsPlain = feedback.includes('unclear');
  const focusShare = feedback.includes('off-topic') ? 0.7 : 0.4;
  const here = selection.used.filter(({ chapterId }) => chapterId === chapter.chapterId).map(({ packId }) => packId);
  return (candidate: Candidate, wanted: Difficulty, chosen: readonly Candidate[]): number => {
    const distance = Math.abs(difficulties.indexOf(candidate.difficulty) - difficulties.indexOf(wanted));
    const focused = chosen.filter(({ focus }) => focus !== null);
    const isWarm = selection.used.length > 0 || chosen.length >= warmUpQuestions;
    const needsFocus = isWarm && focused.length < selection.count * focusShare;
    const sameKind = chosen.filter(({ kind }) => kind === candidate.kind).length;
    // The same question about another title of the chapter is the last resort.
    const isRepeat = here.includes(candidate.packId) || chosen.some(({ packId }) => packId === candidate.packId);
    const sameFocus = focused.filter(({ focus }) => focus === candidate.focus).length;
    return (
      2 * (2 - distance) +
      (candidate.stage === chapter.stage ? 1 : 0.4) +
      (candidate.focus !== null && needsFocus ? 1 : 0) -
      (candidate.focus !== null && !isWarm ? 3 : 0) +
      (preference.get(candidate.kind) ?? 0.5) -
      0.7 * sameKind -
      0.4 * sameFocus -
      (isRepeat ? 10 : 0) -
      (wantsPlain && wordsOf(candidate.text, selection.language).length > plainWords ? 2 : 0)
    );
  };
}

/**
 * Chooses up to `count` questions: of the right difficulty and place, spread over kinds (at most four of one) and over
 * the chapter's titles, none like another of the book. History prefers kinds and never changes the subject.
 */
export function selectQuestions(selection: Selection): Candidate[] {
  const level = levelFor(selection.experience, selection.feedback);
  const threshold = duplicateThreshold(selection.feedback);
  const finder = createDuplicateFinder(selection.language);
  for (const text of selection.askedTexts) finder.add(text);
  const score = scorer(selection);
  const chosen: Candidate[] = [];
  let left = freshCandidates(selection);
  const take = (wanted: Difficulty): void => {
    const ofKind = (kind: QuestionKind) => chosen.filter((other) => other.kind === kind).length;
    const open = left.filter(({ kind }) => ofKind(kind) < interviewLimits.oneKindPerBatch);
    const ranked = open
      .map((candidate) => ({ candidate, value: score(candidate, wanted, chosen) }))
      .sort((a, b) => b.value - a.value);
    const found = ranked.find(({ candidate }) => finder.find(candidate.text, threshold) === undefined)?.candidate;
    if (!found) return;
    chosen.push(found);
    finder.add(found.text);
    left = left.filter(({ text }) => text !== found.text);
  };
  for (const wanted of wantedDifficulties(selection.count, level)) take(wanted);
  const order = orders[selection.experience];
  const isFocused = ({ focus }: Candidate): number => (focus === null ? 0 : 1);
  return chosen.sort(
    (a, b) => order.indexOf(a.difficulty) - order.indexOf(b.difficulty) || isFocused(a) - isFocused(b),
  );
}
