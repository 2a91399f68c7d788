import * as Y from 'yjs';
import type { DocumentNode } from '../../src-shared/text/document';
import type { Transaction } from './book';
import type { OpenBook } from './open-book';
import { seedText } from './text-document';

/** What a move puts in place: for each chapter the text it is to hold. The first one is heir to words that arrive late. */
type Successor = { readonly chapterId: string; readonly content: readonly DocumentNode[] };

/**
 * Puts new texts in place of live ones, inside a transaction. The old texts are sealed, never changed: see
 * {@link traceLineage}. Undo takes the move back and the old texts are live again.
 */
export async function replaceTexts(
  { book, arrivals }: OpenBook,
  tx: Transaction,
  move: {
    readonly kind: 'split' | 'merge' | 'replace';
    readonly from: readonly string[];
    readonly to: readonly Successor[];
    readonly newId: () => string;
  },
): Promise<void> {
  const sealed: Record<string, string> = {};
  const waiting: Record<string, string[]> = {};
  for (const textId of move.from) {
    sealed[textId] = await book.texts.use(textId, (text) => Buffer.from(Y.encodeStateVector(text)).toString('base64'));
    waiting[textId] = await arrivals.idsOf(textId);
  }
  const to = move.to.map(({ chapterId, content }) => {
    const textId = move.newId();
    const seed = seedText(content);
    tx.set('texts', textId, { chapterId, seedClient: seed.client });
    tx.text(textId, seed.update);
    return textId;
  });
  tx.set('moves', move.newId(), { kind: move.kind, from: [...move.from], to, sealed, waiting });
}
