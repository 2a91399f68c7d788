import { readFile, readdir } from 'node:fs/promises';
import { join, relative } from 'node:path';

/** The files under a folder, by their paths from it, in order. */
export async function filesIn(folder: string): Promise<readonly string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort();
}

type Folder = { readonly files: Readonly<Record<string, Partial<Folder>>> };

/** The files of an `app.asar`, read from its head, also those that stand unpacked beside it. */
export async function listArchive(file: string): Promise<readonly string[]> {
  const bytes = await readFile(file);
  const head = JSON.parse(bytes.subarray(16, 16 + bytes.readUInt32LE(12)).toString('utf8')) as Folder;
  const walk = ({ files }: Folder, at: string): readonly string[] =>
    Object.entries(files).flatMap(([name, { files: inside }]) =>
      inside ? walk({ files: inside }, `${at}/${name}`) : [`${at}/${name}`],
    );
  return walk(head, 'app.asar');
}

/** Where a file stands and what kind it is, so that a list of files outlives the names that a build gives. */
export function kindOf(path: string): string {
  if (path.includes('/node_modules/')) return `${path.split('/node_modules/')[0] ?? ''}/node_modules`;
  return path.endsWith('package.json') ? path : path.replace(/[^/]+(\.\w+)$/u, '*$1');
}

/** The packages of other people among the files. */
export function packagesIn(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => /node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)/u.exec(path)?.[1] ?? []);
}

/** Stands in an Electron's program before its fuses: a version, how many there are, and one letter for each. */
const sentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const fuseNames = [
  'runAsNode',
  'cookieEncryption',
  'nodeOptions',
  'nodeCliInspect',
  'asarIntegrity',
  'onlyLoadAppFromAsar',
  'ownV8Snapshot',
  'filePrivileges',
] as const;

/** The fuses of a built program, as far as its runtime has them. */
export function readFuses(program: Buffer): Partial<Record<(typeof fuseNames)[number], 'on' | 'off'>> {
  const at = program.indexOf(sentinel);
  if (at < 0) throw new Error('The program has no fuses.');
  const wires = program.subarray(at + sentinel.length + 2).toString('latin1', 0, program[at + sentinel.length + 1]);
  return Object.fromEntries(
    fuseNames.flatMap((name, index) => {
      const wire = wires[index];
      return wire === '0' || wire === '1' ? [[name, wire === '1' ? 'on' : 'off']] : [];
    }),
  );
}
