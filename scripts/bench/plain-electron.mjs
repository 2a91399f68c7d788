/** A small application of its own in the Electron that Longhand runs in: what Electron does without us. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../electron-runtime.mjs';

/** What Chromium needs to run as root and without a graphics card. */
export const chromiumSwitches = [...(process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-gpu'];

/** Makes an application of one script; answers how it is started. `remove` takes it away again. */
export function plainApplication({ workspace, runtime, name, script }) {
  const folder = workspace.path(`${name}-app`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, main: 'main.js' }));
  writeFileSync(join(folder, 'main.js'), script);
  if (runtime.args.length > 0) return { executable: runtime.executable, args: [folder], remove: () => undefined };
  // A runtime without the starter looks for its application in its own resources: it gets a copy, by hard links.
  const copy = join(root, '.cache', `${name}-runtime`);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  remove();
  if (spawnSync('cp', ['-al', runtime.dist, copy]).status !== 0) throw new Error('The runtime could not be copied.');
  rmSync(join(copy, 'resources', 'app'), { force: true });
  cpSync(folder, join(copy, 'resources', 'app'), { recursive: true });
  return { executable: join(copy, 'electron'), args: [], remove };
}
