import { familyOf, type Genre, type GenreFamily } from '../../src-shared/domain/genre';
import { hasText, unplaced, type OutlineNode } from '../../src-shared/domain/outline';
import type { Stage } from '../../src-shared/domain/pack';
import type { Book } from '../book/book';
import { outlineOf } from '../book/outline-tree';
import { collections, type RecordOf } from '../book/records';
import { fail } from '../failure';

/** A place in the book, as far as questions depend on it. */
export type ChapterContext = {
  readonly chapterId: string;
  readonly title: string;
  readonly description: string;
  readonly sections: readonly string[];
  readonly stage: Exclude<Stage, 'any'>;
  readonly genre: Genre;
  readonly family: GenreFamily;
  readonly language: string;
  /** What the book is about: title, summary and what the author answered about it. */
  readonly about: string;
};

/** The book's own record, with defaults before anything was written. */
export function bookRecord(book: Book): RecordOf<'book'> {
  return book.state.one('book', 'book') ?? { ...collections.book.parse({}), id: 'book' };
}

/** Where a chapter stands: the first quarter of the body opens the book, the last one ends it. */
export function stageOf(index: number, chapters: number): Exclude<Stage, 'any'> {
  if (index < chapters / 4) return 'opening';
  return index + 1 > (chapters * 3) / 4 ? 'ending' : 'middle';
}

function stageOfNode(node: OutlineNode, nodes: readonly OutlineNode[]): Exclude<Stage, 'any'> {
  if (node.kind === 'front') return 'opening';
  if (node.kind === 'back') return 'ending';
  if (node.parentId === unplaced) return 'middle';
  const body = nodes.filter(({ kind, parentId }) => kind === 'chapter' && parentId !== unplaced);
  return stageOf(
    body.findIndex(({ id }) => id === node.id),
    body.length,
  );
}

/** Reads the context of a chapter; `not-found` when there is no such chapter. */
export function chapterContext(book: Book, chapterId: string): ChapterContext {
  const { nodes } = outlineOf(book);
  const node = nodes.find(({ id, kind }) => id === chapterId && hasText(kind));
  if (!node) return fail({ code: 'not-found', what: 'chapter', id: chapterId });
  const brief = bookRecord(book);
  const clarified = [...book.state.all('clarifications').values()].map(({ answer }) => answer);
  return {
    chapterId,
    title: node.title,
    description: node.description,
    sections: nodes.filter(({ parentId }) => parentId === chapterId).map(({ title }) => title),
    stage: stageOfNode(node, nodes),
    genre: brief.genre,
    family: familyOf(brief.genre),
    language: brief.language,
    about: [brief.title, brief.subtitle, brief.summary, ...clarified].join('\n'),
  };
}
