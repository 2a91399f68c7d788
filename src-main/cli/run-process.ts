import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { World } from '../compose';
import { createLog } from '../diagnostics/log';
import { createLogFile } from '../diagnostics/log-file';
import { createSettingsFile } from '../settings/settings-file';
import { runCli, type ExitCode } from './run-cli';

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };

/**
 * Runs one command line as this process, on its streams and signals. Answers the exit code once everything written is
 * with the reader; ending the process is the caller's.
 */
export async function runProcess(
  argv: readonly string[],
  { folders, ...program }: Pick<World, 'folders' | 'version' | 'runtime' | 'workerFile'>,
): Promise<ExitCode> {
  const now = () => Date.now();
  const stopping = new AbortController();
  // The first Ctrl+C stops long work and tidies up; a second one ends the process.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());
  // `longhand list | head` closes the pipe early, which is no problem of ours.
  process.stdout.on('error', (cause: NodeJS.ErrnoException) => {
    if (cause.code !== 'EPIPE') throw cause;
  });
  const code = await runCli(argv, {
    ...program,
    folders,
    settingsStore: createSettingsFile(join(folders.user, 'settings.json')),
    log: createLog({ sink: createLogFile(folders.logs), now }),
    platform: platforms[process.platform] ?? 'linux',
    now,
    newId: randomUUID,
    writeOut: (text) => void process.stdout.write(text),
    writeError: (text) => void process.stderr.write(text),
    signal: stopping.signal,
  });
  await Promise.all([drain(process.stdout), drain(process.stderr)]);
  return code;
}

/** Waits for what was written: on Windows a pipe takes its time. A reader that has gone needs nothing more. */
const drain = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve());
  });
