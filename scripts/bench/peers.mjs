/** The programs that the application is measured against. What cannot be installed is named once and skipped. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../electron-runtime.mjs';

const wanted = [{ command: 'pandoc', package: 'pandoc' }];
/** The typesetter Typst as a package for Node, with its compiler built in. */
const typst = { package: '@myriaddreamin/typst-ts-node-compiler', version: '0.7.0' };

const has = (command) => spawnSync('which', [command]).status === 0;

function install(name) {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', 'update', '-qq'], { env, stdio: 'ignore' });
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=300', 'install', '-y', '--no-install-recommends', '-qq', name], { env, stdio: 'ignore' });
}

/** @returns {Set<string>} the commands that are there */
export function installPeers(say) {
  const there = new Set();
  for (const { command, package: name } of wanted) {
    if (!has(command)) install(name);
    if (has(command)) there.add(command);
    else say(`${command} is not here and could not be installed: its column stays empty. On Debian: sudo apt-get install ${name}`);
  }
  return there;
}

/** The module of Typst's compiler, fetched once into the cache; `undefined` where it cannot be had. */
export function findTypst(say) {
  const folder = join(root, '.cache', `typst-${typst.version}`);
  const module = join(folder, 'node_modules', typst.package, 'index.js');
  if (existsSync(module)) return module;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"private":true}');
  spawnSync('npm', ['install', '--no-audit', '--no-fund', `${typst.package}@${typst.version}`], { cwd: folder, stdio: 'ignore' });
  if (existsSync(module)) return module;
  say('Typst could not be fetched from the package registry: its rows are missing.');
  return undefined;
}
