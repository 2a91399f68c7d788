/**
 * Packages the application for this machine's system. `--dir` leaves a folder that starts; without it the release
 * targets are made. Uses the Electron that is here, so that nothing is downloaded.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { findElectron, root } from './electron-runtime.mjs';
import { stageRuntime } from './stage-runtime.mjs';

/** @returns {Promise<string>} the folder with the packaged application */
export async function packageApplication({ targets, output = 'dist', quiet = false }) {
  build({ ifNeeded: true });
  const runtime = await findElectron();
  if (runtime.warning) console.error(`${runtime.warning} A release must be packaged with the current one.`);
  const staged = stageRuntime(runtime);
  const sevenZip = '/usr/bin/7za';
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--publish=never',
      ...targets,
      `-c.electronDist=${staged.dist}`,
      `-c.electronVersion=${staged.version}`,
      `-c.directories.output=${output}`,
    ],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: quiet ? 'pipe' : 'inherit',
      // Never by hard link: the packager writes into the runtime's executable.
      env: {
        ...process.env,
        USE_HARD_LINKS: 'false',
        ...(existsSync(sevenZip) ? { ELECTRON_BUILDER_7ZIP_PATH: sevenZip } : {}),
      },
    },
  );
  if (done.status !== 0) throw new Error(`Packaging failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  return join(root, output);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isFolder = process.argv.includes('--dir');
  packageApplication({ targets: isFolder ? ['--dir'] : [] }).catch((cause) => {
    console.error(cause.message);
    process.exitCode = 1;
  });
}
