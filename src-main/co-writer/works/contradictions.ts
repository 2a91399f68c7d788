import { z } from 'zod';
import type { Contradiction } from '../../../src-shared/ipc/co-writer-calls';
import { fence } from '../../ai/material';
import { fillPrompt, type FilledPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import type { DraftAnswer } from '../../drafting/drafter';
import { createSupport } from '../../drafting/support';
import { fail } from '../../failure';
import { askOrNothing } from '../ask-or-nothing';
import { bookFacts, languageOf } from '../book-material';
import { inParts } from '../in-parts';
import { contradictionsPrompt } from '../prompts/contradictions';
import type { Plan } from '../work';

const Quote = z.object({ answer: z.string().trim().max(20), quote: z.string().max(4_000) });
const PairLine = z.object({ first: Quote, second: Quote, why: z.string().trim().max(1_000).catch('') });
type PairLine = z.infer<typeof PairLine>;

type Answer = DraftAnswer & { readonly chapterId: string; readonly question: string };

/** What the work needs of the interview. */
export type ContradictionPorts = {
  /** Every answer of the book that holds words, in reading order. */
  readonly allAnswers: (book: Book) => readonly Answer[];
};

/** Answers are read in parts of about this many characters, two parts at once, so that every two answers meet. */
const partCharacters = 16_000;

/** What is read at once: every two parts, or the one there is. */
function sightsOf(parts: readonly Answer[][]): Answer[][] {
  if (parts.length < 2) return parts.map((part) => [...part]);
  return parts.flatMap((part, index) => parts.slice(index + 1).map((other) => [...part, ...other]));
}

const keyOf = ({ first, second }: Contradiction): string =>
  [first, second]
    .map(({ questionId, quote }) => `${questionId} ${quote}`)
    .sort()
    .join('\n');

/** Keeps a pair when both quotes stand, in two answers; the quotes become the author’s own letters. */
function createCheck(answers: readonly Answer[], language: string) {
  const { literal } = createSupport(answers, language);

  function standing({ answer, quote }: PairLine['first']): Contradiction['first'] | undefined {
    const found = answers[Number(/^A(\d+)$/u.exec(answer)?.[1]) - 1];
    const words = found && literal({ answerId: found.answerId, quote });
    if (!found || words === undefined) return undefined;
    const { questionId, chapterId, question } = found;
    return { questionId, chapterId, question, quote: words };
  }

  return ({ first, second, why }: PairLine): Contradiction | undefined => {
    const [one, other] = [standing(first), standing(second)];
    return one && other && one.questionId !== other.questionId ? { first: one, second: other, why } : undefined;
  };
}

function requestsFor(book: Book, answers: readonly Answer[]): FilledPrompt[] {
  const nameOf = new Map(answers.map(({ answerId }, index) => [answerId, `A${index + 1}`]));
  const sights = sightsOf(inParts(answers, partCharacters));
  return sights.map((sight, index) =>
    fillPrompt(contradictionsPrompt, {
      ...bookFacts(book),
      part: sights.length === 1 ? '' : `This is part ${index + 1} of ${sights.length}.`,
      answers: fence(
        sight.map(({ answerId, question, text }) => ({
          name: nameOf.get(answerId) ?? '',
          kind: 'answer',
          text: `${question}\n${text}`,
        })),
      ),
    }),
  );
}

/** Looks for answers that do not go together. A pair is shown only when both quotes stand in their answers. */
export function prepareContradictions(ports: ContradictionPorts) {
  return (book: Book): Plan => {
    const answers = ports.allAnswers(book);
    if (answers.length < 2) fail({ code: 'ai-nothing-to-send' });
    const prompts = requestsFor(book, answers);
    const check = createCheck(answers, languageOf(book));
    return {
      prompts,
      async run(ask) {
        const found = new Map<string, Contradiction>();
        for (const prompt of prompts) {
          const lines = await askOrNothing(ask, {
            prompt,
            item: PairLine,
            wordsOf: ({ why }) => why,
            show: (line) => {
              const contradiction = check(line);
              return contradiction && { kind: 'contradiction', contradiction };
            },
          });
          for (const line of lines) {
            const contradiction = check(line);
            if (contradiction && !found.has(keyOf(contradiction))) found.set(keyOf(contradiction), contradiction);
          }
        }
        return { kind: 'contradictions', contradictions: [...found.values()] };
      },
    };
  };
}
