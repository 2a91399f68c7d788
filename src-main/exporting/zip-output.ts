import type { Writable } from 'node:stream';
import { promisify } from 'node:util';
import { constants, deflateRaw, type ZlibOptions } from 'node:zlib';
import { writeChunk } from './writer';
import { centralHeader, checksum, descriptor, directoryEnd, localHeader, type ZipEntry } from './zip-records';

/** A zip file being written, entry by entry. Times and modes are fixed: the same entries give the same bytes. */
export type ZipOutput = {
  /**
   * Adds a whole entry and resolves when those before it have been written: while it is compressed the next one can be
   * made. Entries that are added while another is streamed are kept until that has ended, and need not be waited for.
   */
  readonly add: (name: string, bytes: string | Uint8Array, options?: { readonly isStored: boolean }) => Promise<void>;
  /** Adds an entry whose bytes are made while it is written; resolves when it is in the output. */
  readonly stream: (name: string, chunks: AsyncIterable<string>) => Promise<void>;
  /** Writes the directory and resolves when everything has gone to the output. */
  readonly end: () => Promise<void>;
};

// Above level 4 the time doubles and the file shrinks by two per cent.
const compression: ZlibOptions = { level: 4 };
const deflate = promisify<Uint8Array, ZlibOptions, Buffer>(deflateRaw);
/** As far back as compressed text can point. */
const farthestBack = 32_768;

/** Starts a zip file on an output; the caller ends the output. */
export function createZip(output: Writable): ZipOutput {
  const entries: ZipEntry[] = [];
  let written = 0;
  let last: Promise<void> = Promise.resolve();

  async function write(chunk: Uint8Array): Promise<void> {
    written += chunk.byteLength;
    await writeChunk(output, chunk);
  }

  /** Lets work begin when what was added before has been written. Who adds next, or ends, hears of its failure. */
  function inOrder(work: () => Promise<void>): Promise<void> {
    const before = last;
    last = before.then(work);
    last.catch(() => undefined);
    return before;
  }

  async function writeStreamed(name: string, chunks: AsyncIterable<string>): Promise<void> {
    const entry: ZipEntry = { name, offset: written, isStored: false, isStreamed: true, crc: 0, packed: 0, size: 0 };
    await write(localHeader(entry));
    const writePacked = async (packing: Promise<Buffer>): Promise<void> => {
      const packed = await packing;
      entry.packed += packed.byteLength;
      await write(packed);
    };
    let before: Promise<void> = Promise.resolve();
    let dictionary: Buffer | undefined;
    for await (const page of inPages(chunks)) {
      entry.crc = checksum(page, entry.crc);
      entry.size += page.byteLength;
      const packing = deflate(page, { ...compression, ...(dictionary ? { dictionary } : {}), finishFlush: constants.Z_SYNC_FLUSH });
      dictionary = page.subarray(-farthestBack);
      await before;
      before = writePacked(packing);
      before.catch(() => undefined); // heard when the next page has been made
    }
    await before;
    await writePacked(deflate(new Uint8Array(), compression));
    await write(descriptor(entry));
    entries.push(entry);
  }

  return {
    add: (name, bytes, { isStored } = { isStored: false }) => {
      const whole = typeof bytes === 'string' ? Buffer.from(bytes, 'utf8') : bytes;
      const packing = isStored ? Promise.resolve(whole) : deflate(whole, compression);
      packing.catch(() => undefined); // heard when its turn comes
      return inOrder(async () => {
        const packed = await packing;
        const entry: ZipEntry = { name, offset: written, isStored, isStreamed: false, crc: checksum(whole), packed: packed.byteLength, size: whole.byteLength };
        await write(localHeader(entry));
        await write(packed);
        entries.push(entry);
      });
    },
    stream: async (name, chunks) => {
      void inOrder(() => writeStreamed(name, chunks));
      await last;
    },
    end: async () => {
      await last;
      const from = written;
      for (const entry of entries) await write(centralHeader(entry));
      await write(directoryEnd({ count: entries.length, from, bytes: written - from }));
    },
  };
}

const pageLength = 65_536;

// Pages are compressed one by one, each with the end of the one before in sight: while one is, the next is made.
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
