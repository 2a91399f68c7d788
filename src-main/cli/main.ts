import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { findCliFolders } from './cli-folders';
import { createCliProgram } from './cli-program';
import { runCli } from './run-cli';

const root = join(__dirname, '..', '..');
const surroundings = { environment: process.env, platform: process.platform, home: homedir() };
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

const program = createCliProgram({
  folders: findCliFolders(surroundings, join(root, 'resources')),
  version: readVersion(),
  runtime: `Node ${process.versions.node}`,
  workerFile: join(__dirname, 'worker.js'),
});

void runCli(process.argv.slice(2), {
  ...program,
  writeOut: (text) => void process.stdout.write(text),
  writeError: (text) => void process.stderr.write(text),
  signal: stopping.signal,
}).then((code) => {
  process.exitCode = code;
});
