import { readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { InterviewFile } from '../../src-shared/domain/interview-file';
import type { Handlers } from '../../src-shared/ipc/contract';
import { largestManuscriptBytes } from '../../src-shared/ipc/library-calls';
import { ok } from '../../src-shared/result';
import type { OpenBook } from '../book/open-book';
import { createPace } from '../book/pace';
import { fail } from '../failure';
import type { LibraryService } from '../library/library-service';
import type { Library } from '../library/library';
import { keysAfter } from '../outline/order';
import type { Dialogs } from '../shell-ports';
import type { SeededBook } from './seed-book';

/** The sample is a book of its own; by title and author it is known again in a library that has it already. */
const SampleFile = InterviewFile.required({ brief: true });
const sampleFile = join('sample', 'sample-book.json');

type Imported = { readonly bookId: string; readonly notes: readonly string[] };

export type ImportService = Pick<
  Handlers,
  'library.importManuscript' | 'library.importDropped' | 'library.openSample'
> & {
  /** Makes a book of a Markdown file; answers its id and what could not be carried over. */
  readonly importFile: (file: string) => Promise<Imported>;
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

/** Brings manuscripts and interview material in, each in one transaction. */
export function createImportService(deps: {
  readonly library: Library;
  readonly createBook: LibraryService['create'];
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly dialogs: Dialogs;
  readonly resources: string;
  /** Parses a manuscript and prepares its texts, away from the main thread. */
  readonly seedBook: (markdown: string) => Promise<SeededBook>;
  readonly newId: () => string;
  readonly now: () => number;
}): ImportService {
  const { newId, now } = deps;

  async function importMarkdown(fileName: string, markdown: string): Promise<Imported> {
    const book = await deps.seedBook(markdown);
    const title = (book.title ?? fileName.replace(/\.[^.]*$/, '')).slice(0, 200);
    const brief = { title, ...(book.subtitle === null ? {} : { subtitle: book.subtitle.slice(0, 255) }), ...(book.author === null ? {} : { author: book.author.slice(0, 200) }) };
    const orders = keysAfter(null, book.chapters.length);
    const pace = createPace();
    const bookId = await deps.createBook(brief, async (tx) => {
      for (const [index, chapter] of book.chapters.entries()) {
        const [chapterId, textId] = [newId(), newId()];
        tx.set('nodes', chapterId, {
          kind: chapter.kind, matter: chapter.matter, parentId: null, order: orders[index] ?? '',
          title: chapter.title === '' && chapter.kind === 'chapter' ? title : chapter.title.slice(0, 200),
          description: '', status: 'draft', trashedAt: null,
        });
        tx.set('texts', textId, { chapterId, seedClient: 0 });
        tx.text(textId, chapter.update);
        await pace();
      }
    });
    const opened = await deps.openBook(bookId);
    await opened.checkpoint();
    await deps.library.remember(bookId);
    return { bookId, notes: book.notes };
  }

  const importFile = async (file: string) => importMarkdown(basename(file), await readTextFileOf(file));

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
    importFile,
    addInterview,
    async 'library.importManuscript'() {
      const file = await deps.dialogs.chooseFile({ kind: 'markdown' });
      return ok(file === null ? null : { bookId: (await importFile(file)).bookId });
    },
    async 'library.importDropped'({ fileName, bytes }) {
      return ok({ bookId: (await importMarkdown(fileName, decoded(fileName, bytes))).bookId });
    },
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
