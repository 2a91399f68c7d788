import { dirname } from 'node:path';
import type { AppError } from '../../src-shared/result';
import { AppFailure } from '../failure';
import type { Files } from '../files/files';
import { acquireLock } from '../files/lock';

/**
 * Makes one process at a time the writer of a ledger: two would each count only what they wrote themselves, and together
 * spend more than the author allows. A process that ended without a word loses it.
 */
export function createLedgerLock({ files, path }: { readonly files: Files; readonly path: string }) {
  let held: { readonly release: () => Promise<void> } | undefined;
  let refusal: AppError = { code: 'ai-elsewhere' };

  return {
    isHeld: (): boolean => held !== undefined,
    /** Why it is not held. */
    refusal: (): AppError => refusal,
    /** Tries to get it. Never fails: who only reads needs none. */
    async acquire(): Promise<void> {
      const folder = dirname(path);
      try {
        await files.makeFolder(folder);
        held = await acquireLock(files, `${path}.lock`, folder);
      } catch (cause) {
        if (!(cause instanceof AppFailure)) throw cause;
        refusal = cause.error.code === 'library-in-use' ? { code: 'ai-elsewhere' } : cause.error;
      }
    },
    async release(): Promise<void> {
      const last = held;
      held = undefined;
      await last?.release();
    },
  };
}
