import { spawnSync } from 'node:child_process';
import { chmod, chown, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolders, testRuntime, type Runtime, type TestFolders } from './launch';

/** “nobody”: a user that every Linux has and that owns nothing. */
const nobody = 65_534;
const asNobody = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];

/** How an ordinary user starts the application here, with Chromium’s sandbox; or why none can. */
export type OrdinaryUser =
  | { readonly runtime: Runtime; readonly folders: TestFolders; readonly environment: Readonly<Record<string, string>> }
  | { readonly reason: string };

/**
 * Finds out. As root the application is started by “nobody”, whose home is in the folders that are made; otherwise by
 * whoever runs the tests.
 */
export async function findOrdinaryUser(): Promise<OrdinaryUser> {
  if (process.platform !== 'linux')
    return { reason: 'Only on Linux can the process of a page be looked at from outside.' };
  const { executable, args } = testRuntime();
  const plain = args.filter((argument) => argument !== '--no-sandbox');
  const isRoot = process.getuid?.() === 0;
  const can = (...command: readonly string[]) =>
    spawnSync('setpriv', [...(isRoot ? asNobody : []), ...command], { stdio: 'ignore' }).status === 0;
  if (!can('true')) return { reason: 'setpriv is missing, so nobody but root can be tried.' };
  if (!can('unshare', '--user', 'true'))
    return {
      reason: 'This kernel gives ordinary users no namespaces, so Chromium has no sandbox without installing one.',
    };
  if (!can('test', '-x', executable))
    return { reason: 'The folder of the tests is closed to other users, so only root can start the application here.' };
  const folders = await makeFolders();
  if (!isRoot) return { runtime: { executable, args: plain, isSandboxed: true }, folders, environment: {} };
  const starter = join(folders.base, 'start.sh');
  await writeFile(starter, `#!/bin/sh\nexec setpriv ${asNobody.join(' ')} "${executable}" "$@"\n`);
  await chmod(starter, 0o755);
  for (const folder of [folders.base, folders.user, folders.documents]) await chown(folder, nobody, nobody);
  return {
    runtime: { executable: starter, args: plain, isSandboxed: true },
    folders,
    environment: { HOME: folders.base },
  };
}

/** Gives or takes the right to write in a folder and in all that is in it. */
export async function setWritable(folder: string, isWritable: boolean): Promise<void> {
  await chmod(folder, isWritable ? 0o755 : 0o555);
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) await setWritable(join(folder, entry.name), isWritable);
    else await chmod(join(folder, entry.name), isWritable ? 0o644 : 0o444);
  }
}
