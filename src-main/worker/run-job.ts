import { Worker, type ResourceLimits } from 'node:worker_threads';
import type { JobName, Jobs, WorkerMessage, WorkerOrder } from './jobs';

export type RunJob = <K extends JobName>(
  name: K,
  input: Jobs[K]['input'],
  control?: { readonly report?: (progress: number, doing: string) => void; readonly signal?: AbortSignal },
) => Promise<Jobs[K]['output']>;

/** How long a cancelled worker may take to tidy up before it is ended. */
const tidyUpMs = 1_000;
/**
 * A worker that wants more has gone wrong: the job fails, the application lives. An export holds a chapter at a time;
 * with little room for what is young its garbage does not pile up, however long the book. The lines of a printed page
 * live a little longer than the rest.
 */
const limits: { readonly [K in JobName]: (input: Jobs[K]['input']) => ResourceLimits } = {
  export: ({ format }) => ({ maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: format === 'pdf' ? 16 : 8 }),
  seedBook: () => ({ maxOldGenerationSizeMb: 1_536 }),
  cleanImage: () => ({ maxOldGenerationSizeMb: 1_536 }),
};

/** Runs each job in a thread of its own. A crash of the thread rejects the job's promise and harms nothing else. */
export function createJobRunner({ workerFile }: { readonly workerFile: string }): RunJob {
  return (name, input, { report, signal } = {}) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, {
        workerData: { name, input },
        resourceLimits: limits[name](input),
      });
      let lastResort: NodeJS.Timeout | undefined;
      const cancel = () => {
        worker.postMessage({ kind: 'cancel' } satisfies WorkerOrder);
        lastResort = setTimeout(() => void worker.terminate(), tidyUpMs);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      if (signal?.aborted === true) cancel();
      worker.on('message', (message: WorkerMessage) => {
        if (message.kind === 'progress') report?.(message.progress, message.doing);
        // The worker's output is typed by the job's name on its side.
        else resolve(message.output as Jobs[typeof name]['output']);
      });
      worker.once('error', reject);
      worker.once('exit', () => {
        clearTimeout(lastResort);
        signal?.removeEventListener('abort', cancel);
        reject(new Error(`The worker for ${name} ended without an answer.`)); // no effect after an answer
      });
    });
}
