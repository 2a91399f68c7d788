import { z } from 'zod';
import type { Files } from '../files/files';
import { openStateFile } from '../files/state-file';
import type { HistoryResets } from './history';

const Resets = z.strictObject({ resetAt: z.record(z.string(), z.string()) });

/** Keeps in one small file of this machine when each book's interview history was begun anew. */
export function createHistoryResets(place: {
  readonly files: Files;
  readonly path: string;
  readonly quarantineFolder: string;
  readonly now: () => number;
}): HistoryResets {
  const open = () =>
    openStateFile({ ...place, schema: Resets, upgrades: [], initial: { resetAt: {} }, readOnly: false });
  return {
    async read(bookId) {
      const { db } = await open();
      return db.data.resetAt[bookId] ?? null;
    },
    async write(bookId, at) {
      const { db } = await open();
      await db.update((data) => {
        data.resetAt[bookId] = at;
      });
    },
  };
}
