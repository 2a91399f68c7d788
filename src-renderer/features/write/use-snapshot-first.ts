import type { SnapshotReason } from '../../../src-shared/domain/snapshot';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { replaceAll } from '../../editor-kit/find-plugin';
import { useToast } from '../../ui/toast';
import { countOf } from '../../ui/words';
import { useUndoableToast } from './use-undoable-toast';
import type { ChapterSession } from './chapter-session';

type Here = { readonly bookId: string; readonly session: ChapterSession };

/**
 * Gives the function that keeps the chapter as it is and only then changes it. When it cannot be kept, nothing is
 * changed and the author is told why.
 */
export function useSnapshotFirst({ bookId, session }: Here) {
  const client = useClient();
  const toast = useToast();
  return async (reason: SnapshotReason, label: string, change: () => void): Promise<boolean> => {
    if (await session.queue.flush()) {
      const kept = await client.call('snapshot.take', { bookId, chapterId: session.chapterId, label, reason });
      if (kept.ok) {
        if (session.editor.isDestroyed) return false;
        change();
        return true;
      }
      const { what, next } = errorText(kept.error);
      toast({ text: what, detail: next, tone: 'problem' });
      return false;
    }
    toast({
      text: 'The chapter is not saved yet, so nothing was changed.',
      detail: 'Try again in a moment.',
      tone: 'problem',
    });
    return false;
  };
}

/** Replaces everything that is found, with a snapshot before and one step of undo after. */
export function useReplaceAll(here: Here) {
  const snapshotFirst = useSnapshotFirst(here);
  const { editor } = here.session;
  const showUndoable = useUndoableToast(editor);
  return async (replacement: string): Promise<void> => {
    let count = 0;
    const isDone = await snapshotFirst('replace', 'Before replacing', () => {
      count = replaceAll(editor.view, replacement);
    });
    if (isDone) showUndoable(`Replaced in ${countOf(count, 'place')}`);
  };
}
