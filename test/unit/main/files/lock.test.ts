import { spawn } from 'node:child_process';
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { nodeDisk } from '../../../../src-main/files/disk';
import { createFiles } from '../../../../src-main/files/files';
import { acquireLock } from '../../../../src-main/files/lock';
import { countIds } from '../../../support/builders';

let root: string;
let folder: string;
const files = createFiles({ disk: nodeDisk, newId: countIds('t') });
const lock = () => acquireLock(files, join(folder, 'library.lock'), folder);

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'longhand-lock-'));
  folder = join(root, 'library');
  await mkdir(folder);
});
afterEach(() => rm(root, { recursive: true, force: true }));

test('a second writer is refused while the first lives, and let in when it has let go', async () => {
  const first = await lock();
  await expect(lock()).rejects.toMatchObject({ error: { code: 'library-in-use', pid: process.pid } });
  await first.release();
  await (await lock()).release();
  expect(await readdir(folder)).toEqual([]);
});

test('the lock of a dead process is taken over', async () => {
  const child = spawn(process.execPath, ['-e', '0']);
  await new Promise((resolve) => child.once('close', resolve));
  const held = await lock();
  const known = JSON.parse(await readFile(join(folder, 'library.lock'), 'utf8')) as object;
  await held.release();
  await writeFile(join(folder, 'library.lock'), JSON.stringify({ ...known, pid: child.pid, started: '1' }));
  await (await lock()).release();
});

test('a number that the system gave to another process again is no living owner', async () => {
  const held = await lock();
  const known = JSON.parse(await readFile(join(folder, 'library.lock'), 'utf8')) as object;
  await held.release();
  await writeFile(join(folder, 'library.lock'), JSON.stringify({ ...known, started: 'another time' }));
  await (await lock()).release();
});

test('a lock that was copied with its folder locks nothing here', async () => {
  await lock();
  folder = join(root, 'copy');
  await cp(join(root, 'library'), folder, { recursive: true });
  await (await lock()).release();
});

test('a lock of another computer is respected', async () => {
  const held = await lock();
  const known = JSON.parse(await readFile(join(folder, 'library.lock'), 'utf8')) as object;
  await held.release();
  await writeFile(join(folder, 'library.lock'), JSON.stringify({ ...known, host: `not-${hostname()}`, pid: 1 }));
  await expect(lock()).rejects.toMatchObject({ error: { code: 'library-in-use' } });
});

test('a lock that a crash left half written is taken over', async () => {
  for (const left of ['', '{"pid":', '\0\0\0\0']) {
    await writeFile(join(folder, 'library.lock'), left);
    await (await lock()).release();
  }
});

test('of many that want a stale lock exactly one gets it', async () => {
  for (let round = 0; round < 20; round += 1) {
    await writeFile(join(folder, 'library.lock'), '{"pid":');
    const tries = await Promise.allSettled(Array.from({ length: 8 }, lock));
    const won = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(won).toHaveLength(1);
    await won[0]?.release();
  }
});
