import { unplaced, type ProposedChapter } from '../../src-shared/domain/outline';
import type { Book, Transaction } from '../book/book';
import { childrenOf, outlineOf } from '../book/outline-tree';
import { keysAfter } from './order';

/**
 * Takes chapters of a proposal into the outline. A proposed chapter that continues a present one gives it title and
 * place and leaves its text alone; with `replace`, present chapters that none continues move to Unplaced, text and all.
 */
export function acceptProposal(plan: {
  readonly book: Book;
  readonly tx: Transaction;
  readonly chapters: readonly ProposedChapter[];
  readonly mode: 'add' | 'replace';
  readonly newId: () => string;
}): void {
  const { book, tx, chapters, mode, newId } = plan;
  const children = childrenOf(book);
  const present = outlineOf(book).nodes.filter((node) => node.kind === 'chapter' && node.parentId !== unplaced);
  const continued = new Set(chapters.flatMap(({ continues }) => (continues === null ? [] : [continues])));
  const lastOrder = (parent: string | null) => children.get(parent)?.filter((node) => node.kind !== 'front' && node.kind !== 'back').at(-1)?.order ?? null;

  if (mode === 'replace') {
    const leaving = present.filter((node) => !continued.has(node.id));
    const keys = keysAfter(lastOrder(unplaced), leaving.length);
    leaving.forEach((node, index) => tx.set('nodes', node.id, { parentId: unplaced, order: keys[index] ?? '' }));
  }
  const orders = keysAfter(lastOrder(null), chapters.length);
  chapters.forEach((chapter, index) => {
    const known = chapter.continues === null ? undefined : book.state.one('nodes', chapter.continues);
    const chapterId = known?.id ?? newId();
    const order = orders[index] ?? '';
    if (known) {
      tx.set('nodes', chapterId, { title: chapter.title, description: chapter.description, ...(mode === 'replace' ? { parentId: null, order } : {}) });
    } else {
      tx.set('nodes', chapterId, {
        kind: 'chapter', matter: null, parentId: null, order, title: chapter.title, description: chapter.description, status: 'draft', trashedAt: null,
      });
      tx.set('texts', newId(), { chapterId, seedClient: 0 });
    }
    const titles = new Set((children.get(chapterId) ?? []).map((section) => section.title));
    const sections = chapter.sections.filter(({ title }) => !titles.has(title));
    const keys = keysAfter(children.get(chapterId)?.at(-1)?.order ?? null, sections.length);
    sections.forEach((section, at) =>
      tx.set('nodes', newId(), {
        kind: 'section', matter: null, parentId: chapterId, order: keys[at] ?? '', title: section.title, description: section.description,
        status: 'draft', trashedAt: null,
      }),
    );
  });
}
