import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { fail } from '../failure';
import type { Files } from './files';

const Lock = z.object({ pid: z.int(), started: z.string(), host: z.string(), folder: z.string() });
type Lock = z.infer<typeof Lock>;

/** When a process began, so that a number that the system gave out again is not taken for the old process. */
async function startOf(pid: number): Promise<string> {
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => ''); // only Linux has it
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    return cause instanceof Error && 'code' in cause && cause.code === 'EPERM';
  }
}

async function readLock(files: Files, path: string): Promise<Lock | undefined> {
  const bytes = await files.read(path);
  try {
    return Lock.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined; // an unreadable lock is a crash while it was being written
  }
}

async function isHeld(held: Lock | undefined, mine: Lock): Promise<boolean> {
  if (held?.folder !== mine.folder) return false;
  return held.host !== mine.host || (isAlive(held.pid) && (await startOf(held.pid)) === held.started);
}

/** Moves a stale lock away. Of several processes that found it stale one succeeds; a lock that is fresh is put back. */
async function takeAway(files: Files, path: string, stale: Lock | undefined, folder: string): Promise<void> {
  const aside = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await files.move(path, aside);
  } catch (cause) {
    if (await files.look(path)) throw cause;
    return;
  }
  const taken = await readLock(files, aside);
  if (taken && JSON.stringify(taken) !== JSON.stringify(stale)) {
    await files.move(aside, path);
    fail({ code: 'library-in-use', folder, pid: taken.pid });
  }
  await files.remove(aside);
}

/**
 * Makes this process the only writer of a folder until `release`. A lock left by a dead process, or copied here with
 * the folder, is taken over. Fails with `library-in-use` while its owner lives, or when it was made on another computer.
 */
export async function acquireLock(files: Files, path: string, folder: string): Promise<{ release: () => Promise<void> }> {
  const found = await files.look(folder);
  const mine: Lock = { pid: process.pid, started: await startOf(process.pid), host: hostname(), folder: found?.identity ?? '' };
  const bytes = new TextEncoder().encode(JSON.stringify(mine));
  while (!(await files.createOnce(path, bytes))) {
    const held = await readLock(files, path);
    if (held && (await isHeld(held, mine))) fail({ code: 'library-in-use', folder, pid: held.pid });
    await takeAway(files, path, held, folder);
  }
  return { release: () => files.remove(path) };
}
