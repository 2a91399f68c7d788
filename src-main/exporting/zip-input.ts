import { openPromise, type Entry } from 'yauzl';

/** Opens a zip file and hands out its entries as text; the file is closed when `work` is done. */
export async function withZip<T>(file: string, work: (read: ReadEntry, names: readonly string[]) => Promise<T>): Promise<T> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    async function* read(name: string): AsyncGenerator<string> {
      const entry = entries.get(name);
      if (!entry) throw new Error(`The file has no ${name}.`);
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream.setEncoding('utf8')) yield String(chunk);
    }
    return await work(read, [...entries.keys()]);
  } finally {
    zip.close();
  }
}

/** Reads one entry as UTF-8, in pieces. */
export type ReadEntry = (name: string) => AsyncIterable<string>;
