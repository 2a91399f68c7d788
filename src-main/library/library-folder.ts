import { join } from 'node:path';
import { z } from 'zod';
import { BookSummary } from '../../src-shared/ipc/library-calls';
import { fail } from '../failure';
import type { Files } from '../files/files';
import { acquireLock } from '../files/lock';
import { openStateFile } from '../files/state-file';

/** `library.json`, version 1. Books are a cache of what their logs say; the rest is who this library and device are. */
export const LibraryFile = z.object({
  libraryId: z.string(),
  device: z.string(),
  /** Which file `device` was when it was written: a copy of the folder is another file, so another device. */
  identity: z.string(),
  books: z.array(BookSummary),
  purged: z.array(z.string()),
  /** Books that were opened and not closed again: after a crash their lines here are read anew. */
  opened: z.array(z.string()),
});
export type LibraryFile = z.infer<typeof LibraryFile>;

const DeviceFile = z.object({ libraryId: z.string(), device: z.string() });

/** An open library folder, with the right to write in it unless it is open for reading only. */
export type LibraryFolder = {
  readonly path: string;
  readonly readOnly: boolean;
  readonly libraryId: string;
  readonly device: string;
  readonly data: () => LibraryFile;
  /** Changes what the library remembers. On failure nothing has changed. */
  readonly save: (change: (data: LibraryFile) => LibraryFile) => Promise<void>;
  /** Changes what the library remembers just for this sitting. */
  readonly note: (change: (data: LibraryFile) => LibraryFile) => void;
  readonly bookFolder: (bookId: string) => string;
  readonly quarantineFolder: string;
  readonly close: () => Promise<void>;
};

export const bookFolderOf = (library: string, bookId: string): string => join(library, 'books', bookId);

async function readDevice(files: Files, path: string): Promise<{ libraryId: string; device: string; identity: string } | undefined> {
  const [bytes, found] = [await files.read(path), await files.look(path)];
  if (!bytes || !found) return undefined;
  try {
    return { ...DeviceFile.parse(JSON.parse(new TextDecoder().decode(bytes))), identity: found.identity };
  } catch {
    return undefined; // a damaged device file makes this a new device, which is always safe
  }
}

/** What another library folder is, without opening it. */
export async function identifyLibrary(files: Files, folder: string): Promise<{ libraryId: string } | undefined> {
  return readDevice(files, join(folder, 'device'));
}

async function checkFolder(files: Files, path: string, readOnly: boolean): Promise<void> {
  const found = await files.look(path);
  if (found && !found.isFolder) fail({ code: 'folder-unusable', folder: path, reason: 'not-a-folder' });
  if (!found && readOnly) fail({ code: 'folder-unusable', folder: path, reason: 'missing' });
  if (!found) await files.makeFolder(path);
}

/**
 * Opens the library in a folder, making an empty one when there is none. Fails with `folder-unusable`,
 * `library-in-use`, `library-newer`, `disk-full` or `disk-failed`.
 */
export async function openLibraryFolder(options: {
  readonly files: Files;
  readonly path: string;
  readonly readOnly: boolean;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onDamaged: (file: string) => void;
}): Promise<LibraryFolder> {
  const { files, path, readOnly, newId } = options;
  await checkFolder(files, path, readOnly);
  const lock = readOnly ? undefined : await acquireLock(files, join(path, 'library.lock'), path);
  try {
    const quarantineFolder = join(path, 'quarantine');
    const devicePath = join(path, 'device');
    let known = await readDevice(files, devicePath);
    const initial: LibraryFile = { libraryId: known?.libraryId ?? newId(), device: '', identity: '', books: [], purged: [], opened: [] };
    const { db, source } = await openStateFile({
      files, path: join(path, 'library.json'), schema: LibraryFile, upgrades: [], initial, quarantineFolder, now: options.now, readOnly,
    });
    const isLost = source === 'missing' && (await files.list(join(path, 'books'))).length > 0;
    if (source === 'damaged' || isLost) options.onDamaged('library.json');
    // Without a good `library.json` nothing tells this folder from a copy of it. A new device is always safe.
    const isSameDevice = known !== undefined && source === 'file' && known.identity === db.data.identity;
    if (!readOnly && !isSameDevice) {
      const device = { libraryId: db.data.libraryId, device: newId() };
      await files.replace(devicePath, new TextEncoder().encode(JSON.stringify(device)));
      known = await readDevice(files, devicePath);
    }
    db.data = { ...db.data, device: known?.device ?? '', identity: known?.identity ?? '' };
    if (!readOnly && (source !== 'file' || !isSameDevice)) await db.write();
    return {
      path, readOnly, quarantineFolder,
      libraryId: db.data.libraryId,
      device: db.data.device,
      data: () => db.data,
      async save(change) {
        if (readOnly) fail({ code: 'read-only' });
        const before = db.data;
        db.data = change(before);
        try {
          await db.write();
        } catch (cause) {
          db.data = before;
          throw cause;
        }
      },
      note: (change) => {
        db.data = change(db.data);
      },
      bookFolder: (bookId) => bookFolderOf(path, bookId),
      close: async () => lock?.release(),
    };
  } catch (cause) {
    await lock?.release().catch(() => undefined); // the first failure is the one to report
    throw cause;
  }
}
