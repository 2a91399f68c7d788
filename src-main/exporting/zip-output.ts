import { Readable, type Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';

/** A zip file being written, entry by entry. Times and modes are fixed: the same entries give the same bytes. */
export type ZipOutput = {
  /** Adds a whole entry, which is compressed while the next one is made. */
  readonly add: (name: string, bytes: string | Uint8Array, options?: { readonly isStored: boolean }) => void;
  /** Adds an entry whose bytes are made while it is written; resolves when they have been taken. */
  readonly stream: (name: string, chunks: AsyncIterable<string>) => Promise<void>;
  /** Writes the directory and resolves when everything has gone to the output. */
  readonly end: () => Promise<void>;
};

// Zip files hold local time without a zone: this is the first moment of 1980 wherever the export runs.
const entryTime = new Date(1980, 0, 1, 0, 0, 0);
const entryOptions = { mtime: entryTime, mode: 0o100644, forceDosTimestamp: true } as const;
// Above level 4 the time doubles and the file shrinks by two per cent.
const compressionLevel = 4;

/** Starts a zip file on an output; the caller ends the output. */
export function createZip(output: Writable): ZipOutput {
  const zip = new ZipFile();
  const failed = new Promise<never>((_resolve, reject) => {
    zip.outputStream.once('error', reject);
    output.once('error', reject);
  });
  failed.catch(() => undefined);
  zip.outputStream.pipe(output, { end: false });

  return {
    add: (name, bytes, options) => {
      const buffer = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      zip.addBuffer(buffer, name, options?.isStored === true ? { ...entryOptions, compress: false } : { ...entryOptions, compressionLevel });
    },
    stream: async (name, chunks) => {
      const readable = Readable.from(inPages(chunks), { objectMode: false });
      // The library keeps every entry to the end, and with it what it was given: this it is given once and not to keep.
      let source: Readable | null = readable;
      zip.addReadStreamLazy(name, { ...entryOptions, compressionLevel }, (take) => {
        if (source) take(null, source);
        source = null;
      });
      await Promise.race([finished(readable), failed]);
    },
    end: async () => {
      const done = new Promise<void>((resolve) => zip.outputStream.once('end', resolve));
      zip.end();
      await Promise.race([done, failed]);
    },
  };
}

const pageLength = 32_768;

// Many small strings would cost a trip through the stream each.
async function* inPages(chunks: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let page = '';
  for await (const chunk of chunks) {
    page += chunk;
    if (page.length < pageLength) continue;
    yield Buffer.from(page, 'utf8');
    page = '';
  }
  if (page !== '') yield Buffer.from(page, 'utf8');
}
