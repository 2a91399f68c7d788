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
  preflight: () => ({ maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 8 }),
  readManuscript: () => ({ maxOldGenerationSizeMb: 1_536 }),
  makeCover: () => ({ maxOldGenerationSizeMb: 512 }),
  seedBook: () => ({ maxOldGenerationSizeMb: 1_536 }),
  cleanImage: () => ({ maxOldGenerationSizeMb: 1_536 }),
};

/** A job that takes longer has met a file that was made to hold it up. */
const longestMs: Partial<Readonly<Record<JobName, number>>> = { readManuscript: 120_000 };

/** A job that was ended from outside: it took too long, wanted too much memory, or the author said so. */
export class JobEnded extends Error {
  override readonly name = 'JobEnded';
  readonly why: 'time' | 'memory' | 'cancelled';
  constructor(why: JobEnded['why'], cause?: unknown) {
    super(`The worker was ended: ${why}.`, { cause });
    this.why = why;
  }
}

const isOutOfMemory = (cause: Error): boolean => 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Runs each job in a thread of its own. A crash of the thread rejects the job's promise and harms nothing else. */
export function createJobRunner({ workerFile, longest = longestMs }: { readonly workerFile: string; readonly longest?: typeof longestMs }): RunJob {
  return (name, input, { report, signal } = {}) =>
    new Promise((resolve, reject) => {
      const worker = new Worker(workerFile, {
        workerData: { name, input },
        resourceLimits: limits[name](input),
      });
      let lastResort: NodeJS.Timeout | undefined;
      const patience = longest[name];
      const tooLong = patience === undefined ? undefined : setTimeout(() => {
        reject(new JobEnded('time'));
        void worker.terminate();
      }, patience);
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
      worker.once('error', (cause: Error) => reject(isOutOfMemory(cause) ? new JobEnded('memory', cause) : cause));
      worker.once('exit', () => {
        clearTimeout(lastResort);
        clearTimeout(tooLong);
        if (signal?.aborted === true) reject(new JobEnded('cancelled')); // no effect after an answer
        signal?.removeEventListener('abort', cancel);
        reject(new Error(`The worker for ${name} ended without an answer.`)); // no effect after an answer
      });
    });
}
