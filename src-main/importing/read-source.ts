import { lstat, readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { zipSync, type Zippable } from 'fflate';
import { largestManuscriptBytes } from '../../src-shared/ipc/library-calls';
import type { LossKind } from './loss-report';
import { refuse } from './refusal';
import { staysInside, zipLimits } from './zip-archive';

/** A manuscript as it comes: a file or folder that the author named, or what they dropped on the window. */
export type ManuscriptSource =
  | { readonly kind: 'path'; readonly path: string }
  | { readonly kind: 'bytes'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'files'; readonly fileName: string; readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[] };

/** A manuscript in one piece; the files of a folder are packed, so that the original is one file to keep. */
export type Source = { readonly fileName: string; readonly bytes: Uint8Array; readonly losses: readonly LossKind[] };

/** What of a Scrivener project is the author's writing; the rest is caches, settings and backups of the program. */
const writing = /(?:^|\/)(?:[^/]+\.scrivx|Files\/Data\/.+|Files\/(?:styles|user\.lock)\.?[^/]*)$/iu;

/** Brings the bytes together. Links are never followed, and nothing outside the folder is read. */
export async function readSource(source: ManuscriptSource): Promise<Source> {
  if (source.kind === 'bytes') return { fileName: source.fileName, bytes: limited(source.bytes), losses: [] };
  if (source.kind === 'files') return { fileName: source.fileName, bytes: packed(source.files), losses: [] };
  const path = /\.scrivx$/iu.test(source.path) ? dirname(source.path) : source.path;
  const found = await stat(path).catch(() => refuse('missing'));
  if (found.isDirectory()) return readFolder(path);
  if (!found.isFile()) refuse('missing');
  if (found.size > largestManuscriptBytes) refuse('too-large');
  const bytes = await readFile(path).catch((cause: unknown) => refuse('missing', cause));
  return { fileName: basename(path), bytes: limited(new Uint8Array(bytes)), losses: [] };
}

function limited(bytes: Uint8Array): Uint8Array {
  return bytes.byteLength > largestManuscriptBytes ? refuse('too-large') : bytes;
}

async function readFolder(folder: string): Promise<Source> {
  const files: { path: string; bytes: Uint8Array }[] = [];
  const losses: LossKind[] = [];
  let bytes = 0;
  async function walk(inside: string, depth: number): Promise<void> {
    if (depth > 12) refuse('too-deep');
    for (const name of (await readdir(join(folder, inside))).sort()) {
      const path = inside === '' ? name : `${inside}/${name}`;
      const found = await lstat(join(folder, path));
      if (found.isSymbolicLink()) losses.push('symlinks');
      else if (found.isDirectory()) await walk(path, depth + 1);
      else if (found.isFile() && writing.test(path)) {
        bytes += found.size;
        if (bytes > largestManuscriptBytes) refuse('too-large');
        if (files.length >= zipLimits.entries) refuse('too-many-parts');
        files.push({ path, bytes: await readFile(join(folder, path)) });
      }
    }
  }
  await walk('', 0);
  return { fileName: basename(folder), bytes: packed(files), losses };
}

function packed(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const zip: Zippable = {};
  for (const { path, bytes } of files) {
    if (!staysInside(path)) refuse('outside');
    if (writing.test(path)) zip[path] = bytes;
  }
  if (!Object.keys(zip).some((path) => /\.scrivx$/iu.test(path))) refuse('unknown-kind');
  // The same project makes the same file.
  return zipSync(zip, { level: 6, mtime: new Date(1980, 0, 2) });
}
