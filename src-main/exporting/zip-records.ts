/** What a zip file says of an entry. `crc` and the sizes of a streamed one are known when it has been written. */
export type ZipEntry = {
  readonly name: string;
  /** Where its header begins. */
  readonly offset: number;
  readonly isStored: boolean;
  readonly isStreamed: boolean;
  crc: number;
  /** Bytes in the file. */
  packed: number;
  /** Bytes unpacked. */
  size: number;
};

const namesAreUtf8 = 0x800;
const sizesFollow = 0x8;
/** The first moment of 1980, whenever the export runs: the days since then, from 1, with no time. */
const firstDay = 0x21;
const madeOnUnix = 0x314;
const plainFile = 0o100644 * 0x1_0000;
/** What four bytes can count to; a larger file would need the later form of the directory, which many readers lack. */
const mostBytes = 0xffff_ffff;

function record(signature: number, bytes: number): Buffer {
  const made = Buffer.alloc(bytes);
  made.writeUInt32LE(signature, 0);
  return made;
}

/** The fields that stand in the header of an entry and in the directory alike. */
function writeFields(into: Buffer, at: number, { name, isStored, isStreamed }: ZipEntry, known: Pick<ZipEntry, 'crc' | 'packed' | 'size'>): void {
  into.writeUInt16LE(20, at);
  into.writeUInt16LE(namesAreUtf8 | (isStreamed ? sizesFollow : 0), at + 2);
  into.writeUInt16LE(isStored ? 0 : 8, at + 4);
  into.writeUInt16LE(firstDay, at + 8);
  into.writeUInt32LE(known.crc, at + 10);
  into.writeUInt32LE(known.packed, at + 14);
  into.writeUInt32LE(known.size, at + 18);
  into.writeUInt16LE(Buffer.byteLength(name), at + 22);
}

/** What stands before an entry. */
export function localHeader(entry: ZipEntry): Buffer {
  const header = record(0x04034b50, 30);
  writeFields(header, 4, entry, entry.isStreamed ? { crc: 0, packed: 0, size: 0 } : entry);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** What stands behind a streamed entry. */
export function descriptor({ crc, packed, size }: ZipEntry): Buffer {
  const made = record(0x08074b50, 16);
  made.writeUInt32LE(crc, 4);
  made.writeUInt32LE(packed, 8);
  made.writeUInt32LE(size, 12);
  return made;
}

/** What the directory says of an entry. */
export function centralHeader(entry: ZipEntry): Buffer {
  if (entry.offset > mostBytes) throw new Error('The file would be larger than four gibibytes.');
  const header = record(0x02014b50, 46);
  header.writeUInt16LE(madeOnUnix, 4);
  writeFields(header, 6, entry, entry);
  header.writeUInt32LE(plainFile, 38);
  header.writeUInt32LE(entry.offset, 42);
  return Buffer.concat([header, Buffer.from(entry.name)]);
}

/** What ends a zip file. `from` is where the directory begins. */
export function directoryEnd({ count, from, bytes }: { readonly count: number; readonly from: number; readonly bytes: number }): Buffer {
  const made = record(0x06054b50, 22);
  made.writeUInt16LE(count, 8);
  made.writeUInt16LE(count, 10);
  made.writeUInt32LE(bytes, 12);
  made.writeUInt32LE(from, 16);
  return made;
}

const checksums = Int32Array.from({ length: 256 }, (_unused, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The CRC-32 of some bytes, or of those and all before them. `zlib` has one only in later runtimes. */
export function checksum(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (let at = 0; at < bytes.length; at += 1) crc = (checksums[(crc ^ (bytes[at] ?? 0)) & 0xff] ?? 0) ^ (crc >>> 8);
  return ~crc >>> 0;
}
