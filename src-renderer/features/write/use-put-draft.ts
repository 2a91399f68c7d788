import type { Draft } from '../../../src-shared/domain/draft';
import { draftBlocks } from '../../../src-shared/text/draft-blocks';
import { insertAtCursor, replaceChapter } from '../../editor-kit/insertion';
import type { SupportProps } from './chapter-props';
import { useSnapshotFirst } from './use-snapshot-first';
import { useUndoableToast } from './use-undoable-toast';

/** The ways of a draft, or of one paragraph of it, into the chapter. Each keeps the chapter first and is one undo step. */
export type PutDraft = {
  readonly insert: (draft: Draft) => Promise<void>;
  readonly replace: (draft: Draft) => Promise<void>;
  readonly insertParagraph: (draft: Draft, paragraph: Draft['paragraphs'][number]) => Promise<void>;
};

/** Gives the ways of a draft into the chapter. */
export function usePutDraft({ bookId, session }: Pick<SupportProps, 'bookId' | 'session'>): PutDraft {
  const { editor } = session;
  const showUndoable = useUndoableToast(editor);
  const snapshotFirst = useSnapshotFirst({ bookId, session });
  const put = async (change: () => void, said: string) => {
    if (!(await snapshotFirst('draft', 'Before the draft', change))) return;
    showUndoable(said);
  };
  return {
    async insert(draft) {
      await put(() => insertAtCursor(editor.view, draftBlocks(draft)), 'The draft is in the chapter');
      editor.view.focus();
    },
    async replace(draft) {
      await put(() => replaceChapter(editor.view, draftBlocks(draft)), 'The draft took the chapter’s place');
      editor.view.focus();
    },
    insertParagraph: ({ origin, privateAnswerIds }, paragraph) =>
      put(
        () => insertAtCursor(editor.view, draftBlocks({ origin, privateAnswerIds, paragraphs: [paragraph] })),
        'The paragraph is in the chapter',
      ),
  };
}
