import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { outlineOf } from '../../../../src-main/book/outline-tree';
import { keysAfter } from '../../../../src-main/outline/order';
import { countIds, createDevice, valueOf, type Device } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { libraryPath } from '../../../support/crash-run';

let device: Device;
let bookId: string;

beforeEach(async () => {
  let nowMs = Date.UTC(2026, 0, 1);
  device = createDevice({ disk: createCrashDisk().disk, now: () => (nowMs += 1), newId: countIds('i') });
  await device.library.openFolder(libraryPath);
  bookId = await device.shelf.create({ title: 'Ordered' });
});

const titles = async () => outlineOf((await device.library.open(bookId)).book).nodes.map(({ title }) => title);
const add = async (title: string, more: { kind?: 'part' | 'chapter' | 'section' | 'front' | 'back'; parentId?: string | null; beforeId?: string | null } = {}) => {
  const { kind = 'chapter', parentId = null, beforeId = null } = more;
  return (await valueOf(device.outline['outline.add']({ bookId, kind, matter: null, parentId, beforeId, title, description: '' }))).nodeId;
};

test('keys in a row sort in a row, after what was there', () => {
  fc.assert(
    fc.property(fc.nat(60), fc.nat(60), (first, second) => {
      const before = keysAfter(null, first + 1);
      const all = [...before, ...keysAfter(before.at(-1) ?? null, second)];
      expect([...all].sort()).toEqual(all);
      expect(new Set(all).size).toBe(all.length);
    }),
  );
});

test('front matter comes first and back matter last, however they were added', async () => {
  await add('Afterword', { kind: 'back' });
  await add('One');
  await add('Preface', { kind: 'front' });
  await add('Dedication', { kind: 'front' });
  expect(await titles()).toEqual(['Preface', 'Dedication', 'One', 'Afterword']);
});

test('a node moves before another, to the end, and into a part', async () => {
  const one = await add('One');
  await add('Two');
  const three = await add('Three');
  await device.outline['outline.move']({ bookId, nodeIds: [three], parentId: null, beforeId: one });
  expect(await titles()).toEqual(['Three', 'One', 'Two']);
  await device.outline['outline.move']({ bookId, nodeIds: [three], parentId: null, beforeId: null });
  expect(await titles()).toEqual(['One', 'Two', 'Three']);
  const part = await add('Part', { kind: 'part' });
  await device.outline['outline.move']({ bookId, nodeIds: [one], parentId: part, beforeId: null });
  expect(await titles()).toEqual(['Two', 'Three', 'Part', 'One']);
});

test('a place between two nodes with one key, as two devices can make them, is after both', async () => {
  const one = await add('One');
  const { book } = await device.library.open(bookId);
  const order = book.state.one('nodes', one)?.order ?? '';
  await book.change('As another device did', (tx) => {
    tx.set('nodes', 'twin', { kind: 'chapter', title: 'Twin', order });
    tx.set('texts', 'twin-text', { chapterId: 'twin' });
  });
  const last = await add('Last');
  await device.outline['outline.move']({ bookId, nodeIds: [last], parentId: null, beforeId: 'twin' });
  expect((await titles()).slice().sort()).toEqual(['Last', 'One', 'Twin']);
  expect((await titles()).indexOf('Last')).toBeGreaterThan(0);
});

test('a move that makes no sense is refused and says why', async () => {
  const part = await add('Part', { kind: 'part' });
  const chapter = await add('One', { parentId: part });
  const section = await add('Section', { kind: 'section', parentId: chapter });
  const move = (nodeId: string, parentId: string | null) => device.outline['outline.move']({ bookId, nodeIds: [nodeId], parentId, beforeId: null });
  await expect(move(part, chapter)).rejects.toMatchObject({ error: { code: 'illegal-move', reason: 'kind' } });
  await expect(move(section, part)).rejects.toMatchObject({ error: { code: 'illegal-move', reason: 'kind' } });
  await expect(move(chapter, chapter)).rejects.toMatchObject({ error: { code: 'illegal-move' } });
  await expect(move('nobody', null)).rejects.toMatchObject({ error: { code: 'not-found' } });
});

