import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startApp } from '../support/start-app';

test('a library that could not be opened is opened when its shelf is asked for again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'longhand-again-'));
  const library = join(folder, 'Longhand');
  await writeFile(library, 'not a folder');
  const app = await startApp({ folder });
  const failed = { ok: false, error: { code: 'folder-unusable', folder: library, reason: 'not-a-folder' } };
  expect(await app.call('library.list', null)).toEqual(failed);
  expect(await app.call('library.create', { title: 'Not yet' })).toEqual(failed);
  await rm(library);
  expect(await app.get('library.list', null)).toMatchObject({ folder: library, books: [] });
  await app.get('library.create', { title: 'Now' });
  await app.stop();
});
