import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { link, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';

/** A file open for appending. After a failed `write` or `sync` nothing is known of its tail: close it and start another. */
export type AppendFile = {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  readonly sync: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/**
 * The operations of a disk, one system call each, so that a test can record them, fail any one of them, and boot the
 * store on each image that a crash could leave. Everything durable goes through here.
 */
export type Disk = {
  /** The whole file, or `undefined` when there is none. */
  readonly read: (path: string) => Promise<Uint8Array | undefined>;
  /** Names in a folder, sorted; empty when there is none. */
  readonly list: (folder: string) => Promise<readonly string[]>;
  /** What stands at a path; `undefined` when nothing does. `identity` tells a file or folder from every copy of it. */
  readonly look: (path: string) => Promise<{ readonly isFolder: boolean; readonly bytes: number; readonly identity: string } | undefined>;
  readonly makeFolder: (path: string) => Promise<void>;
  /** Writes a file that must not exist yet; `false` when it does. For locks: durable it is not. */
  readonly createOnce: (path: string, bytes: Uint8Array) => Promise<boolean>;
  /** Writes a whole new file. Not durable before `syncFile` and `syncFolder`. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<void>;
  readonly openAppend: (path: string) => Promise<AppendFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly remove: (path: string) => Promise<void>;
  readonly syncFile: (path: string) => Promise<void>;
  readonly syncFolder: (path: string) => Promise<void>;
};

function hasCode(cause: unknown, ...codes: string[]): boolean {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && codes.includes(cause.code);
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (cause) {
    if (hasCode(cause, 'ENOENT', 'ENOTDIR')) return undefined;
    throw cause;
  }
}

// Antivirus and indexers hold files open on Windows for a moment; the waits add up to ten seconds (reliability notes).
const renameWaitsMs = process.platform === 'win32' ? [50, 100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000] : [];

async function renameStubborn(from: string, to: string): Promise<void> {
  for (const waitMs of renameWaitsMs) {
    try {
      await rename(from, to);
      return;
    } catch (cause) {
      if (!hasCode(cause, 'EPERM', 'EBUSY', 'EACCES')) throw cause;
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }
  await rename(from, to);
}

async function syncAt(path: string, flags: number): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function createExclusive(path: string, bytes: Uint8Array): Promise<boolean> {
  try {
    await writeFile(path, bytes, { flag: 'wx' });
    return true;
  } catch (cause) {
    if (hasCode(cause, 'EEXIST')) return false;
    throw cause;
  }
}

/** The real disk. */
export const nodeDisk: Disk = {
  read: (path) => orUndefined(readFile(path)),
  list: async (folder) => ((await orUndefined(readdir(folder))) ?? []).sort(),
  look: async (path) => {
    const found = await orUndefined(stat(path, { bigint: true }));
    if (!found) return undefined;
    const isFolder = found.isDirectory();
    // A folder's time changes with what is in it; what it is stays.
    return { isFolder, bytes: Number(found.size), identity: isFolder ? `${found.ino}` : `${found.ino}-${found.mtimeNs}` };
  },
  makeFolder: async (path) => {
    await orUndefined(mkdir(path)).catch((cause: unknown) => {
      if (!hasCode(cause, 'EEXIST')) throw cause;
    });
  },
  createOnce: async (path, bytes) => {
    // A link appears with its contents; nobody can read it half written.
    const whole = `${path}.${randomBytes(6).toString('hex')}`;
    try {
      await writeFile(whole, bytes);
      await link(whole, path);
      return true;
    } catch (cause) {
      if (hasCode(cause, 'EEXIST')) return false;
      // Some drives have no links.
      if (hasCode(cause, 'EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EISDIR')) return await createExclusive(path, bytes);
      throw cause;
    } finally {
      await rm(whole, { force: true });
    }
  },
  write: (path, bytes) => writeFile(path, bytes),
  openAppend: async (path) => {
    const handle = await open(path, 'a');
    return {
      write: async (bytes) => handle.appendFile(bytes),
      sync: () => handle.datasync(),
      close: () => handle.close(),
    };
  },
  rename: renameStubborn,
  remove: (path) => rm(path, { recursive: true, force: true }),
  syncFile: (path) => syncAt(path, constants.O_RDWR),
  // Windows has no folder sync; its journal keeps renames.
  syncFolder: async (path) => (process.platform === 'win32' ? undefined : syncAt(path, constants.O_RDONLY)),
};
