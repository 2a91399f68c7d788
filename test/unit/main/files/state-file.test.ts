import { beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createFiles, type Files } from '../../../../src-main/files/files';
import { openStateFile } from '../../../../src-main/files/state-file';
import { countIds } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';

const Old = z.object({ name: z.string() });
const New = z.object({ title: z.string() });
let files: Files;

beforeEach(async () => {
  files = createFiles({ disk: createCrashDisk().disk, newId: countIds('t') });
  await files.makeFolder('/lib/book');
});

const options = { path: '/lib/book/state.json', quarantineFolder: '/lib/quarantine', now: () => 0, readOnly: false };
const openOld = () => openStateFile({ ...options, files, schema: Old, upgrades: [], initial: { name: '' } });
const openNew = () => openStateFile({ ...options, files, schema: New, upgrades: [({ name }) => ({ title: name })], initial: { title: '' } });
const write = (text: string) => files.replace(options.path, new TextEncoder().encode(text));
const bytes = async () => new TextDecoder().decode(await files.read(options.path));

test('what is written is read again', async () => {
  const first = await openOld();
  expect(first.source).toBe('missing');
  first.db.data = { name: 'Tin' };
  await first.db.write();
  const second = await openOld();
  expect(second).toMatchObject({ source: 'file', db: { data: { name: 'Tin' } } });
});

test('an old version is lifted', async () => {
  const old = await openOld();
  old.db.data = { name: 'Tin' };
  await old.db.write();
  expect((await openNew()).db.data).toEqual({ title: 'Tin' });
});

test('a newer version is left untouched and named', async () => {
  const newer = await openNew();
  newer.db.data = { title: 'Tin' };
  await newer.db.write();
  const before = await bytes();
  await expect(openOld()).rejects.toMatchObject({ error: { code: 'library-newer', file: 'state.json', found: 2, supported: 1 } });
  expect(await bytes()).toBe(before);
  expect(await files.list('/lib/quarantine')).toEqual([]);
});

test.each(['', '{', '\0\0\0', '{"version":1}', '{"version":1,"sha256":"wrong","data":{"name":"x"}}', 'null', '[]'])('a damaged file (%j) goes to quarantine as it is', async (text) => {
  await write(text);
  expect((await openOld()).source).toBe('damaged');
  expect(await files.look(options.path)).toBeUndefined();
  const [name = ''] = await files.list('/lib/quarantine');
  expect(new TextDecoder().decode(await files.read(`/lib/quarantine/${name}`))).toBe(text);
});

test('two damaged files of one name are both kept', async () => {
  for (const text of ['one', 'two']) {
    await write(text);
    await openOld();
  }
  expect(await files.list('/lib/quarantine')).toHaveLength(2);
});

test('for reading only a damaged file stays where it is', async () => {
  await write('broken');
  const { source } = await openStateFile({ ...options, readOnly: true, files, schema: Old, upgrades: [], initial: { name: '' } });
  expect(source).toBe('damaged');
  expect(await bytes()).toBe('broken');
});
