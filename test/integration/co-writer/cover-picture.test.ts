import sharp from 'sharp';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { CoWriterSettings } from '../../../src-shared/domain/co-writer';
import { ensureBuilt } from '../../support/built';
import type { PictureMode } from '../../support/model-servers/pictures';
import { model, startCoWriterApp, type CoWriterApp } from '../../support/start-co-writer-app';

beforeAll(ensureBuilt, 200_000);

const imageModel = 'painter-1';
const idea = 'A rope ferry in the mist, seen from above.';

async function start(options: Parameters<typeof startCoWriterApp>[0] = {}): Promise<CoWriterApp & { bookId: string }> {
  const app = await startCoWriterApp({ ...options, settings: { imageModel, ...options.settings } });
  onTestFinished(() => app.stop());
  const { bookId } = await app.get('library.create', {
    title: 'Canary Title',
    genre: 'memoir',
    summary: 'A canary summary that stays at home.',
  });
  return { ...app, bookId };
}

const picture = async (format: 'png' | 'webp' = 'png'): Promise<Uint8Array> =>
  new Uint8Array(
    await sharp({ create: { width: 1_024, height: 1_536, channels: 3, background: '#335577' } })
      [format]()
      .toBuffer(),
  );
const work = (bookId: string) => ({ kind: 'cover-picture', bookId, idea }) as const;

/** The ledger as the page shows it, newest first. */
const rows = async (app: CoWriterApp) => (await app.get('spending.read', null)).rows;

test('a picture is asked for with the idea and the genre and nothing else, as the preview shows, and kept with where it is from', async () => {
  const app = await start();
  const { bookId, server } = app;
  server.playPictures({ kind: 'good', bytes: await picture('webp') });
  const preview = await app.get('coWriter.preview', work(bookId));
  expect(preview).toMatchObject({ model: imageModel, images: 1, mostTokens: 0, mostUsd: 0 });
  const ended = await app.run(work(bookId));
  if (!ended.ok || ended.outcome.kind !== 'cover-picture') throw new Error(JSON.stringify(ended));
  const [request] = server.requests;
  expect([request?.path, request?.bytes.toString()]).toEqual(['/v1/images/generations', preview.body]);
  expect(JSON.parse(preview.body)).toMatchObject({
    model: imageModel,
    n: 1,
    size: '1024x1536',
    response_format: 'b64_json',
  });
  expect(preview.body).toContain(idea);
  expect(preview.body.toLowerCase()).not.toContain('canary');
  const { assetId } = ended.outcome;
  const view = await app.get('cover.read', { bookId });
  expect(view).toMatchObject({
    pictures: [{ assetId, model: imageModel, idea }],
    cover: null,
    design: { picture: null },
  });
  const { bytes } = await app.get('image.read', { bookId, assetId });
  expect(await sharp(bytes).metadata()).toMatchObject({ width: 1_024, height: 1_536 });
  expect((await rows(app))[0]).toMatchObject({ task: 'cover-picture', model: imageModel, outcome: 'answered', bookId });
});

test('only a picture that is on the cover counts for the disclosure', async () => {
  const app = await start();
  const { bookId, server } = app;
  server.playPictures({ kind: 'good', bytes: await picture() });
  const ended = await app.run(work(bookId));
  if (!ended.ok || ended.outcome.kind !== 'cover-picture') throw new Error(JSON.stringify(ended));
  expect(await app.get('disclosure.read', { bookId })).toMatchObject({
    pictures: 0,
    suggested: { images: null, tools: '' },
  });
  const taken = { assetId: ended.outcome.assetId, focusX: 0.5, focusY: 0.5, zoom: 1 };
  await app.get('cover.change', { bookId, patch: { layout: 'photograph', picture: taken } });
  const drawn = await sharp({ create: { width: 1_600, height: 2_560, channels: 3, background: '#335577' } })
    .png()
    .toBuffer();
  await app.get('cover.use', { bookId, bytes: new Uint8Array(drawn) });
  const { suggested, pictures } = await app.get('disclosure.read', { bookId });
  expect([pictures, suggested.images, suggested.tools]).toEqual([1, 'few-minimal', imageModel]);
  expect(suggested.statement).toContain('A model made one picture of this book.');
});

