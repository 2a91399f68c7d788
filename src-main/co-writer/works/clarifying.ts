import { z } from 'zod';
import { QuestionText } from '../../../src-shared/domain/interview';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { aboutBook, bookFacts, fenced } from '../book-material';
import { clarifyingPrompt } from '../prompts/clarifying';
import { askedMaterial } from '../question-lines';
import type { Plan } from '../work';

const ClarifyingLine = z.object({ question: QuestionText, why: z.string().trim().max(500).catch('') });

/** What the work needs of the brief. */
export type ClarifyingPorts = {
  /** Every question about the book that was ever asked, whatever became of it. */
  readonly clarificationsOf: (book: Book) => readonly { readonly question: string }[];
  /** Adds those that are like none before as open questions, `most` at most, in one step; gives how many there were. */
  readonly add: (
    book: Book,
    questions: readonly { readonly question: string; readonly why: string }[],
    most: number,
  ) => Promise<number>;
};

const usualQuestions = 4;
const mostQuestions = 6;

/** Asks the next clarifying questions about the book. They are added to those it has, and never asked again. */
export function prepareClarifying(ports: ClarifyingPorts) {
  return (book: Book): Plan => {
    const about = aboutBook(book);
    if (about.length === 0) fail({ code: 'ai-nothing-to-send' });
    const asked = ports.clarificationsOf(book).map(({ question }) => ({ text: question }));
    const prompt = fillPrompt(clarifyingPrompt, {
      ...bookFacts(book),
      about: fenced(about),
      asked: fenced(askedMaterial(asked)),
      count: String(usualQuestions),
    });
    return {
      prompts: [prompt],
      async run(ask) {
        const lines = await ask({
          prompt,
          item: ClarifyingLine,
          wordsOf: ({ question }) => question,
          // A question about the whole book has no kind of its own; the page shows none while it comes in.
          show: ({ question, why }) => ({ kind: 'question', question: { text: question, kind: 'meaning', why } }),
        });
        return { kind: 'clarifying', added: await ports.add(book, lines, mostQuestions) };
      },
    };
  };
}
