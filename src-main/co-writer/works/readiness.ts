import { z } from 'zod';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { askOrNothing } from '../ask-or-nothing';
import { aboutBook, bookFacts, fenced } from '../book-material';
import { readinessPrompt } from '../prompts/readiness';
import type { Plan } from '../work';

const HintLine = z.object({ hint: z.string().trim().min(1).max(400) });

const mostHints = 6;

/** Asks what this summary lacks for its reader. The hints are shown and stored nowhere; they lock nothing. */
export function prepareReadiness() {
  return (book: Book): Plan => {
    const about = aboutBook(book);
    if (about.length === 0) fail({ code: 'ai-nothing-to-send' });
    const prompt = fillPrompt(readinessPrompt, { ...bookFacts(book), about: fenced(about), most: String(mostHints) });
    return {
      prompts: [prompt],
      async run(ask) {
        const lines = await askOrNothing(ask, {
          prompt,
          item: HintLine,
          wordsOf: ({ hint }) => hint,
          show: ({ hint }) => ({ kind: 'hint', text: hint }),
        });
        return { kind: 'readiness', hints: [...new Set(lines.map(({ hint }) => hint))].slice(0, mostHints) };
      },
    };
  };
}