describe('what goes wrong is named, and nothing is kept', () => {
  const failures: Readonly<Record<string, { mode: () => Promise<PictureMode>; error: object; rows: number }>> = {
    'a server without pictures': { mode: async () => ({ kind: 'none' }), error: { code: 'ai-no-images' }, rows: 0 },
    'a refusal': { mode: async () => ({ kind: 'refused' }), error: { code: 'ai-answer', problem: 'refused' }, rows: 0 },
    'an address in place of bytes': {
      mode: async () => ({ kind: 'address', url: 'http://127.0.0.1:9/p.png' }),
      error: { code: 'ai-answer', problem: 'empty' },
      rows: 1,
    },
    'bytes of a program': {
      mode: async () => ({ kind: 'good', bytes: new TextEncoder().encode('MZ this is no picture') }),
      error: { code: 'ai-answer', problem: 'not-a-picture' },
      rows: 1,
    },
    'a drawing that could run': {
      mode: async () => ({
        kind: 'good',
        bytes: new TextEncoder().encode(
          '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>',
        ),
      }),
      error: { code: 'ai-answer', problem: 'not-a-picture' },
      rows: 1,
    },
    'a picture cut in half': {
      mode: async () => ({ kind: 'good', bytes: (await picture()).slice(0, 200) }),
      error: { code: 'ai-answer', problem: 'not-a-picture' },
      rows: 1,
    },
    'a single pixel': {
      mode: async () => ({
        kind: 'good',
        bytes: new Uint8Array(
          await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
            .png()
            .toBuffer(),
        ),
      }),
      error: { code: 'ai-answer', problem: 'not-a-picture' },
      rows: 1,
    },
    'more than a picture may weigh': {
      mode: async () => ({ kind: 'too-large', bytes: 200 * 1024 * 1024 }),
      error: { code: 'ai-answer', problem: 'too-long' },
      rows: 1,
    },
    'a model that is not there': {
      mode: async () => ({ kind: 'failing', status: 404, code: 'model_not_found' }),
      error: { code: 'ai-no-such-model', model: imageModel },
      rows: 0,
    },
    'a server that breaks': {
      mode: async () => ({ kind: 'failing', status: 500, code: 'server_error' }),
      error: { code: 'ai-server-failed', status: 500 },
      rows: 0,
    },
    'a key that is refused': {
      mode: async () => ({ kind: 'failing', status: 401, code: 'invalid_api_key' }),
      error: { code: 'ai-key-refused' },
      rows: 0,
    },
  };
  test.each(Object.keys(failures))('%s', async (name) => {
    const { mode, error, rows: kept } = failures[name] ?? fail(name);
    const app = await start();
    app.server.playPictures(await mode());
    const before = await app.dump(app.bookId);
    expect(await app.run(work(app.bookId))).toMatchObject({ ok: false, error });
    expect(await app.dump(app.bookId)).toEqual(before);
    expect(app.server.requests).toHaveLength(1); // never asked twice: it may be paid for twice
    expect(await rows(app)).toHaveLength(kept);
  });
});

function fail(name: string): never {
  throw new Error(name);
}

test('Ollama makes no pictures, and is not asked', async () => {
  const app = await start({ kind: 'ollama' });
  expect(await app.run(work(app.bookId))).toMatchObject({ ok: false, error: { code: 'ai-no-images' } });
  expect(app.server.requests).toHaveLength(0);
});

describe('everything that may refuse does so before a byte is sent', () => {
  const refusals: Readonly<Record<string, { settings: Partial<CoWriterSettings>; error: object; isRemote?: boolean }>> =
    {
      off: { settings: { isOn: false }, error: { code: 'ai-off' } },
      'no model for pictures': {
        settings: { imageModel: '' },
        error: { code: 'ai-not-set-up', missing: 'image-model' },
      },
      'no consent': { settings: { consents: [] }, error: { code: 'ai-consent-needed' }, isRemote: true },
      'an unknown price': { settings: {}, error: { code: 'ai-price-unknown', model: imageModel }, isRemote: true },
      'too little money': {
        settings: {
          imagePrices: [{ model: imageModel, usdPerImage: 0.5, usdPerMillionIn: 0, checkedOn: '2026-11-25' }],
          caps: { book: 0.4, day: 1, month: 10 },
        },
        error: { code: 'ai-budget', cap: 'book' },
        isRemote: true,
      },
    };
  test.each(Object.keys(refusals))('%s', async (name) => {
    const { settings, error, isRemote = false } = refusals[name] ?? fail(name);
    const app = await start({ settings, isRemote });
    expect(await app.run(work(app.bookId))).toMatchObject({ ok: false, error });
    expect(app.server.requests).toHaveLength(0);
    expect(await rows(app)).toHaveLength(0);
  });
});

test('a picture costs what its price says, and the next one that would go over a limit is not asked for', async () => {
  const imagePrices = [{ model: imageModel, usdPerImage: 0.06, usdPerMillionIn: 0, checkedOn: '2026-11-25' }];
  const app = await start({ isRemote: true, settings: { imagePrices, caps: { book: 0.1, day: 1, month: 10 } } });
  app.server.playPictures({ kind: 'good', bytes: await picture() });
  expect(await app.get('coWriter.preview', work(app.bookId))).toMatchObject({ mostUsd: 0.06, images: 1 });
  expect(await app.run(work(app.bookId))).toMatchObject({ ok: true });
  expect((await rows(app))[0]).toMatchObject({ usd: 0.06, outcome: 'answered' });
  expect(await app.run(work(app.bookId))).toMatchObject({
    ok: false,
    error: { code: 'ai-budget', cap: 'book', spentUsd: 0.06 },
  });
  expect(app.server.requests).toHaveLength(1);
});

test('Stop closes the line, and what was set aside is charged: the server may have drawn', async () => {
  const imagePrices = [{ model: imageModel, usdPerImage: 0.06, usdPerMillionIn: 0, checkedOn: '2026-11-25' }];
  const app = await start({ isRemote: true, settings: { imagePrices } });
  app.server.playPictures({ kind: 'held' });
  const jobId = await app.begin(work(app.bookId));
  const request = await app.server.request(0);
  await app.get('coWriter.cancel', { jobId });
  expect(await app.ended(jobId)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
  expect(await request.ended).toBe('left');
  expect((await rows(app))[0]).toMatchObject({ usd: 0.06, outcome: 'cancelled' });
});

test('words and pictures are asked of their own models', async () => {
  const app = await start();
  expect(await app.get('coWriter.status', null)).toMatchObject({ model, imageModel });
  expect(CoWriterSettings.parse({}).imageModel).toBe('');
});
