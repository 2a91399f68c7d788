import { createHash } from 'node:crypto';
import { dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { AppendFile, Disk } from '../files/disk';
import { asDiskFailure } from '../files/files';
import { AppFailure } from '../failure';

/** A file in the making: it stands under its name only when it is whole and on disk. Failures are `AppFailure`s. */
export type OutputFile = {
  readonly partial: string;
  readonly stream: Writable;
  /** Forgets what was written and begins again with an empty file. */
  readonly restart: () => Promise<void>;
  /** Ends the stream and brings the bytes to disk, still under the partial name. */
  readonly close: () => Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Gives the file its name. */
  readonly publish: () => Promise<void>;
  /** Removes everything that was written. */
  readonly abandon: () => Promise<void>;
  readonly writeCompanion: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
};

const bytesInHand = 262_144;

/** Opens `<file>.partial` for writing; nothing of an earlier one is left in it. */
export function openOutput(disk: Disk, file: string): OutputFile {
  const partial = `${file}.partial`;
  const companions = createCompanions(disk, dirname(file));
  let open: AppendFile | null = null;
  let isOurs = false;
  let hash = createHash('sha256');
  let bytes = 0;

  async function guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      if (cause instanceof AppFailure) throw cause;
      return asDiskFailure(file, cause);
    }
  }

  async function begin(): Promise<AppendFile> {
    if (isOurs || (await disk.look(partial))?.isFolder === false) await disk.remove(partial);
    const made = await disk.openAppend(partial); // a folder of that name is not ours: this fails
    isOurs = true;
    return made;
  }

  async function write(chunk: Uint8Array): Promise<void> {
    open ??= await begin();
    hash.update(chunk);
    bytes += chunk.byteLength;
    await open.write(chunk);
  }

  // What is on its way to the disk when the rest is given up.
  let writing: Promise<void> = Promise.resolve();
  function take(chunk: Uint8Array, done: (cause?: Error) => void): void {
    writing = guard(() => write(chunk));
    writing.then(() => done(), done);
  }

  async function shut(): Promise<void> {
    const was = open;
    open = null;
    await was?.close();
  }

  const stream = new Writable({
    highWaterMark: bytesInHand,
    write: (chunk: Uint8Array, _encoding, done) => take(chunk, done),
    writev: (chunks, done) => take(Buffer.concat(chunks.map(({ chunk }) => chunk as Uint8Array)), done),
  });
  stream.on('error', () => undefined); // whoever writes next hears of it, or who closes

  return {
    partial,
    stream,
    restart: () =>
      guard(async () => {
        await new Promise<void>((resolve, reject) => void stream.write('', (cause) => (cause ? reject(cause) : resolve())));
        await shut();
        hash = createHash('sha256');
        bytes = 0;
      }),
    close: () =>
      guard(async () => {
        stream.end();
        await finished(stream);
        await open?.sync();
        await shut();
        return { bytes, sha256: hash.digest('hex') };
      }),
    publish: () =>
      guard(async () => {
        await companions.publish();
        await disk.rename(partial, file);
        await disk.syncFolder(dirname(file));
      }),
    abandon: async () => {
      stream.destroy();
      // What cannot be removed from a broken disk stays: the failure to report is the one that came before.
      await writing.catch(() => undefined);
      await shut().catch(() => undefined);
      if (isOurs) await disk.remove(partial).catch(() => undefined);
      await companions.abandon().catch(() => undefined);
    },
    writeCompanion: (folder, name, content) => guard(() => companions.write(folder, name, content)),
  };
}

/** Files beside the book's, such as the pictures of a Markdown book. */
function createCompanions(disk: Disk, parent: string) {
  const made: { readonly partial: string; readonly path: string; readonly isNew: boolean }[] = [];
  const folders = new Set<string>();

  async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
    const path = join(parent, folder, name);
    if (made.some((file) => file.path === path)) return;
    folders.add(join(parent, folder));
    await disk.makeFolder(join(parent, folder));
    made.push({ partial: `${path}.partial`, path, isNew: !(await disk.look(path)) });
    await disk.write(`${path}.partial`, bytes);
    await disk.syncFile(`${path}.partial`);
  }

  async function publish(): Promise<void> {
    for (const { partial, path } of made) await disk.rename(partial, path);
    for (const folder of folders) await disk.syncFolder(folder);
  }

  async function abandon(): Promise<void> {
    for (const { partial, path, isNew } of made) for (const one of isNew ? [partial, path] : [partial]) await disk.remove(one);
    // Only a folder that nothing else stands in goes away again.
    for (const folder of folders) if ((await disk.list(folder)).length === 0) await disk.remove(folder);
  }

  return { write, publish, abandon };
}
