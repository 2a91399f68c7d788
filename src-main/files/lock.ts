import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { z } from 'zod';
import { fail } from '../failure';
import { asDiskFailure } from './files';

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

async function readLock(path: string): Promise<Lock | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  try {
    return Lock.parse(JSON.parse(text));
  } catch {
    return undefined; // an unreadable lock is a crash while it was being written
  }
}

/**
 * Makes this process the only writer of a folder until `release`. A lock left by a dead process, or copied here with
 * the folder, is taken over. Fails with `library-in-use` while its owner lives, or when it was made on another computer.
 */
export async function acquireLock(path: string, folder: string): Promise<{ release: () => Promise<void> }> {
  const { ino } = await stat(folder);
  const mine: Lock = { pid: process.pid, started: await startOf(process.pid), host: hostname(), folder: String(ino) };
  for (;;) {
    try {
      const handle = await open(path, 'wx');
      await handle.writeFile(JSON.stringify(mine));
      await handle.close();
      return { release: () => rm(path, { force: true }) };
    } catch (cause) {
      if (!(cause instanceof Error && 'code' in cause && cause.code === 'EEXIST')) asDiskFailure(path, cause);
    }
    const held = await readLock(path);
    const isHeld =
      held !== undefined &&
      held.folder === mine.folder &&
      (held.host !== mine.host || (isAlive(held.pid) && (await startOf(held.pid)) === held.started));
    if (isHeld) fail({ code: 'library-in-use', folder, pid: held.pid });
    // Moving it away first leaves exactly one of several waiting processes with the right to try again.
    const aside = `${path}.${randomBytes(6).toString('hex')}`;
    await rename(path, aside).catch(() => undefined);
    await rm(aside, { force: true });
  }
}
