import { createHash } from 'node:crypto';
import type { Files } from '../files/files';

/**
 * The state of one text on disk: a line of magic, the SHA-256 of what follows, and one Yjs update. It is a cache of the
 * log, replaced whole; a damaged or missing one is rebuilt from there. Version 1 of the format.
 */
const magic = new TextEncoder().encode('longhand text 1\n');
const hashBytes = 32;

const digest = (bytes: Uint8Array): Uint8Array => new Uint8Array(createHash('sha256').update(bytes).digest());

/** Writes a text's update. */
export async function writeTextFile(files: Files, path: string, update: Uint8Array): Promise<void> {
  await files.replace(path, Buffer.concat([magic, digest(update), update]));
}

/** Reads a text's update; `missing` or `damaged` when the log has to help. */
export async function readTextFile(files: Files, path: string): Promise<Uint8Array | 'missing' | 'damaged'> {
  const bytes = await files.read(path);
  if (!bytes) return 'missing';
  const start = magic.byteLength + hashBytes;
  const update = bytes.subarray(start);
  const isWhole = Buffer.compare(bytes.subarray(0, magic.byteLength), magic) === 0;
  return isWhole && Buffer.compare(bytes.subarray(magic.byteLength, start), digest(update)) === 0 ? update : 'damaged';
}
