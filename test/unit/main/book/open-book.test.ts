import { beforeEach, expect, test } from 'vitest';
import { createFailingDisk } from '../../../support/failing-disk';
import { countIds, createDevice, dumpOf, valueOf, type Device } from '../../../support/builders';
import { createCrashDisk, withoutLocks, type CrashDisk } from '../../../support/crash-disk';
import { libraryPath } from '../../../support/crash-run';
import { blocksOf, insertBlocks, seedText, updateOf } from '../../../../src-main/book/text-document';
import { keysAfter } from '../../../../src-main/outline/order';
import { paragraph, plainText } from '../../../../src-shared/text/document';
import * as Y from 'yjs';

let disk: CrashDisk;
let failing: ReturnType<typeof createFailingDisk>;
let device: Device;
let nowMs: number;

function start(on: CrashDisk): void {
  disk = on;
  failing = createFailingDisk(disk.disk);
  device = createDevice({ disk: failing.disk, now: () => (nowMs += 1), newId: countIds(`i${nowMs % 1000}n`) });
}

beforeEach(async () => {
  nowMs = Date.UTC(2026, 0, 1);
  start(createCrashDisk());
  await device.library.openFolder(libraryPath);
});

async function makeBook(chapters: number): Promise<string> {
  const orders = keysAfter(null, chapters);
  return device.shelf.create({ title: 'Long' }, (tx) => {
    for (let index = 0; index < chapters; index += 1) {
      tx.set('nodes', `c${index}`, { kind: 'chapter', title: `Chapter ${index}`, order: orders[index] ?? '' });
      tx.set('texts', `t${index}`, { chapterId: `c${index}` });
      tx.text(`t${index}`, seedText([paragraph('Some words to begin with. '.repeat(20))]).update);
    }
  });
}

test.each([1, 300])('one edit in a book of %i chapters is one write and one sync', async (chapters) => {
  const bookId = await makeBook(chapters);
  await device.library.close(bookId);
  const open = await valueOf(device.texts['text.open']({ bookId, chapterId: 'c0' }));
  const text = new Y.Doc();
  Y.applyUpdate(text, open.update);
  const save = async () => {
    const update = updateOf(text, () => insertBlocks(text, blocksOf(text).length, [paragraph('x')]));
    await valueOf(device.texts['text.append']({ bookId, textId: open.textId, update, words: 1, written: 0 }));
  };
  await save(); // opens the segment
  failing.plan(undefined);
  for (let count = 0; count < 5; count += 1) await save();
  expect(failing.count()).toBe(10);
});

test('opening a book that was written out reads its state and no text, whatever its size', async () => {
  const bookId = await makeBook(300);
  await device.library.close(bookId);
  failing.plan(undefined);
  await device.library.open(bookId);
  expect(failing.count()).toBeLessThan(25);
});

test('after a crash the book is what was acknowledged, from its log', async () => {
  const bookId = await makeBook(3);
  await device.write(bookId, 'c1', 'Typed.');
  const before = await dumpOf(await device.library.open(bookId));
  start(createCrashDisk(withoutLocks(disk.whole())));
  await device.library.openFolder(libraryPath);
  expect(await dumpOf(await device.library.open(bookId))).toBe(before);
});

test('a damaged text is read again from the log, kept in quarantine, and written anew', async () => {
  const bookId = await makeBook(2);
  await device.library.close(bookId);
  await device.files.replace(`${libraryPath}/books/${bookId}/text/t0`, new TextEncoder().encode('rubbish'));
  const { book } = await device.library.open(bookId);
  const [first, second] = await Promise.all([book.texts.document('t0'), book.texts.document('t0')]);
  expect(plainText(first)).toContain('Some words to begin with.');
  expect(second).toEqual(first);
  expect(device.problems).toMatchObject([{ file: 'text/t0', reason: 'damaged', isMended: true }]);
  const [kept = ''] = await device.files.list(`${libraryPath}/quarantine`);
  expect(new TextDecoder().decode(await device.files.read(`${libraryPath}/quarantine/${kept}`))).toBe('rubbish');
  await device.library.close(bookId);
  await device.library.open(bookId);
  expect(device.problems).toHaveLength(1);
});

