import { beforeEach, expect, test } from 'vitest';
import { assetIdOf, createAssetStore } from '../../../../src-main/book/asset-store';
import { createFiles } from '../../../../src-main/files/files';
import { countIds } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { createFailingDisk } from '../../../support/failing-disk';

const bytes = new TextEncoder().encode('a picture');
let failing: ReturnType<typeof createFailingDisk>;
let store: ReturnType<typeof createAssetStore>;
let files: ReturnType<typeof createFiles>;

beforeEach(() => {
  failing = createFailingDisk(createCrashDisk().disk);
  files = createFiles({ disk: failing.disk, newId: countIds('t') });
  store = createAssetStore({ files, folder: '/assets' });
});

test('bytes are kept under their own sum and come back', async () => {
  const id = await store.add(bytes);
  expect(id).toBe(assetIdOf(bytes));
  expect(await store.read(id)).toEqual(Buffer.from(bytes));
  expect(await store.list()).toEqual([id]);
});

test('keeping the same again writes nothing', async () => {
  await store.add(bytes);
  failing.plan(undefined);
  await store.add(bytes);
  expect(failing.count()).toBe(1);
});

test('bytes that are not what their name says are not given out', async () => {
  const id = await store.add(bytes);
  await files.replace(`/assets/${id}`, new TextEncoder().encode('another'));
  expect(await store.read(id)).toBeUndefined();
});

test('a name that is no sum is never a path', async () => {
  await files.makeFolder('/assets');
  await files.replace('/secret', bytes);
  for (const id of ['../secret', '/secret', '', 'A'.repeat(64), `${'a'.repeat(63)}/`]) expect(await store.read(id)).toBeUndefined();
});
