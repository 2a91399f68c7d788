import { expect, test } from 'vitest';
import { createAssetStore } from '../../src-main/book/asset-store';
import { blocksOf, seedText } from '../../src-main/book/text-document';
import { unplaced } from '../../src-shared/domain/outline';
import { paragraph } from '../../src-shared/text/document';
import { countIds, createDevice, dumpOf, valueOf, type Device } from '../support/builders';
import { createCrashDisk, withoutLocks, type Image } from '../support/crash-disk';
import { createFailingDisk, diskErrors, type Fault } from '../support/failing-disk';
import { createReader, faultsIn, meetEveryFault, same, withoutTimes, type Outcome } from '../support/io-run';

const path = '/lib';

/** A library to act on: one book with three chapters, a snapshot, one chapter in the trash; another device's copy beside it. */
async function prepare(): Promise<{ image: Image; ids: Ids }> {
  const disk = createCrashDisk();
  const device = start(disk.disk, 'p');
  await device.library.openFolder(path);
  const bookId = await device.shelf.create({ title: 'The Tin Boat' });
  const one = await device.addChapter(bookId, 'One');
  const two = await device.addChapter(bookId, 'Two');
  const three = await device.addChapter(bookId, 'Three');
  for (const chapterId of [one, two, three]) {
    await device.write(bookId, chapterId, 'First paragraph.');
    await device.write(bookId, chapterId, 'Second paragraph.');
  }
  const snapshot = await device.snapshots.take(bookId, { chapterId: null, label: 'Kept', reason: 'by-hand' });
  await device.write(bookId, one, 'After the snapshot.');
  await device.outline['outline.trash']({ bookId, nodeIds: [three] });
  await device.library.close(bookId);
  await device.write(bookId, two, 'Since it was last written out.');
  const snapshotOfOne = await device.snapshots.take(bookId, { chapterId: one, label: 'One', reason: 'by-hand' });
  await device.edit(bookId, one, (text) => { blocksOf(text).delete(0, 1); });
  const trashed = await device.shelf.create({ title: 'In the trash' });
  await device.shelf['library.trash']({ bookId: trashed });
  const here = withoutLocks(disk.whole());
  const theirs = createCrashDisk(new Map([...here].map(([at, file], index) => [at, { ...file, number: 50_000 + index }])));
  const other = start(theirs.disk, 'o');
  await other.library.openFolder(path);
  await other.write(bookId, one, 'From the other desk.');
  const onlyThere = await other.shelf.create({ title: 'Only there' });
  await other.write(onlyThere, await other.addChapter(onlyThere, 'New'), 'All new.');
  await other.snapshots.take(onlyThere, { chapterId: null, label: 'There', reason: 'by-hand' });
  await other.library.shutdown();
  const beside = [...theirs.whole()].map(([at, file]) => [at.replace(path, '/other'), file] as const);
  return { image: new Map([...here, ...beside]), ids: { bookId, one, two, three, trashed, snapshot: snapshot.id, snapshotOfOne: snapshotOfOne.id } };
}

type Ids = { bookId: string; one: string; two: string; three: string; trashed: string; snapshot: string; snapshotOfOne: string };

const start = (disk: Parameters<typeof createDevice>[0]['disk'], prefix: string): Device => {
  let nowMs = Date.UTC(2026, 0, 1);
  return createDevice({ disk, now: () => (nowMs += 1), newId: countIds(prefix) });
};

type Action = (device: Device, ids: Ids) => Promise<unknown>;

/** Every action of several steps. Each must happen or not. */
const actions: Readonly<Record<string, Action>> = {
  'make a book': (device) => device.shelf.create({ title: 'A new one' }),
  'make a book of several chapters': (device) =>
    device.shelf.create({ title: 'Imported' }, (tx) => {
      for (const index of [1, 2, 3]) {
        tx.set('nodes', `n${index}`, { kind: 'chapter', title: `Chapter ${index}`, order: `a${index}` });
        tx.set('texts', `t${index}`, { chapterId: `n${index}`, seedClient: 0 });
        tx.text(`t${index}`, seedText([paragraph(`Words of ${index}.`)]).update);
      }
    }),
  'write a sentence': (device, { bookId, one }) => device.write(bookId, one, 'A sentence more.'),
  'accept an outline': (device, { bookId, one }) =>
    valueOf(device.outline['outline.accept']({
      bookId, mode: 'replace',
      chapters: [one, null].map((continues, index) => ({
        key: `k${index}`, title: `Proposed ${index}`, description: '', continues, sections: [{ title: 'Part of it', description: '' }],
      })),
    })),
  'split a chapter': (device, { bookId, one }) => valueOf(device.outline['outline.split']({ bookId, chapterId: one, beforeBlock: 1, title: 'Rest' })),
  'join chapters': (device, { bookId, one, two }) => valueOf(device.outline['outline.merge']({ bookId, chapterId: one, withId: two })),
  'restore a chapter from a snapshot': (device, { bookId, snapshotOfOne }) => valueOf(device.snapshots['snapshot.restore']({ bookId, snapshotId: snapshotOfOne })),
  'restore the book from a snapshot': (device, { bookId, snapshot }) => valueOf(device.snapshots['snapshot.restore']({ bookId, snapshotId: snapshot })),
  'take a snapshot': (device, { bookId }) => device.snapshots.take(bookId, { chapterId: null, label: 'Now', reason: 'by-hand' }),
  'merge another device': (device) => device.merging.mergeFrom('/other'),
  'put chapters in the trash': (device, { bookId, one, two }) => valueOf(device.outline['outline.trash']({ bookId, nodeIds: [one, two] })),
  'move chapters': (device, { bookId, one, two }) => valueOf(device.outline['outline.move']({ bookId, nodeIds: [one, two], parentId: unplaced, beforeId: null })),
  'keep a picture and make it the cover': async (device, { bookId }) => {
    const folder = `${device.library.folder().bookFolder(bookId)}/assets`;
    const cover = await createAssetStore({ files: device.files, folder }).add(new TextEncoder().encode('a picture'));
    const { book } = await device.library.open(bookId);
    await book.change('Change cover', (tx) => tx.set('book', 'book', { cover }));
    await device.library.remember(bookId);
  },
  'take a chapter out of the trash': (device, { bookId, three }) => valueOf(device.outline['outline.restore']({ bookId, nodeId: three })),
  'undo and do again': async (device, { bookId, one }) => {
    const { book } = await device.library.open(bookId);
    await valueOf(device.outline['outline.update']({ bookId, nodeId: one, title: 'Another title' }));
    await book.undo();
    await book.redo();
  },
  'put a book in the trash': (device, { bookId }) => valueOf(device.shelf['library.trash']({ bookId })),
  'purge a book': (device, { trashed }) => valueOf(device.shelf['library.purge']({ bookId: trashed })),
  'write a sentence and write the book out': async (device, { bookId, one }) => {
    await device.write(bookId, one, 'A sentence to write out.');
    await (await device.library.open(bookId)).checkpoint();
  },
  'close a book': async (device, { bookId }) => {
    await device.library.open(bookId);
    await device.library.close(bookId);
  },
  'open the library and a book': async (device, { bookId }) => {
    await device.library.shutdown();
    await device.library.openFolder(path);
    await device.library.open(bookId);
  },
};

