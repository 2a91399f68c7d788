import { join } from 'node:path';
import { z } from 'zod';
import { KeptAsk } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';
import type { Files } from '../files/files';
import { openStateFile } from '../files/state-file';
import type { Waiting } from './queue';

/** A failure as it was written here; each code has its own fields. */
const Failure = z.looseObject({ code: z.string() }).transform((failure) => failure as unknown as AppError);

/** `waiting.json` of a library, version 1. It holds what is asked for: no prompt, and no key. */
const WaitingFile = z.object({
  /** Whose it is: a copy of the library is another device, and must not ask for the same again. */
  device: z.string(),
  works: z.array(
    z.object({
      id: z.string(),
      ask: KeptAsk,
      chapterId: z.string().nullable(),
      about: z.string(),
      askedAt: z.string(),
      tries: z.int(),
      stopped: Failure.nullable(),
    }),
  ),
});
type WaitingFile = z.infer<typeof WaitingFile>;

/** Opens what waits in a library, with the way to keep it. Fails as the disk does, and with `library-newer`. */
export async function openWaitingFile(place: {
  readonly files: Files;
  readonly folder: { readonly path: string; readonly device: string; readonly quarantineFolder: string };
  readonly now: () => number;
  readonly onDamaged: () => void;
}): Promise<{ readonly works: readonly Waiting[]; readonly keep: (works: readonly Waiting[]) => Promise<void> }> {
  const { files, folder, now } = place;
  const { device, quarantineFolder } = folder;
  const { db, source } = await openStateFile<WaitingFile>({
    ...{ files, now, quarantineFolder, readOnly: false },
    path: join(folder.path, 'waiting.json'),
    schema: WaitingFile,
    upgrades: [],
    initial: { device, works: [] },
  });
  if (source === 'damaged') place.onDamaged();
  return {
    works: db.data.device === device ? db.data.works : [],
    async keep(works) {
      db.data = { device, works: [...works] };
      await db.write();
    },
  };
}
