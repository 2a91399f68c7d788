import { z } from 'zod';
import type { EditSuggestion, WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import type { EditHow, Suggestion } from '../../../src-shared/domain/suggestion';
import { fence, visibleText } from '../../ai/material';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { askOrNothing } from '../ask-or-nothing';
import { bookFacts, oneLine } from '../book-material';
import { brokenIn } from '../protected-terms';
import { editWishes, enhancePrompt, restylePrompt } from '../prompts/edit';
import type { Ask, Plan } from '../work';
import { leftOutText, tidyPassages } from './tidy';

const SuggestionLine = z.object({
  passage: z.string().trim().max(20),
  text: z.string().trim().min(1).max(60_000),
  why: z.string().trim().max(500).catch(''),
});
type SuggestionLine = z.infer<typeof SuggestionLine>;

/** What the work needs of the outline, the chapter and the ledger, and where its suggestions go. */
export type EditPorts = {
  readonly chapterTitle: (book: Book, chapterId: string) => string;
  /** Tells which passages of the chapter may be sent. */
  readonly privacy: (book: Book, chapterId: string) => Promise<(text: string) => boolean>;
  readonly model: (task: EditTask) => string;
  /** What a task has cost in a book so far, in US dollars. */
  readonly spent: (bookId: string, task: EditTask) => number;
  readonly keep: (book: Book, work: KeptWork) => Promise<void>;
};

type EditTask = 'restyle' | 'enhance' | 'tidy-dictation';

const tasks: Readonly<Record<EditHow, EditTask>> = {
  restyle: 'restyle',
  tighten: 'enhance',
  expand: 'enhance',
  clarify: 'enhance',
  grammar: 'enhance',
  tidy: 'tidy-dictation',
};

/** A work on passages in another respect than that they were spoken. */
type Wish = Pick<WorkOf<'edit'>, 'passages' | 'keep'> & { readonly how: Exclude<EditHow, 'tidy'> };

/** What a work on passages gave, to be kept beside the chapter. */
export type KeptWork = Pick<Suggestion, 'chapterId' | 'model' | 'usd'> & {
  readonly how: EditHow;
  readonly suggestions: readonly Pick<Suggestion, 'line' | 'before' | 'after' | 'why' | 'broken'>[];
};

type Passage = WorkOf<'edit'>['passages'][number] & { readonly name: string };

/** Passages are sent in parts of about this many characters: the answer is as long again. */
const partCharacters = 6_000;
/** A suggestion that is longer than so many times its passage is another text. */
const longest = 3;

function partsOf(passages: readonly Passage[]): Passage[][] {
  const parts: Passage[][] = [];
  let characters = Infinity;
  for (const passage of passages) {
    if (characters + passage.text.length > partCharacters) {
      parts.push([]);
      characters = 0;
    }
    parts.at(-1)?.push(passage);
    characters += passage.text.length;
  }
  return parts;
}

/** A line as a suggestion, or `undefined` where it is about no passage of this part, changes nothing, or runs away. */
function suggestionOf(
  { passage, text, why }: SuggestionLine,
  part: readonly Passage[],
  keep: readonly string[],
): EditSuggestion | undefined {
  const found = part.find(({ name }) => name === passage);
  if (!found) return undefined;
  const visible = visibleText(text);
  const suggested = /\n/u.test(found.text.trim()) ? visible : visible.replace(/\s*\n\s*/gu, ' ');
  if (suggested === found.text.trim() || suggested.length > longest * found.text.length) return undefined;
  return { line: found.line, text: suggested, why, broken: brokenIn(found.text, suggested, keep) };
}

/** What is asked for in one respect, and the first suggestion for each passage that comes of it. */
type Editing = { readonly prompts: Plan['prompts']; readonly run: (ask: Ask) => Promise<EditSuggestion[]> };

function editing(book: Book, chapter: string, { how, passages, keep }: Wish): Editing {
  const parts = partsOf(passages.map((passage, index) => ({ ...passage, name: `P${index + 1}` })));
  const requests = parts.map((part) => ({
    part,
    prompt: fillPrompt(how === 'restyle' ? restylePrompt : enhancePrompt, {
      ...bookFacts(book),
      chapter: oneLine(chapter),
      how: editWishes[how],
      terms: keep.length === 0 ? 'none' : keep.map((term) => `“${oneLine(term)}”`).join(', '),
      longest: String(longest),
      passages: fence(part.map(({ name, text }) => ({ name, kind: 'passage', text }))),
    }),
  }));
  return {
    prompts: requests.map(({ prompt }) => prompt),
    async run(ask) {
      const found = new Map<number, EditSuggestion>();
      for (const { part, prompt } of requests) {
        const lines = await askOrNothing(ask, {
          prompt,
          item: SuggestionLine,
          wordsOf: ({ text }) => text,
          show: (line) => {
            const suggestion = suggestionOf(line, part, keep);
            return suggestion && { kind: 'suggestion', suggestion };
          },
        });
        for (const line of lines) {
          const suggestion = suggestionOf(line, part, keep);
          if (suggestion && !found.has(suggestion.line)) found.set(suggestion.line, suggestion);
        }
      }
      return [...found.values()];
    },
  };
}

/** Tidies up spoken words. A passage that the model added words to gets no suggestion. */
function tidying(book: Book, { passages, keep }: Pick<WorkOf<'edit'>, 'passages' | 'keep'>): Editing {
  const { prompts, run } = tidyPassages(book, passages);
  const saidAt = new Map(passages.map(({ line, text }) => [line, text]));
  return {
    prompts,
    async run(ask) {
      const tidied = (await run(ask)).filter(({ added }) => added.length === 0);
      return tidied.map(({ line, text, leftOut }) => {
        const broken = brokenIn(saidAt.get(line) ?? '', text, keep);
        return { line, text, why: leftOutText(leftOut), broken };
      });
    },
  };
}

/** Space around a passage is not the model’s to change. */
const withSpaceOf = (before: string, after: string): string =>
  `${/^\s*/u.exec(before)?.[0] ?? ''}${after.trim()}${/\s*$/u.exec(before)?.[0] ?? ''}`;

/** The first suggestion for each passage, as it is kept. */
function toKeep(suggestions: readonly EditSuggestion[], passages: readonly { line: number; text: string }[]): KeptWork['suggestions'] {
  const textOf = new Map(passages.map(({ line, text }) => [line, text]));
  return suggestions.map(({ line, text, why, broken }) => {
    const before = textOf.get(line) ?? '';
    return { line, before, after: withSpaceOf(before, text), why, broken };
  });
}

/**
 * Suggests changes for passages and keeps them beside the chapter, whose text stays as it is. What a suggestion breaks is
 * named. Passages that the author keeps from the co-writer are never among those that are sent.
 */
export function prepareEdit(ports: EditPorts) {
  return async (book: Book, work: WorkOf<'edit'>): Promise<Plan> => {
    const { how, keep, chapterId } = work;
    const chapter = ports.chapterTitle(book, chapterId);
    const maySend = await ports.privacy(book, chapterId);
    const passages = work.passages.filter(({ text }) => text.trim() !== '' && maySend(text));
    if (passages.length === 0) fail({ code: 'ai-nothing-to-send' });
    const task = tasks[how];
    const { prompts, run } =
      how === 'tidy' ? tidying(book, { passages, keep }) : editing(book, chapter, { how, passages, keep });
    return {
      prompts,
      async run(ask) {
        const before = ports.spent(book.id, task);
        const suggestions = await run(ask);
        const usd = ports.spent(book.id, task) - before;
        await ports.keep(book, { chapterId, how, model: ports.model(task), usd, suggestions: toKeep(suggestions, passages) });
        return { kind: 'edit', suggestions };
      },
    };
  };
}
