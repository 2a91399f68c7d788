import { z } from 'zod';
import { TitleIdea } from '../../../src-shared/ipc/co-writer-calls';
import { fillPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { aboutBook, bookFacts, fenced } from '../book-material';
import { titlesPrompt } from '../prompts/titles';
import type { Plan } from '../work';

const IdeaLine = z.object({
  what: TitleIdea.shape.what,
  text: z.string().trim().min(1),
  why: z.string().trim().max(500).catch(''),
});

/** What the work needs of the outline. */
export type TitlePorts = {
  /** Title and description of each chapter in reading order. */
  readonly contents: (book: Book) => readonly { readonly title: string; readonly description: string }[];
};

/** What is longer does not fit where it would stand. */
const longest: Readonly<Record<TitleIdea['what'], number>> = {
  title: 200,
  subtitle: 255,
  'back-cover': 5_000,
  cover: 1_000,
};

/** Looks for titles, subtitles, a text for the back cover and ideas for the cover. They are shown and stored nowhere. */
export function prepareTitles(ports: TitlePorts) {
  return (book: Book): Plan => {
    const about = aboutBook(book);
    const contents = ports.contents(book);
    if (about.length === 0 && contents.every(({ description }) => description.trim() === ''))
      fail({ code: 'ai-nothing-to-send' });
    const chapters = contents.map(({ title, description }) => [title, description].join('\n').trim()).join('\n\n');
    const prompt = fillPrompt(titlesPrompt, {
      ...bookFacts(book),
      about: fenced(about),
      chapters: fenced(chapters === '' ? [] : [{ name: 'T', kind: 'table of contents', text: chapters }]),
    });
    const fits = ({ what, text }: TitleIdea): boolean => text.length <= longest[what];
    return {
      prompts: [prompt],
      async run(ask) {
        const lines = await ask({
          prompt,
          item: IdeaLine,
          wordsOf: ({ text }) => text,
          show: (idea) => (fits(idea) ? { kind: 'idea', idea } : undefined),
        });
        const byText = new Map(lines.filter(fits).map((idea) => [`${idea.what} ${idea.text.toLowerCase()}`, idea]));
        return { kind: 'titles', ideas: [...byText.values()] };
      },
    };
  };
}
