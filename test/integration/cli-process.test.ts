import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { chmod, cp, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks } from '../../src-main/book/text-document';
import { nodeDisk, type Disk } from '../../src-main/files/disk';
import { paragraph } from '../../src-shared/text/document';
import { ensureBuilt } from '../support/built';
import { startCli, type TestCli } from '../support/cli';
import { createRandom } from '../support/random';
import { startApp } from '../support/start-app';

let cli: TestCli;
beforeAll(ensureBuilt, 300_000);
beforeEach(async () => {
  cli = await startCli();
});
afterEach(() => cli.stop());

const isRoot = process.getuid?.() === 0;
const nobody = { uid: 65_534, gid: 65_534 };

async function writeMarkdown(name: string, text: string): Promise<string> {
  const path = join(cli.root, name);
  await writeFile(path, text);
  return path;
}

/** Every file of a folder with its content, so that two moments can be compared. */
async function pictureOf(folder: string): Promise<Record<string, string>> {
  const picture: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile()) picture[path] = (await readFile(path)).toString('base64');
  }
  return picture;
}

test('two devices write apart, merge both ways, and end with the same bytes', async () => {
  const bookId = await cli.makeSample();
  const there = join(cli.root, 'other-device');
  await cp(cli.library, there, { recursive: true });
  const at = (library: string, ...argv: string[]) => cli.spawnBare(...argv, '--library', library);

  await at(cli.library, 'edit', bookId, '1', '--append', await writeMarkdown('here.md', 'Written here first.'));
  await at(there, 'edit', bookId, '1', '--append', await writeMarkdown('there.md', 'Written there meanwhile.'));
  await at(there, 'draft', bookId, '--chapter', '4');
  await at(cli.library, 'edit', bookId, '4', '--append', await writeMarkdown('here4.md', 'A line before the draft arrives.'));
  const { bookId: onlyThere } = (await at(there, 'new', '--brief', await writeMarkdown('b.json', '{"title": "Only there"}'))).json;

  expect(await at(cli.library, 'merge', '--from', there)).toMatchObject({ code: 0 });
  expect(await at(there, 'merge', '--from', cli.library)).toMatchObject({ code: 0 });
  expect((await at(cli.library, 'merge', '--from', there)).code).toBe(0);
  expect((await at(cli.library, 'list')).json.books.map((book) => book.bookId)).toContain(onlyThere);

  const texts: string[] = [];
  for (const library of [cli.library, there]) {
    const file = join(library, '..', `${texts.length}.md`);
    expect((await at(library, 'export', bookId, '--format', 'md', '--out', file)).code).toBe(0);
    texts.push(await readFile(file, 'utf8'));
  }
  expect(texts[0]).toBe(texts[1]);
  for (const library of [cli.library, there]) expect(await at(library, 'verify')).toMatchObject({ code: 0, json: { ok: true, problems: [] } });
  for (const words of ['Written here first.', 'Written there meanwhile.', 'A line before the draft arrives.', 'Is that everybody?']) {
    expect(texts[0]?.split(words)).toHaveLength(2);
  }
}, 180_000);

test('while the application has the library open, reading works, sees the latest words, and writing is refused', async () => {
  const bookId = await cli.makeSample();
  const app = await startApp({ folder: cli.root, world: { library: { folder: cli.library, readOnly: false } } });
  try {
    const { nodes } = await app.get('outline.read', { bookId });
    const chapterId = nodes.find(({ kind }) => kind === 'chapter')?.id ?? '';
    const open = await app.get('text.open', { bookId, chapterId });
    const text = new Y.Doc();
    Y.applyUpdate(text, open.update);
    const update = appendBlocks(text, [paragraph('Typed a moment ago.')]);
    await app.get('text.append', { bookId, textId: open.textId, update, words: open.words + 4 });

    const before = await pictureOf(cli.library);
    for (const argv of [['list'], ['show', bookId], ['stats', bookId], ['questions', bookId, '1'], ['outline', bookId], ['snapshots', bookId]]) {
      expect(await cli.spawn(...argv), argv.join(' ')).toMatchObject({ code: 0, lines: [] });
    }
    const out = join(cli.root, 'now.md');
    expect((await cli.spawn('export', bookId, '--format', 'md', '--out', out)).code).toBe(0);
    expect(await readFile(out, 'utf8')).toContain('Typed a moment ago.');
    const refused = await cli.spawn('draft', bookId);
    expect(refused).toMatchObject({ code: 1, out: '', lines: [expect.stringContaining('is open in another Longhand')] });
    expect(await pictureOf(cli.library)).toEqual(before);
  } finally {
    await app.stop({ keep: true });
  }
  expect((await cli.spawn('draft', bookId)).code).toBe(0);
}, 120_000);

