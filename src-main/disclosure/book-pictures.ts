import type { DocumentNode } from '../../src-shared/text/document';
import type { Book } from '../book/book';
import { readingOrder } from '../book/outline-tree';
import { createPace } from '../book/pace';
import type { RecordOf } from '../book/records';

/** The pictures that the book shows, on its cover and in its chapters, as far as a model made them here. */
export async function modelPictures(book: Book): Promise<readonly RecordOf<'pictures'>[]> {
  const made = book.state.all('pictures');
  if (made.size === 0) return [];
  const shown = new Set([coverPicture(book)]);
  const pace = createPace();
  for (const { id } of readingOrder(book)) {
    addFigures(await book.texts.document(book.liveText(id)), shown);
    await pace();
  }
  return [...made.values()].filter(({ id }) => shown.has(id));
}

/** The picture on the cover that the book wears: the cover itself, or what it was made with. */
function coverPicture(book: Book): string | null {
  const cover = book.state.one('book', 'book')?.cover ?? null;
  const design = book.state.one('covers', 'book');
  return design && cover !== null && design.madeId === cover ? design.madeWith : cover;
}

function addFigures({ type, attrs, content = [] }: DocumentNode, shown: Set<unknown>): void {
  if (type === 'figure') shown.add(attrs?.['assetId']);
  for (const node of content) addFigures(node, shown);
}
