import { mkdir, rm, stat } from 'node:fs/promises';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const bundles = ['cli.js', 'worker.js'].map((name) => join(root, 'out', 'main', name));
const buildScript: string = join(root, 'scripts', 'build.mjs');
const waitMs = 200;
const longestBuildMs = 180_000;

/** The built command line, as users run it. */
export const builtCli = join(root, 'out', 'main', 'cli.js');

function newestIn(path: string): number {
  const found = statSync(path);
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

async function isFresh(): Promise<boolean> {
  const built = await Promise.all(bundles.map((file) => stat(file).catch(() => undefined)));
  const newest = Math.max(newestIn(join(root, 'src-main')), newestIn(join(root, 'src-shared')));
  return built.every((file) => file !== undefined && file.mtimeMs > newest);
}

/** Builds the bundles when a source is newer, once however many test files ask at the same time. */
export async function ensureBuilt(): Promise<void> {
  const lock = join(root, 'node_modules', '.cache', 'longhand-build.lock');
  await mkdir(join(lock, '..'), { recursive: true });
  const started = Date.now();
  while (!(await isFresh())) {
    const isOurs = await mkdir(lock).then(() => true, () => false);
    if (isOurs) {
      try {
        const { build } = (await import(buildScript)) as { build: (options: { quiet: boolean }) => void };
        build({ quiet: true });
        return;
      } finally {
        await rm(lock, { recursive: true, force: true });
      }
    }
    const held = await stat(lock).catch(() => undefined);
    if (held && Date.now() - held.mtimeMs > longestBuildMs) await rm(lock, { recursive: true, force: true });
    if (Date.now() - started > 2 * longestBuildMs) throw new Error('The build did not end.');
    await new Promise((resolve) => setTimeout(resolve, waitMs));
  }
}
