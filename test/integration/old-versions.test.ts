import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { outlineOf } from '../../src-main/book/outline-tree';
import { nodeDisk } from '../../src-main/files/disk';
import { verifyLibrary } from '../../src-main/library/verify';
import { plainText } from '../../src-shared/text/document';
import { countIds, createDevice, valueOf, type Device } from '../support/builders';

const fixture = join(import.meta.dirname, '../fixtures/library-v1');
let root: string;
let device: Device;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'longhand-old-'));
  await cp(fixture, root, { recursive: true });
  device = createDevice({ disk: nodeDisk, now: () => Date.UTC(2026, 5, 1), newId: countIds('n') });
});
afterEach(async () => {
  await device.library.shutdown();
  await rm(root, { recursive: true, force: true });
});

async function only(folder: string): Promise<string> {
  const [name = ''] = await readdir(folder);
  return join(folder, name);
}

const theBook = async (): Promise<string> => (await device.library.summaries())[0]?.id ?? '';

test('a library of version 1 opens with all that is in it, and can be worked in', async () => {
  expect(await verifyLibrary(device.files, root)).toMatchObject({ ok: true });
  await device.library.openFolder(root);
  const [summary] = await device.library.summaries();
  expect(summary).toMatchObject({ title: 'The Tin Boat', subtitle: 'A river childhood', genre: 'memoir', createdAt: '2026-01-15T09:00:01.000Z' });
  const bookId = await theBook();
  const { book } = await device.library.open(bookId);
  expect(outlineOf(book).nodes.map(({ title, words, questions, answered }) => [title, words, questions, answered])).toEqual([
    ['The pear tree', 17, 1, 1],
    ['Blue paint', 10, 0, 0],
  ]);
  const first = outlineOf(book).nodes[0]?.id ?? '';
  expect(plainText(await book.texts.document(book.liveText(first)))).toBe('We kept the boat under the pear tree.\nWritten after the last time it was written out.');
  expect(await valueOf(device.snapshots['snapshot.list']({ bookId, chapterId: null }))).toMatchObject([{ label: 'First draft' }]);
  expect(await valueOf(device.outline['outline.trashed']({ bookId }))).toMatchObject([{ node: { title: 'High water' } }]);
  await device.write(bookId, first, 'And it goes on.');
  await device.library.shutdown();
  expect(await verifyLibrary(device.files, root)).toMatchObject({ ok: true });
  expect(device.problems).toEqual([]);
});

const newer = { version: 99, sha256: '', data: {} };

test('a newer list of books is left untouched and named', async () => {
  const path = join(root, 'library.json');
  await writeFile(path, JSON.stringify(newer));
  await expect(device.library.openFolder(root)).rejects.toMatchObject({ error: { code: 'library-newer', file: 'library.json', found: 99, supported: 1 } });
  expect(await readFile(path, 'utf8')).toBe(JSON.stringify(newer));
  expect(await verifyLibrary(device.files, root)).toMatchObject({ ok: false, problems: [{ file: 'library.json', reason: 'newer' }] });
  expect(await readdir(root)).not.toContain('library.lock');
});

test('a newer book is left untouched and named, and the library opens all the same', async () => {
  const path = join(await only(join(root, 'books')), 'book.json');
  await writeFile(path, JSON.stringify(newer));
  await device.library.openFolder(root);
  await expect(device.library.open(await theBook())).rejects.toMatchObject({ error: { code: 'library-newer', file: 'book.json', found: 99 } });
  expect(await readFile(path, 'utf8')).toBe(JSON.stringify(newer));
});

test('a newer log is left untouched and named', async () => {
  const log = join(await only(join(await only(join(root, 'books')), 'log')), '9999999998.log');
  const { chain, noSum, toLine } = await import('../../src-main/book/entry');
  const json = JSON.stringify({ longhand: 'log', version: 99, after: 9_999_999_998, sum: noSum });
  await writeFile(log, toLine(chain(noSum, json), json));
  await device.library.openFolder(root);
  await expect(device.library.open(await theBook())).rejects.toMatchObject({ error: { code: 'library-newer', found: 99 } });
  expect(await readFile(log, 'utf8')).toBe(toLine(chain(noSum, json), json));
});
