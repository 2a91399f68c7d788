import { dayOf } from '../../src-shared/domain/day';

/** Whom a charge is for, and when the call began. */
type Charged = { readonly bookId: string | null; readonly at: string };

/** Money in millionths of a dollar, for a book, a day and a month of this machine's clock. */
export type Spent = { readonly book: number; readonly day: number; readonly month: number };

/** Sums of what is charged. Whole numbers, so that they are exact. */
export function createTotals() {
  const books = new Map<string, number>();
  const times = new Map<string, number>();
  let all = 0;
  let lost = 0;

  const add = (to: Map<string, number>, key: string, microUsd: number): void =>
    void to.set(key, (to.get(key) ?? 0) + microUsd);

  function addTimes(at: string, microUsd: number): void {
    const day = dayOf(Date.parse(at));
    all += microUsd;
    add(times, day, microUsd);
    add(times, day.slice(0, 7), microUsd);
  }

  return {
    /** Everything that was ever charged. */
    all: (): number => all,
    /** Charges a call, or takes a part of its charge back (below 0). */
    charge({ bookId, at }: Charged, microUsd: number): void {
      addTimes(at, microUsd);
      if (bookId !== null) add(books, bookId, microUsd);
    },
    /** Charges what nobody can say the book of: to each of them, because none may be counted too low. */
    lose(at: string, microUsd: number): void {
      addTimes(at, microUsd);
      lost += microUsd;
    },
    of({ bookId, at }: Charged): Spent {
      const day = dayOf(Date.parse(at));
      return {
        book: bookId === null ? 0 : (books.get(bookId) ?? 0) + lost,
        day: times.get(day) ?? 0,
        month: times.get(day.slice(0, 7)) ?? 0,
      };
    },
  };
}
