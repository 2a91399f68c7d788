import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ExportFormat, PageSize } from '../../src-shared/ipc/export-calls';
import { ruleOf } from '../../src-shared/domain/preflight';
import { Id } from '../../src-shared/ipc/call';
import { fail } from '../failure';
import { isInside } from '../files/is-inside';
import { readTextFileOf } from '../importing/import-service';
import { appendToChapter } from '../writing/change-text';
import { oneOf, required } from './arguments';
import { positional, UsageError, type Command } from './command';
import { findBook, findChapter } from './find';

const edit: Command = {
  name: 'edit',
  summary: 'adds to the text of a chapter',
  positionals: ['BOOK', 'CHAPTER'],
  options: { append: { value: 'FILE', help: 'Markdown that is put after the chapter’s text' } },
  details: ['Prints its result when the change is on disk, not before.'],
  async run(given, open) {
    const { readMarkdownBlocks } = await import('../importing/read-markdown'); // no other command needs its parser
    const { blocks, notes } = readMarkdownBlocks(await readTextFileOf(required('edit', given, 'append')), 'imported');
    const session = await open('write');
    const bookId = await findBook(session, positional(given, 0));
    const { id: chapterId, title, words: before } = await findChapter(session, bookId, positional(given, 1));
    await appendToChapter(await session.openBook(bookId), chapterId, blocks, 'Append from a file');
    const savedAt = new Date().toISOString();
    const { words } = await findChapter(session, bookId, chapterId);
    return { value: { bookId, chapterId, title, words, added: words - before, savedAt, notes } };
  },
};

/** Where a finished file may go: a folder that is there, and a name that nothing but a file has. */
async function checkTarget(file: string): Promise<void> {
  const folder = dirname(file);
  const [found, parent] = [await stat(file).catch(() => undefined), await stat(folder).catch(() => undefined)];
  if (found?.isDirectory() === true) fail({ code: 'unreadable-file', file, reason: 'it is a folder; give the name of a file' });
  // A finished file takes the place of what has its name: of a device nothing would be left.
  if (found && !found.isFile()) fail({ code: 'unreadable-file', file, reason: 'it is a device or a pipe; give the name of a file' });
  if (!parent) fail({ code: 'folder-unusable', folder, reason: 'missing' });
  if (!parent.isDirectory()) fail({ code: 'folder-unusable', folder, reason: 'not-a-folder' });
}

/** The library's own folder is no place for a finished file: it could take the place of a book. */
async function checkOutside(file: string, library: string): Promise<void> {
  if (await isInside(file, library)) fail({ code: 'invalid-input', issues: ['--out lies in the library’s own folder, where it could take the place of a book'] });
}

const preflight: Command = {
  name: 'preflight',
  summary: 'names what to mend before a book is published',
  positionals: ['BOOK'],
  options: {},
  details: ['Ends with 1 when a printer or shop may refuse the book for something.'],
  async run(given, open) {
    const session = await open('read');
    const bookId = await findBook(session, positional(given, 0));
    const found = await session.ask('preflight.check', { bookId });
    const findings = found.map((finding) => ({ ...ruleOf[finding.ruleId], ...finding }));
    const problems = findings.filter(({ isSerious }) => isSerious).map(({ what, count }) => `${what} (${count})`);
    return { value: { bookId, findings }, problems };
  },
};

const exportBook: Command = {
  name: 'export',
  summary: 'writes a book as a finished file',
  positionals: ['BOOK'],
  options: {
    format: { value: 'FORMAT', help: ExportFormat.options.join(', ') },
    page: { value: 'SIZE', help: `${PageSize.options.join(' or ')}, for pdf and docx; without it, as in the settings` },
    out: { value: 'FILE', help: 'where to; a file of that name is replaced once the new one is whole and checked' },
  },
  async run(given, open) {
    const format = oneOf(given, 'format', ExportFormat.options);
    if (format === undefined) throw new UsageError('--format is missing. See: longhand export --help');
    const page = oneOf(given, 'page', PageSize.options);
    const file = resolve(required('export', given, 'out'));
    await checkTarget(file);
    const session = await open('read');
    await checkOutside(file, session.folder);
    const bookId = await findBook(session, positional(given, 0));
    let told = '';
    const result = await session.tools.exporting.exportTo(
      { bookId, format, page: page ?? session.defaultPage, file },
      {
        report: (progress, doing) => {
          const line = `${String(Math.floor(progress * 10) * 10).padStart(3)} %  ${doing}`;
          if (line !== told) session.say((told = line));
        },
        ...(session.signal ? { signal: session.signal } : {}),
      },
    );
    if (!result.ok) fail(result.error);
    return { value: result.value };
  },
};

const snapshots: Command = {
  name: 'snapshots',
  summary: 'lists the kept states of a book',
  positionals: ['BOOK'],
  options: { chapter: { value: 'CHAPTER', help: 'only those that hold this chapter' } },
  async run(given, open) {
    const session = await open('read');
    const bookId = await findBook(session, positional(given, 0));
    const chapter = given.option('chapter');
    const chapterId = chapter === undefined ? null : (await findChapter(session, bookId, chapter)).id;
    return { value: { bookId, snapshots: await session.ask('snapshot.list', { bookId, chapterId }) } };
  },
};

const restore: Command = {
  name: 'restore',
  summary: 'brings a kept state back; the present one is kept first',
  positionals: ['BOOK', 'SNAPSHOT'],
  options: {},
  async run(given, open) {
    const session = await open('write');
    const bookId = await findBook(session, positional(given, 0));
    const name = positional(given, 1);
    const snapshotId = Id.safeParse(name).success ? name : fail({ code: 'not-found', what: 'snapshot', id: name });
    await session.ask('snapshot.restore', { bookId, snapshotId });
    return { value: { bookId, restored: snapshotId } };
  },
};

/** The commands that change texts and make files of them. */
export const writingCommands: readonly Command[] = [edit, preflight, exportBook, snapshots, restore];
