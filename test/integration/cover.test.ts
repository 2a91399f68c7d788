import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { assetIdOf } from '../../src-main/book/asset-store';
import { coverSize } from '../../src-shared/domain/cover';
import { ensureBuilt } from '../support/built';
import { startApp } from '../support/start-app';

beforeAll(ensureBuilt, 200_000);

const { widthPx: width, heightPx: height } = coverSize;
const plain = (wide: number = width, high: number = height) =>
  sharp({ create: { width: wide, height: high, channels: 3, background: '#a63a24' } });
const drawn = async (): Promise<Uint8Array> => new Uint8Array(await plain().png().toBuffer());

async function start() {
  const app = await startApp();
  onTestFinished(() => app.stop());
  const { bookId } = await app.get('library.create', { title: 'The Clock Keeper', genre: 'memoir' });
  const cover = () => app.get('cover.read', { bookId });
  return { ...app, bookId, cover };
}

test('a design begins with the genre, is kept field by field, and each choice can be taken back', async () => {
  const desk = await start();
  const { bookId, cover } = desk;
  expect((await cover()).design).toMatchObject({ layout: 'window', palette: 'bone', face: 'garamond', picture: null });
  await desk.get('cover.change', { bookId, patch: { palette: 'midnight' } });
  await desk.get('cover.change', { bookId, patch: { layout: 'type', variation: 3 } });
  await desk.get('cover.change', { bookId, patch: { line: 'A memoir', idea: 'A boat at night.' } });
  await desk.get('brief.update', { bookId, patch: { genre: 'thriller' } });
  expect(await cover()).toMatchObject({
    design: { layout: 'type', palette: 'midnight', variation: 3, line: 'A memoir' },
    idea: 'A boat at night.',
  });
  await desk.get('book.undo', { bookId }); // the genre
  await desk.get('book.undo', { bookId });
  expect((await cover()).design).toMatchObject({
    layout: 'window',
    palette: 'midnight',
    variation: 0,
    line: 'A memoir',
  });
  await desk.get('book.undo', { bookId });
  expect((await cover()).design.palette).toBe('bone');
  await desk.get('cover.change', { bookId, patch: { face: 'inter' } });
  expect((await cover()).design).toMatchObject({ layout: 'window', palette: 'bone', face: 'inter', variation: 0 });
});

test('what is chosen a second time writes nothing', async () => {
  const desk = await start();
  const { bookId, app } = desk;
  await desk.get('cover.change', { bookId, patch: { palette: 'sea' } });
  const { book } = await app.tools.library.open(bookId);
  const before = book.logEnd().seq;
  await desk.get('cover.change', { bookId, patch: { palette: 'sea' } });
  expect(book.logEnd().seq).toBe(before);
});

test('a drawn cover becomes the book’s: an sRGB JPEG of the size that shops ask for, and can be taken back', async () => {
  const desk = await start();
  const { bookId, cover, app } = desk;
  const made = await desk.get('cover.use', { bookId, bytes: await drawn() });
  const { bytes } = (await app.readAsset(bookId, made.cover)) ?? { bytes: new Uint8Array() };
  expect(await sharp(bytes).metadata()).toMatchObject({
    format: 'jpeg',
    width,
    height,
    space: 'srgb',
    chromaSubsampling: '4:4:4',
    hasProfile: true,
  });
  expect([bytes.byteLength, assetIdOf(bytes)]).toEqual([made.bytes, made.cover]);
  expect(await cover()).toMatchObject({ cover: made.cover, made: { pictureId: null } });
  expect((await desk.get('library.list', null)).books[0]?.cover).toBe(made.cover);
  expect((await desk.get('brief.read', { bookId })).cover).toBe(made.cover);
  await desk.get('book.undo', { bookId });
  expect(await cover()).toMatchObject({ cover: null, made: null });
});

test('the noisiest picture stays below what shops take', async () => {
  const desk = await start();
  const { bookId } = desk;
  const noise = sharp({
    create: { width, height, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  });
  const made = await desk.get('cover.use', {
    bookId,
    bytes: new Uint8Array(await noise.png({ compressionLevel: 1 }).toBuffer()),
  });
  expect(made.bytes).toBeLessThan(5_000_000);
});

describe('what is no drawn cover is refused, and the book keeps what it wears', () => {
  const others: Readonly<Record<string, () => Promise<Uint8Array>>> = {
    'another size': async () => new Uint8Array(await plain(800, 1_280).png().toBuffer()),
    'another kind': async () => new Uint8Array(await plain().jpeg().toBuffer()),
    'a program': async () => new TextEncoder().encode('MZ not a picture'),
    'half a picture': async () => (await drawn()).slice(0, 60),
  };
  test.each(Object.keys(others))('%s', async (name) => {
    const { call, bookId, cover } = await start();
    const answer = await call('cover.use', { bookId, bytes: (await others[name]?.()) ?? new Uint8Array() });
    expect(answer).toMatchObject({ ok: false, error: { code: 'unsupported-image' } });
    expect((await cover()).cover).toBeNull();
  });
});

test('a drawn cover is saved where the author says, under the book’s name, and is on no book by that', async () => {
  const desk = await start();
  const { bookId, cover, choices, root } = desk;
  expect(await desk.get('cover.save', { bookId, bytes: await drawn() })).toBeNull();
  choices.saveFile = join(root, 'cover.jpg');
  const saved = await desk.get('cover.save', { bookId, bytes: await drawn() });
  expect(saved?.file).toBe(choices.saveFile);
  expect(await sharp(await readFile(choices.saveFile)).metadata()).toMatchObject({ format: 'jpeg', width, height });
  expect((await cover()).cover).toBeNull();
});

test('a picture of one’s own is cleaned, given to the design, and read back for what is drawn with it', async () => {
  const desk = await start();
  const { call, bookId, cover, choices, root } = desk;
  expect(await desk.get('cover.choosePicture', { bookId })).toBeNull();
  choices.file = join(root, 'photo.jpg');
  await plain(1_200, 900)
    .withExif({ IFD0: { Copyright: 'canary-camera' } })
    .jpeg()
    .toFile(choices.file);
  const picture = await desk.get('cover.choosePicture', { bookId });
  expect(picture).toMatchObject({ focusX: 0.5, focusY: 0.5, zoom: 1 });
  expect((await cover()).design.picture).toEqual(picture);
  const { bytes } = await desk.get('image.read', { bookId, assetId: picture?.assetId ?? '' });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1_200, height: 900 });
  expect(Buffer.from(bytes).includes('canary-camera')).toBe(false);
  expect(await call('image.read', { bookId, assetId: 'f'.repeat(64) })).toMatchObject({
    ok: false,
    error: { code: 'not-found', what: 'asset' },
  });
  await desk.get('cover.use', { bookId, bytes: await drawn() });
  expect((await cover()).made).toEqual({ pictureId: picture?.assetId });
  await desk.get('cover.change', { bookId, patch: { layout: 'type' } });
  await desk.get('cover.use', { bookId, bytes: new Uint8Array(await plain().tint('#00ff00').png().toBuffer()) });
  expect((await cover()).made).toEqual({ pictureId: null });
});

test('a design that a later version writes is read as far as it is known', async () => {
  const { bookId, cover, app } = await start();
  const { book } = await app.tools.library.open(bookId);
  await book.change('Of another version', (tx) =>
    tx.set('covers', 'book', { layout: 'hologram', palette: 'sea', veil: 'glass' } as never),
  );
  expect((await cover()).design).toMatchObject({ layout: 'window', palette: 'sea', veil: 'as-needed' });
});
