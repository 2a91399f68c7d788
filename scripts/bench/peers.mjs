/** The programs that the application is measured against. What cannot be installed is named once and skipped. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const wanted = [{ command: 'pandoc', package: 'pandoc' }];

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
