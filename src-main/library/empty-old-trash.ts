import { join } from 'node:path';
import type { Files } from '../files/files';
import type { Library } from './library';

const dayMs = 24 * 60 * 60 * 1_000;

/** When a folder came to the library's trash, from its name; `undefined` for what the library did not put there. */
function arrivedMs(name: string): number | undefined {
  const stamp = /-(\d{13})$/.exec(name)?.[1];
  return stamp === undefined ? undefined : Number(stamp);
}

/**
 * Takes books off the shelf that have been in the trash for `afterDays`, and removes the folders of those that were taken
 * off as long ago: from the day it is thrown away, an author has twice that time to find a book again. Zero days: never.
 */
export async function emptyOldTrash({ library, files, afterDays, now }: {
  readonly library: Library;
  readonly files: Files;
  readonly afterDays: number;
  readonly now: () => number;
}): Promise<void> {
  const { readOnly, path } = library.folder();
  if (afterDays === 0 || readOnly) return;
  const before = now() - afterDays * dayMs;
  for (const { id, trashedAt } of await library.summaries()) {
    if (trashedAt !== null && Date.parse(trashedAt) <= before) await library.purge(id);
  }
  const trash = join(path, 'trash');
  for (const name of await files.list(trash)) {
    if ((arrivedMs(name) ?? Infinity) <= before) await files.remove(join(trash, name));
  }
}
