import { basename, dirname, join } from 'node:path';
import { fail } from '../failure';
import type { Disk } from './disk';

/** Appends records to one file, each on disk before it is acknowledged. */
export type Appender = {
  /** Resolves when the bytes are durable. After a failure the appender is spent. */
  readonly append: (bytes: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Durable files: what a promise here says is on disk survives a power cut. Failures are `AppFailure`s. */
export type Files = ReturnType<typeof createFiles>;

const reasons: Readonly<Record<string, 'disk-full' | 'read-only'>> = {
  ENOSPC: 'disk-full', EDQUOT: 'disk-full', EROFS: 'read-only', EACCES: 'read-only', EPERM: 'read-only',
};

/** Gives a foreign error of the file system its name among ours. */
export function asDiskFailure(path: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  const reason = reasons[code];
  if (reason === 'disk-full') fail({ code: 'disk-full', file: basename(path) }, cause);
  if (reason === 'read-only') fail({ code: 'folder-unusable', folder: dirname(path), reason: 'read-only' }, cause);
  fail({ code: 'disk-failed', file: basename(path), reason: code }, cause);
}

/** The same for work that only reads: what it may not do is to read. */
function asReadFailure(path: string, cause: unknown): never {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
  if (reasons[code] === 'read-only') fail({ code: 'folder-unusable', folder: dirname(path), reason: 'unreadable' }, cause);
  return asDiskFailure(path, cause);
}

/** Builds the durable operations on a disk. `newId` names temporary files. */
export function createFiles({ disk, newId }: { disk: Disk; newId: () => string }) {
  async function guard<T>(path: string, work: () => Promise<T>, name = asDiskFailure): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      return name(path, cause);
    }
  }

  async function makeFolder(path: string): Promise<void> {
    const missing: string[] = [];
    for (let at = path; !(await disk.look(at)); at = dirname(at)) missing.unshift(at);
    for (const folder of missing) {
      await disk.makeFolder(folder);
      await disk.syncFolder(dirname(folder));
    }
  }

  async function replace(path: string, bytes: Uint8Array): Promise<void> {
    const temporary = join(dirname(path), `.${basename(path)}.${newId()}.tmp`);
    try {
      await disk.write(temporary, bytes);
      await disk.syncFile(temporary);
      await disk.rename(temporary, path);
      await disk.syncFolder(dirname(path));
    } catch (cause) {
      await disk.remove(temporary).catch(() => undefined); // the first failure is the one to report
      throw cause;
    }
  }

  async function openAppender(path: string): Promise<Appender> {
    const isNew = !(await disk.look(path));
    const file = await disk.openAppend(path);
    try {
      if (isNew) {
        await file.sync();
        await disk.syncFolder(dirname(path));
      }
    } catch (cause) {
      await file.close().catch(() => undefined); // the first failure is the one to report
      throw cause;
    }
    return {
      append: (bytes) =>
        guard(path, async () => {
          await file.write(bytes);
          await file.sync();
        }),
      close: () => guard(path, file.close),
    };
  }

  return {
    /** The whole file, or `undefined` when there is none. */
    read: (path: string) => guard(path, () => disk.read(path), asReadFailure),
    list: (folder: string) => guard(folder, () => disk.list(folder), asReadFailure),
    look: (path: string) => guard(path, () => disk.look(path), asReadFailure),
    /** Makes a small file unless it exists, all at once: the one step of a lock. `false` when it does. */
    createOnce: (path: string, bytes: Uint8Array) => guard(path, () => disk.createOnce(path, bytes)),
    /** Makes a folder with its parents, durably. */
    makeFolder: (path: string) => guard(path, () => makeFolder(path)),
    /** Puts a whole file in place of the old one: afterwards there is the old file or the new one, never a part. */
    replace: (path: string, bytes: Uint8Array) => guard(path, () => replace(path, bytes)),
    /** Opens a file for durable appending, making it when it is missing. */
    openAppender: (path: string) => guard(path, () => openAppender(path)),
    /** Moves a file or folder, durably at both ends. */
    move: (from: string, to: string) =>
      guard(to, async () => {
        await disk.rename(from, to);
        await disk.syncFolder(dirname(to));
        if (dirname(from) !== dirname(to)) await disk.syncFolder(dirname(from));
      }),
    /** Removes a file or a whole folder. */
    remove: (path: string) =>
      guard(path, async () => {
        await disk.remove(path);
        await disk.syncFolder(dirname(path));
      }),
  };
}
