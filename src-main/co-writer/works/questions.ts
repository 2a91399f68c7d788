import { z } from 'zod';
import { Difficulty, kindsOf, QuestionKind, QuestionText, type Experience, type Feedback } from '../../../src-shared/domain/interview';
import type { PackQuestion } from '../../../src-shared/domain/pack';
import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import type { Material } from '../../ai/material';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { aboutBook, bookFacts, fenced } from '../book-material';
import { questionsPrompt } from '../prompts/questions';
import { answerForm } from '../prompts/shared';
import type { Plan } from '../work';

/** One line of an answer with questions. */
export const QuestionLine = z.object({
  text: QuestionText,
  kind: QuestionKind,
  difficulty: Difficulty.catch('medium'),
  help: z.string().max(500).catch(''),
  example: z.string().max(1_000).catch(''),
  why: z.string().max(500).catch(''),
});
export type QuestionLine = z.infer<typeof QuestionLine>;

/** What the work needs of the interview. */
export type QuestionPorts = {
  readonly chapterOf: (book: Book, chapterId: string) => { readonly title: string; readonly description: string; readonly sections: readonly string[]; readonly family: keyof typeof kindsOf };
  /** The answers of a chapter with their questions, in order. */
  readonly answersOf: (book: Book, chapterId: string) => readonly { readonly question: string; readonly text: string }[];
  /** Every question of the book that is not in the trash, with the feedback it got. */
  readonly askedIn: (book: Book) => readonly { readonly text: string; readonly feedback: Feedback | null }[];
  readonly experience: () => Experience;
  /** Lets the interview choose from the questions and ask them. */
  readonly ask: (book: Book, request: { chapterId: string; count: number; questions: readonly PackQuestion[] }) => Promise<number>;
  readonly newId: () => string;
};

/** More are asked for than are needed: the interview refuses what is like another or too much of one kind. */
const spareQuestions = 3;

const wishes: Readonly<Partial<Record<Feedback, string>>> = {
  'too-easy': 'They found earlier questions too easy: ask for more thought.',
  'too-hard': 'They found earlier questions too hard: ask for something closer at hand.',
  unclear: 'They found earlier questions unclear: use short words.',
  'off-topic': 'They found earlier questions off the topic: keep close to the chapter.',
  repeated: 'They found earlier questions repeated: look for sides of the chapter that nobody has touched.',
  'needs-example': 'They like examples.',
};

/** A question of a model as the interview knows questions: a pack of its own, made for this chapter. */
export const asPackQuestion = (line: QuestionLine, id: string): PackQuestion => ({ ...line, id: `co-writer-${id}`, stage: 'any' });

/** Asks for questions on a chapter. The interview takes in what is fit; nothing is replaced. */
export function prepareQuestions(ports: QuestionPorts) {
  return (book: Book, { chapterId, count }: WorkOf<'questions'>): Plan => {
    const { title, description, sections, family } = ports.chapterOf(book, chapterId);
    const said: Material[] = ports.answersOf(book, chapterId).map(({ question, text }, index) => ({
      name: `A${index + 1}`,
      kind: 'answer',
      text: `${question}\n${text}`,
    }));
    const plan: Material = { name: 'P', kind: 'plan of the chapter', text: [description, ...sections].join('\n') };
    const asked = ports.askedIn(book);
    const feedback = [...new Set(asked.flatMap((question) => (question.feedback === null ? [] : [question.feedback])))];
    const prompt = fillPrompt(questionsPrompt, {
      ...bookFacts(book),
      answerForm,
      kinds: kindsOf[family].map((kind) => `"${kind}"`).join(', '),
      about: fenced(aboutBook(book)),
      chapter: title.replace(/\s+/gu, ' '),
      said: fenced([...(plan.text.trim() === '' ? [] : [plan]), ...said]),
      asked: fenced(asked.map(({ text }, index) => ({ name: `Q${index + 1}`, kind: 'question', text }))),
      experience: ports.experience(),
      wish: feedback.flatMap((given) => wishes[given] ?? []).join(' '),
      count: String(count + spareQuestions),
    });
    return {
      prompts: [prompt],
      async run(ask) {
        const lines = await ask({
          prompt,
          item: QuestionLine,
          wordsOf: ({ text, help }) => `${text} ${help}`,
          show: ({ text, kind, why }) => ({ kind: 'question', question: { text, kind, why } }),
        });
        const questions = lines
          .filter(({ kind }) => kindsOf[family].includes(kind))
          .map((line) => asPackQuestion(line, ports.newId()));
        const added = await ports.ask(book, { chapterId, count, questions });
        return { kind: 'questions', added, refused: Math.max(0, Math.min(count, lines.length) - added) };
      },
    };
  };
}
