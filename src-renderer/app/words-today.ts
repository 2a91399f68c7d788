import type { BookSummary } from '../../src-shared/ipc/library-calls';

/** How many words each book had when this day (or this window) first saw it. */
export type DayStart = { readonly day: string; readonly words: Readonly<Record<string, number>> };

/** The local date as `2026-11-21`. */
export function dayOf(at: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Begins a day, or adds books that were not there in the morning; a book that arrives whole does not count as written. */
export function keepDayStart(start: DayStart | null, day: string, books: readonly BookSummary[]): DayStart {
  const known = start?.day === day ? start.words : {};
  const fresh = books.filter((book) => known[book.id] === undefined).map((book) => [book.id, book.words] as const);
  return fresh.length === 0 && start?.day === day ? start : { day, words: { ...known, ...Object.fromEntries(fresh) } };
}

/** Words added since the day began, over all books; a book that shrank takes nothing from another. */
export function wordsToday(start: DayStart, books: readonly BookSummary[]): number {
  return books.reduce((sum, book) => sum + Math.max(0, book.words - (start.words[book.id] ?? book.words)), 0);
}

/** Reads what was remembered of a day, or `null`. */
export function asDayStart(raw: unknown): DayStart | null {
  if (typeof raw !== 'object' || raw === null || !('day' in raw) || !('words' in raw)) return null;
  const { day, words } = raw;
  if (typeof day !== 'string' || typeof words !== 'object' || words === null) return null;
  const counts = Object.entries(words).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
  return { day, words: Object.fromEntries(counts) };
}
