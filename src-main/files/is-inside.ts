import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative, sep } from 'node:path';

/** Whether a file, which need not be there yet, lies in a folder or below it, whatever links lead to either. */
export async function isInside(file: string, folder: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(dirname(file)));
  return way === '' || (!isAbsolute(way) && way.split(sep)[0] !== '..');
}