test('a library of a newer Longhand is named and left as it is', async () => {
  const bookId = await cli.makeSample();
  const file = join(cli.library, 'library.json');
  await writeFile(file, (await readFile(file, 'utf8')).replace('"version":1', '"version":99'));
  const before = await pictureOf(cli.library);
  for (const argv of [['list'], ['show', bookId], ['draft', bookId]]) {
    const newer = await cli.spawn(...argv);
    expect(newer).toMatchObject({ code: 1, out: '', lines: [expect.stringContaining('A newer Longhand wrote library.json (version 99')] });
  }
  expect(await pictureOf(cli.library)).toEqual(before);
}, 60_000);

test('in a folder that cannot be written, reading works and writing says why', async () => {
  const bookId = await cli.makeSample();
  const more = await writeMarkdown('more.md', 'More.');
  await chmod(cli.root, 0o755);
  for (const path of [cli.library, ...(await readdir(cli.library, { recursive: true })).map((name) => join(cli.library, name))]) {
    await chmod(path, (await stat(path)).isDirectory() ? 0o555 : 0o444);
  }
  // Root may write anywhere, so the command runs as nobody.
  const run = (...argv: string[]) => (isRoot ? cli.spawnAs(nobody, ...argv, '--library', cli.library) : cli.spawn(...argv));
  expect(await run('list')).toMatchObject({ code: 0, json: { books: [{ bookId }] } });
  expect(await run('edit', bookId, '1', '--append', more)).toMatchObject({ code: 1, out: '', lines: [`longhand: ${cli.library} cannot be written to.`] });
  expect(await run('export', bookId, '--format', 'txt', '--out', join(cli.library, 'x.txt'))).toMatchObject({ code: 1, out: '' });
  for (const path of [cli.library, ...(await readdir(cli.library, { recursive: true })).map((name) => join(cli.library, name))]) await chmod(path, 0o755);
}, 60_000);

