import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import type { Disk } from '../../src-main/files/disk';
import { blocksOf } from '../../src-main/book/text-document';
import { countIds, createDevice, valueOf } from '../support/builders';
import { createCrashDisk, withoutLocks, type Image } from '../support/crash-disk';
import { crashEverywhere, libraryPath, type CrashReport, type Workload } from '../support/crash-run';
import { createRandom } from '../support/random';

const newBook = { title: 'The Tin Boat' };

function deleteFirstBlock(text: Y.Doc): void {
  if (blocksOf(text).length > 1) blocksOf(text).delete(0, 1);
}

/** Typing, the brief, the outline, snapshots, splits, joins, restores, undo, writing out and closing, as the seed has it. */
const writing = (seed: number, steps: number): Workload => async ({ device, acknowledged, tick }) => {
  const random = createRandom(seed);
  const bookId = await device.shelf.create(newBook);
  await acknowledged();
  const chapters = [await device.addChapter(bookId, 'One'), await device.addChapter(bookId, 'Two')];
  await acknowledged();
  const { book } = await device.library.open(bookId);
  const live = () => chapters.filter((id) => book.lineage().liveTextOf.has(id));
  const anyChapter = () => random.pick(live()) ?? '';
  let count = 0;
  const actions: (() => Promise<unknown>)[] = [
    () => device.write(bookId, anyChapter(), `Sentence ${(count += 1)} of the boat.`),
    () => device.write(bookId, anyChapter(), `Sentence ${(count += 1)} of the pear tree, which is a longer one.`),
    () => device.edit(bookId, anyChapter(), deleteFirstBlock),
    () => device.outline['outline.update']({ bookId, nodeId: anyChapter(), title: `Title ${(count += 1)}` }),
    async () => chapters.push(await device.addChapter(bookId, `Chapter ${(count += 1)}`)),
    () => device.outline['outline.move']({ bookId, nodeIds: [anyChapter()], parentId: null, beforeId: live()[0] ?? null }),
    () => device.outline['outline.trash']({ bookId, nodeIds: [anyChapter()] }),
    () => device.outline['outline.restore']({ bookId, nodeId: anyChapter() }),
    () => device.snapshots.take(bookId, { chapterId: null, label: 'Here', reason: 'by-hand' }),
    async () => {
      const [first] = [...book.state.all('snapshots').keys()];
      if (first !== undefined) await device.snapshots['snapshot.restore']({ bookId, snapshotId: first });
    },
    async () => {
      const chapterId = anyChapter();
      const blocks = (await book.texts.document(book.liveText(chapterId))).content?.length ?? 0;
      if (blocks > 1) chapters.push((await valueOf(device.outline['outline.split']({ bookId, chapterId, beforeBlock: 1, title: 'Split' }))).nodeId);
    },
    async () => {
      const [chapterId, withId] = live();
      if (live().length > 3 && chapterId !== undefined && withId !== undefined) await device.outline['outline.merge']({ bookId, chapterId, withId });
    },
    async () => (book.undoState().undo === null ? undefined : book.undo()),
    async () => (book.undoState().redo === null ? undefined : book.redo()),
    async () => (await device.library.open(bookId)).checkpoint(),
    () => device.library.remember(bookId),
  ];
  for (let index = 0; index < steps; index += 1) {
    await random.pick(actions)?.();
    await acknowledged();
    tick(random.below(2_000));
  }
  await device.library.close(bookId);
};

/** Merging from another device whose library began as a copy of this one, and a book that only it has. */
const merging = (seed: number): Workload => async ({ device, disk, acknowledged, plugIn, tick }) => {
  const random = createRandom(seed);
  const bookId = await device.shelf.create(newBook);
  const chapterId = await device.addChapter(bookId, 'One');
  await device.write(bookId, chapterId, 'First words.');
  await acknowledged();
  const theirs = createCrashDisk(copyOf(disk.whole()));
  const other = createDevice({ disk: theirs.disk, now: () => Date.UTC(2026, 0, 2) + seed, newId: countIds('o') });
  await other.library.openFolder(libraryPath);
  for (let round = 0; round < 3; round += 1) {
    await other.write(bookId, chapterId, `Words from the other desk, ${round}.`);
    if (round === 1) await other.outline['outline.split']({ bookId, chapterId, beforeBlock: 1, title: 'Cut' });
    if (round === 0) {
      const second = await other.shelf.create({ title: 'Only over there' });
      await other.write(second, await other.addChapter(second, 'New'), 'All of it is new.');
      await other.snapshots.take(second, { chapterId: null, label: 'Kept', reason: 'by-hand' });
    }
    await other.library.close(bookId);
    plugIn(theirs.disk);
    if (random.chance(0.7)) await device.write(bookId, chapterId, `Meanwhile here, ${round}.`);
    await acknowledged();
    await device.merging.mergeFrom('/other');
    await acknowledged();
    tick(random.below(100_000));
    if (random.chance(0.5)) await (await device.library.open(bookId)).checkpoint();
    for (const { id } of await device.library.summaries()) {
      await device.library.open(id);
      const { book } = await device.library.open(id);
      await device.write(id, [...book.lineage().liveTextOf.keys()][0] ?? '', 'And on it goes.');
      await acknowledged();
    }
  }
  await device.library.shutdown();
};

