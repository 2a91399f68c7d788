import { z } from 'zod';
import type { WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { compareTidied } from '../../../src-shared/text/spoken-words';
import { fence, visibleText } from '../../ai/material';
import { fillPrompt, type FilledPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { askOrNothing } from '../ask-or-nothing';
import { bookFacts, languageOf } from '../book-material';
import { inParts } from '../in-parts';
import { tidyPrompt } from '../prompts/tidy';
import type { Ask, Plan } from '../work';

const TidyLine = z.object({ passage: z.string().trim().max(20), tidied: z.string().trim().min(1).max(60_000) });

/** A passage as it was said; `line` is where it stands. */
type Said = { readonly line: number; readonly text: string };

/** A passage as it could stand: only words that were said, in their order. `added` is what the model wanted to add. */
type TidiedPassage = Said & { readonly leftOut: readonly string[]; readonly added: readonly string[] };

/** Passages are sent in parts of about this many characters: the answer is nearly as long. */
const partCharacters = 6_000;

/** What is asked for, and what came of it for each passage that would change. */
type Tidying = { readonly prompts: readonly FilledPrompt[]; readonly run: (ask: Ask) => Promise<TidiedPassage[]> };

/** What is asked for to tidy up passages, and how. A passage that the model added words to stays as it was said. */
export function tidyPassages(book: Book, passages: readonly Said[]): Tidying {
  const language = languageOf(book);
  const parts = inParts(
    passages.map((passage, index) => ({ ...passage, name: `P${index + 1}` })),
    partCharacters,
  );
  const requests = parts.map((part) => ({
    part,
    prompt: fillPrompt(tidyPrompt, {
      ...bookFacts(book),
      passages: fence(part.map(({ name, text }) => ({ name, kind: 'passage', text }))),
    }),
  }));

  function tidied(line: z.infer<typeof TidyLine>, part: (typeof parts)[number]): TidiedPassage | undefined {
    const said = part.find(({ name }) => name === line.passage);
    if (!said) return undefined;
    const text = visibleText(line.tidied).replace(/\s*\n\s*/gu, ' ');
    const { added, leftOut } = compareTidied(said.text, text, language);
    if (added.length > 0) return { line: said.line, text: said.text, leftOut: [], added };
    return text === said.text.trim() ? undefined : { line: said.line, text, leftOut, added };
  }

  return {
    prompts: requests.map(({ prompt }) => prompt),
    async run(ask) {
      const found = new Map<number, TidiedPassage>();
      for (const { part, prompt } of requests) {
        const lines = await askOrNothing(ask, {
          prompt,
          item: TidyLine,
          wordsOf: (line) => line.tidied,
          show(line) {
            const passage = tidied(line, part);
            if (!passage || passage.added.length > 0) return undefined;
            const suggestion = { line: passage.line, text: passage.text, why: leftOutText(passage.leftOut), broken: [] };
            return { kind: 'suggestion', suggestion };
          },
        });
        for (const line of lines) {
          const passage = tidied(line, part);
          if (passage && !found.has(passage.line)) found.set(passage.line, passage);
        }
      }
      return [...found.values()];
    },
  };
}

/** What a tidied passage lost, as one sentence. */
export const leftOutText = (leftOut: readonly string[]): string =>
  leftOut.length === 0 ? '' : `Left out: ${leftOut.map((words) => `“${words}”`).join(', ')}.`;

/** What the work needs of the interview. */
export type TidyPorts = {
  /** A question with the author’s answer, empty when there is none that may be sent; `not-found` when it is not there. */
  readonly answerTo: (book: Book, questionId: string) => { readonly text: string };
};

/** Tidies up the spoken words of an answer. What comes of it is shown beside the answer and stored nowhere. */
export function prepareTidy(ports: TidyPorts) {
  return (book: Book, { questionId }: WorkOf<'tidy'>): Plan => {
    const { text } = ports.answerTo(book, questionId);
    if (text.trim() === '') fail({ code: 'ai-nothing-to-send' });
    const lines = text.split('\n');
    const said = lines.flatMap((words, line) => (words.trim() === '' ? [] : [{ line, text: words }]));
    const { prompts, run } = tidyPassages(book, said);
    return {
      prompts,
      async run(ask) {
        const passages = await run(ask);
        const tidied = new Map(passages.map((passage) => [passage.line, passage.text]));
        return {
          kind: 'tidy',
          questionId,
          said: text,
          tidied: lines.map((words, line) => tidied.get(line) ?? words).join('\n'),
          leftOut: passages.flatMap(({ leftOut }) => leftOut),
          added: passages.flatMap(({ added }) => added),
        };
      },
    };
  };
}
