import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, open, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** A file in the making: it stands under its name only when it is whole and on disk. */
export type OutputFile = {
  readonly partial: string;
  readonly stream: Writable;
  /** Ends the stream and brings the bytes to disk, still under the partial name. */
  readonly close: () => Promise<{ readonly bytes: number; readonly sha256: string }>;
  /** Gives the file its name. */
  readonly publish: () => Promise<void>;
  /** Removes everything that was written. */
  readonly abandon: () => Promise<void>;
  readonly writeCompanion: (folder: string, name: string, bytes: Uint8Array) => Promise<void>;
};

async function syncPath(path: string, flags: string): Promise<void> {
  const handle = await open(path, flags);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows has no folder sync; its journal keeps renames.
  if (process.platform !== 'win32') await syncPath(folder, 'r');
}

/** Opens `<file>.partial` for writing. */
export function openOutput(file: string): OutputFile {
  const partial = `${file}.partial`;
  const hash = createHash('sha256');
  let bytes = 0;
  const stream = new Transform({
    transform(chunk: Uint8Array, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      done(null, chunk);
    },
  });
  const written = pipeline(stream, createWriteStream(partial));
  written.catch(() => undefined); // heard again in `close`; until then a failed disk shows as an error of the stream
  const companions = createCompanions(dirname(file));

  return {
    partial,
    stream,
    close: async () => {
      stream.end();
      await written;
      await syncPath(partial, 'r+');
      return { bytes, sha256: hash.digest('hex') };
    },
    publish: async () => {
      await companions.publish();
      await rename(partial, file);
      await syncFolder(dirname(file));
    },
    abandon: async () => {
      stream.destroy();
      await written.catch(() => undefined);
      await rm(partial, { force: true });
      await companions.abandon();
    },
    writeCompanion: companions.write,
  };
}

function createCompanions(parent: string) {
  const made: { readonly partial: string; readonly path: string }[] = [];
  const folders = new Set<string>();

  async function write(folder: string, name: string, bytes: Uint8Array): Promise<void> {
    const path = join(parent, folder, name);
    if (made.some((file) => file.path === path)) return;
    folders.add(join(parent, folder));
    await mkdir(join(parent, folder), { recursive: true });
    made.push({ partial: `${path}.partial`, path });
    await writeFile(`${path}.partial`, bytes);
    await syncPath(`${path}.partial`, 'r+');
  }

  async function publish(): Promise<void> {
    for (const { partial, path } of made) await rename(partial, path);
    for (const folder of folders) await syncFolder(folder);
  }

  async function abandon(): Promise<void> {
    for (const { partial } of made) await rm(partial, { force: true });
    // Only a folder that nothing else stands in goes away again.
    for (const folder of folders) await rmdir(folder).catch(() => undefined);
  }

  return { write, publish, abandon };
}
