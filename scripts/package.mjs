/**
 * Packages the application for this machine's system. `--dir` leaves a folder that starts; without it the release
 * targets are made, with `--store` quickly and large. Uses the Electron that is here, so that nothing is downloaded.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { findElectron, root } from './electron-runtime.mjs';
import { stageRuntime } from './stage-runtime.mjs';

/** @returns {Promise<string>} the folder with the packaged application */
export async function packageApplication({ targets, output = 'dist', isStored = false, quiet = false }) {
  build({ ifNeeded: true });
  const runtime = await findElectron();
  if (runtime.warning) console.error(`${runtime.warning} A release must be packaged with the current one.`);
  const staged = stageRuntime(runtime);
  const done = spawnSync(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--publish=never',
      `--config=${configurationFor(staged.version)}`,
      ...targets,
      `-c.electronDist=${staged.dist}`,
      `-c.electronVersion=${staged.version}`,
      `-c.directories.output=${output}`,
      ...(isStored ? ['-c.linux.compression=store'] : []),
    ],
    {
      cwd: root,
      encoding: 'utf8',
      stdio: quiet ? 'pipe' : 'inherit',
      // Never by hard link: the packager writes into the runtime's executable.
      env: { ...ownTools(), ...process.env, USE_HARD_LINKS: 'false' },
    },
  );
  if (done.status !== 0) throw new Error(`Packaging failed.\n${done.stdout ?? ''}${done.stderr ?? ''}`);
  return join(root, output);
}

/** What the packager would download on Linux, and the system has. */
function ownTools() {
  if (process.platform !== 'linux') return {};
  return {
    ELECTRON_BUILDER_7ZIP_PATH: join(root, 'scripts', 'package', 'gzip.mjs'),
    ...(existsSync('/usr/bin/dpkg-deb') ? { CUSTOM_FPM_PATH: join(root, 'scripts', 'package', 'deb.mjs') } : {}),
  };
}

/** The packager's settings, without the newest fuse for a runtime that lacks it: setting that one would fail. */
function configurationFor(version) {
  const settings = readFileSync(join(root, 'electron-builder.yml'), 'utf8');
  const isOld = Number(version.split('.')[0]) < 29;
  const file = join(root, '.cache', 'electron-builder.yml');
  writeFileSync(file, isOld ? settings.replace(/^ *grantFileProtocolExtraPrivileges:.*\n/m, '') : settings);
  return file;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const isFolder = process.argv.includes('--dir');
  const isStored = process.argv.includes('--store');
  const output = process.argv.find((argument) => argument.startsWith('--output='))?.slice('--output='.length);
  packageApplication({ targets: isFolder ? ['--dir'] : [], isStored, ...(output ? { output } : {}) }).catch((cause) => {
    console.error(cause.message);
    process.exitCode = 1;
  });
}
