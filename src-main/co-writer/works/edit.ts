import { z } from 'zod';
import type { EditSuggestion, WorkOf } from '../../../src-shared/ipc/co-writer-calls';
import { fence, visibleText } from '../../ai/material';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { askOrNothing } from '../ask-or-nothing';
import { bookFacts, oneLine } from '../book-material';
import { brokenIn } from '../protected-terms';
import { editWishes, enhancePrompt, restylePrompt } from '../prompts/edit';
import type { Plan } from '../work';

const SuggestionLine = z.object({
  passage: z.string().trim().max(20),
  text: z.string().trim().min(1).max(60_000),
  why: z.string().trim().max(500).catch(''),
});
type SuggestionLine = z.infer<typeof SuggestionLine>;

/** What the work needs of the outline. */
export type EditPorts = { readonly chapterTitle: (book: Book, chapterId: string) => string };

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
  return { key: found.key, text: suggested, why, broken: brokenIn(found.text, suggested, keep) };
}

function requestsFor(book: Book, chapter: string, { how, passages, keep }: WorkOf<'edit'>) {
  const parts = partsOf(passages.map((passage, index) => ({ ...passage, name: `P${index + 1}` })));
  return parts.map((part) => ({
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
}

/** Suggests changes for passages, each beside the passage it is for; nothing is changed. What a suggestion breaks is named. */
export function prepareEdit(ports: EditPorts) {
  return (book: Book, work: WorkOf<'edit'>): Plan => {
    const { keep } = work;
    const chapter = ports.chapterTitle(book, work.chapterId);
    const passages = work.passages.filter(({ text }) => text.trim() !== '');
    if (passages.length === 0) fail({ code: 'ai-nothing-to-send' });
    const requests = requestsFor(book, chapter, { ...work, passages });
    return {
      prompts: requests.map(({ prompt }) => prompt),
      async run(ask) {
        const suggestions = new Map<string, EditSuggestion>();
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
            if (suggestion && !suggestions.has(suggestion.key)) suggestions.set(suggestion.key, suggestion);
          }
        }
        return { kind: 'edit', suggestions: [...suggestions.values()] };
      },
    };
  };
}