/** Books that come and go. */
const shelving = (seed: number): Workload => async ({ device, acknowledged, mayVanish }) => {
  const random = createRandom(seed);
  const shelf: string[] = [];
  for (let index = 0; index < 4; index += 1) {
    const bookId = await device.shelf.create({ title: `Book ${index}` });
    shelf.push(bookId);
    await acknowledged();
    await device.write(bookId, await device.addChapter(bookId, 'One'), 'Words.');
    await acknowledged();
    if (random.chance(0.5)) await device.library.close(bookId);
    const gone = random.chance(0.6) ? shelf.shift() : undefined;
    if (gone === undefined) continue;
    await device.shelf['library.trash']({ bookId: gone });
    await acknowledged();
    if (random.chance(0.3)) await device.shelf['library.restore']({ bookId: gone });
    else {
      mayVanish(gone);
      await device.shelf['library.purge']({ bookId: gone });
    }
    await acknowledged();
  }
  await device.library.shutdown();
};

/** The same folder on another disk: every file is another file there. */
function copyOf(image: Image): Image {
  return new Map([...withoutLocks(image)].map(([path, file], index) => [path, { ...file, number: 10_000 + index }]));
}

test('no image that a crash can leave loses an acknowledged change or makes a book unreadable', { timeout: 600_000 }, async () => {
  const total = { images: 0, booted: 0, twice: 0 };
  const started = performance.now();
  const first = Number(process.env['SEED'] ?? 1);
  const wanted = Number(process.env['IMAGES'] ?? 20_000);
  const add = (seed: number, report: CrashReport): void => {
    expect(report.faults, `SEED=${seed}`).toEqual([]);
    total.images += report.images;
    total.booted += report.booted;
    total.twice += report.twice;
  };
  for (let seed = first; total.images < wanted; seed += 1) {
    add(seed, await crashEverywhere(writing(seed, 40)));
    add(seed, await crashEverywhere(merging(seed)));
    add(seed, await crashEverywhere(shelving(seed)));
  }
  console.log(`${total.images} crash images, ${total.booted} of them different and booted, ${total.twice} recovered twice, in ${Math.round(performance.now() - started)} ms`);
});

const later = (work: () => Promise<void>): void => void setTimeout(() => void work(), 1);

/** What a careless store would do instead. */
const plantedFaults: Readonly<Record<string, (disk: Disk) => Disk>> = {
  'the log is not synced': (disk) => ({ ...disk, openAppend: async (path) => ({ ...(await disk.openAppend(path)), sync: async () => undefined }) }),
  'the state file is not synced': (disk) => ({ ...disk, syncFile: async (path) => (path.includes('book.json') ? undefined : disk.syncFile(path)) }),
  'folders are not synced': (disk) => ({ ...disk, syncFolder: async () => undefined }),
  'changes are acknowledged before the sync is done': (disk) => ({
    ...disk,
    openAppend: async (path) => {
      const file = await disk.openAppend(path);
      return { ...file, sync: async () => later(file.sync) };
    },
  }),
  'the old file is removed before the new one is in place': (disk) => ({
    ...disk,
    rename: async (from, to) => {
      await disk.remove(to);
      await disk.rename(from, to);
    },
  }),
};

test.each(Object.entries(plantedFaults))('the images show that %s', { timeout: 120_000 }, async (_, wrap) => {
  const report = await crashEverywhere(writing(7, 30), { wrap, faultsWanted: 1 });
  expect(report.faults.length).toBeGreaterThan(0);
});
