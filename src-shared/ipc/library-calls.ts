import { z } from 'zod';
import { NewBrief } from '../domain/brief';
import { Genre } from '../domain/genre';
import { call, Id, Nothing, OfBook } from './call';

/** A book as the library shows it: kept in `library.json`, so that a shelf of books opens without opening any. */
export const BookSummary = z.strictObject({
  id: z.string(),
  title: z.string(),
  subtitle: z.string(),
  author: z.string(),
  genre: Genre,
  language: z.string(),
  words: z.number().int(),
  chapters: z.number().int(),
  /** Asset id of the cover, or `null`. */
  cover: z.string().nullable(),
  createdAt: z.string(),
  changedAt: z.string(),
  archived: z.boolean(),
  trashedAt: z.string().nullable(),
});
export type BookSummary = z.infer<typeof BookSummary>;

export const LibraryView = z.strictObject({ folder: z.string(), readOnly: z.boolean(), books: z.array(BookSummary) });
export type LibraryView = z.infer<typeof LibraryView>;

/** A manuscript is never larger than this: a hundred long novels. */
export const largestManuscriptBytes = 100 * 1024 * 1024;

export const libraryCalls = {
  'library.list': call(Nothing, LibraryView),
  'library.create': call(NewBrief, z.strictObject({ bookId: z.string() })),
  /** Opens the sample that ships with the application, making it when it is not there yet. */
  'library.openSample': call(Nothing, z.strictObject({ bookId: z.string() })),
  'library.archive': call(z.strictObject({ bookId: Id, archived: z.boolean() }), Nothing),
  'library.trash': call(OfBook, Nothing),
  'library.restore': call(OfBook, Nothing),
  'library.purge': call(OfBook, Nothing),
  /** Asks the author for a folder and opens the library there; `null` when they changed their mind. */
  'library.chooseFolder': call(Nothing, LibraryView.nullable()),
};

export const libraryEvents = { 'library.changed': z.null() };
