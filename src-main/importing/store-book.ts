import { LanguageTag, type NewBrief } from '../../src-shared/domain/brief';
import type { ImportPreview } from '../../src-shared/domain/import-split';
import { createAssetStore } from '../book/asset-store';
import type { Transaction } from '../book/book';
import type { OpenBook } from '../book/open-book';
import { createPace } from '../book/pace';
import type { Files } from '../files/files';
import type { LibraryService } from '../library/library-service';
import type { Library } from '../library/library';
import { keysAfter } from '../outline/order';
import type { SeededBook, SeededNode } from './seed-book';

type Brought = { readonly title: string; readonly preview: ImportPreview; readonly original: Uint8Array };

/** Makes a book of a manuscript that is ready, in one transaction, with its pictures and the file as it came. */
export type StoreBook = (book: SeededBook, brought: Brought) => Promise<string>;

/** Stores manuscripts in the library. */
export function createBookStore(deps: {
  readonly library: Library;
  readonly createBook: LibraryService['create'];
  readonly openBook: (bookId: string) => Promise<OpenBook>;
  readonly assetsFolder: (bookId: string) => string;
  readonly files: Files;
  readonly newId: () => string;
  readonly now: () => number;
}): StoreBook {
  const { newId } = deps;

  function setNode(tx: Transaction, node: SeededNode, place: { id: string; parentId: string | null; order: string }): void {
    const { kind, matter, title, description, update, sections } = node;
    const { id: chapterId, parentId, order } = place;
    tx.set('nodes', chapterId, { kind, matter, parentId, order, title, description, status: 'draft', trashedAt: null });
    if (update !== null) {
      const textId = newId();
      tx.set('texts', textId, { chapterId, seedClient: 0 });
      tx.text(textId, update);
    }
    const orders = keysAfter(null, sections.length);
    sections.forEach((section, at) =>
      tx.set('nodes', newId(), {
        kind: 'section', matter: null, parentId: chapterId, order: orders[at] ?? '', title: section.title.slice(0, 200),
        description: section.description.slice(0, 5_000), status: 'draft', trashedAt: null,
      }),
    );
  }

  function setRemarks(tx: Transaction, chapterId: string, { remarks }: SeededNode): void {
    const createdAt = new Date(deps.now()).toISOString();
    for (const { line, kind, by, before, after, why } of remarks) {
      const how = kind === 'change' ? 'reviewer' : 'remark';
      tx.set('suggestions', newId(), { chapterId, line, how, before, after, why, broken: [], model: by, usd: 0, createdAt, state: 'open' });
    }
  }

  return async (book, { title, preview, original }) => {
    const pace = createPace();
    const orders = keysAfter(null, book.nodes.length);
    const bookId = await deps.createBook(briefOf(book, title), async (tx, id) => {
      const assets = createAssetStore({ files: deps.files, folder: deps.assetsFolder(id) });
      for (const { bytes } of book.pictures) await assets.add(bytes);
      if (book.cover !== null) tx.set('book', 'book', { cover: book.cover });
      const ids = book.nodes.map(() => newId());
      for (const [at, node] of book.nodes.entries()) {
        const chapterId = ids[at] ?? '';
        setNode(tx, node, { id: chapterId, parentId: node.parent === null ? null : (ids[node.parent] ?? null), order: orders[at] ?? '' });
        setRemarks(tx, chapterId, node);
        await pace();
      }
      const asset = await assets.add(original);
      const importedAt = new Date(deps.now()).toISOString();
      tx.set('imports', newId(), { fileName: preview.fileName, format: preview.format, asset, importedAt, notes: [...book.notes] });
    });
    const opened = await deps.openBook(bookId);
    await opened.checkpoint();
    await deps.library.remember(bookId);
    return bookId;
  };
}

/** What the file says of the book, as far as a brief can hold it. */
function briefOf({ subtitle, author, language, description }: SeededBook, title: string): NewBrief {
  const tag = LanguageTag.safeParse(language);
  return {
    title: title.slice(0, 200),
    ...(subtitle === null ? {} : { subtitle: subtitle.slice(0, 255) }),
    ...(author === null ? {} : { author: author.slice(0, 200) }),
    ...(tag.success ? { language: tag.data } : {}),
    ...(description === null ? {} : { description: description.slice(0, 5_000) }),
  };
}
