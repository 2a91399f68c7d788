import { z } from 'zod';
import { CoverDesign, CoverPicture, coverSize, longestCoverIdea } from '../domain/cover';
import { Bytes, call, Id, Nothing, OfBook } from './call';

/** A picture that a model made for this book. It is on no cover until the author takes it. */
export const ModelPicture = z.strictObject({
  assetId: z.string(),
  model: z.string(),
  /** What was asked for. */
  idea: z.string(),
  createdAt: z.string(),
});
export type ModelPicture = z.infer<typeof ModelPicture>;

export const CoverView = z.strictObject({
  design: CoverDesign,
  /** The author’s idea for a picture. */
  idea: z.string(),
  /** The cover that the book wears, or `null`. */
  cover: z.string().nullable(),
  /** It was made here from the design, and from which picture. */
  made: z.strictObject({ pictureId: z.string().nullable() }).nullable(),
  /** Newest first. */
  pictures: z.array(ModelPicture),
});
export type CoverView = z.infer<typeof CoverView>;

/** The most that a drawn cover can weigh: all its pixels, as they are. */
export const largestDrawnBytes = coverSize.widthPx * coverSize.heightPx * 4;

/** A drawn cover as it comes from the page: a PNG of exactly 1,600 × 2,560 pixels, which the worker checks. */
const Drawn = Bytes.refine(
  (bytes) => bytes.byteLength <= largestDrawnBytes,
  'image too large',
);

export const coverCalls = {
  'cover.read': call(OfBook, CoverView),
  'cover.change': call(
    z.strictObject({
      bookId: Id,
      patch: CoverDesign.partial().extend({ idea: z.string().max(longestCoverIdea).optional() }),
    }),
    Nothing,
  ),
  /** Asks the author for a picture and gives it to the design; `null` when they changed their mind. */
  'cover.choosePicture': call(OfBook, CoverPicture.nullable()),
  /** Makes a drawn cover the book’s. */
  'cover.use': call(
    z.strictObject({ bookId: Id, bytes: Drawn }),
    z.strictObject({ cover: z.string(), bytes: z.int() }),
  ),
  /** Asks the author where to, and writes a drawn cover as a JPEG; `null` when they changed their mind. */
  'cover.save': call(
    z.strictObject({ bookId: Id, bytes: Drawn }),
    z.strictObject({ file: z.string(), bytes: z.int() }).nullable(),
  ),
};
