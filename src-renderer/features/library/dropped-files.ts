import type { Input } from '../../../src-shared/ipc/contract';
import { largestManuscriptBytes } from '../../../src-shared/ipc/library-calls';

/** What was dropped: a file, or a folder with all its files. */
export type Dropped = { readonly name: string; readonly read: () => Promise<Input<'import.drop'> | null> };

const mostFiles = 20_000;

/** Takes what was dropped out of an event, which forgets it as soon as it is over. */
export function droppedIn({ items, files }: DataTransfer): Dropped[] {
  const entries = typeof items === 'object' ? [...items].map((item) => item.webkitGetAsEntry()) : [];
  const folders = entries.filter((entry) => entry?.isDirectory === true) as FileSystemDirectoryEntry[];
  const isFolder = (file: File): boolean => folders.some(({ name }) => name === file.name);
  return [
    ...[...files].filter((file) => !isFolder(file)).map((file) => ({ name: file.name, read: () => readFile(file) })),
    ...folders.map((folder) => ({ name: folder.name, read: () => readFolder(folder) })),
  ];
}

async function readFile(file: File): Promise<Input<'import.drop'> | null> {
  if (file.size > largestManuscriptBytes) return null;
  return { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

/** Reads a folder, such as a Scrivener project; `null` when it is larger than any manuscript. */
async function readFolder(folder: FileSystemDirectoryEntry): Promise<Input<'import.drop'> | null> {
  const files: { path: string; bytes: Uint8Array }[] = [];
  let bytes = 0;
  async function walk(inside: FileSystemDirectoryEntry, path: string): Promise<boolean> {
    for (const entry of await entriesOf(inside)) {
      const inner = path === '' ? entry.name : `${path}/${entry.name}`;
      if (entry.isDirectory) {
        if (!(await walk(entry as FileSystemDirectoryEntry, inner))) return false;
        continue;
      }
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      bytes += file.size;
      if (bytes > largestManuscriptBytes || files.length >= mostFiles) return false;
      files.push({ path: inner, bytes: new Uint8Array(await file.arrayBuffer()) });
    }
    return true;
  }
  const isWhole = await walk(folder, '');
  return isWhole && files.length > 0 ? { fileName: folder.name, files } : null;
}

/** A folder tells of its files a hundred at a time. */
async function entriesOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