test('what hangs below a part that was trashed comes back with it, whole', async () => {
  const part = await add('Part', { kind: 'part' });
  const chapter = await add('One', { parentId: part });
  await device.write(bookId, chapter, 'Words.');
  await add('Two');
  await device.outline['outline.trash']({ bookId, nodeIds: [part] });
  expect(await titles()).toEqual(['Two']);
  expect(await valueOf(device.outline['outline.trashed']({ bookId }))).toMatchObject([{ node: { title: 'Part' }, trashedWith: 1 }]);
  await device.outline['outline.restore']({ bookId, nodeId: part });
  expect(await titles()).toEqual(['Part', 'One', 'Two']);
});

test('a chapter whose part is gone for good is in Unplaced', async () => {
  const part = await add('Part', { kind: 'part' });
  const chapter = await add('One', { parentId: part });
  const { book } = await device.library.open(bookId);
  await book.change('Undone on another device', (tx) => tx.set('nodes', part, { gone: true }));
  expect(outlineOf(book).nodes).toMatchObject([{ id: chapter, parentId: 'unplaced' }]);
});

test('parents that two devices made into a circle are shown all the same', async () => {
  const [one, two] = [await add('One', { kind: 'part' }), await add('Two', { kind: 'part' })];
  const { book } = await device.library.open(bookId);
  await book.change('Here', (tx) => tx.set('nodes', one, { parentId: two }));
  await book.change('There', (tx) => tx.set('nodes', two, { parentId: one }));
  expect((await titles()).sort()).toEqual(['One', 'Two']);
});

test('several nodes move together, keep their order and come back in one step', async () => {
  const [one, two, three, four] = [await add('One'), await add('Two'), await add('Three'), await add('Four')];
  const part = await add('Part', { kind: 'part' });
  await valueOf(device.outline['outline.move']({ bookId, nodeIds: [two, four], parentId: null, beforeId: one }));
  expect(await titles()).toEqual(['Two', 'Four', 'One', 'Three', 'Part']);
  await valueOf(device.outline['outline.move']({ bookId, nodeIds: [one, two, three], parentId: part, beforeId: null }));
  expect(await titles()).toEqual(['Four', 'Part', 'One', 'Two', 'Three']);
  const { book } = await device.library.open(bookId);
  await book.undo();
  expect(await titles()).toEqual(['Two', 'Four', 'One', 'Three', 'Part']);
  await book.undo();
  expect(await titles()).toEqual(['One', 'Two', 'Three', 'Four', 'Part']);
});

test('one that may not stand there keeps all of them where they are', async () => {
  const [one, preface] = [await add('One'), await add('Preface', { kind: 'front' })];
  const part = await add('Part', { kind: 'part' });
  await expect(device.outline['outline.move']({ bookId, nodeIds: [one, preface], parentId: part, beforeId: null })).rejects.toMatchObject({ error: { code: 'illegal-move' } });
  expect(await titles()).toEqual(['Preface', 'One', 'Part']);
});

test('front matter, body and back matter that come back to the top together each end their own row', async () => {
  const front = await add('Preface', { kind: 'front' });
  await add('Dedication', { kind: 'front' });
  const one = await add('One');
  await add('Two');
  const back = await add('Afterword', { kind: 'back' });
  await add('Notes', { kind: 'back' });
  await valueOf(device.outline['outline.move']({ bookId, nodeIds: [front, one, back], parentId: null, beforeId: null }));
  expect(await titles()).toEqual(['Dedication', 'Preface', 'Two', 'One', 'Notes', 'Afterword']);
});

test('several nodes go to the trash together and come back in one step', async () => {
  const ids = [await add('One'), await add('Two'), await add('Three')];
  await valueOf(device.outline['outline.trash']({ bookId, nodeIds: ids.slice(0, 2) }));
  expect(await titles()).toEqual(['Three']);
  await (await device.library.open(bookId)).book.undo();
  expect(await titles()).toEqual(['One', 'Two', 'Three']);
});
