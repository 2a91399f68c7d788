import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { actionsAt, type ImportPlan, type ImportPreview } from '../../src-shared/domain/import-split';
import { InterviewFile } from '../../src-shared/domain/interview-file';
import type { Handlers } from '../../src-shared/ipc/contract';
import { largestManuscriptBytes } from '../../src-shared/ipc/library-calls';
import { ok } from '../../src-shared/result';
import type { OpenBook } from '../book/open-book';
import { fail } from '../failure';
import type { LibraryService } from '../library/library-service';
import type { Library } from '../library/library';
import type { ManuscriptImports } from './manuscript-imports';
import type { ReadManuscript } from './read-manuscript';

/** The sample is a book of its own; by title and author it is known again in a library that has it already. */
const SampleFile = InterviewFile.required({ brief: true });
const sampleFile = join('sample', 'sample-book.json');

type Imported = { readonly bookId: string; readonly notes: readonly string[] };

export type ImportService = Pick<Handlers, 'library.openSample'> & {
  /** Makes a book of a manuscript, cut where its headings say; answers its id and what could not be carried over. */
  readonly storeManuscript: (read: ReadManuscript, control?: { readonly signal?: AbortSignal }) => Promise<Imported>;
  /** Adds what the book lacks of an interview file: chapters, questions, answers. */
  readonly addInterview: (bookId: string, json: unknown) => Promise<void>;
};

/** Reads a file that the author named, as text. */
export async function readTextFileOf(file: string): Promise<string> {
  const unreadable = (reason: string) => ({ code: 'unreadable-file', file: basename(file), reason }) as const;
  const found = await stat(file).catch(() => fail(unreadable('there is no such file, or it cannot be opened')));
  if (!found.isFile()) fail(unreadable('it is not a file'));
  if (found.size > largestManuscriptBytes) fail(unreadable('it is larger than 100 MB'));
  return decoded(basename(file), await readFile(file));
}

function decoded(fileName: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    return fail({ code: 'unreadable-file', file: fileName, reason: 'it is not text in UTF-8' }, cause);
  }
}

/** The cut that the headings suggest. */
export function suggestedPlan({ title, pieces, chapterLevel }: ImportPreview): ImportPlan {
  const actions = actionsAt(pieces, chapterLevel);
  return { title: title.trim() || 'Untitled', pieces: pieces.map((piece, at) => ({ title: piece.title, action: actions[at] ?? 'chapter' })) };
}

/** Brings manuscripts and interview material in, each in one transaction. */
export function createImportService(deps: {
  readonly library: Library;
  readonly createBook: LibraryService['create'];
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly manuscripts: ManuscriptImports;
  readonly resources: string;
  readonly newId: () => string;
  readonly now: () => number;
}): ImportService {
  const { newId, now, manuscripts } = deps;

  async function storeManuscript(read: ReadManuscript, { signal }: { readonly signal?: AbortSignal } = {}): Promise<Imported> {
    const importId = manuscripts.take(read);
    const stop = (): void => manuscripts.cancel(importId);
    signal?.addEventListener('abort', stop, { once: true });
    try {
      return await manuscripts.store(importId, suggestedPlan(read.preview));
    } finally {
      signal?.removeEventListener('abort', stop);
      manuscripts.cancel(importId);
    }
  }

  async function addInterview(bookId: string, json: unknown): Promise<void> {
    const file = InterviewFile.safeParse(json);
    if (!file.success) fail({ code: 'invalid-input', issues: file.error.issues.slice(0, 10).map((issue) => `${issue.path.join('.')}: ${issue.message}`) });
    // Reading Markdown is not needed to open the window.
    const { addInterviewFile } = await import('./interview-file');
    const open = await deps.openBook(bookId);
    await open.book.change('Take in interview', (tx) => addInterviewFile(open, tx, { file: file.data, newId, now }));
    await deps.library.remember(bookId);
  }

  return {
    storeManuscript,
    addInterview,
    async 'library.openSample'() {
      const json: unknown = JSON.parse(await readTextFileOf(join(deps.resources, sampleFile)));
      const { brief } = SampleFile.parse(json);
      const known = (await deps.library.summaries()).find(
        (book) => book.title === brief.title && book.author === brief.author && book.trashedAt === null,
      );
      if (known) return ok({ bookId: known.id });
      const bookId = await deps.createBook(brief);
      await addInterview(bookId, json);
      return ok({ bookId });
    },
  };
}
