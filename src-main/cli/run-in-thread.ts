import { Worker } from 'node:worker_threads';
import type { CliProgram } from './cli-program';

/** What the thread is told, and where it tells that it is done: [1 when done, exit code]. */
export type ThreadOrder = CliProgram & { readonly argv: readonly string[]; readonly done: SharedArrayBuffer };

/**
 * Runs one command line in a thread and waits for it, blocking this one. So the desktop application can run it before
 * it has begun to look for a display, which a server does not have. Answers the exit code.
 */
export function runInThread(threadFile: string, order: Omit<ThreadOrder, 'done'>): number {
  const done = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
  const state = new Int32Array(done);
  new Worker(threadFile, { workerData: { ...order, done } satisfies ThreadOrder });
  Atomics.wait(state, 0, 0);
  return Atomics.load(state, 1);
}
