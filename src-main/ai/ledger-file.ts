import { dirname } from 'node:path';
import type { Appender, Files } from '../files/files';

/** A line on its way to the disk. Exactly one of the two is called. */
type Waiting = { readonly text: string; readonly written: () => void; readonly failed: (cause: unknown) => void };

/**
 * Appends lines durably, those that wait together in one write. After a failure nothing is known of the file's end, so
 * that the next line replaces the file by `whole`: all the lines there are, those that wait included.
 */
export function createLedgerFile({ files, path, whole }: { files: Files; path: string; whole: () => string }) {
  let appender: Appender | undefined;
  let isSound = false;
  let isBehind = false;
  let isRunning = false;
  let running: Promise<void> = Promise.resolve();
  const waiting: Waiting[] = [];

  async function wayToWrite(): Promise<(bytes: Uint8Array) => Promise<void>> {
    if (isSound) {
      appender ??= await files.openAppender(path);
      return appender.append;
    }
    await files.makeFolder(dirname(path));
    return (bytes) => files.replace(path, bytes);
  }

  async function writeOut(): Promise<void> {
    while (waiting.length > 0) {
      const taken: Waiting[] = [];
      try {
        const write = await wayToWrite();
        // In one step with `whole`, so that no line is written twice.
        taken.push(...waiting.splice(0));
        await write(new TextEncoder().encode(isSound ? taken.map(({ text }) => text).join('') : whole()));
        isSound = true;
        isBehind = false;
        for (const { written } of taken) written();
      } catch (cause) {
        await distrust();
        for (const { failed } of [...taken, ...waiting.splice(0)]) failed(cause);
      }
    }
    isRunning = false;
  }

  async function distrust(): Promise<void> {
    isSound = false;
    isBehind = true;
    const spent = appender;
    appender = undefined;
    await spent?.close().catch(() => undefined); // the first failure is the one to report
  }

  /** Replaces the file by all the lines there are. */
  async function rewrite(): Promise<void> {
    const write = await wayToWrite();
    await write(new TextEncoder().encode(whole()));
    isSound = true;
    isBehind = false;
  }

  return {
    rewrite,
    /** Lets lines follow what is in the file: it was read to its end and is sound. */
    goOn: () => void (isSound = true),
    /** Writes a line, after those before it. */
    write(line: Waiting): void {
      waiting.push(line);
      if (isRunning) return;
      isRunning = true;
      running = writeOut();
    },
    /** Waits for what is on its way, and tries once more what could not be written. */
    async close(): Promise<void> {
      await running;
      if (isBehind) await rewrite();
      const last = appender;
      appender = undefined;
      await last?.close();
    },
  };
}
