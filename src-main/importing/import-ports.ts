import type { ImportPlan } from '../../src-shared/domain/import-split';
import type { Result } from '../../src-shared/result';
import type { ReadManuscript } from './read-manuscript';
import type { ManuscriptSource } from './read-source';
import type { SeededBook } from './seed-book';

/** Hears how far work is, and tells it to stop. */
export type ImportControl = { readonly report?: (progress: number, doing: string) => void; readonly signal?: AbortSignal };

/** The parts of an import that take their time: they run away from the main thread. */
export type ImportJobs = {
  readonly read: (source: ManuscriptSource, control: ImportControl) => Promise<Result<ReadManuscript>>;
  readonly seed: (input: { readonly book: Uint8Array; readonly plan: ImportPlan }, control: ImportControl) => Promise<SeededBook>;
};
