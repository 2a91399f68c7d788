import { beforeEach, expect, test } from 'vitest';
import { outlineOf } from '../../../../src-main/book/outline-tree';
import { plainText } from '../../../../src-shared/text/document';
import { countIds, createDevice, valueOf, type Device } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { libraryPath } from '../../../support/crash-run';

let device: Device;
let bookId: string;
let one: string;
let two: string;

beforeEach(async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  device = createDevice({ disk: createCrashDisk().disk, now: () => (nowMs += 1), newId: countIds('i') });
  await device.library.openFolder(libraryPath);
  bookId = await device.shelf.create({ title: 'Kept' });
  one = await device.addChapter(bookId, 'One');
  two = await device.addChapter(bookId, 'Two');
  await device.write(bookId, one, 'First of one.');
  await device.write(bookId, two, 'First of two.');
});

const take = (chapterId: string | null) => device.snapshots.take(bookId, { chapterId, label: 'Here', reason: 'by-hand' });
const restore = (snapshotId: string) => valueOf(device.snapshots['snapshot.restore']({ bookId, snapshotId }));
const list = (chapterId: string | null) => valueOf(device.snapshots['snapshot.list']({ bookId, chapterId }));
const titles = async () => outlineOf((await device.library.open(bookId)).book).nodes.map(({ title }) => title);

async function textOf(chapterId: string): Promise<string> {
  const { book } = await device.library.open(bookId);
  return plainText(await book.texts.document(book.liveText(chapterId)));
}

test('a chapter comes back as it was, what stood there is kept first, and both steps can be undone', async () => {
  const { id } = await take(one);
  await device.write(bookId, one, 'Second of one.');
  await restore(id);
  expect(await textOf(one)).toBe('First of one.');
  expect((await list(one)).map(({ label }) => label)).toEqual(['Before restoring', 'Here']);
  const { book } = await device.library.open(bookId);
  await book.undo();
  expect(await textOf(one)).toBe('First of one.\nSecond of one.');
  await book.redo();
  expect(await textOf(one)).toBe('First of one.');
});

test('the book comes back with its order and titles, and what was added since is in the trash', async () => {
  const { id } = await take(null);
  await valueOf(device.outline['outline.move']({ bookId, nodeIds: [two], parentId: null, beforeId: one }));
  await valueOf(device.outline['outline.update']({ bookId, nodeId: one, title: 'Renamed' }));
  const three = await device.addChapter(bookId, 'Three');
  await device.write(bookId, three, 'Since then.');
  await restore(id);
  expect(await titles()).toEqual(['One', 'Two']);
  expect(await valueOf(device.outline['outline.trashed']({ bookId }))).toMatchObject([{ node: { title: 'Three', words: 2 } }]);
});

test('a split book comes back whole, with every word once', async () => {
  await device.write(bookId, one, 'Second of one.');
  const { id } = await take(null);
  await valueOf(device.outline['outline.split']({ bookId, chapterId: one, beforeBlock: 1, title: 'Rest' }));
  await restore(id);
  expect(await titles()).toEqual(['One', 'Two']);
  expect(await textOf(one)).toBe('First of one.\nSecond of one.');
});

test('a chapter that was joined to another can be brought back on its own', async () => {
  const { id } = await take(two);
  await valueOf(device.outline['outline.merge']({ bookId, chapterId: one, withId: two }));
  expect(await titles()).toEqual(['One']);
  await restore(id);
  expect(await titles()).toEqual(['One', 'Two']);
  expect(await textOf(two)).toBe('First of two.');
});

test('restoring what is there already changes nothing', async () => {
  const { id } = await take(one);
  const { book } = await device.library.open(bookId);
  const before = book.liveText(one);
  await restore(id);
  expect(book.liveText(one)).toBe(before);
});

test('both sides of a comparison are shown', async () => {
  const { id } = await take(one);
  await device.write(bookId, one, 'New.');
  expect(await valueOf(device.snapshots['snapshot.compare']({ bookId, snapshotId: id, chapterId: one }))).toEqual({ then: ['First of one.'], now: ['First of one.', 'New.'] });
});

test('an unchanged chapter is kept once, however often it is kept', async () => {
  await take(null);
  await take(null);
  await take(one);
  expect(await device.files.list(`${libraryPath}/books/${bookId}/assets`)).toHaveLength(2);
});

test('a snapshot whose text is damaged is not restored, and nothing changes', async () => {
  const { id } = await take(one);
  const [asset = ''] = await device.files.list(`${libraryPath}/books/${bookId}/assets`);
  await device.write(bookId, one, 'Stays.');
  await device.files.replace(`${libraryPath}/books/${bookId}/assets/${asset}`, new TextEncoder().encode('rubbish'));
  await expect(restore(id)).rejects.toMatchObject({ error: { code: 'not-found', what: 'snapshot' } });
  expect(await textOf(one)).toBe('First of one.\nStays.');
});
