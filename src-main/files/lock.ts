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

/** Replaces a stale lock. Of several processes that found it stale the one that holds the claim may do so. */
async function takeOver(files: Files, path: string, mine: Lock, folder: string): Promise<boolean> {
  const claim = `${path}.claim`;
  if (!(await files.createOnce(claim, bytesOf(mine)))) {
    const claimant = await readLock(files, claim);
    if (claimant && (await isHeld(claimant, mine))) fail({ code: 'library-in-use', folder, pid: claimant.pid });
    await files.remove(claim);
    return false;
  }
  try {
    if (!(await isHeld(await readLock(files, path), mine))) await files.remove(path);
    return await files.createOnce(path, bytesOf(mine));
  } finally {
    await files.remove(claim);
  }
}

const bytesOf = (lock: Lock): Uint8Array => new TextEncoder().encode(JSON.stringify(lock));

/**
 * Makes this process the only writer of a folder until `release`. A lock left by a dead process, or copied here with
 * the folder, is taken over. Fails with `library-in-use` while its owner lives, or when it was made on another computer.
 */
export async function acquireLock(files: Files, path: string, folder: string): Promise<{ release: () => Promise<void> }> {
  const found = await files.look(folder);
  const mine: Lock = { pid: process.pid, started: await startOf(process.pid), host: hostname(), folder: found?.identity ?? '' };
  while (!(await files.createOnce(path, bytesOf(mine)))) {
    const held = await readLock(files, path);
    if (held && (await isHeld(held, mine))) fail({ code: 'library-in-use', folder, pid: held.pid });
    if (await takeOver(files, path, mine, folder)) break;
  }
  return { release: () => files.remove(path) };
}
