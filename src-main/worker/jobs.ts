import type { BookPapers } from '../exporting/book-papers';
import type { ManuscriptPlan } from '../exporting/read-manuscript';
import type { KnownOfBook } from '../preflight/check-book';
import type { OutlineNode } from '../../src-shared/domain/outline';
import type { PreflightFinding } from '../../src-shared/domain/preflight';
import type { ExportFormat, ExportReceipt, PageSize } from '../../src-shared/ipc/export-calls';
import type { Result } from '../../src-shared/result';
import type { CleanImage } from '../images/clean-image';
import type { ImportPlan } from '../../src-shared/domain/import-split';
import type { ReadManuscript } from '../importing/read-manuscript';
import type { ManuscriptSource } from '../importing/read-source';
import type { SeededBook } from '../importing/seed-book';

/** Work that takes longer than the main thread may be held up. Each job is plain data, and so is its answer. */
export type Jobs = {
  readonly export: {
    readonly input: {
      plan: ManuscriptPlan; outline: readonly OutlineNode[]; papers?: BookPapers; format: ExportFormat; page: PageSize; file: string; resourcesFolder: string;
    };
    readonly output: Result<ExportReceipt>;
  };
  readonly preflight: {
    readonly input: { plan: ManuscriptPlan; known: KnownOfBook; resourcesFolder: string };
    readonly output: PreflightFinding[];
  };
  readonly makeCover: { readonly input: { bytes: Uint8Array }; readonly output: Result<Uint8Array> };
  readonly readManuscript: { readonly input: { source: ManuscriptSource }; readonly output: Result<ReadManuscript> };
  readonly seedBook: { readonly input: { book: Uint8Array; plan: ImportPlan }; readonly output: SeededBook };
  readonly cleanImage: { readonly input: { bytes: Uint8Array }; readonly output: Result<CleanImage> };
};
export type JobName = keyof Jobs;

/** What a worker is started with. */
export type JobRequest = { [K in JobName]: { readonly name: K; readonly input: Jobs[K]['input'] } }[JobName];

/** What a worker says. */
export type WorkerMessage =
  | { readonly kind: 'progress'; readonly progress: number; readonly doing: string }
  | { readonly kind: 'done'; readonly output: unknown };

/** What a worker is told. */
export type WorkerOrder = { readonly kind: 'cancel' };