/** A small file system of its own, where the machine lets us make one. */
async function makeSmallDisk(): Promise<{ folder: string; enlarge: () => void; remove: () => void } | undefined> {
  const folder = join(cli.root, 'small');
  await mkdir(folder);
  if (!isRoot || spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400k', 'tmpfs', folder]).status !== 0) return undefined;
  return {
    folder,
    enlarge: () => void spawnSync('mount', ['-o', 'remount,size=4m', folder]),
    remove: () => void spawnSync('umount', [folder]),
  };
}

test('a full disk is named, and what was saved before is whole', async () => {
  const small = await makeSmallDisk();
  const library = join(small?.folder ?? cli.root, 'library');
  // Without a disk of that size, one that is full from a moment on stands in for it.
  let isFull = false;
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  const disk: Disk = {
    ...nodeDisk,
    write: async (path, bytes) => (isFull ? Promise.reject(full) : nodeDisk.write(path, bytes)),
    openAppend: async (path) => {
      const file = await nodeDisk.openAppend(path);
      return { ...file, write: async (bytes) => (isFull ? Promise.reject(full) : file.write(bytes)) };
    },
  };
  const fallback = small ? undefined : await startCli({ disk });
  const run = (...argv: string[]) => (fallback ?? cli).runBare(...argv, '--library', library);
  try {
    const { bookId } = (await run('new', '--brief', await writeMarkdown('b.json', '{"title": "Tight"}'))).json;
    await run('outline', bookId, '--set', await writeMarkdown('o.json', '[{"title": "One"}]'));
    await run('edit', bookId, '1', '--append', await writeMarkdown('first.md', 'Saved before.'));
    isFull = true;
    const large = await writeMarkdown('large.md', `Too much. ${'All of these words find no room. '.repeat(20_000)}`);
    const refused = await run('edit', bookId, '1', '--append', large);
    expect(refused).toMatchObject({ code: 1, out: '' });
    expect(refused.lines[0]).toContain('The disk is full');
    isFull = false;
    const out = join(cli.root, 'after.md');
    expect((await run('export', bookId, '--format', 'md', '--out', out)).code).toBe(0);
    expect(await readFile(out, 'utf8')).toMatch(/Saved before\.\n$/);
    small?.enlarge();
    expect((await run('edit', bookId, '1', '--append', await writeMarkdown('last.md', 'Saved after.'))).code).toBe(0);
  } finally {
    small?.remove();
    await fallback?.stop();
  }
}, 60_000);

/** A book whose words cannot be packed away. */
async function importLong(words: number): Promise<string> {
  const random = createRandom(11);
  const chapters = Array.from({ length: 20 }, (_unused, at) => {
    const text = Array.from({ length: words / 20 }, () => random.below(36 ** 6).toString(36));
    return `# Chapter ${at + 1}\n\n${text.join(' ')}\n`;
  });
  return (await cli.run('import', await writeMarkdown('packed.md', chapters.join('\n')))).json.bookId;
}

test('an export to a disk that is full says so and leaves what was there', async () => {
  const small = await makeSmallDisk();
  if (!small) {
    console.log('Not run: only root can make a small disk here. The proof of exports on failing disks stands in for it.');
    return;
  }
  try {
    const bookId = await importLong(120_000);
    for (const format of ['pdf', 'docx', 'epub', 'md', 'txt']) {
      const out = join(small.folder, `book.${format}`);
      await writeFile(out, 'what stood there before');
      const refused = await cli.spawn('export', bookId, '--format', format, '--out', out);
      expect(refused).toMatchObject({ code: 1, out: '' });
      expect(refused.lines.at(-1)).toBe(`longhand: The disk is full: book.${format} was not written. What was saved before is safe.`);
      expect(await readFile(out, 'utf8')).toBe('what stood there before');
      expect(await readdir(small.folder)).toEqual([`book.${format}`]);
      await rm(out);
    }
    small.enlarge();
    const out = join(small.folder, 'book.epub');
    expect((await cli.spawn('export', bookId, '--format', 'epub', '--out', out)).code).toBe(0);
    expect(await readdir(small.folder)).toEqual(['book.epub']);
  } finally {
    small.remove();
  }
}, 120_000);

test('an export that may not take its name says so and leaves what has it', async () => {
  const bookId = await importLong(2_000);
  const out = join(cli.root, 'taken.docx');
  const late = await startCli({
    writeError: (text) => {
      if (text.includes('%')) mkdirSync(join(out, 'inside'), { recursive: true });
      else lines.push(text);
    },
  });
  const lines: string[] = [];
  expect((await late.runBare('export', bookId, '--format', 'docx', '--out', out, '--library', cli.library)).code).toBe(1);
  await late.stop();
  expect(lines.at(-1)).toMatch(/^longhand: The disk refused taken\.docx \(E\w+\)\. What was saved before is safe\.\n$/u);
  expect((await readdir(cli.root)).filter((name) => name.startsWith('taken'))).toEqual(['taken.docx']);
  expect(await readdir(out)).toEqual(['inside']);
}, 60_000);

test('an export that is stopped leaves no file', async () => {
  const md = `# One\n\n${'Some words that go on and on. '.repeat(60)}\n\n`.repeat(400);
  const { bookId } = (await cli.run('import', await writeMarkdown('long.md', md))).json;
  const out = join(cli.root, 'stopped.pdf');
  const stopping = new AbortController();
  const stopped = await startCli({
    signal: stopping.signal,
    writeError: (text) => {
      if (text.includes('%')) stopping.abort();
    },
  });
  expect((await stopped.runBare('export', bookId, '--format', 'pdf', '--out', out, '--library', cli.library)).code).toBe(1);
  await stopped.stop();
  expect((await readdir(cli.root)).filter((name) => name.startsWith('stopped'))).toEqual([]);
}, 120_000);

test('npm run longhand runs where it was called', async () => {
  const script = join(import.meta.dirname, '../../scripts/longhand.mjs');
  await writeMarkdown('b.json', '{"title": "Near"}');
  const environment = { ...process.env, INIT_CWD: cli.root, LONGHAND_USER_DATA: join(cli.root, 'user'), LONGHAND_DOCUMENTS: cli.root };
  const done = spawnSync(process.execPath, [script, 'new', '--brief', 'b.json', '--library', 'lib'], { env: environment, encoding: 'utf8' });
  expect(done.stderr.replace('Building the application.\n', '')).toBe('');
  expect(done.status).toBe(0);
  expect(JSON.parse(done.stdout)).toMatchObject({ title: 'Near', chapters: [] });
  expect(existsSync(join(cli.root, 'lib', 'library.json'))).toBe(true);
}, 300_000);
