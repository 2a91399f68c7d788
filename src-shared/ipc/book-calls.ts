import { z } from 'zod';
import { Brief, Clarification } from '../domain/brief';
import { EarlierText } from '../domain/earlier-text';
import { Snapshot } from '../domain/snapshot';
import { call, Id, Nothing, OfBook } from './call';

export const BriefView = z.strictObject({
  brief: Brief,
  clarifications: z.array(Clarification),
  earlierSummaries: z.array(EarlierText),
  cover: z.string().nullable(),
});
export type BriefView = z.infer<typeof BriefView>;

/** What can be undone and redone next, in words; `null` when there is nothing. */
export const UndoView = z.strictObject({ undo: z.string().nullable(), redo: z.string().nullable() });
export type UndoView = z.infer<typeof UndoView>;

/** Tabs, cursor and scroll of a book on this machine. */
export const Workplace = z.strictObject({
  screen: z.enum(['brief', 'outline', 'interview', 'write', 'publish']),
  tabs: z.array(Id).max(50),
  activeTab: Id.nullable(),
  places: z.record(Id, z.strictObject({ cursor: z.int().min(0), scrollPx: z.number().min(0) })),
});
export type Workplace = z.infer<typeof Workplace>;

export const SearchHit = z.strictObject({
  chapterId: z.string(),
  /** Which line of the chapter, counted from 0 as `textLines` gives them. */
  line: z.int(),
  before: z.string(),
  match: z.string(),
  after: z.string(),
});
export type SearchHit = z.infer<typeof SearchHit>;

export const bookCalls = {
  /** Opens a book for work; repeating it is harmless. */
  'book.open': call(OfBook, z.strictObject({ title: z.string(), language: z.string() })),
  /** Writes everything out and forgets the book's texts. */
  'book.close': call(OfBook, Nothing),
  'book.undo': call(OfBook, UndoView),
  'book.redo': call(OfBook, UndoView),
  'book.undoState': call(OfBook, UndoView),
  /** Literal search; case and accents are folded. At most `limit` hits. */
  'book.search': call(
    z.strictObject({ bookId: Id, query: z.string().min(1).max(500), limit: z.int().min(1).max(1_000) }),
    z.strictObject({ hits: z.array(SearchHit), total: z.int() }),
  ),
  'book.workplace': call(OfBook, Workplace.nullable()),
  /** Notes a part of it; the rest stays as it was, and places are added to those that are known. */
  'book.rememberWorkplace': call(z.strictObject({ bookId: Id, part: Workplace.partial() }), Nothing),
  /** Asks the author for a picture and makes it the cover; `null` when they changed their mind. */
  'book.chooseCover': call(OfBook, z.strictObject({ cover: z.string() }).nullable()),

  'brief.read': call(OfBook, BriefView),
  'brief.update': call(z.strictObject({ bookId: Id, patch: Brief.partial() }), z.strictObject({ savedAt: z.string() })),
  /** Asks the next batch of clarifying questions; those already asked stay. */
  'brief.askClarifications': call(OfBook, z.array(Clarification)),
  'brief.answerClarification': call(
    z.strictObject({ bookId: Id, id: Id, answer: z.string().max(100_000), state: Clarification.shape.state }),
    z.strictObject({ savedAt: z.string() }),
  ),
  /** Keeps an answer about the book from the co-writer, or gives it back to it. */
  'brief.keepPrivate': call(z.strictObject({ bookId: Id, id: Id, isPrivate: z.boolean() }), Nothing),

  'snapshot.take': call(
    z.strictObject({ bookId: Id, chapterId: Id.nullable(), label: z.string().max(200), reason: Snapshot.shape.reason }),
    Snapshot,
  ),
  'snapshot.list': call(z.strictObject({ bookId: Id, chapterId: Id.nullable() }), z.array(Snapshot)),
  /** The text of one chapter in a snapshot, as paragraphs; both sides of a comparison. */
  'snapshot.compare': call(
    z.strictObject({ bookId: Id, snapshotId: Id, chapterId: Id }),
    z.strictObject({ then: z.array(z.string()), now: z.array(z.string()) }),
  ),
  /** Brings a snapshot back; the present state is kept as a snapshot first. */
  'snapshot.restore': call(z.strictObject({ bookId: Id, snapshotId: Id }), Nothing),
};

/** Which of a book's rooms changed, so that only they are read again. */
export const BookPart = z.enum(['brief', 'outline', 'interview', 'drafts', 'suggestions', 'disclosure', 'cover', 'snapshots', 'undo']);
export type BookPart = z.infer<typeof BookPart>;

export const bookEvents = { 'book.changed': z.strictObject({ bookId: z.string(), parts: z.array(BookPart) }) };
