import { readSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { inflateRawSync } from 'node:zlib';
import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { checksum } from './zip-records';

/** Opens a zip file and hands out its entries as text; the file is closed when `work` is done. */
export async function withZip<T>(file: string, work: (read: ReadEntry, names: readonly string[]) => Promise<T>): Promise<T> {
  const zip = await openPromise(file, { lazyEntries: true, autoClose: false });
  const bytes = await open(file, 'r');
  try {
    const entries = new Map<string, Entry>();
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
    const read: ReadEntry = (name) => {
      const entry = entries.get(name);
      if (!entry) throw new Error(`The file has no ${name}.`);
      return entry.compressedSize <= wholeBytes && entry.compressionMethod === deflated ? readWhole(zip, entry, bytes) : readStreamed(zip, entry);
    };
    return await work(read, [...entries.keys()]);
  } finally {
    zip.close();
    await bytes.close();
  }
}

/** Reads one entry as UTF-8, in pieces where it is long. */
export type ReadEntry = (name: string) => AsyncIterable<string>;

const wholeBytes = 1_048_576;
const deflated = 8;

// A book has hundreds of small entries: a stream for each, or waiting for each, would cost more than reading it.
async function* readWhole(zip: ZipFile, entry: Entry, bytes: FileHandle): AsyncGenerator<string> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const packed = Buffer.allocUnsafe(entry.compressedSize);
  const bytesRead = readSync(bytes.fd, packed, 0, packed.byteLength, fileDataStart);
  const whole = inflateRawSync(packed.subarray(0, bytesRead));
  if (whole.byteLength !== entry.uncompressedSize || checksum(whole) !== entry.crc32) throw new Error(`${entry.fileName} is not as it was written.`);
  yield whole.toString('utf8');
}

async function* readStreamed(zip: ZipFile, entry: Entry): AsyncGenerator<string> {
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream.setEncoding('utf8')) yield String(chunk);
}
