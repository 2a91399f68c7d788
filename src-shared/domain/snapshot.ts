import { z } from 'zod';

export const SnapshotReason = z.enum(['by-hand', 'draft', 'import', 'replace', 'merge', 'restore', 'close', 'split', 'suggestions']);
export type SnapshotReason = z.infer<typeof SnapshotReason>;

/** A state of a chapter, or of the whole book when `chapterId` is `null`, that can be brought back. */
export const Snapshot = z.strictObject({
  id: z.string(),
  chapterId: z.string().nullable(),
  label: z.string(),
  reason: SnapshotReason,
  takenAt: z.string(),
  words: z.number().int(),
});
export type Snapshot = z.infer<typeof Snapshot>;
