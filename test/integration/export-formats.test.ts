import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exportBook } from '../../src-main/exporting/export-book';
import { nodeDisk } from '../../src-main/files/disk';
import type { Manuscript } from '../../src-main/exporting/manuscript';
import { readMarkdown } from '../../src-main/importing/read-markdown';
import { textLines } from '../../src-shared/text/document';
import { ExportFormat, type ExportReceipt, type PageSize } from '../../src-shared/ipc/export-calls';
import { everyNodeBook, node } from '../fixtures/export/every-node';

let folder = '';
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'export-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

const resourcesFolder = join(import.meta.dirname, '../../resources');

async function exported(book: Manuscript, format: ExportFormat, { page = '6x9', name = 'book' }: { page?: PageSize; name?: string } = {}): Promise<ExportReceipt> {
  const file = join(folder, `${name}-${page}.${format}`);
  const result = await exportBook(book, { format, page, file, disk: nodeDisk, resourcesFolder, now: () => '2026-05-06T07:08:09.000Z' });
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

/** Runs a validator. One that is not installed fails the test with the name of its package. */
function run(command: string, ...args: string[]): string {
  const { error, status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd: folder, maxBuffer: 64 * 1024 * 1024 });
  if (error) throw new Error(`${command} is not installed: apt-get install default-jre-headless epubcheck qpdf poppler-utils pandoc libreoffice-writer-nogui`);
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}:\n${stdout}${stderr}`);
  return stdout + stderr;
}

describe.each(['en-GB', 'de', 'ar', 'ja'])('a book in %s with every node, mark and script', (language) => {
  const name = `every-${language}`;

  test('is an EPUB without a message from EPUBCheck', async () => {
    const { file } = await exported(await everyNodeBook({ language }), 'epub', { name });
    expect(run('java', '-jar', '/usr/share/java/epubcheck.jar', file)).toContain('0 fatals / 0 errors / 0 warnings / 0 infos');
  });

  test.each(['6x9', 'a4'] as const)('is a sound PDF on %s with every face embedded and cut down to its letters', async (page) => {
    const { file, notes } = await exported(await everyNodeBook({ language }), 'pdf', { name, page });
    run('qpdf', '--check', file);
    const fonts = run('pdffonts', file).trim().split('\n').slice(2);
    expect(fonts.length).toBeGreaterThan(5);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+.* yes yes yes /u);
    expect(notes.join('\n')).toContain('न (U+0928)');
    expect(notes.join('\n')).not.toContain('U+060C');
  });

  test('is a Word file that LibreOffice opens', async () => {
    const { file } = await exported(await everyNodeBook({ language }), 'docx', { name });
    run('soffice', '--headless', `-env:UserInstallation=file://${folder}/office`, '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, file);
    const text = await readFile(join(folder, `${name}-6x9.txt`), 'utf8');
    for (const words of ['Marks <all>', 'un​frigging​believable'.replaceAll('\u200b', ''), 'The caption of a lost picture', '道可道', 'Thank you.']) expect(text).toContain(words);
  }, 90_000);
});

test('the Markdown of a book reads back as the same paragraphs', async () => {
  const book = await everyNodeBook();
  const { file } = await exported(book, 'md');
  const { chapters, title, author } = readMarkdown(await readFile(file, 'utf8'));
  expect([title, author]).toEqual([book.brief.title, book.brief.author]);
  const sections = book.sections.filter(({ kind }) => kind !== 'part');
  const letters = (lines: readonly string[]): string => lines.join(' ').replace(/[\s\u0007]+/gu, '').replaceAll('\ud800', '\ufffd');
  for (const section of sections.filter(({ title: name }) => ['Marks <all>', 'Scripts', 'Chapter 4', 'Preface'].includes(name))) {
    const chapter = chapters.find((one) => one.title === section.title);
    expect(letters(textLines(chapter?.document ?? node('doc')))).toBe(letters(textLines(await book.readText(section.id))));
  }
});

test('pandoc reads the notes, tables and lists of the Word file', async () => {
  const { file } = await exported(await everyNodeBook(), 'docx');
  const json = run('pandoc', '-f', 'docx', '-t', 'json', file);
  expect(json.match(/"t":"Note"/gu)).toHaveLength(67);
  for (const kind of ['Table', 'BulletList', 'OrderedList', 'Image', 'SmallCaps', 'Strikeout', 'Underline']) expect(json).toContain(`"t":"${kind}"`);
});

