import { z } from 'zod';

/** One line of the contract: what a call takes and what it answers. */
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O) => ({ input, output });

/** Bytes as they cross every transport. */
export const Bytes = z.instanceof(Uint8Array<ArrayBufferLike>);

export const Id = z.string().min(1).max(64).regex(/^[A-Za-z0-9_-]+$/, 'not an id');
export const Nothing = z.null();
export const OfBook = z.strictObject({ bookId: Id });
export const OfChapter = z.strictObject({ bookId: Id, chapterId: Id });
export const OfNode = z.strictObject({ bookId: Id, nodeId: Id });
