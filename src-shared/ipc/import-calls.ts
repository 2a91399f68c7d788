import { z } from 'zod';
import { ImportPlan, ImportPreview, ManuscriptFormat } from '../domain/import-split';
import { Bytes, call, Id, Nothing, OfBook } from './call';
import { largestManuscriptBytes } from './library-calls';

const Started = z.strictObject({ importId: z.string(), fileName: z.string() });
const OfImport = z.strictObject({ importId: Id });
const FileName = z.string().min(1).max(255);
const DroppedBytes = Bytes.refine((bytes) => bytes.byteLength <= largestManuscriptBytes, 'manuscript too large');

/** A manuscript that was made a book of, as it came. */
export const KeptManuscript = z.strictObject({
  id: z.string(),
  fileName: z.string(),
  format: ManuscriptFormat,
  importedAt: z.string(),
  notes: z.array(z.string()),
});
export type KeptManuscript = z.infer<typeof KeptManuscript>;

export const importCalls = {
  /** Asks the author for a manuscript and begins to read it; `null` when they changed their mind. */
  'import.choose': call(Nothing, Started.nullable()),
  /** Begins to read what was dropped on the window: a file, or the files of a folder. */
  'import.drop': call(
    z.union([
      z.strictObject({ fileName: FileName, bytes: DroppedBytes }),
      z.strictObject({
        fileName: FileName,
        files: z.array(z.strictObject({ path: z.string().min(1).max(1_000), bytes: DroppedBytes })).min(1).max(20_000),
      }),
    ]),
    Started,
  ),
  /** What the file would become; answers once it is read. Nothing is written. */
  'import.preview': call(OfImport, ImportPreview),
  /** Makes a book of it as the author wants it cut, in one step, and keeps the file as it came. */
  'import.store': call(
    z.strictObject({ importId: Id, plan: ImportPlan }),
    z.strictObject({ bookId: z.string(), notes: z.array(z.string()) }),
  ),
  /** Stops reading, or puts what was read away. */
  'import.cancel': call(OfImport, Nothing),
  /** The manuscripts that a book was made of. */
  'import.kept': call(OfBook, z.array(KeptManuscript)),
  /** Asks the author where to, and writes the file there as it came; `null` when they changed their mind. */
  'import.saveOriginal': call(z.strictObject({ bookId: Id, id: Id }), z.strictObject({ file: z.string() }).nullable()),
};

export const importEvents = {
  'import.progress': z.strictObject({ importId: z.string(), progress: z.number(), doing: z.string() }),
};
