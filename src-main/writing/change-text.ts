import type { DocumentNode } from '../../src-shared/text/document';
import type { OpenBook } from '../book/open-book';
import { replaceTexts } from '../book/replace-text';
import { appendBlocks } from '../book/text-document';

/** Puts blocks after a chapter's text. Resolves when they are on disk. */
export async function appendToChapter({ book }: OpenBook, chapterId: string, blocks: readonly DocumentNode[], label: string): Promise<void> {
  await book.change(
    label,
    async (tx) => {
      const textId = book.liveText(chapterId);
      if (blocks.length > 0) tx.text(textId, await book.texts.use(textId, (text) => appendBlocks(text, blocks)));
    },
    { undoable: false },
  );
}

/** Puts blocks in place of a chapter's text, as one step that can be undone. The old text is sealed, never changed. */
export async function replaceChapter(
  open: OpenBook,
  chapterId: string,
  blocks: readonly DocumentNode[],
  { label, newId }: { readonly label: string; readonly newId: () => string },
): Promise<void> {
  await open.book.change(label, (tx) =>
    replaceTexts(open, tx, { kind: 'replace', from: [open.book.liveText(chapterId)], to: [{ chapterId, content: blocks }], newId }),
  );
}
