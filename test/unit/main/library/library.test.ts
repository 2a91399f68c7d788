import { beforeEach, expect, test } from 'vitest';
import { countIds, createDevice, type Device } from '../../../support/builders';
import { createCrashDisk, withoutLocks, type CrashDisk, type Image } from '../../../support/crash-disk';
import { libraryPath } from '../../../support/crash-run';
import { createFailingDisk } from '../../../support/failing-disk';

let disk: CrashDisk;
let failing: ReturnType<typeof createFailingDisk>;
let device: Device;
let starts = 0;

function start(image: Image = new Map()): void {
  disk = createCrashDisk(withoutLocks(image));
  failing = createFailingDisk(disk.disk);
  let nowMs = Date.UTC(2026, 0, 1);
  device = createDevice({ disk: failing.disk, now: () => (nowMs += 1), newId: countIds(`s${(starts += 1)}n`) });
}

const titles = async () => (await device.library.summaries()).map(({ title }) => title).sort();
const without = (image: Image, gone: (path: string) => boolean): Image => new Map([...image].filter(([path]) => !gone(path)));
const moved = (image: Image): Image => new Map([...image].map(([path, file], index) => [path, { ...file, number: 7_000 + index }]));

beforeEach(async () => {
  start();
  await device.library.openFolder(libraryPath);
});

test('a folder that is a file, or missing where nothing may be made, is named as such', async () => {
  start();
  await disk.disk.write('/file', new Uint8Array());
  await expect(device.library.openFolder('/file')).rejects.toMatchObject({ error: { code: 'folder-unusable', reason: 'not-a-folder' } });
  await expect(device.library.openFolder('/nowhere', { readOnly: true })).rejects.toMatchObject({ error: { code: 'folder-unusable', reason: 'missing' } });
  await expect(device.shelf['library.list'](null)).rejects.toMatchObject({ error: { code: 'folder-unusable' } });
});

test('a book that nobody has is not found', async () => {
  await expect(device.library.open('nobody')).rejects.toMatchObject({ error: { code: 'not-found', what: 'book' } });
});

test('a lost list of books is made again from the books, as another device', async () => {
  const bookId = await device.shelf.create({ title: 'Kept' });
  await device.write(bookId, await device.addChapter(bookId, 'One'), 'Three whole words.');
  const known = device.library.folder().device;
  start(without(disk.whole(), (path) => path.endsWith('library.json')));
  await device.library.openFolder(libraryPath);
  expect((await device.library.summaries()).map(({ title, words }) => [title, words])).toEqual([['Kept', 3]]);
  expect(device.library.folder().device).not.toBe(known);
  expect(device.problems).toMatchObject([{ file: 'library.json', reason: 'damaged' }]);
});

test('a copied folder is another device of the same library, the original stays what it was', async () => {
  const { device: known, libraryId } = device.library.folder();
  const image = disk.whole();
  start(moved(image));
  await device.library.openFolder(libraryPath);
  expect(device.library.folder()).toMatchObject({ libraryId });
  expect(device.library.folder().device).not.toBe(known);
  start(image);
  await device.library.openFolder(libraryPath);
  expect(device.library.folder().device).toBe(known);
});

test('after a crash the shelf shows the title as it was last acknowledged', async () => {
  const bookId = await device.shelf.create({ title: 'Old title' });
  const { book } = await device.library.open(bookId);
  await book.change('Rename', (tx) => tx.set('book', 'book', { title: 'New title' }));
  start(disk.whole());
  await device.library.openFolder(libraryPath);
  expect(await titles()).toEqual(['New title']);
  start(disk.whole());
  await device.library.openFolder(libraryPath, { readOnly: true });
  expect(await titles()).toEqual(['New title']);
});

test('one unreadable book hides no other', async () => {
  await device.shelf.create({ title: 'Sound' });
  const broken = await device.shelf.create({ title: 'Broken' });
  const image = disk.whole();
  start(new Map([...image].map(([path, file]) => [path, path.includes(`${broken}/log/`) && file.bytes ? { ...file, bytes: Buffer.alloc(40) } : file])));
  await device.library.openFolder(libraryPath);
  expect(await titles()).toContain('Sound');
  expect(device.problems.some(({ reason }) => reason === 'damaged')).toBe(true);
});

