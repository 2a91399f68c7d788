/** A clean copy of an Electron for the packager: without the link to this checkout that running from source needs. */
import { cpSync, linkSync, lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './electron-runtime.mjs';

export function stageRuntime(runtime) {
  const dist = join(root, '.cache', 'packaging-runtime');
  rmSync(dist, { recursive: true, force: true });
  copyByLink(runtime.dist, dist);
  return { dist, version: runtime.version.replace(/^v/, '') };
}

/** Hard links: 250 MB take no time and no space. The packager copies what it changes. */
function copyByLink(from, to) {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const source = join(from, name);
    const info = lstatSync(source);
    if (info.isSymbolicLink() && process.platform !== 'darwin') continue;
    if (info.isDirectory()) copyByLink(source, join(to, name));
    else if (info.isSymbolicLink()) cpSync(source, join(to, name), { verbatimSymlinks: true });
    else linkSync(source, join(to, name));
  }
}
