import { expect, test } from 'vitest';
import { emptyOldTrash } from '../../../../src-main/library/empty-old-trash';
import { createFiles } from '../../../../src-main/files/files';
import { countIds, createDevice } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { libraryPath } from '../../../support/crash-run';

const dayMs = 24 * 60 * 60 * 1_000;

async function shelfWith(titles: readonly string[]) {
  let nowMs = Date.UTC(2026, 0, 1);
  const now = () => nowMs;
  const { disk } = createCrashDisk();
  const device = createDevice({ disk, now, newId: countIds('id') });
  await device.library.openFolder(libraryPath);
  const ids = [];
  for (const title of titles) ids.push(await device.shelf.create({ title }));
  return {
    device,
    ids,
    pass: (days: number) => void (nowMs += days * dayMs),
    empty: (afterDays: number) => emptyOldTrash({ library: device.library, files: createFiles({ disk, newId: countIds('t') }), afterDays, now }),
    onShelf: async () => (await device.library.summaries()).map(({ title }) => title),
    inFolder: (name: string) => disk.list(`${libraryPath}/${name}`),
  };
}

test('a book leaves the trash after the days that were set, not before, and what is not in the trash stays', async () => {
  const { device, ids, pass, empty, onShelf } = await shelfWith(['Kept', 'Thrown away']);
  await device.shelf['library.trash']({ bookId: ids[1] ?? '' });
  pass(29);
  await empty(30);
  expect(await onShelf()).toEqual(['Kept', 'Thrown away']);
  pass(1);
  await empty(30);
  expect(await onShelf()).toEqual(['Kept']);
});

test('the folder of a book that left the shelf is kept as long again', async () => {
  const { device, ids, pass, empty, inFolder } = await shelfWith(['Going']);
  await device.shelf['library.trash']({ bookId: ids[0] ?? '' });
  pass(30);
  await empty(30);
  expect(await inFolder('trash')).toHaveLength(1);
  pass(29);
  await empty(30);
  expect(await inFolder('trash')).toHaveLength(1);
  pass(1);
  await empty(30);
  expect(await inFolder('trash')).toEqual([]);
});

test('nothing goes by itself when the author said never, or in a library that is only read', async () => {
  const { device, ids, pass, empty, onShelf } = await shelfWith(['Going']);
  await device.shelf['library.trash']({ bookId: ids[0] ?? '' });
  pass(10_000);
  await empty(0);
  expect(await onShelf()).toEqual(['Going']);
  await device.library.shutdown();
  await device.library.openFolder(libraryPath, { readOnly: true });
  await empty(30);
  expect(await onShelf()).toEqual(['Going']);
});
