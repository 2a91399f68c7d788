import type { Editor } from '@tiptap/core';
import type { CommandId } from '../../../src-shared/commands';
import type { EditHow } from '../../../src-shared/domain/suggestion';
import { useClient } from '../../app/client-context';
import { useCommand } from '../../app/commands';
import { errorText } from '../../app/error-text';
import { readTyped } from '../../editor-kit/draw-first-plugin';
import { insertFigure } from '../../editor-kit/write-commands';
import { useToast } from '../../ui/toast';
import type { ChapterPaneProps, SupportTab } from './chapter-props';
import type { ChapterSession } from './chapter-session';
import { splitPoint } from './split-point';

/** The one tool that is open above the page. */
export type PageTool = { readonly kind: 'none' | 'find' | 'replace' | 'link' };

type Desk = ChapterPaneProps & {
  readonly session: ChapterSession;
  readonly onTool: (tool: PageTool) => void;
  readonly onSupport: (tab: SupportTab) => void;
  readonly onEdit: (how: EditHow) => void;
  readonly onOrigins: () => void;
};

/** What the commands of the writing room do, but for those on the text alone (`text-commands.tsx`). */
export function useWriteCommands(desk: Desk): void {
  const { session, onTool, onSupport, onEdit, onOrigins } = desk;
  const { editor } = session;
  useCommand('edit.find', () => onTool({ kind: 'find' }));
  useCommand('edit.replace', () => onTool({ kind: 'replace' }));
  useCommand('insert.link', () => onTool({ kind: 'link' }));
  useCommand('view.provenance', onOrigins);
  useCommand('insert.draft', () => onSupport('draft'));
  useCommand('edit.restyle', () => onEdit('restyle'));
  useCommand('edit.tighten', () => onEdit('tighten'));
  useCommand('edit.expand', () => onEdit('expand'));
  useCommand('edit.clarify', () => onEdit('clarify'));
  useCommand('edit.grammar', () => onEdit('grammar'));
  useCommand('edit.tidy', () => onEdit('tidy'));
  useCommand('text.history', () => onSupport('snapshots'));
  useUndo('edit.undo', editor, () => editor.commands.undo());
  useUndo('edit.redo', editor, () => editor.commands.redo());
  useInsertImage(desk);
  useSplit(desk);
}

/** Undo belongs to the text, unless the author is in a field that has its own. */
function useUndo(id: Extract<CommandId, 'edit.undo' | 'edit.redo'>, editor: Editor, run: () => boolean): void {
  useCommand(
    id,
    () => {
      const focused = document.activeElement;
      if (focused?.closest('input, textarea')) return false;
      readTyped(editor);
      run();
      return true;
    },
    { inText: true },
  );
}

function useInsertImage({ bookId, session }: Desk): void {
  const client = useClient();
  const toast = useToast();
  useCommand('insert.image', async () => {
    const answer = await client.call('image.choose', { bookId });
    if (!answer.ok) {
      const { what, next } = errorText(answer.error);
      toast({ text: what, detail: next, tone: 'problem' });
    } else if (answer.value && !session.editor.isDestroyed) insertFigure(session.editor, answer.value);
  });
}

function useSplit({ bookId, chapter, session }: Desk): void {
  const client = useClient();
  const toast = useToast();
  useCommand('chapter.splitHere', async () => {
    readTyped(session.editor);
    const point = splitPoint(session.editor.state);
    if (point === null) {
      toast({ text: 'Put the cursor where the next chapter begins; here it would take all of this one.' });
      return;
    }
    if (!(await session.queue.flush())) {
      toast({
        text: 'The chapter is not saved yet, so it was not split.',
        detail: 'Try again in a moment.',
        tone: 'problem',
      });
      return;
    }
    const answer = await client.call('outline.split', { bookId, chapterId: chapter.id, ...point });
    if (answer.ok) {
      toast({
        text: `“${point.title}” is a chapter of its own now`,
        undo: () => void client.call('book.undo', { bookId }),
      });
    } else toast({ text: errorText(answer.error).what, detail: errorText(answer.error).next, tone: 'problem' });
  });
}
