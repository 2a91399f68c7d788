import { z } from 'zod';
import type { ProposedChapter } from '../../../src-shared/domain/outline';
import type { WorkOutcome } from '../../../src-shared/ipc/co-writer-calls';
import type { Material } from '../../ai/material';
import { fillPrompt, type FilledPrompt } from '../../ai/prompt';
import type { Book } from '../../book/book';
import { fail } from '../../failure';
import { aboutBook, beginningOf, bookFacts, fenced } from '../book-material';
import { outlinePrompt } from '../prompts/outline';
import type { Plan } from '../work';

const limits = { fewestChapters: 6, mostChapters: 12, fewestSections: 2, mostSections: 4 } as const;

const Section = z.object({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(1_000).catch(''),
});
const ChapterLine = z.object({
  title: z.string().trim().min(1).max(200),
  description: z.string().trim().max(2_000).catch(''),
  sections: z
    .array(Section)
    .min(limits.fewestSections)
    .transform((sections) => sections.slice(0, limits.mostSections)),
  continues: z.string().trim().max(20).nullable().catch(null),
});
type ChapterLine = z.infer<typeof ChapterLine>;

/** A chapter that the book has, with the beginning of its text. */
export type PresentChapter = {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly string[];
  readonly text: string;
};

/** What the work needs of the outline and the interview. */
export type OutlinePorts = {
  readonly presentChapters: (book: Book) => Promise<readonly PresentChapter[]>;
  /** Every answer of the book that holds words, in reading order. */
  readonly allAnswers: (book: Book) => readonly { readonly question: string; readonly text: string }[];
  readonly model: () => string;
  /** Keeps the proposal beside the outline. */
  readonly keep: (
    book: Book,
    proposed: { label: string; chapters: ProposedChapter[] },
  ) => Promise<Omit<Extract<WorkOutcome, { kind: 'outline' }>, 'kind'>>;
};

/** All answers together, and all texts together, send no more than about this. */
const mostCharacters = 40_000;
/** Of one answer, and of one chapter’s text. */
const excerptCharacters = 600;

/** As much of each text as all of them may send together. */
const shareOf = (texts: number): number => Math.min(excerptCharacters, Math.floor(mostCharacters / Math.max(1, texts)));

function presentMaterial(present: readonly PresentChapter[]): Material[] {
  return present.map(({ title, description, sections, text }, index) => ({
    name: `P${index + 1}`,
    kind: 'present chapter',
    text: [title, description, ...sections.map((section) => `– ${section}`), beginningOf(text, shareOf(present.length))]
      .filter((line) => line.trim() !== '')
      .join('\n'),
  }));
}

/** Lines as chapters of a proposal. A present chapter is continued once; a name that is none of theirs continues none. */
function createChapters(present: readonly PresentChapter[]) {
  const continued = new Set<string>();
  let count = 0;
  return ({ title, description, sections, continues }: ChapterLine): ProposedChapter => {
    const named = present[Number(/^P(\d+)$/u.exec(continues ?? '')?.[1]) - 1];
    const known = named && !continued.has(named.id) ? named : undefined;
    if (known) continued.add(known.id);
    return {
      key: `co-writer-${(count += 1)}`,
      title,
      description: description === '' ? (known?.description ?? '') : description,
      sections,
      continues: known?.id ?? null,
    };
  };
}

/** Leaves new chapters out, the last ones first, until there are no more than there should be. */
function trim(chapters: readonly ProposedChapter[]): ProposedChapter[] {
  let surplus = Math.max(0, chapters.length - limits.mostChapters);
  return chapters.reduceRight<ProposedChapter[]>((kept, chapter) => {
    const isLeftOut = surplus > 0 && chapter.continues === null;
    if (isLeftOut) surplus -= 1;
    return isLeftOut ? kept : [chapter, ...kept];
  }, []);
}

const labelFor = (model: string, hasText: boolean): string =>
  `Proposed by ${model} from your summary and answers${hasText ? ', and the beginning of each chapter' : ''}.`;

/** Proposes a table of contents beside the present one. Accepting it is the author’s; until then nothing changes. */
export function prepareOutline(ports: OutlinePorts) {
  return async (book: Book): Promise<Plan> => {
    const about = aboutBook(book);
    const present = await ports.presentChapters(book);
    const answers = ports.allAnswers(book);
    const hasText = present.some(({ text }) => text.trim() !== '');
    if (about.length === 0 && answers.length === 0 && !hasText) fail({ code: 'ai-nothing-to-send' });
    const prompt = outlineRequest(book, about, present, answers);
    const model = ports.model();
    return {
      prompts: [prompt],
      async run(ask) {
        const showAs = createChapters(present);
        const lines = await ask({
          prompt,
          item: ChapterLine,
          wordsOf: ({ title, description, sections }) =>
            [title, description, ...sections.map((section) => `${section.title} ${section.description}`)].join('\n'),
          show: (line) => ({ kind: 'chapter', chapter: showAs(line) }),
        });
        const chapters = trim(lines.map(createChapters(present)));
        if (chapters.length < limits.fewestChapters) fail({ code: 'ai-answer', problem: 'malformed' });
        return { kind: 'outline', ...(await ports.keep(book, { label: labelFor(model, hasText), chapters })) };
      },
    };
  };
}

function outlineRequest(
  book: Book,
  about: readonly Material[],
  present: readonly PresentChapter[],
  answers: ReturnType<OutlinePorts['allAnswers']>,
): FilledPrompt {
  const said = answers.map(({ question, text }, index) => ({
    name: `A${index + 1}`,
    kind: 'answer',
    text: `${question}\n${beginningOf(text, shareOf(answers.length))}`,
  }));
  return fillPrompt(outlinePrompt, {
    ...bookFacts(book),
    about: fenced(about),
    answers: fenced(said),
    present: fenced(presentMaterial(present)),
    fewestChapters: String(limits.fewestChapters),
    mostChapters: String(limits.mostChapters),
    fewestSections: String(limits.fewestSections),
    mostSections: String(limits.mostSections),
  });
}
