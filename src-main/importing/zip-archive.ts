import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { refuse, Refusal } from './refusal';

/** A zip file that was looked through before anything in it was unpacked. Nothing of it is ever written to a disk. */
export type Archive = {
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** Unpacks an entry; `undefined` when there is none of that name. */
  readonly bytes: (name: string) => Promise<Uint8Array | undefined>;
  /** Unpacks an entry as UTF-8. */
  readonly text: (name: string) => Promise<string | undefined>;
};

const mebibyte = 1024 * 1024;
/** More than any manuscript holds; what claims more is made to hurt. */
export const zipLimits = { entries: 20_000, entryBytes: 160 * mebibyte, allBytes: 512 * mebibyte, ratio: 250, smallBytes: 8 * mebibyte } as const;

const linkType = 0o120000;
const typeMask = 0o170000;
const isLink = (entry: Entry): boolean => ((entry.externalFileAttributes >>> 16) & typeMask) === linkType;

/** Whether a name stays inside the archive: not absolute, no drive, no way up, no sign that ends a name early. */
export const staysInside = (name: string): boolean =>
  !/^[/\\]|^[a-z]:|\\|\u0000/iu.test(name) && !name.split('/').includes('..');

function checkEntry(entry: Entry): void {
  if (!staysInside(entry.fileName) || isLink(entry)) refuse('outside');
  if (entry.isEncrypted()) refuse('encrypted');
  const { compressedSize, uncompressedSize } = entry;
  const swells = uncompressedSize > zipLimits.smallBytes && uncompressedSize > compressedSize * zipLimits.ratio;
  if (swells) refuse('bomb');
  if (uncompressedSize > zipLimits.entryBytes) refuse('too-large');
}

async function listEntries(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  if (zip.entryCount > zipLimits.entries) refuse('too-many-parts');
  const entries = new Map<string, Entry>();
  let bytes = 0;
  for await (const entry of zip.eachEntry()) {
    checkEntry(entry);
    bytes += entry.uncompressedSize;
    if (bytes > zipLimits.allBytes) refuse('bomb');
    entries.set(entry.fileName, entry);
  }
  return entries;
}

/** yauzl and zlib throw for whatever is not as it says it is. */
function whyNot(cause: unknown): never {
  if (cause instanceof Refusal) throw cause;
  if (!(cause instanceof Error)) throw cause;
  const isOutside = /relative path|absolute path|invalid characters in fileName/u.test(cause.message);
  return refuse(isOutside ? 'outside' : 'damaged', cause);
}

/**
 * Opens a zip file in memory for `work`. Names that lead elsewhere, links, encryption, entries that swell beyond reason
 * and more of them than any manuscript has are refused before a byte is unpacked; while it is, bytes are counted.
 */
export async function withArchive<T>(bytes: Uint8Array, work: (archive: Archive) => Promise<T>): Promise<T> {
  const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }).catch(whyNot);
  const entries = await listEntries(zip).catch(whyNot);
  let unpacked = 0;

  async function unpack(entry: Entry): Promise<Uint8Array> {
    const chunks: Buffer[] = [];
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      const piece = chunk as Buffer;
      unpacked += piece.byteLength;
      if (unpacked > zipLimits.allBytes) refuse('bomb');
      chunks.push(piece);
    }
    return Buffer.concat(chunks);
  }
  const read = async (name: string): Promise<Uint8Array | undefined> => {
    const entry = entries.get(name);
    return entry && (await unpack(entry).catch(whyNot));
  };
  return work({
    names: [...entries.keys()],
    has: (name) => entries.has(name),
    bytes: read,
    async text(name) {
      const found = await read(name);
      return found && new TextDecoder('utf-8').decode(found);
    },
  });
}

/** The name in the archive that a path beside a file of it means; `null` when it leads out. */
export function pathBeside(file: string, target: string): string | null {
  const clean = target.replace(/[?#].*$/u, '');
  const parts = clean.startsWith('/') ? [] : file.split('/').slice(0, -1);
  for (const part of clean.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
