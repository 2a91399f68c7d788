import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cliCommands } from '../../src-main/cli/run-cli';
import { ExportFormat } from '../../src-shared/ipc/export-calls';
import { ensureBuilt } from '../support/built';
import { sampleFile, startCli, type TestCli } from '../support/cli';

let cli: TestCli;
beforeAll(ensureBuilt, 300_000);
beforeEach(async () => {
  cli = await startCli();
});
afterEach(() => cli.stop());

const file = async (name: string, text: string): Promise<string> => {
  const path = join(cli.root, name);
  await writeFile(path, text);
  return path;
};

describe('the journey', () => {
  test('a book goes from a brief to finished files, one command a step', async () => {
    const made = await cli.run('new', '--brief', sampleFile);
    expect(made).toMatchObject({ code: 0, json: { title: 'The House with Two Doors', chapters: [] }, lines: [] });
    const { bookId } = made.json;
    const taken = await cli.run('interview', bookId, '--from', sampleFile);
    expect(taken).toMatchObject({ code: 0, json: { bookId, questions: 22, answered: 19 } });
    const drafted = await cli.run('draft', bookId);
    expect(drafted.json).toMatchObject({
      drafts: [{ placed: 'kept beside' }, { placed: 'kept beside' }, { placed: 'inserted' }, { placed: 'inserted' }],
      skipped: [{ title: 'What I Carried Over', answered: 2, needed: 3 }],
    });
    expect(drafted.lines).toHaveLength(2);
    for (const format of ExportFormat.options) {
      const out = join(cli.root, `book.${format}`);
      const exported = await cli.run('export', bookId, '--format', format, '--out', out);
      expect(exported.code, exported.lines.join('\n')).toBe(0);
      expect(exported.json).toMatchObject({ format, file: out, chapters: 5, bytes: (await readFile(out)).byteLength });
      expect(exported.json.pages !== undefined).toBe(format === 'pdf');
      expect(exported.json.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
    const entries = unzipSync(new Uint8Array(await readFile(join(cli.root, 'book.archive'))));
    const inside = (name: string): string => strFromU8(entries[name] ?? new Uint8Array());
    expect(inside('interview/interview.md').match(/^### /gmu)).toHaveLength(22);
    expect(inside('drafts/drafts.md').match(/^## /gmu)).toHaveLength(4);
    expect(inside('whose-words/statement.html')).toContain('<h2>Evidence</h2>');
    const text = await readFile(join(cli.root, 'book.md'), 'utf8');
    expect(text).toContain('I swear to you');
    expect(text).toContain('> Slack for the willow and tight for the stone,\\\n');
  }, 120_000);

  test('a book can be named by its title, in any case', async () => {
    const bookId = await cli.makeSample();
    expect((await cli.run('show', 'the house with two doors')).json).toMatchObject({ bookId, brief: { author: 'Ada Merrin' } });
    await cli.run('new', '--brief', sampleFile);
    const unclear = await cli.run('show', 'The House with Two Doors');
    expect(unclear).toMatchObject({ code: 2, out: '', lines: [expect.stringContaining('2 books are called')] });
  });

  test('taking an interview in twice adds nothing, and leaves what the author wrote', async () => {
    const bookId = await cli.makeSample();
    const before = (await cli.run('questions', bookId, '1')).json;
    const again = await cli.run('interview', bookId, '--from', sampleFile);
    expect(again.json).toMatchObject({ questions: 22, answered: 19 });
    expect((await cli.run('questions', bookId, '1')).json).toEqual(before);
  });

  test('a draft goes into a chapter by choice, and a snapshot brings the old text back', async () => {
    const bookId = await cli.makeSample();
    const wordsOf = async () => (await cli.run('show', bookId)).json.chapters[0]?.words ?? 0;
    const written = await wordsOf();
    expect((await cli.run('draft', bookId, '--chapter', '1', '--append')).json.drafts).toMatchObject([{ placed: 'appended' }]);
    const appended = await wordsOf();
    expect(appended).toBeGreaterThan(written + 400);
    expect((await cli.run('draft', bookId, '--chapter', '1', '--replace')).json.drafts).toMatchObject([{ placed: 'replaced' }]);
    expect(await wordsOf()).toBe(appended - written);
    const { snapshots } = (await cli.run('snapshots', bookId, '--chapter', '1')).json;
    expect(snapshots.map(({ words }) => words)).toEqual([appended, written]);
    expect((await cli.run('restore', bookId, snapshots[1]?.id ?? '')).code).toBe(0);
    expect(await wordsOf()).toBe(written);
  });

  test('a chapter with too few answers is refused by name, and without one the result lists it', async () => {
    const bookId = await cli.makeSample();
    expect(await cli.run('draft', bookId, '--chapter', '5')).toMatchObject({ code: 1, out: '', lines: ['longhand: A draft needs 3 answers, and this chapter has 2.'] });
    const { bookId: empty } = (await cli.run('new', '--brief', await file('b.json', '{"title":"Nothing yet"}'))).json;
    expect(await cli.run('draft', empty)).toMatchObject({ code: 1, json: { drafts: [] }, lines: ['longhand: No chapter has enough answers for a draft.'] });
  });

  test('a proposed outline can be set, chapters of the same title keep their text and the others go to Unplaced', async () => {
    const bookId = await cli.makeSample();
    const proposal = await cli.run('outline', bookId, '--propose');
    expect(proposal.json.proposal).toMatchObject({ origin: 'template' });
    const words = (await cli.run('show', bookId)).json.words;
    const plan = await file('outline.json', JSON.stringify([{ title: 'What the Rope Said' }, { title: 'Something New', sections: [{ title: 'A start' }] }]));
    const set = await cli.run('outline', bookId, '--set', plan);
    expect(set.json.chapters.map(({ title, words: count }) => [title, count > 0])).toEqual([['What the Rope Said', true], ['Something New', false]]);
    expect(set.json.outline.filter(({ parentId }) => parentId === 'unplaced')).toHaveLength(4);
    expect((await cli.run('show', bookId)).json.words).toBe(words);
    const whole = await file('proposal.json', proposal.out);
    expect((await cli.run('outline', bookId, '--set', whole)).code).toBe(0);
  });

  test('questions come from the pack when they are asked for', async () => {
    const { bookId } = (await cli.run('new', '--brief', await file('b.json', '{"title":"Soup","genre":"cooking"}'))).json;
    await cli.run('outline', bookId, '--set', await file('o.json', '{"chapters":[{"title":"Stock"}]}'));
    expect((await cli.run('questions', bookId, '1')).json.questions).toEqual([]);
    expect((await cli.run('questions', bookId, '1', '--generate', '4')).json.questions).toHaveLength(4);
  });

  test('interview material needs no brief, and may begin with a byte order mark', async () => {
    const bookId = await cli.makeSample();
    const more = await file('more.json', '\ufeff{"outline": [{"title": "After", "interview": [{"question": "What came then?", "answer": "Rain."}]}]}\r\n');
    expect(await cli.run('interview', bookId, '--from', more)).toMatchObject({ code: 0, json: { questions: 23, answered: 20 }, lines: [] });
    expect(await cli.run('interview', bookId, '--from', more)).toMatchObject({ code: 0, json: { questions: 23, answered: 20 } });
  });

  test('files that something else left among the books are no books', async () => {
    await cli.makeSample();
    await writeFile(join(cli.library, 'books', 'Thumbs.db'), 'x');
    expect(await cli.run('list')).toMatchObject({ code: 0, lines: [] });
    expect(await cli.run('verify')).toMatchObject({ code: 0, json: { ok: true, problems: [] } });
    expect(await cli.run('new', '--brief', sampleFile)).toMatchObject({ code: 0, lines: [] });
    expect(existsSync(join(cli.library, 'books', 'Thumbs.db'))).toBe(true);
  });

  test('preflight names what a printer or shop may refuse, and where', async () => {
    const { bookId } = (await cli.run('import', await file('tk.md', '# One\n\nTK\n\n# Two\n'))).json;
    const checked = await cli.run('preflight', bookId);
    expect(checked.code).toBe(1);
    expect(checked.json.findings).toContainEqual(expect.objectContaining({ ruleId: 'placeholder', count: 1 }));
    expect(checked.lines.join('\n')).toContain('A chapter has no words (1)');
  });

  test('an edit is Markdown at the end of a chapter, by number or id', async () => {
    const bookId = await cli.makeSample();
    const more = await file('more.md', 'One **more** thing.[^1]\n\n## A turn\n\n[^1]: Said later.\n');
    const edited = await cli.run('edit', bookId, '4', '--append', more);
    expect(edited).toMatchObject({ code: 0, json: { title: 'The Men with Striped Poles', added: 5, notes: [] } });
    await cli.run('edit', bookId, edited.json.chapterId, '--append', more);
    await cli.run('export', bookId, '--format', 'md', '--out', join(cli.root, 'b.md'));
    const text = await readFile(join(cli.root, 'b.md'), 'utf8');
    expect(text.match(/One \*\*more\*\* thing\./g)).toHaveLength(2);
    expect(text.match(/^## A turn$/gm)).toHaveLength(2);
  });

  test('a Markdown file becomes a book, a chapter at each heading', async () => {
    const md = await file('book.md', '---\ntitle: Two Days\nauthor: Mo Lind\n---\n\n# Monday\n\nIt rained all day.\n\n# Tuesday\n\nIt did not.\n');
    const imported = await cli.run('import', md);
    expect(imported.json).toMatchObject({ title: 'Two Days', words: 7, chapters: [{ title: 'Monday', words: 4 }, { title: 'Tuesday', words: 3 }] });
    expect((await cli.run('stats', imported.json.bookId)).json).toMatchObject({ words: 7, chapters: 2, readingMinutes: 1, texts: [{ title: 'Monday' }, { title: 'Tuesday' }] });
    expect((await cli.run('stats')).json).toMatchObject({ words: 7, books: [{ title: 'Two Days' }] });
    expect((await cli.run('list', '--json')).json).toMatchObject({ folder: cli.library, books: [{ title: 'Two Days', author: 'Mo Lind', chapters: 2 }] });
  });

  test('without --library the one of the settings is used', async () => {
    const chosen = join(cli.root, 'elsewhere');
    await cli.runBare('new', '--brief', sampleFile, '--library', chosen);
    await cli.runBare('new', '--brief', await file('b.json', '{"title":"In the usual place"}'));
    expect(existsSync(join(cli.root, 'Longhand', 'library.json'))).toBe(true);
    await mkdir(join(cli.root, 'user'), { recursive: true });
    await writeFile(join(cli.root, 'user', 'settings.json'), JSON.stringify({ version: 1, libraryFolder: chosen }));
    expect((await cli.runBare('list')).json).toMatchObject({ folder: chosen, books: [{ title: 'The House with Two Doors' }] });
  });
});

describe('verify', () => {
  test('says ok of a whole library and names each damaged file of another', async () => {
    const bookId = await cli.makeSample();
    expect(await cli.run('verify')).toMatchObject({ code: 0, json: { ok: true, problems: [], checked: { books: 1 } }, lines: [] });
    const text = (await readdir(join(cli.library, 'books', bookId, 'text')))[0] ?? '';
    const path = join(cli.library, 'books', bookId, 'text', text);
    const bytes = await readFile(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    await writeFile(path, bytes);
    const damaged = await cli.run('verify');
    expect(damaged).toMatchObject({ code: 1, json: { ok: false, problems: [{ bookId, file: `text/${text}`, reason: 'damaged' }] } });
    expect(damaged.lines).toEqual([`longhand: ${bookId}: text/${text} (damaged)`]);
    expect((await cli.run('export', bookId, '--format', 'md', '--out', join(cli.root, 'b.md'))).code).toBe(0);
  });
});

describe('help', () => {
  test('names every command, and each explains itself', async () => {
    const all = await cli.runBare('--help');
    expect(all.code).toBe(0);
    for (const { name, options } of cliCommands) {
      expect(all.out).toMatch(new RegExp(`^  ${name}\\b`, 'm'));
      const own = await cli.runBare(name, '--help');
      expect(own).toMatchObject({ code: 0, lines: [] });
      for (const option of ['library', ...Object.keys(options)]) expect(own.out).toContain(`--${option}`);
      expect((await cli.runBare('help', name)).out).toBe(own.out);
    }
    expect((await cli.runBare('--version')).out).toBe('0.0.0-test\n');
    expect(existsSync(cli.library)).toBe(false);
  });
});

describe('wrong usage says so in one line, with exit code 2, and writes nothing', () => {
  test.each([
    [[], 'A command is missing'],
    [['publish'], 'There is no command “publish”'],
    [['constructor'], 'There is no command “constructor”'],
    [['new'], '--brief is missing'],
    [['new', '--brief'], '--brief needs a value'],
    [['new', '--brief', ''], '--brief needs a value'],
    [['new', '--colour', 'red'], 'There is no option --colour'],
    [['list', '--json=yes'], '--json takes no value'],
    [['list', '-x'], 'There is no option -x'],
    [['show'], 'BOOK is missing'],
    [['questions', 'some'], 'CHAPTER is missing'],
    [['list', 'extra'], '“extra” is one too many'],
    [['export', 'some', '--out', 'x.pdf'], '--format is missing'],
    [['export', 'some', '--format', 'pdf'], '--out is missing'],
    [['export', 'some', '--format', 'rtf', '--out', 'x'], '--format is one of: pdf, docx, epub, md, txt, html, manuscript, manuscript-classic, opml, archive'],
    [['export', 'some', '--format', 'pdf', '--page', 'a5', '--out', 'x'], '--page is one of: 6x9, a4'],
    [['questions', 'some', '1', '--generate', '99'], '--generate takes a number from 1 to 20'],
    [['draft', 'some', '--append', '--replace'], '--append and --replace do not go together'],
    [['outline', 'some', '--propose', '--set', 'x'], '--propose and --set do not go together'],
  ])('longhand %j', async (argv, message) => {
    const wrong = await (argv.length === 0 ? cli.runBare() : cli.run(...argv));
    expect(wrong).toMatchObject({ code: 2, out: '' });
    expect(wrong.lines).toHaveLength(1);
    expect(wrong.lines[0]).toContain(message);
    expect(existsSync(cli.library)).toBe(false);
  });
});

describe('a problem is one line, with exit code 1, and nothing is written', () => {
  test('input that cannot be used', async () => {
    const cases: (readonly [readonly string[], string])[] = [
      [['new', '--brief', join(cli.root, 'none.json')], 'none.json cannot be read: there is no such file'],
      [['new', '--brief', cli.root], 'cannot be read: it is not a file'],
      [['new', '--brief', await file('cut.json', '{"title": "Cut",\n"author":')], 'cut.json cannot be read: it is not JSON'],
      [['new', '--brief', await file('empty.json', '')], 'empty.json cannot be read: it is not JSON'],
      [['new', '--brief', await file('list.json', '[]')], 'This cannot be used'],
      [['new', '--brief', await file('blank.json', '{"title": "  "}')], 'This cannot be used'],
      [['new', '--brief', await file('odd.json', '{"title": "T", "genre": "opera"}')], 'genre'],
      [['interview', 'some', '--from', await file('half.json', '{"brief": {"title": "T"}}')], 'outline'],
      [['import', await file('binary.md', '').then(async (path) => (await writeFile(path, Buffer.from([0x89, 0xff, 0x00])), path))], 'it is none of the formats'],
      [['import', cli.root], 'it is none of the formats'],
      [['import', join(cli.root, 'none.docx')], 'none.docx was not taken in: there is no such file'],
      [['edit', 'some', '1', '--append', join(cli.root, 'none.md')], 'none.md cannot be read'],
      [['export', 'some', '--format', 'pdf', '--out', cli.root], 'it is a folder'],
      [['export', 'some', '--format', 'pdf', '--out', join(cli.root, 'no', 'x.pdf')], 'is not there'],
      [['merge', '--from', join(cli.root, 'no')], 'is not there'],
      [['merge', '--from', sampleFile], 'is not a folder'],
      [['list'], 'is not there'],
    ];
    for (const [argv, message] of cases) {
      const problem = await cli.run(...argv);
      expect(problem, argv.join(' ')).toMatchObject({ code: 1, out: '' });
      expect(problem.lines, argv.join(' ')).toHaveLength(1);
      expect(problem.lines[0]).toContain(message);
    }
    expect(existsSync(cli.library)).toBe(false);
  });

  test('a folder that is named by nothing, as by a variable that is not set', async () => {
    const wrong = await cli.runBare('list', '--library', '');
    expect(wrong).toMatchObject({ code: 2, out: '', lines: [expect.stringContaining('--library needs a value')] });
  });

  test('a finished file never takes the place of a device or of a part of the library', async () => {
    const bookId = await cli.makeSample();
    const files = async () => (await readdir(cli.library, { recursive: true })).sort();
    const before = await files();
    for (const out of ['library.json', 'new.md', join('books', bookId, 'book.json')]) {
      const problem = await cli.run('export', bookId, '--format', 'md', '--out', join(cli.library, out));
      expect(problem).toMatchObject({ code: 1, out: '', lines: [expect.stringContaining('lies in the library’s own folder')] });
    }
    const socket = join(cli.root, 'socket');
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(socket, resolve));
    const problem = await cli.run('export', bookId, '--format', 'md', '--out', socket);
    server.close();
    expect(problem).toMatchObject({ code: 1, out: '', lines: [expect.stringContaining('it is a device or a pipe')] });
    expect(await files()).toEqual(before);
    expect((await cli.run('verify')).code).toBe(0);
  });

  test('names that the library does not know', async () => {
    const bookId = await cli.makeSample();
    const state = await readFile(join(cli.library, 'library.json'), 'utf8');
    for (const argv of [
      ['show', 'no-such-book'], ['show', '../../etc'], ['show', '__proto__'], ['questions', bookId, '6'], ['questions', bookId, '0'],
      ['questions', bookId, 'x y'], ['draft', bookId, '--chapter', '999999'], ['restore', bookId, 'none'], ['restore', bookId, '../x'],
      ['edit', bookId, '1.5', '--append', sampleFile], ['merge', '--from', cli.root],
    ]) {
      const problem = await cli.run(...argv);
      expect(problem, argv.join(' ')).toMatchObject({ code: 1, out: '' });
      expect(problem.lines, argv.join(' ')).toHaveLength(1);
    }
    expect(await readFile(join(cli.library, 'library.json'), 'utf8')).toBe(state);
  });
});

describe('hostile input is only words', () => {
  test('markup, control characters and odd keys come through as what they are', async () => {
    const title = '<img src=x onerror=alert(1)> \u001b[2J ‮ "quoted"';
    const brief = await file('brief.json', `{"title": ${JSON.stringify(title)}, "summary": "<script>alert(1)</script>"}`);
    const { bookId } = (await cli.run('new', '--brief', brief)).json;
    const listed = await cli.run('list');
    expect(listed.json.books[0]?.title).toBe(title);
    expect(listed.out).not.toContain('\u001b');
    expect((await cli.run('show', `\u001b[31m${title}`)).lines.join('')).not.toContain('\u001b');
    const polluted = await file('polluted.json', '{"__proto__": {"polluted": true}, "title": "T"}');
    expect((await cli.run('new', '--brief', polluted)).code).toBeLessThan(2);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(bookId).not.toBe('');
  });

  test('a file of brackets and a file of quotes end in an answer', async () => {
    const brackets = await file('deep.json', '['.repeat(200_000));
    expect(await cli.run('new', '--brief', brackets)).toMatchObject({ code: 1, out: '' });
    const quotes = await file('deep.md', `${'>'.repeat(20_000)} words\n`);
    const deep = await cli.run('import', quotes);
    expect(deep).toMatchObject({ code: 0, json: { words: 1, notes: ['A passage that is nested too deeply was taken as plain paragraphs.'] } });
  }, 60_000);
});
