import { expect, test } from 'vitest';
import { verifyLibrary } from '../../src-main/library/verify';
import { countIds, createDevice, exportOf } from '../support/builders';
import { createCrashDisk, withoutLocks, type Image } from '../support/crash-disk';
import { libraryPath } from '../support/crash-run';
import { createRandom, type Random } from '../support/random';

const damages = Number(process.env['DAMAGES'] ?? 400);

const start = (image: Image, prefix: string) => {
  const disk = createCrashDisk(image);
  let nowMs = Date.UTC(2026, 0, 1);
  return { disk, device: createDevice({ disk: disk.disk, now: () => (nowMs += 1), newId: countIds(prefix) }) };
};

async function makeLibrary(): Promise<Image> {
  const { disk, device } = start(new Map(), 'i');
  await device.library.openFolder(libraryPath);
  for (const title of ['First', 'Second']) {
    const bookId = await device.shelf.create({ title });
    for (let count = 1; count <= 12; count += 1) {
      const chapterId = await device.addChapter(bookId, `Chapter ${count}`);
      await device.write(bookId, chapterId, `Paragraph one of ${count}.`);
    }
    await device.library.close(bookId);
    const { book } = await device.library.open(bookId);
    for (const chapterId of book.lineage().liveTextOf.keys()) await device.write(bookId, chapterId, 'And another.');
    await device.snapshots.take(bookId, { chapterId: null, label: 'Kept', reason: 'by-hand' });
    await device.library.close(bookId);
  }
  await device.library.shutdown();
  return withoutLocks(disk.whole());
}

type Hit = { readonly path: string; readonly kind: string; readonly image: Image; readonly bytes: Buffer };

/** Damages one random file as failing disks do. */
function damage(image: Image, random: Random): Hit {
  const files = [...image].flatMap(([path, { bytes }]) => (bytes && bytes.length > 0 ? [{ path, bytes }] : []));
  const { path, bytes } = random.pick(files) ?? { path: '', bytes: Buffer.alloc(0) };
  const from = random.below(bytes.length);
  const changed = Buffer.from(bytes);
  const kind = random.pick(['flip', 'cut', 'zeros', 'gone']) ?? 'flip';
  if (kind === 'flip') changed[from] = (changed[from] ?? 0) ^ (1 + random.below(255));
  if (kind === 'zeros') changed.fill(0, from, Math.min(changed.length, from + 1 + random.below(64)));
  const left = kind === 'cut' ? changed.subarray(0, from) : changed;
  const known = image.get(path);
  const next = new Map(image);
  if (kind === 'gone') next.delete(path);
  else if (known) next.set(path, { ...known, bytes: left });
  return { path, kind, image: next, bytes: left };
}

const isSame = (a: Image, b: Image): boolean => [...a].every(([path, { bytes }]) => (bytes ? b.get(path)?.bytes?.equals(bytes) === true : true));

test('a sound library is sound, and looking changes nothing', async () => {
  const image = await makeLibrary();
  const { disk, device } = start(image, 'v');
  const report = await verifyLibrary(device.files, libraryPath);
  expect(report).toMatchObject({ ok: true, problems: [], checked: { books: 2, texts: 24, assets: 24 } });
  expect(report.checked.entries).toBeGreaterThan(70);
  expect(isSame(image, disk.whole())).toBe(true);
});

test('no damage goes unseen, none hides another book, and damaged files are kept as they were', { timeout: 600_000 }, async () => {
  const image = await makeLibrary();
  const sound = start(image, 's').device;
  await sound.library.openFolder(libraryPath);
  const before = new Map<string, string>();
  for (const { id } of await sound.library.summaries()) before.set(id, await exportOf(await sound.library.open(id)));
  const first = Number(process.env['SEED'] ?? 1);
  const kinds = new Map<string, number>();
  for (let seed = first; seed < first + damages; seed += 1) {
    const random = createRandom(seed);
    const hit = damage(image, random);
    if (isSame(image, hit.image) && hit.kind !== 'gone') continue;
    const where = `SEED=${seed} ${hit.kind} ${hit.path}`;
    kinds.set(hit.kind, (kinds.get(hit.kind) ?? 0) + 1);

    const report = await verifyLibrary(start(hit.image, 'v').device.files, libraryPath);
    expect(report.ok, where).toBe(false);

    const { disk, device } = start(hit.image, 'd');
    await device.library.openFolder(libraryPath);
    const shelf = await device.library.summaries();
    expect(shelf.map(({ title }) => title).sort(), where).toEqual(['First', 'Second']);
    const isLog = hit.path.includes('/log/');
    for (const { id } of shelf) {
      const opened = await device.library.open(id);
      // The log is the truth: what is lost of it, and was not in the state either, is lost. All else is as it was.
      expect(await exportOf(opened), where).toBe(before.get(id));
      await device.write(id, [...opened.book.lineage().liveTextOf.keys()][0] ?? '', 'Work goes on.');
    }
    await device.library.shutdown();
    const kept = [...disk.whole()].some(([path, { bytes }]) => (path.includes('/quarantine/') || path === hit.path) && bytes?.equals(hit.bytes) === true);
    const isDevice = hit.path.endsWith('/device');
    if (hit.kind !== 'gone' && !isDevice) expect(kept || (isLog && hit.bytes.length === 0), where).toBe(true);
  }
  console.log(`damage: ${JSON.stringify(Object.fromEntries(kinds))}`);
});