test('a change that cannot be written changes nothing, and the next one can', async () => {
  const bookId = await makeBook(1);
  const open = await device.library.open(bookId);
  const before = await dumpOf(open);
  failing.plan({ at: 1, code: 'ENOSPC', forEver: true });
  await expect(device.outline['outline.update']({ bookId, nodeId: 'c0', title: 'Lost' })).rejects.toMatchObject({ error: { code: 'disk-full' } });
  failing.plan(undefined);
  expect(await dumpOf(open)).toBe(before);
  await device.outline['outline.update']({ bookId, nodeId: 'c0', title: 'Kept' });
  expect(open.book.state.one('nodes', 'c0')?.title).toBe('Kept');
});

test('taking a chapter’s making back keeps words that were typed into it, in the trash', async () => {
  const bookId = await makeBook(1);
  const chapterId = await device.addChapter(bookId, 'Short-lived');
  await device.write(bookId, chapterId, 'Not lost.');
  const { book } = await device.library.open(bookId);
  await book.undo();
  const trashed = await valueOf(device.outline['outline.trashed']({ bookId }));
  expect(trashed.map(({ node }) => node.title)).toEqual(['Short-lived']);
  await book.redo();
  expect(await valueOf(device.outline['outline.trashed']({ bookId }))).toEqual([]);
});

test('an empty chapter whose making was taken back leaves nothing in the trash', async () => {
  const bookId = await makeBook(1);
  await device.addChapter(bookId, 'Short-lived');
  await (await device.library.open(bookId)).book.undo();
  expect(await valueOf(device.outline['outline.trashed']({ bookId }))).toEqual([]);
});

test('words typed after a split wait in the chapter when the split is taken back', async () => {
  const bookId = await makeBook(1);
  await device.write(bookId, 'c0', 'Second half.');
  const { nodeId } = await valueOf(device.outline['outline.split']({ bookId, chapterId: 'c0', beforeBlock: 1, title: 'Rest' }));
  await device.write(bookId, nodeId, 'Typed into the rest.');
  await (await device.library.open(bookId)).book.undo();
  const open = await valueOf(device.texts['text.open']({ bookId, chapterId: 'c0' }));
  expect(open.arrivals.map(({ text }) => text)).toEqual(['Typed into the rest.']);
  await device.texts['text.settleArrivals']({ bookId, chapterId: 'c0', ids: open.arrivals.map(({ id }) => id) });
  expect((await valueOf(device.texts['text.open']({ bookId, chapterId: 'c0' }))).arrivals).toEqual([]);
});

test('a long segment that was damaged unseen is never written to: what comes after is readable', async () => {
  const bookId = await makeBook(300);
  await device.library.close(bookId);
  const [file = ''] = [...disk.whole().keys()].filter((path) => path.includes(`${bookId}/log/`) && path.endsWith('.log'));
  const damaged = new Map([...disk.whole()].map(([path, kept]) => {
    const bytes = kept.bytes && path === file ? Buffer.from(kept.bytes).fill(0, 90_000, 90_100) : kept.bytes;
    return [path, { ...kept, bytes }];
  }));
  start(createCrashDisk(withoutLocks(damaged)));
  await device.library.openFolder(libraryPath);
  await device.write(bookId, 'c0', 'After the damage.');
  start(createCrashDisk(withoutLocks(disk.whole())));
  await device.library.openFolder(libraryPath);
  const { book } = await device.library.open(bookId);
  expect(plainText(await book.texts.document('t0'))).toContain('After the damage.');
  expect(disk.whole().get(file)?.bytes?.equals(damaged.get(file)?.bytes ?? Buffer.alloc(0))).toBe(true);
});
