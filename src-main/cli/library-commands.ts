import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { NewBrief } from '../../src-shared/domain/brief';
import { readingMinutes } from '../../src-shared/domain/word-count';
import { fail } from '../failure';
import { readApart } from '../importing/manuscript-imports';
import { verifyLibrary } from '../library/verify';
import { required } from './arguments';
import { positional, type Command } from './command';
import { chapterList, chaptersOf, findBook } from './find';
import { fieldOf, readJsonFile } from './read-input';
import { createJobRunner } from '../worker/run-job';
import type { Session } from './session';

/** A brief alone, or a file of interview material that holds one. */
const BriefFile = z.preprocess((value) => fieldOf(value, 'brief') ?? value, NewBrief);

const newBook: Command = {
  name: 'new',
  summary: 'makes a book from a brief',
  positionals: [],
  options: { brief: { value: 'FILE', help: 'JSON with a title and whatever else is known; the brief of interview material also fits' } },
  async run(given, open) {
    const brief = await readJsonFile(required('new', given, 'brief'), BriefFile);
    const session = await open('write');
    const { bookId } = await session.ask('library.create', brief);
    return { value: { bookId, title: brief.title, chapters: await chapterList(session, bookId) } };
  },
};

const list: Command = {
  name: 'list',
  summary: 'lists the books of the library',
  positionals: [],
  options: {},
  async run(_given, open) {
    const session = await open('read');
    const { folder, books } = await session.ask('library.list', null);
    return { value: { folder, books: books.map(({ id, ...book }) => ({ bookId: id, ...book })) } };
  },
};

const show: Command = {
  name: 'show',
  summary: 'shows a book: its brief and its chapters',
  positionals: ['BOOK'],
  options: {},
  async run(given, open) {
    const session = await open('read');
    const bookId = await findBook(session, positional(given, 0));
    const { brief, clarifications } = await session.ask('brief.read', { bookId });
    const { nodes } = await session.ask('outline.read', { bookId });
    const chapters = (await chaptersOf(session, bookId)).map(({ id, title, description, status, words, questions, answered }, index) => ({
      number: index + 1, id, title, description, status, words, questions, answered,
    }));
    const words = nodes.reduce((sum, node) => sum + node.words, 0);
    return { value: { bookId, title: brief.title, brief, clarifications, words, chapters, nodes: nodes.length } };
  },
};

const importFile: Command = {
  name: 'import',
  summary: 'makes a book of a manuscript, a chapter at each heading',
  positionals: ['FILE'],
  options: {},
  details: [
    'FILE is Word (.docx), OpenDocument (.odt), RTF, EPUB, HTML, Markdown, plain text, OPML, or a Scrivener project.',
    'The file is kept in the book as it came. What could not be carried over is in “notes”.',
  ],
  async run(given, open, { workerFile, signal }) {
    const control = signal ? { signal } : {};
    const runJob = createJobRunner({ workerFile });
    const read = await readApart((source, stop) => runJob('readManuscript', { source }, stop), { kind: 'path', path: resolve(positional(given, 0)) }, control);
    const session = await open('write');
    const { bookId, notes } = await session.tools.importing.storeManuscript(read, control);
    const { nodes } = await session.ask('outline.read', { bookId });
    const title = (await session.ask('brief.read', { bookId })).brief.title;
    const words = nodes.reduce((sum, node) => sum + node.words, 0);
    return { value: { bookId, title, words, chapters: await chapterList(session, bookId), notes } };
  },
};

const verify: Command = {
  name: 'verify',
  summary: 'checks every checksum, and each book’s log against its state',
  positionals: [],
  options: {},
  details: ['Reads everything and changes nothing. Exit code 1 when something is not as it should be.'],
  async run(_given, open) {
    const session = await open('read');
    const report = await verifyLibrary(session.tools.files, session.folder);
    const problems = report.problems.map(({ bookId, file, reason }) => `${bookId === null ? '' : `${bookId}: `}${file} (${reason})`);
    return { value: { folder: session.folder, ...report }, problems };
  },
};

const merge: Command = {
  name: 'merge',
  summary: 'takes in what another device of the same library has written',
  positionals: [],
  options: { from: { value: 'DIR', help: 'the other library folder; it is only read' } },
  async run(given, open) {
    const from = resolve(required('merge', given, 'from'));
    const found = await stat(from).catch(() => fail({ code: 'folder-unusable', folder: from, reason: 'missing' }));
    if (!found.isDirectory()) fail({ code: 'folder-unusable', folder: from, reason: 'not-a-folder' });
    const session = await open('write');
    const report = await session.tools.merging.mergeFrom(from);
    const problems = report.damaged.map(({ bookId, file }) => `${bookId}: ${file} is damaged over there; what follows in it was not taken in.`);
    return { value: report, problems };
  },
};

async function bookStats(session: Session, bookId: string) {
  const { brief } = await session.ask('brief.read', { bookId });
  const { nodes } = await session.ask('outline.read', { bookId });
  const { book } = await session.openBook(bookId);
  const live = book.lineage().liveTextOf;
  const counted = nodes.filter(({ id }) => live.has(id)).map((node) => {
    const count = book.texts.count(live.get(node.id) ?? '');
    const minutes = readingMinutes(count, brief.language);
    return { id: node.id, kind: node.kind, title: node.title, status: node.status, ...count, readingMinutes: minutes, questions: node.questions, answered: node.answered };
  });
  const sum = (of: (node: (typeof counted)[number]) => number): number => counted.reduce((total, node) => total + of(node), 0);
  const totals = { words: sum(({ words }) => words), characters: sum(({ characters }) => characters) };
  const summary = {
    bookId, title: brief.title, ...totals,
    readingMinutes: readingMinutes(totals, brief.language),
    chapters: counted.filter(({ kind }) => kind === 'chapter').length,
    questions: sum(({ questions }) => questions),
    answered: sum(({ answered }) => answered),
  };
  return { summary, texts: counted };
}

const stats: Command = {
  name: 'stats',
  summary: 'counts words, reading time, questions and answers',
  positionals: ['BOOK?'],
  options: {},
  details: ['With a book: each of its chapters. Without: every book of the library in one line each.'],
  async run(given, open) {
    const session = await open('read');
    const [name] = given.positionals;
    if (name !== undefined) {
      const { summary, texts } = await bookStats(session, await findBook(session, name));
      return { value: { ...summary, texts } };
    }
    const { books } = await session.ask('library.list', null);
    const all = [];
    for (const { id, trashedAt } of books) {
      if (trashedAt !== null) continue;
      all.push((await bookStats(session, id)).summary);
    }
    return { value: { books: all, words: all.reduce((sum, { words }) => sum + words, 0) } };
  },
};

/** The commands about whole books. */
export const libraryCommands: readonly Command[] = [newBook, list, show, importFile, verify, merge, stats];
