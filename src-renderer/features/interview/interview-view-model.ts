import {
  interviewLimits,
  suggestedWords,
  type Answer,
  type Difficulty,
  type Guidance,
  type Interview,
  type Question,
} from '../../../src-shared/domain/interview';
import { hasText, type OutlineNode } from '../../../src-shared/domain/outline';
import { countOf } from '../../ui/words';

/** An answer as the author writes it. */
export type AnswerValue = Pick<Answer, 'text' | 'state' | 'source'>;

/** The chapters that can be asked about, in reading order. */
export const chaptersToAsk = (nodes: readonly OutlineNode[]): readonly OutlineNode[] =>
  nodes.filter((node) => hasText(node.kind));

/** The chapter to show: the chosen one, else the first that waits for answers, else the first chapter. */
export function chapterToShow(nodes: readonly OutlineNode[], chosenId: string | null): OutlineNode | null {
  const chapters = chaptersToAsk(nodes);
  const body = chapters.filter((node) => node.kind === 'chapter');
  const waiting = body.find((node) => node.answered < node.questions);
  return chapters.find((node) => node.id === chosenId) ?? waiting ?? body[0] ?? chapters[0] ?? null;
}

/** The question to show: the wanted one, else the next unanswered, else the first. */
export function questionToShow(interview: Interview, wantedId: string | null): Question | null {
  const find = (id: string | null) => interview.questions.find((question) => question.id === id);
  return find(wantedId) ?? find(interview.nextUnanswered) ?? interview.questions[0] ?? null;
}

/** The question before or after, or `null` at the end. */
export function questionBeside(questions: readonly Question[], id: string, step: 1 | -1): Question | null {
  const index = questions.findIndex((question) => question.id === id);
  return index === -1 ? null : (questions[index + step] ?? null);
}

/** The next question without an answer after this one, going round; skipped ones are left alone. */
export function unansweredAfter(questions: readonly Question[], id: string): Question | null {
  const index = questions.findIndex((question) => question.id === id);
  const round = [...questions.slice(index + 1), ...questions.slice(0, Math.max(0, index))];
  return round.find((question) => question.answer.state === 'empty' && !question.skipped) ?? null;
}

/** “3 of 10”. */
export function positionOf(questions: readonly Question[], id: string): string {
  return `${questions.findIndex((question) => question.id === id) + 1} of ${questions.length}`;
}

/** How an answer's length stands to what was suggested. Long answers are welcome: the meter is full, never red. */
export type LengthMeter = { readonly fraction: number; readonly suggestion: string; readonly sentence: string };

/** Measures an answer against the suggestion for its question. */
export function measureLength(words: number, difficulty: Difficulty): LengthMeter {
  const { from, to } = suggestedWords[difficulty];
  const suggestion = `${from}–${to} words suggested`;
  const fraction = Math.min(1, words / from);
  if (words === 0) return { fraction, suggestion, sentence: suggestion };
  if (words < from) return { fraction, suggestion, sentence: `${countOf(words, 'word')}, ${suggestion}` };
  if (words <= to) return { fraction, suggestion, sentence: `${countOf(words, 'word')}, just the length for it` };
  return { fraction, suggestion, sentence: `${countOf(words, 'word')}, as long as you like` };
}

/** What stands open beside a question before the author asks for it. */
export function shownAtFirst(guidance: Guidance): { readonly help: boolean; readonly example: boolean } {
  return { help: guidance !== 'minimal', example: guidance === 'detailed' };
}

/** The answer after a change of its text. It counts as pasted only while the whole of it came from one paste. */
export function changeText(before: AnswerValue, text: string, pasted: string | null): AnswerValue {
  if (text.trim() === '') return { text, state: 'empty', source: 'typed' };
  const state = before.state === 'complete' ? 'complete' : 'draft';
  if (pasted !== null && sameText(text, pasted)) return { text, state, source: 'pasted' };
  return { text, state, source: sameText(text, before.text) ? before.source : 'typed' };
}

const sameText = (one: string, other: string) =>
  one.replaceAll('\r\n', '\n').trim() === other.replaceAll('\r\n', '\n').trim();

/** Before which question a moved one comes to stand: an id, `null` for last, or `undefined` when it cannot move. */
export function reorderStep(questions: readonly Question[], id: string, step: 1 | -1): string | null | undefined {
  const index = questions.findIndex((question) => question.id === id);
  if (index === -1 || !questions[index + step]) return undefined;
  return step === -1 ? questions[index - 1]?.id : (questions[index + 2]?.id ?? null);
}

/** Before which question one comes to stand that was dropped beside another; `null` is last. */
export function reorderDrop(
  questions: readonly Question[],
  id: string,
  besideId: string,
  position: 'before' | 'after',
): string | null {
  if (position === 'before') return besideId;
  const others = questions.filter((question) => question.id !== id);
  return others[others.findIndex((question) => question.id === besideId) + 1]?.id ?? null;
}

/** How many questions a chapter can still take. */
export const roomForQuestions = (questions: readonly Question[]): number =>
  Math.max(0, interviewLimits.questionsPerChapter - questions.length);

/** Why there is no draft yet, or `null` when there are answers enough. */
export function missingForDraft(answered: number): string | null {
  const missing = interviewLimits.answersBeforeDraft - answered;
  if (missing <= 0) return null;
  return `${countOf(missing, 'more answer')} and this chapter can be drafted from your words.`;
}

/** A score of 0 to 1 as people say it. */
export const percent = (score: number): string => `${Math.round(score * 100)} %`;

const fewestCharacters = 10;

/** Whether a text is long enough to be a question. */
export const isAskable = (text: string): boolean => text.trim().length >= fewestCharacters;

/** How large a question is set: short ones as a headline, long ones as reading text. */
export function questionSize(text: string): 'large' | 'medium' | 'small' {
  if (text.length <= 110) return 'large';
  return text.length <= 280 ? 'medium' : 'small';
}

/** What came of asking the co-writer for questions: how many were taken in, and why the others were not. */
export function questionsSaid({ added, refused }: { readonly added: number; readonly refused: number }): string {
  const came = added === 0 ? 'No new question.' : `${countOf(added, 'question')} from the co-writer.`;
  if (refused === 0) return came;
  const were = refused === 1 ? '1 was' : `${refused} were`;
  return `${came} ${were} left out: asked before in other words, of a kind that came too often, or not fit for this book.`;
}

/** What looking for contradictions came to. */
export const contradictionsSaid = (count: number): string =>
  count === 0 ? 'No two answers contradict each other.' : `${countOf(count, 'pair')} of answers may not go together.`;
