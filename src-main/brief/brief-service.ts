import type { Brief, Clarification } from '../../src-shared/domain/brief';
import type { Genre } from '../../src-shared/domain/genre';
import type { Pack } from '../../src-shared/domain/pack';
import type { Handlers } from '../../src-shared/ipc/contract';
import { ok } from '../../src-shared/result';
import type { Book, Transaction } from '../book/book';
import { stampTime } from '../book/clock';
import { collections, type RecordOf } from '../book/records';
import { fail } from '../failure';
import { addClarifications } from './add-clarifications';
import { nextClarifications, speaksOf } from './ask-clarifications';
import { earlierTexts, isFromElsewhere } from '../book/earlier-texts';
import { isWorthKeeping, type EarlierText } from '../../src-shared/domain/earlier-text';

/** The calls of the brief. */
export type BriefService = Pick<Handlers, Extract<keyof Handlers, `brief.${string}`>>;

/** Fields that are chosen; the others are typed. */
const choices: ReadonlySet<string> = new Set(['genre', 'audience', 'language'] satisfies (keyof Brief)[]);

/** An earlier summary is kept from this share of loss on, whatever its age. */
const largeShare = 0.2;

function bookRecord(book: Book): RecordOf<'book'> {
  return book.state.one('book', 'book') ?? { ...collections.book.parse({}), id: 'book' };
}

function briefOf(book: Book): Brief {
  const { title, subtitle, author, genre, audience, language, summary, description } = bookRecord(book);
  return { title, subtitle, author, genre, audience, language, summary, description };
}

const shownOf = ({ id, question, why, answer, state, private: isPrivate }: RecordOf<'clarifications'>) => ({
  ...{ id, question, why, answer, state },
  ...(isPrivate ? { isPrivate } : {}),
});

function clarificationsOf(book: Book): Clarification[] {
  const key = ({ order, id }: { order: string; id: string }): string => `${order} ${id}`;
  return [...book.state.all('clarifications').values()]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map((record) => ({
      ...shownOf(record),
      earlier: earlierTexts(book, { collection: 'clarifications', id: record.id, present: record.answer }),
    }));
}

function earlierSummaries(book: Book): EarlierText[] {
  const kept = [...book.state.all('summaries').values()].map(({ id, text, savedAt }) => ({
    ...{ text, savedAt },
    stamp: book.state.stampOf('summaries', id, 'text'),
  }));
  return earlierTexts(book, { collection: 'book', id: 'book', present: bookRecord(book).summary }, kept);
}

/** What a book is about, in the author's words, and the questions that help to say it. Autosaved: no version is lost. */
export function createBriefService(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  readonly packFor: (genre: Genre, language: string) => Promise<Pack>;
  /** The words of substance in a text. */
  readonly tokensOf: (text: string, language: string) => ReadonlySet<string>;
  readonly newId: () => string;
  readonly now: () => number;
}): BriefService {
  const { openBook, newId, now } = deps;

  function keepSummary(book: Book, tx: Transaction, after: string): void {
    if (isFromElsewhere(book, 'book', 'book', 'summary')) return;
    const { summary: before, createdAt } = bookRecord(book);
    const stamp = book.state.stampOf('book', 'book', 'summary');
    const earlier = earlierSummaries(book);
    const kept = earlier[0]?.savedAt ?? createdAt;
    const times = {
      savedAtMs: stamp === '' ? 0 : stampTime(stamp),
      keptAtMs: kept === '' ? 0 : Date.parse(kept),
      nowMs: now(),
    };
    // A summary that is brought back leaves the present one among the earlier ones, however little differs.
    const isBroughtBack = before.trim() !== '' && earlier.some(({ text }) => text === after);
    if (!isBroughtBack && !isWorthKeeping({ before, after, ...times }, largeShare)) return;
    tx.set('summaries', newId(), { text: before, savedAt: new Date(times.savedAtMs).toISOString() });
  }

  return {
    async 'brief.read'({ bookId }) {
      const { book } = await openBook(bookId);
      return ok({
        brief: briefOf(book),
        clarifications: clarificationsOf(book),
        earlierSummaries: earlierSummaries(book),
        cover: bookRecord(book).cover,
      });
    },

    async 'brief.update'({ bookId, patch }) {
      const { book } = await openBook(bookId);
      // What is typed has its own undo in the field; a choice is a step of the book. Undone, it takes no words along.
      for (const undoable of [false, true]) {
        await book.change(
          'Change the brief',
          (tx) => {
            const changed = Object.entries(changedFields(briefOf(book), patch)).filter(([field]) => choices.has(field) === undoable);
            if (changed.length === 0) return;
            const fields: Partial<Brief> = Object.fromEntries(changed);
            if (fields.summary !== undefined) keepSummary(book, tx, fields.summary);
            tx.set('book', 'book', fields);
          },
          { undoable },
        );
      }
      return ok({ savedAt: new Date(now()).toISOString() });
    },

    async 'brief.askClarifications'({ bookId }) {
      const { book } = await openBook(bookId);
      const brief = briefOf(book);
      const pack = await deps.packFor(brief.genre, brief.language);
      await book.change(
        'Ask about the book',
        (tx) => {
          const asked = clarificationsOf(book);
          const said = [
            brief.title,
            brief.subtitle,
            brief.summary,
            brief.description,
            ...asked.map(({ answer }) => answer),
          ].join('\n');
          const tokens = (text: string) => deps.tokensOf(text, brief.language);
          const next = nextClarifications(pack, new Set(asked.map(({ id }) => id)), speaksOf(tokens(said), tokens));
          addClarifications(book, tx, next);
        },
        { undoable: false },
      );
      return ok(clarificationsOf(book));
    },

    async 'brief.keepPrivate'({ bookId, id, isPrivate }) {
      const { book } = await openBook(bookId);
      await book.change(isPrivate ? 'Keep an answer from the co-writer' : 'Give an answer to the co-writer', (tx) => {
        const known = book.state.one('clarifications', id) ?? fail({ code: 'not-found', what: 'clarification', id });
        if (known.private !== isPrivate) tx.set('clarifications', id, { private: isPrivate });
      });
      return ok(null);
    },

    async 'brief.answerClarification'({ bookId, id, answer, state }) {
      const { book } = await openBook(bookId);
      await book.change(
        'Answer about the book',
        (tx) => {
          const known = book.state.one('clarifications', id) ?? fail({ code: 'not-found', what: 'clarification', id });
          if (known.answer === answer && known.state === state) return;
          tx.set('clarifications', id, { answer, state });
        },
        { undoable: false },
      );
      return ok({ savedAt: new Date(now()).toISOString() });
    },
  };
}

type Patch = { readonly [K in keyof Brief]?: Brief[K] | undefined };

function changedFields(present: Brief, patch: Patch): Partial<Brief> {
  const before: Readonly<Record<string, unknown>> = present;
  return Object.fromEntries(
    Object.entries(patch).filter(([field, value]) => value !== undefined && before[field] !== value),
  );
}
