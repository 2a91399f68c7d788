import { z } from 'zod';
import type { GenreFamily } from '../../src-shared/domain/genre';
import {
  Difficulty,
  kindsOf,
  QuestionKind,
  QuestionText,
  type Experience,
  type Feedback,
} from '../../src-shared/domain/interview';
import type { PackQuestion } from '../../src-shared/domain/pack';
import type { Material } from '../ai/material';
import type { FilledPrompt } from '../ai/prompt';
import type { Book } from '../book/book';
import type { Ask } from './work';

const QuestionLine = z.object({
  text: QuestionText,
  kind: QuestionKind,
  difficulty: Difficulty.catch('medium'),
  help: z.string().max(500).catch(''),
  example: z.string().max(1_000).catch(''),
  why: z.string().max(500).catch(''),
});

/** What the works that ask questions need of the interview. */
export type AskingPorts = {
  readonly chapterOf: (
    book: Book,
    chapterId: string,
  ) => {
    readonly title: string;
    readonly description: string;
    readonly sections: readonly string[];
    readonly family: GenreFamily;
  };
  /** Every question of the book that is not in the trash, with the feedback it got. */
  readonly askedIn: (book: Book) => readonly { readonly text: string; readonly feedback: Feedback | null }[];
  readonly experience: () => Experience;
  /** Fails with `limit-reached` when the chapter has room for no other question: before anything is paid for. */
  readonly checkRoom: (book: Book, chapterId: string) => void;
  /** Lets the interview choose from the questions and ask them, in one step; gives how many were asked. */
  readonly ask: (
    book: Book,
    request: { chapterId: string; count: number; questions: readonly PackQuestion[]; afterId?: string },
  ) => Promise<number>;
  readonly newId: () => string;
};

/** More are asked for than are needed: the interview refuses what is like another or too much of one kind. */
export const spareQuestions = (count: number): number => Math.min(3, count);

/** The kinds of question that fit, as a prompt names them. */
export const kindList = (family: GenreFamily): string => kindsOf[family].map((kind) => `"${kind}"`).join(', ');

/** Questions of the book as material, so that none is asked again. */
export const askedMaterial = (asked: readonly { readonly text: string }[]): Material[] =>
  asked.map(({ text }, index) => ({ name: `Q${index + 1}`, kind: 'question', text }));

/**
 * Asks for questions and lets the interview take in what is fit, as it does with the questions of a pack: difficulty,
 * spread over kinds, duplicates and history count for both. Nothing is replaced.
 */
export async function askQuestions(
  ports: AskingPorts,
  ask: Ask,
  wanted: { book: Book; prompt: FilledPrompt; family: GenreFamily; chapterId: string; count: number; afterId?: string },
): Promise<{ added: number; refused: number }> {
  const { book, prompt, family, chapterId, count, afterId } = wanted;
  const lines = await ask({
    prompt,
    item: QuestionLine,
    wordsOf: ({ text, help }) => `${text} ${help}`,
    show: ({ text, kind, why }) => ({ kind: 'question', question: { text, kind, why } }),
  });
  const questions = lines
    .filter(({ kind }) => kindsOf[family].includes(kind))
    .map((line): PackQuestion => ({ ...line, id: `co-writer-${ports.newId()}`, stage: 'any' }));
  const added =
    questions.length === 0
      ? 0
      : await ports.ask(book, { chapterId, count, questions, ...(afterId === undefined ? {} : { afterId }) });
  return { added, refused: Math.max(0, Math.min(count, lines.length) - added) };
}
