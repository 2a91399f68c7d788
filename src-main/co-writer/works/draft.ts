import { z } from 'zod';
import type { CoWriterStyle, Draft, DraftSentence } from '../../../src-shared/domain/draft';
import { interviewLimits } from '../../../src-shared/domain/interview';
import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { fence } from '../../ai/material';
import { fillPrompt, type FilledPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import type { DraftAnswer } from '../../drafting/drafter';
import { createSupport, type Support } from '../../drafting/support';
import { fail } from '../../failure';
import { bookFacts, fenced, languageOf, oneLine } from '../book-material';
import { inParts } from '../in-parts';
import { draftPrompt } from '../prompts/draft';
import type { Plan } from '../work';

const SentenceLine = z.object({
  text: z.string().trim().min(1).max(2_000),
  paragraph: z.boolean().catch(false),
  quotes: z
    .array(z.object({ answer: z.string().max(20), quote: z.string().max(4_000) }))
    .max(20)
    .catch([]),
});
type SentenceLine = z.infer<typeof SentenceLine>;

/** What the work needs of the interview and of the drafts. */
export type DraftPorts = {
  readonly chapterTitle: (book: Book, chapterId: string) => string;
  readonly answersOf: (book: Book, chapterId: string) => readonly (DraftAnswer & { readonly question: string })[];
  /** Tells which texts of the book may be sent. */
  readonly privacy: (book: Book) => Promise<(text: string) => boolean>;
  readonly model: () => string;
  /** Words of a language in small letters: a sentence may begin with any of them. */
  readonly commonWords: (language: string) => Promise<ReadonlySet<string>>;
  /** Keeps a draft beside the chapter and gives it back as it is shown. */
  readonly keep: (
    book: Book,
    draft: {
      chapterId: string;
      style: CoWriterStyle;
      model: string;
      paragraphs: Draft['paragraphs'];
      answerIds: string[];
      sample: string;
    },
  ) => Promise<Draft>;
};

/** Answers of more characters are drafted in parts, so that each part fits into a small model’s sight. */
const partCharacters = 12_000;

const styles: Readonly<Record<CoWriterStyle, string>> = {
  professional: 'Write clear, professional prose.',
  conversational: 'Write as the author talks: warm, direct, in short sentences.',
  academic: 'Write careful, academic prose.',
  creative: 'Write vivid prose that shows before it tells.',
  technical: 'Write precise, technical prose.',
  'own-voice':
    'Write in the author’s own voice, as the sample shows it: its rhythm, its words, its length of sentence.',
};

const freedoms = {
  closer: 'Stay close to the author’s wording: mend and arrange, and change as little as you can.',
  freer: 'You may find better words and another order, as long as every statement stays the author’s.',
} as const;

type Answer = ReturnType<DraftPorts['answersOf']>[number];

function lengthOf(words: number | null, parts: number): string {
  return words === null
    ? ', as long as the answers carry'
    : `, of about ${Math.max(50, Math.round(words / parts))} words`;
}

/** What a part is told of the others: what they speak of, so that the thread is kept and nothing is said twice. */
function partSentence(parts: readonly Answer[][], index: number): string {
  if (parts.length === 1) return '';
  const asked = (part: readonly Answer[]) => part.map(({ question }) => `“${oneLine(question)}”`).join(', ');
  const before = parts.slice(0, index).flat();
  const after = parts.slice(index + 1).flat();
  const told = before.length > 0 ? ` Before it the chapter has answered ${asked(before)}.` : ' It begins the chapter.';
  const next = after.length > 0 ? ` After it come ${asked(after)}.` : ' It ends the chapter.';
  return `This is part ${index + 1} of ${parts.length}.${told}${next} Do not repeat what other parts say.`;
}

function checked(line: SentenceLine, answers: readonly Answer[], support: Support): DraftSentence {
  const citations = line.quotes.flatMap(({ answer, quote }) => {
    const found = answers[Number(/^A(\d+)$/u.exec(answer.trim())?.[1]) - 1];
    return found ? [{ answerId: found.answerId, questionId: found.questionId, quote }] : [];
  });
  return support.check({ text: line.text, citations });
}

/** The lines of the parts as paragraphs; each part begins one. */
function paragraphsOf(
  parts: readonly (readonly { line: SentenceLine; sentence: DraftSentence }[])[],
): Draft['paragraphs'] {
  const paragraphs: { sentences: DraftSentence[] }[] = [];
  for (const part of parts) {
    part.forEach(({ line, sentence }, index) => {
      if (index === 0 || line.paragraph) paragraphs.push({ sentences: [] });
      paragraphs.at(-1)?.sentences.push(sentence);
    });
  }
  return paragraphs;
}

/** Drafts a chapter from its answers. What no quote carries is marked and counted; nothing enters the chapter. */
export function prepareDraft(ports: DraftPorts) {
  return async (book: Book, { chapterId, style, words, freedom, sample }: WorkOf<'draft'>): Promise<Plan> => {
    const answers = ports.answersOf(book, chapterId);
    const needed = interviewLimits.answersBeforeDraft;
    if (answers.length < needed) fail({ code: 'too-few-answers', answered: answers.length, needed });
    const maySend = await ports.privacy(book);
    const voice = sample.split('\n').filter(maySend).join('\n');
    const nameOf = new Map(answers.map(({ answerId }, index) => [answerId, `A${index + 1}`]));
    const parts = inParts(answers, partCharacters);
    const prompts = parts.map((part, index): FilledPrompt =>
      fillPrompt(draftPrompt, {
        ...bookFacts(book),
        chapter: oneLine(ports.chapterTitle(book, chapterId)),
        style: styles[style],
        freedom: freedoms[freedom],
        part: partSentence(parts, index),
        answers: fence(
          part.map(({ answerId, question, text }) => ({
            name: nameOf.get(answerId) ?? '',
            kind: `answer to: ${question}`,
            text,
          })),
        ),
        voice:
          style === 'own-voice' && voice.trim() !== ''
            ? `A sample of the author’s voice:\n\n${fenced([{ name: 'V', kind: 'sample', text: voice }])}`
            : '',
        length: lengthOf(words, parts.length),
      }),
    );
    const language = languageOf(book);
    const support = createSupport(answers, language, await ports.commonWords(language));
    const model = ports.model();
    return {
      prompts,
      async run(ask) {
        const drafted: { line: SentenceLine; sentence: DraftSentence }[][] = [];
        for (const prompt of prompts) {
          const lines = await ask({
            prompt,
            item: SentenceLine,
            wordsOf: ({ text }) => text,
            show: (line) => ({
              kind: 'sentence',
              sentence: checked(line, answers, support),
              startsParagraph: line.paragraph,
            }),
          });
          drafted.push(lines.map((line) => ({ line, sentence: checked(line, answers, support) })));
        }
        const answerIds = answers.map(({ answerId }) => answerId);
        const paragraphs = paragraphsOf(drafted);
        const draft = await ports.keep(book, { chapterId, style, model, paragraphs, answerIds, sample: style === 'own-voice' ? voice.trim() : '' });
        return { kind: 'draft', draft };
      },
    };
  };
}
