import { basename } from 'node:path';
import type { ImportPlan, ImportPreview } from '../../src-shared/domain/import-split';
import type { Publish } from '../../src-shared/ipc/contract';
import { fail } from '../failure';
import { JobEnded } from '../worker/run-job';
import type { ImportControl, ImportJobs } from './import-ports';
import type { ReadManuscript } from './read-manuscript';
import type { ManuscriptSource } from './read-source';
import type { StoreBook } from './store-book';

/** Manuscripts between the author's choice and the book: read once, kept until they are stored or put away. */
export type ManuscriptImports = ReturnType<typeof createManuscriptImports>;

/** More manuscripts than one looks at; whoever opens another lets the oldest go. */
const mostWaiting = 4;

type Waiting = { readonly read: Promise<ReadManuscript>; readonly controller: AbortController };

export function createManuscriptImports(deps: {
  readonly jobs: ImportJobs;
  readonly storeBook: StoreBook;
  readonly publish: Publish;
  readonly newId: () => string;
}) {
  const waiting = new Map<string, Waiting>();

  function cancel(importId: string): void {
    waiting.get(importId)?.controller.abort();
    waiting.delete(importId);
  }

  const control = (importId: string, { signal }: AbortController) => ({
    signal,
    report: (progress: number, doing: string) => deps.publish('import.progress', { importId, progress, doing }),
  });

  const find = (importId: string): Waiting => waiting.get(importId) ?? fail({ code: 'not-found', what: 'file', id: importId });

  return {
    /** Begins to read a manuscript and answers at once. */
    begin(source: ManuscriptSource): string {
      const importId = deps.newId();
      const controller = new AbortController();
      const read = readApart(deps.jobs.read, source, control(importId, controller));
      read.catch(() => undefined); // told to whoever asks for the preview
      const oldest = [...waiting.keys()];
      for (const id of oldest.slice(0, Math.max(0, oldest.length - mostWaiting + 1))) cancel(id);
      waiting.set(importId, { read, controller });
      return importId;
    },
    /** Takes a manuscript that was read already. */
    take(read: ReadManuscript): string {
      const importId = deps.newId();
      waiting.set(importId, { read: Promise.resolve(read), controller: new AbortController() });
      return importId;
    },
    preview: async (importId: string): Promise<ImportPreview> => (await find(importId).read).preview,
    /** Makes the book. What was read waits on when that fails, so that the author can try again. */
    async store(importId: string, plan: ImportPlan): Promise<{ bookId: string; notes: readonly string[] }> {
      const { read, controller } = find(importId);
      const { preview, book, original } = await read;
      if (plan.pieces.length !== preview.pieces.length) fail({ code: 'invalid-input', issues: ['pieces: one entry for each is needed'] });
      const seeded = await deps.jobs
        .seed({ book, plan }, control(importId, controller))
        .catch((cause: unknown) => whyEnded(cause, preview.fileName));
      if (controller.signal.aborted) fail({ code: 'cancelled' });
      const bookId = await deps.storeBook(seeded, { title: plan.title, preview, original });
      waiting.delete(importId);
      return { bookId, notes: seeded.notes };
    },
    cancel,
    shutdown(): void {
      for (const importId of [...waiting.keys()]) cancel(importId);
    },
  };
}

/** Reads a manuscript away from the main thread; every way in which that can end without one is an expected failure. */
export function readApart(read: ImportJobs['read'], source: ManuscriptSource, control: ImportControl): Promise<ReadManuscript> {
  const file = source.kind === 'path' ? basename(source.path) : source.fileName;
  return read(source, control).then(
    (result) => (result.ok ? result.value : fail(result.error)),
    (cause: unknown) => whyEnded(cause, file),
  );
}

/** A thread that was ended is an answer about the file, not a fault of the application. */
function whyEnded(cause: unknown, file: string): never {
  if (!(cause instanceof JobEnded)) throw cause;
  if (cause.why === 'cancelled') fail({ code: 'cancelled' });
  return fail({ code: 'manuscript-refused', file, reason: cause.why === 'time' ? 'too-slow' : 'too-large' }, cause);
}
