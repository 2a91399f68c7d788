import { genreName } from '../../src-shared/domain/genre';
import { fence, visibleText, withoutFence, type Material } from '../ai/material';
import type { Book } from '../book/book';
import { collections, type RecordOf } from '../book/records';

/** What every prompt says of the book. */
export type BookFacts = {
  readonly title: string;
  readonly genre: string;
  readonly audience: string;
  readonly language: string;
};

/** A text that stands in the instructions rather than in a fence: one line, without hidden characters and fences. */
export const oneLine = (text: string): string =>
  withoutFence(visibleText(text)).replace(/\s+/gu, ' ').trim().slice(0, 1_000);

/** The beginning of a text, cut between words. */
export const beginningOf = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most).replace(/\s+\S*$/u, '')} …`;

const languageNames = new Intl.DisplayNames('en', { type: 'language' });

/** The book’s own record, with defaults before anything was written. */
const recordOf = (book: Book): RecordOf<'book'> =>
  book.state.one('book', 'book') ?? { ...collections.book.parse({}), id: 'book' };

/** The language tag of a book. */
export const languageOf = (book: Book): string => recordOf(book).language;

/** Facts that the author chose from lists, and the title: they stand in the instructions, so they are one line each. */
export function bookFacts(book: Book): BookFacts {
  const { title, genre, audience, language } = recordOf(book);
  return {
    title: oneLine(title),
    genre: genreName(genre),
    audience,
    language: languageNames.of(language) ?? language,
  };
}

/** The summary and what the author answered about the book, as material. */
export function aboutBook(book: Book): Material[] {
  const { summary } = recordOf(book);
  const clarified = [...book.state.all('clarifications').values()]
    .filter((one) => one.state === 'answered' && !one.private && one.answer.trim() !== '')
    .sort((a, b) => (a.order < b.order ? -1 : 1))
    .map(({ question, answer }, index) => ({
      name: `C${index + 1}`,
      kind: 'about the book',
      text: `${question}\n${answer}`,
    }));
  return [...(summary.trim() === '' ? [] : [{ name: 'S', kind: 'summary', text: summary }]), ...clarified];
}

/** Material as a part of a prompt; says so when there is none. */
export const fenced = (material: readonly Material[]): string =>
  material.length === 0 ? '(nothing yet)' : fence(material);
