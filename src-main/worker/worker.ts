import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { nodeDisk } from '../files/disk';
import { createFiles } from '../files/files';
import type { JobRequest, WorkerMessage } from './jobs';

const controller = new AbortController();
const say = (message: WorkerMessage): void => parentPort?.postMessage(message);

const files = () => createFiles({ disk: nodeDisk, newId: () => randomBytes(8).toString('hex') });

// A job loads what it needs and nothing else: most of the time and memory of a short one would go into the rest.
async function run(request: JobRequest): Promise<unknown> {
  switch (request.name) {
    case 'export': {
      const [{ openManuscript }, { exportBook }] = await Promise.all([import('../exporting/read-manuscript'), import('../exporting/export-book')]);
      const { plan, ...options } = request.input;
      return exportBook(await openManuscript(files(), plan), {
        ...options,
        disk: nodeDisk,
        now: () => new Date().toISOString(),
        signal: controller.signal,
        onProgress: (progress, doing) => say({ kind: 'progress', progress, doing }),
      });
    }
    case 'preflight': {
      const [{ openManuscript }, { checkBook }] = await Promise.all([import('../exporting/read-manuscript'), import('../preflight/check-book')]);
      const { plan, ...options } = request.input;
      return checkBook(await openManuscript(files(), plan), options);
    }
    case 'readManuscript': {
      const { readManuscript } = await import('../importing/read-manuscript');
      return readManuscript(request.input.source);
    }
    case 'seedBook': {
      const { seedBook } = await import('../importing/seed-book');
      return seedBook(request.input, (progress, doing) => say({ kind: 'progress', progress, doing }));
    }
    case 'makeCover': {
      const { makeCover } = await import('../images/make-cover');
      return makeCover(request.input.bytes);
    }
    case 'cleanImage': {
      const { cleanImage } = await import('../images/clean-image');
      return cleanImage(request.input.bytes);
    }
  }
}

// The only order there is: to stop.
parentPort?.on('message', () => controller.abort());
void run(workerData as JobRequest).then((output) => {
  say({ kind: 'done', output });
  parentPort?.close();
});
