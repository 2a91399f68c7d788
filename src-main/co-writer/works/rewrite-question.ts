import { z } from 'zod';
import { QuestionText, type Feedback, type QuestionKind } from '../../../src-shared/domain/interview';
import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { aboutBook, bookFacts, fenced, oneLine } from '../book-material';
import { rewriteQuestionPrompt } from '../prompts/rewrite-question';
import type { Plan } from '../work';

const WordingLine = z.object({
  text: QuestionText,
  help: z.string().trim().max(500).catch(''),
  why: z.string().trim().max(500).catch(''),
});

/** What the work needs of the interview. */
export type RewriteQuestionPorts = {
  /** A question that may be worded anew; fails when it is answered, was worded anew too often or is not there. */
  readonly rewordable: (
    book: Book,
    questionId: string,
  ) => {
    readonly chapterTitle: string;
    readonly text: string;
    readonly kind: QuestionKind;
    readonly rewrites: readonly string[];
    readonly feedback: Feedback | null;
  };
  /** Gives the question the first wording that is like no other question; keeps the present one. */
  readonly takeWording: (
    book: Book,
    questionId: string,
    wordings: readonly z.infer<typeof WordingLine>[],
  ) => Promise<void>;
};

const wordings = 3;

const wishes: Readonly<Partial<Record<Feedback, string>>> = {
  'too-easy': 'The author found it too easy.',
  'too-hard': 'The author found it too hard.',
  unclear: 'The author found it unclear.',
  'off-topic': 'The author found it off the topic.',
  repeated: 'The author felt it was asked before.',
};

/** Puts a question in other words. Earlier wordings are kept; an answered question is never reworded. */
export function prepareRewriteQuestion(ports: RewriteQuestionPorts) {
  return (book: Book, { questionId }: WorkOf<'rewrite-question'>): Plan => {
    const { chapterTitle, text, kind, rewrites, feedback } = ports.rewordable(book, questionId);
    const prompt = fillPrompt(rewriteQuestionPrompt, {
      ...bookFacts(book),
      chapter: oneLine(chapterTitle),
      about: fenced(aboutBook(book)),
      question: fenced([
        { name: 'Q', kind: 'question', text },
        ...rewrites.map((earlier, index) => ({ name: `E${index + 1}`, kind: 'earlier wording', text: earlier })),
      ]),
      wish: (feedback === null ? undefined : wishes[feedback]) ?? '',
      count: String(wordings),
    });
    return {
      prompts: [prompt],
      async run(ask) {
        const lines = await ask({
          prompt,
          item: WordingLine,
          wordsOf: (line) => `${line.text} ${line.help}`,
          show: (line) => ({ kind: 'question', question: { text: line.text, kind, why: line.why } }),
        });
        await ports.takeWording(book, questionId, lines);
        return { kind: 'rewrite-question', questionId };
      },
    };
  };
}