/** Every book on the shelf and what is in it. */
async function dumpLibrary(device: Device): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { id } of await device.library.summaries()) found.set(id, withoutTimes(await dumpOf(await device.library.open(id))));
  return found;
}

const reopened = createReader(async (image) => {
  const device = start(createCrashDisk(image).disk, 'r');
  await device.library.openFolder(path);
  return dumpLibrary(device);
});

async function run(image: Image, ids: Ids, action: Action, fault: Fault | undefined): Promise<Outcome> {
  const disk = createCrashDisk(image);
  const failing = createFailingDisk(disk.disk);
  const device = start(failing.disk, 'x');
  await device.library.openFolder(path);
  await device.library.open(ids.bookId);
  failing.plan(fault);
  const isOk = await action(device, ids).then(() => true, (cause: unknown) => {
    if (!(cause instanceof Error) || cause.name !== 'AppFailure') if (!String(cause).includes('"code":')) throw cause;
    return false;
  });
  const [steps, failed] = [failing.count(), failing.failed()];
  failing.plan(undefined);
  const seen = device.library.isOpen() ? await dumpLibrary(device) : undefined;
  return { image: disk.whole(), seen, isOk, steps, failed };
}

test.each(Object.entries(actions))('%s: whichever operation of the disk fails, it happens or it does not', { timeout: 120_000 }, async (name, action) => {
  const { image, ids } = await prepare();
  const { faults, steps } = await meetEveryFault({ image, reopened, run: (fault) => run(image, ids, action, fault) });
  console.log(`${name}: ${faults} faults in ${steps} operations`);
});

const halved = (image: Image, wanted: (at: string) => boolean): Image =>
  new Map([...image].map(([at, file]) => [at, wanted(at) && file.bytes ? { ...file, bytes: file.bytes.subarray(0, file.bytes.length >> 1) } : file]));

const damages: Readonly<Record<string, (image: Image) => Image>> = {
  'a crash': (image) => image,
  'a damaged state file': (image) => halved(image, (at) => at.endsWith('book.json')),
  'damaged texts': (image) => halved(image, (at) => at.includes('/text/')),
  'a damaged list of books': (image) => halved(image, (at) => at === `${path}/library.json`),
};

test.each(Object.entries(damages))('recovering after %s can fail anywhere and be begun again', { timeout: 120_000 }, async (name, damage) => {
  const { image } = await prepare();
  const before = await reopened(image);
  const damaged = damage(image);
  const recover = async (fault: Fault | undefined): Promise<Outcome> => {
    const disk = createCrashDisk(damaged);
    const failing = createFailingDisk(disk.disk);
    const device = start(failing.disk, 'x');
    failing.plan(fault);
    const isOk = await device.library.openFolder(path).then(() => dumpLibrary(device)).then(() => true, () => false);
    await device.library.shutdown().catch(() => undefined);
    const [steps, failed] = [failing.count(), failing.failed()];
    failing.plan(undefined);
    return { image: disk.whole(), seen: undefined, isOk, steps, failed };
  };
  const { steps } = await recover(undefined);
  const thirds: string[] = [];
  for (const fault of faultsIn(steps)) {
    const { image: left } = await recover(fault);
    if (!same(await reopened(left), before)) thirds.push(`${fault.code} at ${fault.at}${fault.forEver ? ' and on' : ''}`);
  }
  console.log(`recovering after ${name}: ${steps} operations, ${steps * diskErrors.length * 2} faults`);
  expect(thirds.slice(0, 3)).toEqual([]);
});
