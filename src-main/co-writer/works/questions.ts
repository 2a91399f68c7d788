import type { Feedback } from '../../../src-shared/domain/interview';
import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import type { Material } from '../../ai/material';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { aboutBook, bookFacts, fenced, oneLine } from '../book-material';
import { questionsPrompt } from '../prompts/questions';
import { askedMaterial, askQuestions, kindList, spareQuestions, type AskingPorts } from '../question-lines';
import type { Plan } from '../work';

/** What the work needs of the interview. */
export type QuestionPorts = AskingPorts & {
  /** The answers of a chapter with their questions, in order. */
  readonly answersOf: (
    book: Book,
    chapterId: string,
  ) => readonly { readonly question: string; readonly text: string }[];
};

const wishes: Readonly<Partial<Record<Feedback, string>>> = {
  'too-easy': 'They found earlier questions too easy: ask for more thought.',
  'too-hard': 'They found earlier questions too hard: ask for something closer at hand.',
  unclear: 'They found earlier questions unclear: use short words.',
  'off-topic': 'They found earlier questions off the topic: keep close to the chapter.',
  repeated: 'They found earlier questions repeated: look for sides of the chapter that nobody has touched.',
  'needs-example': 'They like examples.',
};

/** Asks for questions on a chapter. The interview takes in what is fit; nothing is replaced. */
export function prepareQuestions(ports: QuestionPorts) {
  return (book: Book, { chapterId, count }: WorkOf<'questions'>): Plan => {
    const { title, description, sections, family } = ports.chapterOf(book, chapterId);
    ports.checkRoom(book, chapterId);
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
      kinds: kindList(family),
      about: fenced(aboutBook(book)),
      chapter: oneLine(title),
      said: fenced([...(plan.text.trim() === '' ? [] : [plan]), ...said]),
      asked: fenced(askedMaterial(asked)),
      experience: ports.experience(),
      wish: feedback.flatMap((given) => wishes[given] ?? []).join(' '),
      count: String(count + spareQuestions(count)),
    });
    return {
      prompts: [prompt],
      run: async (ask) => ({
        kind: 'questions',
        ...(await askQuestions(ports, ask, { book, prompt, family, chapterId, count })),
      }),
    };
  };
}
