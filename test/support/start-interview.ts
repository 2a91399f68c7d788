import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBook } from '../../src-main/book/open-book';
import { createBriefService } from '../../src-main/brief/brief-service';
import { createSuggestionService } from '../../src-main/co-writer/suggestion-service';
import { createDraftService } from '../../src-main/drafting/draft-service';
import { AppFailure } from '../../src-main/failure';
import { nodeDisk } from '../../src-main/files/disk';
import { createFiles } from '../../src-main/files/files';
import { createAnswerService } from '../../src-main/interview/answer-service';
import { createAsking } from '../../src-main/interview/asking';
import { createHistoryResets } from '../../src-main/interview/history-resets';
import { createInterviewService } from '../../src-main/interview/interview-service';
import { createPacks } from '../../src-main/interview/packs';
import { createProposalService } from '../../src-main/interview/proposal-service';
import { answersOf } from '../../src-main/interview/question-records';
import { tokensOf } from '../../src-main/interview/similarity';
import { createKeptProposals } from '../../src-main/outline/kept-proposals';
import type { Experience } from '../../src-shared/domain/interview';
import type { AppError, Result } from '../../src-shared/result';

const resources = join(import.meta.dirname, '../../resources');

/** The packs that ship with the application. */
export const shippedPacks = () =>
  createPacks({ read: (path) => readFile(path).catch(() => undefined), folder: join(resources, 'packs') });

/** A real book in a folder of its own with the services of the interview, a clock that tests set, and ids in a row. */
export async function startInterview({
  chapters = ['A House in Boston', 'Ink and Books', 'Running Away', 'London', 'The Junto'],
} = {}) {
  const root = await mkdtemp(join(tmpdir(), 'longhand-interview-'));
  const clock = { ms: Date.parse('2026-03-01T09:00:00Z') };
  let ids = 0;
  const newId = () => `id${String((ids += 1)).padStart(4, '0')}`;
  const now = () => clock.ms;
  const files = createFiles({ disk: nodeDisk, newId });
  const settings: { experience: Experience } = { experience: 'beginner' };
  const place = {
    files,
    folder: join(root, 'book'),
    bookId: 'book1',
    device: 'desk',
    quarantineFolder: join(root, 'quarantine'),
    readOnly: false,
    now,
  };
  await files.makeFolder(place.folder);
  const open = await openBook({ ...place, onChange: () => undefined, onProblem: () => undefined });
  const { book } = open;
  await book.change(
    'Make',
    (tx) => {
      tx.set('book', 'book', {
        title: 'A Printer’s Apprentice',
        summary: '',
        createdAt: new Date(clock.ms).toISOString(),
      });
      chapters.forEach((title, index) => {
        tx.set('nodes', `chapter${index + 1}`, {
          kind: 'chapter',
          parentId: null,
          order: `a${index}`,
          title,
          trashedAt: null,
        });
        tx.set('texts', `text${index + 1}`, { chapterId: `chapter${index + 1}`, seedClient: 0 });
      });
    },
    { undoable: false },
  );

  const { packFor, wordsOf: commonWords } = shippedPacks();
  const deps = { openBook: async () => open, packFor, commonWords, tokensOf, answersOf, settings: () => settings, newId, now };
  const historyResets = createHistoryResets({
    files,
    path: join(root, 'history.json'),
    quarantineFolder: place.quarantineFolder,
    now,
  });
  const asking = createAsking({ ...deps, historyResets });
  const drafts = createDraftService(deps);
  const proposals = createKeptProposals(deps);
  const suggestions = createSuggestionService(deps);
  return {
    book,
    settings,
    /** What the works of the co-writer are made of. */
    parts: { asking, newId, commonWords, keepDraft: drafts.keep, keepProposal: proposals.keep, keepSuggestions: suggestions.keep, spent: () => 0, takeImage: async () => ({ assetId: '' }), now: () => 0 },
    calls: {
      ...createBriefService(deps),
      ...createInterviewService({ ...deps, asking, historyResets }),
      ...createAnswerService({ ...deps, noteWords: () => undefined }),
      ...createProposalService(deps),
      ...proposals,
      ...suggestions,
      ...drafts,
    },
    pass: (seconds: number) => void (clock.ms += seconds * 1_000),
    nowIso: () => new Date(clock.ms).toISOString(),
    /** Opens the same book anew from its files, as after a restart. */
    async reopen() {
      await open.close();
      const again = await openBook({ ...place, onChange: () => undefined, onProblem: () => undefined });
      return { book: again.book, close: again.close };
    },
    async stop(): Promise<void> {
      await open.close();
      await rm(root, { recursive: true, force: true });
    },
  };
}

export type InterviewDesk = Awaited<ReturnType<typeof startInterview>>;

/** The value of a call that is expected to work. */
export async function valueOf<T>(answer: Promise<Result<T>>): Promise<T> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** The failure of a call that is expected to fail. */
export async function failureOf(answer: Promise<Result<unknown>>): Promise<AppError> {
  try {
    const result = await answer;
    if (!result.ok) return result.error;
  } catch (cause) {
    if (cause instanceof AppFailure) return cause.error;
    throw cause;
  }
  throw new Error('The call was expected to fail.');
}