test('a purge that was cut off after it counted is ended at the next start', async () => {
  const bookId = await device.shelf.create({ title: 'Going' });
  await device.shelf['library.trash']({ bookId });
  await device.library.close(bookId);
  const rename = disk.disk.rename;
  Object.assign(failing.disk, { rename: async (from: string, to: string) => (to.includes('/trash/') ? Promise.reject(Object.assign(new Error(), { code: 'EBUSY' })) : rename(from, to)) });
  await device.shelf['library.purge']({ bookId });
  expect(await titles()).toEqual([]);
  expect(await disk.disk.list(`${libraryPath}/books`)).toEqual([bookId]);
  start(disk.whole());
  await device.library.openFolder(libraryPath);
  expect(await titles()).toEqual([]);
  expect(await disk.disk.list(`${libraryPath}/books`)).toEqual([]);
  expect(await disk.disk.list(`${libraryPath}/trash`)).toHaveLength(1);
});

test('only what is in the trash can be purged', async () => {
  const bookId = await device.shelf.create({ title: 'Here' });
  await expect(device.shelf['library.purge']({ bookId })).rejects.toMatchObject({ error: { code: 'not-found' } });
  await device.shelf['library.archive']({ bookId, archived: true });
  expect(await device.library.summaries()).toMatchObject([{ archived: true, trashedAt: null }]);
});

test('a book that is closed and opened at once is never open twice', async () => {
  const bookId = await device.shelf.create({ title: 'Twice' });
  const chapterId = await device.addChapter(bookId, 'One');
  const first = await device.library.open(bookId);
  const [, second] = await Promise.all([device.library.close(bookId), device.library.open(bookId)]);
  expect(second).not.toBe(first);
  await device.write(bookId, chapterId, 'Goes into the open one.');
  await expect(first.book.change('Late', (tx) => tx.set('book', 'book', { title: 'Late' }))).rejects.toMatchObject({ error: { code: 'cancelled' } });
  expect(await device.library.open(bookId)).toBe(second);
});

test('a book that work is on stays open until the work is done, and is closed then unless somebody opened it again', async () => {
  const bookId = await device.shelf.create({ title: 'In use' });
  const { library } = device;
  const first = await library.use(bookId, async ({ book }) => {
    await library.close(bookId);
    await book.change('Rename', (tx) => tx.set('book', 'book', { title: 'Still in use' }));
    return book;
  });
  expect(await library.peek(bookId)).toBeUndefined();
  expect(await titles()).toEqual(['Still in use']);
  // One that only the work has opened is closed after it; one that the author came back to is not.
  await library.use(bookId, async () => undefined);
  expect(await library.peek(bookId)).toBeUndefined();
  const kept = await library.use(bookId, async ({ book }) => {
    await library.close(bookId);
    await library.open(bookId);
    return book;
  });
  expect(await library.peek(bookId)).toBe(kept);
  expect(kept).not.toBe(first);
  await expect(library.use(bookId, () => Promise.reject(new Error('it failed')))).rejects.toThrow('it failed');
  await library.close(bookId);
  expect(await library.peek(bookId)).toBeUndefined();
});

test('work on a book ends as it did when the book cannot be written out after it', async () => {
  const bookId = await device.shelf.create({ title: 'In use' });
  await device.library.close(bookId);
  const title = await device.library.use(bookId, async ({ book }) => {
    await book.change('Rename', (tx) => tx.set('book', 'book', { title: 'Kept in the log' }));
    failing.plan({ at: 1, code: 'ENOSPC', forEver: true });
    return book.state.one('book', 'book')?.title;
  });
  failing.plan(undefined);
  expect(title).toBe('Kept in the log');
});

test('for reading only nothing is written, and changing says so', async () => {
  const bookId = await device.shelf.create({ title: 'Read me' });
  const chapterId = await device.addChapter(bookId, 'One');
  await device.library.shutdown();
  const image = disk.whole();
  start(image);
  await device.library.openFolder(libraryPath, { readOnly: true });
  await device.library.open(bookId);
  await expect(device.write(bookId, chapterId, 'No.')).rejects.toMatchObject({ error: { code: 'read-only' } });
  await device.library.shutdown();
  expect([...disk.whole().keys()]).toEqual([...image.keys()]);
});
