import { z } from 'zod';
import { Bytes, call, Id, Nothing, OfChapter } from './call';

/** The most that one update from the editor may weigh: a 100 MB paste is refused before it is copied. */
export const largestUpdateBytes = 24 * 1024 * 1024;

/** Words that another device typed into a passage which this one had moved or removed; nothing is lost, it waits for a place. */
export const Arrival = z.strictObject({ id: z.string(), text: z.string(), device: z.string() });
export type Arrival = z.infer<typeof Arrival>;

export const OpenText = z.strictObject({
  textId: z.string(),
  /** The whole chapter as one Yjs update for the fragment `prosemirror`. */
  update: Bytes,
  arrivals: z.array(Arrival),
  words: z.int(),
});
export type OpenText = z.infer<typeof OpenText>;

export const StoredImage = z.strictObject({ assetId: z.string(), widthPx: z.int(), heightPx: z.int() });
export type StoredImage = z.infer<typeof StoredImage>;

export const textCalls = {
  'text.open': call(OfChapter, OpenText),
  /** Answers once the update is on disk. `words` is the chapter's count as the editor knows it. */
  'text.append': call(
    z.strictObject({
      bookId: Id,
      textId: Id,
      update: Bytes.refine((bytes) => bytes.byteLength <= largestUpdateBytes, 'update too large'),
      words: z.int().min(0),
      /** How many words of the author's own (typed or pasted) this update adds, below 0 when it takes some away. */
      written: z.int().optional(),
    }),
    z.strictObject({ savedAt: z.string() }),
  ),
  'text.close': call(z.strictObject({ bookId: Id, textId: Id }), Nothing),
  /** Marks arrivals as dealt with, after the author has placed or dismissed them. */
  'text.settleArrivals': call(z.strictObject({ bookId: Id, chapterId: Id, ids: z.array(Id) }), Nothing),
  'image.add': call(
    z.strictObject({ bookId: Id, bytes: Bytes.refine((bytes) => bytes.byteLength <= 20_971_520, 'image too large') }),
    StoredImage,
  ),
  /** Asks the author for a picture; `null` when they changed their mind. */
  /** The bytes of a picture of the book, for what is drawn with it. */
  'image.read': call(z.strictObject({ bookId: Id, assetId: Id }), z.strictObject({ bytes: Bytes })),
  'image.choose': call(z.strictObject({ bookId: Id }), StoredImage.nullable()),
};

export const textEvents = {
  /** A text changed outside the editor (restore, merge): apply the update to the open document. */
  'text.changed': z.strictObject({ bookId: z.string(), chapterId: z.string(), textId: z.string(), update: Bytes }),
  /** The chapter now has another text (split, joined, taken back): open it anew. */
  'text.replaced': z.strictObject({ bookId: z.string(), chapterId: z.string() }),
};
