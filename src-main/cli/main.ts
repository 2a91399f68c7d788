import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findCliFolders } from './cli-folders';
import { runProcess } from './run-process';

const root = join(__dirname, '..', '..');

function readVersion(): string {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
  return manifest.version;
}

const surroundings = { environment: process.env, platform: process.platform, home: homedir() };
void runProcess(process.argv.slice(2), {
  folders: findCliFolders(surroundings, join(root, 'resources')),
  version: readVersion(),
  runtime: `Node ${process.versions.node}`,
  workerFile: join(__dirname, 'worker.js'),
}).then((code) => {
  process.exitCode = code;
});