test('the words on the pages of a PDF are those of the book', async () => {
  const book = await everyNodeBook();
  const { file } = await exported(book, 'pdf');
  const pages = run('pdftotext', '-layout', file, '-').replace(/-\n\s*/gu, '').replace(/\s+/gu, '');
  for (const words of ['Whythisbook.', 'Ελληνικά,πολυτονικόᾠδή.', '吾輩は猫である。', 'Couldframethyfearfulsymmetry?', 'ANOTEINAHEADING.'.toLowerCase().replace('a', 'A')]) {
    expect(pages.toLowerCase()).toContain(words.toLowerCase());
  }
  expect(run('pdfinfo', file)).toMatch(/Title: +Every Node & <Mark>/u);
});

test('a contents page names the page on which each chapter begins', async () => {
  const { file } = await exported(await everyNodeBook(), 'pdf');
  const pages = run('pdftotext', '-layout', file, '-').split('\f');
  const contents = pages.find((page) => page.includes('Contents')) ?? '';
  const folio = Number(/Scripts\s+(\d+)/u.exec(contents)?.[1]);
  const first = pages.findIndex((page) => page.includes('The First & Only Part') && !page.includes('Contents'));
  expect(pages[first + folio - 1]).toContain('Ελληνικά');
  expect((first + folio) % 2).toBe(1); // a right-hand page
  expect(pages.length % 2).toBe(1); // an even number, and what follows the last form feed
});

test.each(ExportFormat.options)('the same book gives the same %s twice', async (format) => {
  const first = await exported(await everyNodeBook(), format, { name: 'one' });
  await new Promise((resolve) => setTimeout(resolve, 1_100)); // a second later, for whoever writes the time
  const second = await exported(await everyNodeBook(), format, { name: 'one' });
  expect(second.sha256).toBe(first.sha256);
  expect(second).toMatchObject({ chapters: 5, format });
});

test('a book that turns out thicker than its letters say has the gutter of its pages', async () => {
  const book = await everyNodeBook();
  // Each begins on a right-hand page.
  const thickBy = (letters: number): Manuscript => ({
    ...book,
    sections: Array.from({ length: 360 }, (_unused, at) => ({ id: 'short', kind: 'chapter', matter: null, title: `Chapter ${at + 1}`, number: at + 1, partId: null, letters })),
    readText: async () => node('doc', node('paragraph', { type: 'text', text: 'A short one.' })),
  });
  const found = await exported(thickBy(12), 'pdf', { name: 'thick' });
  const known = await exported(thickBy(12_000), 'pdf', { name: 'thick' });
  expect(found.pages).toBeGreaterThan(700);
  expect(found).toEqual(known);
});

describe('what goes wrong', () => {
  test('a cancel leaves no file and is an answer', async () => {
    const controller = new AbortController();
    const file = join(folder, 'cancelled.pdf');
    const result = await exportBook(await everyNodeBook(), {
      format: 'pdf', page: 'a4', file, disk: nodeDisk, resourcesFolder, now: () => '', signal: controller.signal,
      onProgress: (progress) => {
        if (progress > 0.2) controller.abort();
      },
    });
    expect(result).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect((await readdir(folder)).filter((name) => name.startsWith('cancelled'))).toEqual([]);
  });

  test('a cancelled Markdown book takes its pictures away again', async () => {
    const controller = new AbortController();
    const file = join(folder, 'gone.md');
    const onProgress = (progress: number): void => {
      if (progress > 0.9) controller.abort();
    };
    const result = await exportBook(await everyNodeBook(), { format: 'md', page: 'a4', file, disk: nodeDisk, resourcesFolder, now: () => '', signal: controller.signal, onProgress });
    expect(result.ok).toBe(false);
    expect((await readdir(folder)).filter((name) => name.startsWith('gone'))).toEqual([]);
  });

  test('a folder that is not there is a failure of the disk', async () => {
    const result = await exportBook(await everyNodeBook(), { format: 'txt', page: 'a4', file: join(folder, 'no', 'book.txt'), disk: nodeDisk, resourcesFolder, now: () => '' });
    expect(result).toMatchObject({ ok: false, error: { code: 'disk-failed', reason: 'ENOENT' } });
  });

  test('an earlier file stays whole when the new one fails', async () => {
    const file = join(folder, 'kept.epub');
    await writeFile(file, 'earlier');
    const book = await everyNodeBook();
    const result = exportBook({ ...book, readText: () => Promise.reject(new Error('unreadable')) }, { format: 'epub', page: 'a4', file, disk: nodeDisk, resourcesFolder, now: () => '' });
    await expect(result).rejects.toThrow('unreadable');
    expect(await readFile(file, 'utf8')).toBe('earlier');
  });
});

test('a book without a word is a file in every format', async () => {
  const book = { ...(await everyNodeBook({ author: '', subtitle: '', description: '' })), sections: [], cover: null, notes: [] };
  for (const format of ExportFormat.options) {
    expect(await exported(book, format, { name: 'empty' })).toMatchObject({ chapters: 0, paragraphs: 0, words: 0 });
  }
});
