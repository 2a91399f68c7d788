import { seedText } from '../book/text-document';
import { readMarkdown, withOrigin, type ImportedBook, type ImportedChapter } from './read-markdown';

/** A manuscript ready to be stored: each chapter's text as one Yjs update, every run marked as imported. */
export type SeededBook = Omit<ImportedBook, 'chapters'> & {
  readonly chapters: readonly (Omit<ImportedChapter, 'document'> & { readonly update: Uint8Array })[];
};

/** Parses a Markdown book and prepares its texts. Takes seconds for a million words: it belongs in a worker. */
export function seedBook(markdown: string): SeededBook {
  const { chapters, ...book } = readMarkdown(markdown);
  return {
    ...book,
    chapters: chapters.map(({ document, ...chapter }) => ({
      ...chapter,
      update: seedText(withOrigin(document, 'imported', '').content ?? []).update,
    })),
  };
}
