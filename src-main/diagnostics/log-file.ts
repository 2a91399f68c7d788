import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { LogSink } from './log';

const mostFiles = 5;
const largestFileBytes = 5 * 1024 * 1024;

/**
 * Writes lines to `longhand.log` in a folder; full files move to `longhand.1.log` … and the oldest goes.
 * A disk that refuses costs log lines and nothing else.
 */
export function createLogFile(folder: string, { files = mostFiles, fileBytes = largestFileBytes } = {}): LogSink {
  const path = (index: number) => join(folder, index === 0 ? 'longhand.log' : `longhand.${index}.log`);
  let bytes: number | undefined;

  function rotate(): void {
    rmSync(path(files - 1), { force: true });
    for (let index = files - 2; index >= 0; index -= 1) {
      if (statSync(path(index), { throwIfNoEntry: false })) renameSync(path(index), path(index + 1));
    }
    bytes = 0;
  }

  return (line) => {
    const text = `${line}\n`;
    try {
      mkdirSync(folder, { recursive: true });
      bytes ??= statSync(path(0), { throwIfNoEntry: false })?.size ?? 0;
      if (bytes > 0 && bytes + Buffer.byteLength(text) > fileBytes) rotate();
      appendFileSync(path(0), text, { mode: 0o600 });
      bytes += Buffer.byteLength(text);
    } catch {
      bytes = undefined; // There is nowhere left to report this; the next line looks at the disk again.
    }
  };
}
