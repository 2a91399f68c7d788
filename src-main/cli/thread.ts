import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { createCliProgram } from './cli-program';
import { exitCodes, runCli } from './run-cli';
import type { ThreadOrder } from './run-in-thread';

const { argv, done, ...program } = workerData as ThreadOrder;
const state = new Int32Array(done);
let code: number = exitCodes.problem;

// Also when the thread ends by a mistake: the program waits for nothing else.
process.once('exit', () => {
  Atomics.store(state, 1, code);
  Atomics.store(state, 0, 1);
  Atomics.notify(state, 0);
});

/** The streams of a thread go through the waiting program: this writes past it. */
function write(descriptor: 1 | 2, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length;) {
    try {
      at += writeSync(descriptor, bytes, at);
    } catch (cause) {
      const reason = (cause as NodeJS.ErrnoException).code;
      // A reader that takes its time is waited for; one that has gone, as `head` does, is no problem.
      if (reason === 'EPIPE') return;
      if (reason !== 'EAGAIN') throw cause;
    }
  }
}

void runCli(argv, {
  ...createCliProgram(program),
  writeOut: (text) => write(1, text),
  writeError: (text) => write(2, text),
}).then((result) => {
  code = result;
  // What else runs in this thread, such as an idle worker, is not waited for.
  process.exit();
});
