import { z } from 'zod';
import { InterviewFile } from '../../src-shared/domain/interview-file';
import type { Draft } from '../../src-shared/domain/draft';
import { interviewLimits } from '../../src-shared/domain/interview';
import type { OutlineNode, ProposedChapter } from '../../src-shared/domain/outline';
import { draftBlocks } from '../../src-shared/text/draft-blocks';
import { appendToChapter, replaceChapter } from '../writing/change-text';
import { required } from './arguments';
import { positional, UsageError, type Command } from './command';
import { chapterList, chaptersOf, findBook, findChapter } from './find';
import { fieldOf, readJsonFile } from './read-input';
import type { Session } from './session';

const PlannedChapter = z.object({
  title: z.string().trim().min(1).max(200),
  description: z.string().max(5_000).default(''),
  sections: z
    .array(z.object({ title: z.string().trim().min(1).max(200), description: z.string().max(5_000).default('') }))
    .default([]),
  /** The present chapter that this one is, when it is called otherwise now. */
  continues: z.string().nullable().optional(),
});
type PlannedChapter = z.infer<typeof PlannedChapter>;

/** A list of chapters, or a file that holds one: a proposal as `--propose` prints it, or interview material. */
const OutlineFile = z.preprocess((value) => {
  const inner = fieldOf(value, 'proposal') ?? value;
  return fieldOf(inner, 'chapters') ?? fieldOf(inner, 'outline') ?? inner;
}, z.array(PlannedChapter).min(1).max(1_000));

/** Each planned chapter goes on from the present one that it names, or that has its title. */
function continued(planned: readonly PlannedChapter[], present: readonly OutlineNode[]): ProposedChapter[] {
  const free = new Set(present.map(({ id }) => id));
  return planned.map(({ title, description, sections, continues }, index) => {
    const named = present.find(({ id }) => id === continues && free.has(id));
    const known = named ?? present.find((node) => free.has(node.id) && node.title.trim() === title);
    if (known) free.delete(known.id);
    return { key: String(index), title, description: description === '' ? (known?.description ?? '') : description, sections, continues: known?.id ?? null };
  });
}

const outline: Command = {
  name: 'outline',
  summary: 'shows, proposes or sets the outline of a book',
  positionals: ['BOOK'],
  options: {
    propose: { help: 'a table of contents from the genre’s template and the author’s answers; changes nothing' },
    set: { value: 'FILE', help: 'JSON with a list of chapters (title, description, sections)' },
  },
  details: ['With --set, chapters that the file lacks move to Unplaced with their text; those of the same title keep theirs.'],
  async run(given, open) {
    const file = given.option('set');
    if (given.flag('propose') && file !== undefined) throw new UsageError('--propose and --set do not go together.');
    const planned = file === undefined ? undefined : await readJsonFile(file, OutlineFile);
    const session = await open(planned ? 'write' : 'read');
    const bookId = await findBook(session, positional(given, 0));
    if (given.flag('propose')) return { value: { bookId, proposal: await session.ask('outline.propose', { bookId }) } };
    if (planned) {
      const chapters = continued(planned, await chaptersOf(session, bookId));
      await session.ask('outline.accept', { bookId, chapters, mode: 'replace' });
    }
    const { nodes } = await session.ask('outline.read', { bookId });
    return { value: { bookId, chapters: await chapterList(session, bookId), outline: nodes } };
  },
};

const interview: Command = {
  name: 'interview',
  summary: 'takes in an outline, questions and answers from a file',
  positionals: ['BOOK'],
  options: { from: { value: 'FILE', help: 'JSON with a brief and an outline whose chapters hold an interview' } },
  details: ['Adds what the book lacks. What the author has answered or written stays as it is; repeating it is harmless.'],
  async run(given, open) {
    const file = await readJsonFile(required('interview', given, 'from'), InterviewFile);
    const session = await open('write');
    const bookId = await findBook(session, positional(given, 0));
    await session.tools.importing.addInterview(bookId, file);
    const chapters = (await chaptersOf(session, bookId)).map(({ id, title, words, questions, answered }) => ({ id, title, words, questions, answered }));
    const sum = (of: (chapter: (typeof chapters)[number]) => number): number => chapters.reduce((total, chapter) => total + of(chapter), 0);
    return { value: { bookId, chapters, questions: sum((chapter) => chapter.questions), answered: sum((chapter) => chapter.answered) } };
  },
};

function countOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const count = /^\d{1,3}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > interviewLimits.questionsPerChapter) {
    throw new UsageError(`--generate takes a number from 1 to ${interviewLimits.questionsPerChapter}.`);
  }
  return count;
}

const questions: Command = {
  name: 'questions',
  summary: 'shows the questions of a chapter with their answers',
  positionals: ['BOOK', 'CHAPTER'],
  options: { generate: { value: 'N', help: 'first adds up to N questions from the genre’s pack' } },
  async run(given, open) {
    const count = countOption(given.option('generate'));
    const session = await open(count === undefined ? 'read' : 'write');
    const bookId = await findBook(session, positional(given, 0));
    const { id: chapterId, title } = await findChapter(session, bookId, positional(given, 1));
    if (count !== undefined) await session.ask('interview.generate', { bookId, chapterId, count });
    const { questions: asked, complete, answered, nextUnanswered } = await session.ask('interview.read', { bookId, chapterId });
    return { value: { bookId, chapterId, title, complete, answered, nextUnanswered, questions: asked } };
  },
};

type Placement = 'inserted' | 'appended' | 'replaced' | 'kept beside';

/** Puts a draft into its chapter where that is asked for or the chapter is empty; the text is kept as a snapshot first. */
async function place(session: Session, bookId: string, draft: Draft, wish: 'append' | 'replace' | undefined): Promise<Placement> {
  const { chapterId } = draft;
  const open = await session.openBook(bookId);
  const { content = [] } = await open.book.texts.document(open.book.liveText(chapterId));
  const isEmpty = content.every(({ content: inner = [], type }) => inner.length === 0 && type === 'paragraph');
  if (!isEmpty && wish === undefined) return 'kept beside';
  await session.ask('snapshot.take', { bookId, chapterId, label: 'Before inserting a draft', reason: 'draft' });
  const blocks = draftBlocks(draft);
  // Appending merges with what another device writes into the chapter meanwhile, so it is the first choice.
  if (content.length === 0 || (!isEmpty && wish === 'append')) {
    await appendToChapter(open, chapterId, blocks, 'Insert draft');
    return isEmpty ? 'inserted' : 'appended';
  }
  await replaceChapter(open, chapterId, blocks, { label: 'Insert draft', newId: session.newId });
  return isEmpty ? 'inserted' : 'replaced';
}

const draft: Command = {
  name: 'draft',
  summary: 'drafts chapters from their answers, with no word added',
  positionals: ['BOOK'],
  options: {
    chapter: { value: 'CHAPTER', help: 'only this chapter; without it, each that has enough answers' },
    append: { help: 'puts the draft after a text that is there already' },
    replace: { help: 'puts the draft in place of a text that is there already; the text stays as a snapshot' },
  },
  details: ['A draft goes into a chapter that is empty. Beside a text it is kept as a draft, and the result says so.'],
  async run(given, open) {
    if (given.flag('append') && given.flag('replace')) throw new UsageError('--append and --replace do not go together.');
    const session = await open('write');
    const bookId = await findBook(session, positional(given, 0));
    const only = given.option('chapter');
    const chapters = only === undefined ? await chaptersOf(session, bookId) : [await findChapter(session, bookId, only)];
    const wish = given.flag('append') ? 'append' : given.flag('replace') ? 'replace' : undefined;
    const drafts = [];
    const skipped = [];
    for (const { id: chapterId, title, answered } of chapters) {
      if (only === undefined && answered < interviewLimits.answersBeforeDraft) {
        skipped.push({ chapterId, title, answered, needed: interviewLimits.answersBeforeDraft });
        continue;
      }
      const made = await session.ask('draft.create', { bookId, chapterId, style: 'tidied' });
      const placed = await place(session, bookId, made, wish);
      if (placed === 'kept beside') session.say(`“${title}” has a text already: the draft is kept beside it. Use --append or --replace to put it in.`);
      drafts.push({ draftId: made.id, chapterId, title, words: made.words, answers: made.answerIds.length, placed });
    }
    const problems = drafts.length === 0 ? ['No chapter has enough answers for a draft.'] : [];
    return { value: { bookId, drafts, skipped }, problems };
  },
};

/** The commands from the outline to the draft. */
export const interviewCommands: readonly Command[] = [outline, interview, questions, draft];
