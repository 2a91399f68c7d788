import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { createLog } from '../diagnostics/log';
import { createLogFile } from '../diagnostics/log-file';
import { createSettingsFile } from '../settings/settings-file';
import { findCliFolders } from './cli-folders';
import { runCli } from './run-cli';

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };
const root = join(__dirname, '..', '..');
const folders = findCliFolders({ environment: process.env, platform: process.platform, home: homedir() }, join(root, 'resources'));
const now = () => Date.now();
const stopping = new AbortController();

// The first Ctrl+C stops long work and tidies up; a second one ends the process.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
// `longhand list | head` closes the pipe early, which is no problem of ours.
process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
  if (cause.code !== 'EPIPE') throw cause;
});

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}

void runCli(process.argv.slice(2), {
  folders,
  settingsStore: createSettingsFile(join(folders.user, 'settings.json')),
  log: createLog({ sink: createLogFile(folders.logs), now }),
  version: readVersion(),
  platform: platforms[process.platform] ?? 'linux',
  runtime: `Node ${process.versions.node}`,
  now,
  newId: randomUUID,
  workerFile: join(__dirname, 'worker.js'),
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  signal: stopping.signal,
}).then((code) => {
  process.exitCode = code;
});
