import { createHash } from 'node:crypto';
import { openPromise, type Entry } from 'yauzl';

/** The entries of an archive, by name. */
export type ArchiveEntries = {
  readonly names: readonly string[];
  readonly readText: (name: string) => Promise<string>;
  readonly sumOf: (name: string) => Promise<string>;
};

/** Opens an archive for reading; it is closed when `work` is done. */
export async function withArchive<T>(file: string, work: (entries: ArchiveEntries) => Promise<T>): Promise<T> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    async function* bytesOf(name: string): AsyncGenerator<Uint8Array> {
      const entry = entries.get(name);
      if (!entry) throw new Error(`The archive has no ${name}.`);
      for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array; // no encoding is set
    }
    return await work({
      names: [...entries.keys()],
      readText: async (name) => {
        const chunks: Uint8Array[] = [];
        for await (const chunk of bytesOf(name)) chunks.push(chunk);
        return Buffer.concat(chunks).toString('utf8');
      },
      sumOf: async (name) => {
        const hash = createHash('sha256');
        for await (const chunk of bytesOf(name)) hash.update(chunk);
        return hash.digest('hex');
      },
    });
  } finally {
    zip.close();
  }
}
