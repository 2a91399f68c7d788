import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { openManuscript } from '../exporting/read-manuscript';
import { exportBook } from '../exporting/export-book';
import { nodeDisk } from '../files/disk';
import { createFiles } from '../files/files';
import { cleanImage } from '../images/clean-image';
import { seedBook } from '../importing/seed-book';
import type { JobRequest, WorkerMessage } from './jobs';

const controller = new AbortController();
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

async function run(request: JobRequest): Promise<unknown> {
  switch (request.name) {
    case 'export': {
      const { plan, ...options } = request.input;
      const files = createFiles({ disk: nodeDisk, newId: () => randomBytes(8).toString('hex') });
      return exportBook(await openManuscript(files, plan), {
        ...options,
        now: () => new Date().toISOString(),
        signal: controller.signal,
        onProgress: (progress, doing) => say({ kind: 'progress', progress, doing }),
      });
    }
    case 'seedBook':
      return seedBook(request.input.markdown);
    case 'cleanImage':
      return cleanImage(request.input.bytes);
  }
}

// The only order there is: to stop.
parentPort?.on('message', () => controller.abort());
void run(workerData as JobRequest).then((output) => {
  say({ kind: 'done', output });
  parentPort?.close();
});
