import { useEffect, useMemo, useState } from 'react';
import type { Suggestion, SuggestionState } from '../../../src-shared/domain/suggestion';
import { useClient } from '../../app/client-context';
import { errorText } from '../../app/error-text';
import { useCall, whenBookChanges } from '../../app/use-call';
import { acceptSuggestions, suggestionsState } from '../../editor-kit/suggestions-plugin';
import { hearSteps } from '../../editor-kit/undo-steps';
import { useToast } from '../../ui/toast';
import { countOf } from '../../ui/words';
import type { ChapterSession } from './chapter-session';
import { useAfterTransactions } from './use-editor-look';
import { useSnapshotFirst } from './use-snapshot-first';
import { useUndoableToast } from './use-undoable-toast';

type Here = { readonly bookId: string; readonly session: ChapterSession; readonly language: string };

const lookDelayMs = 60;
const none: readonly Suggestion[] = [];

/** The suggestions that wait in a chapter, which of them stand in the text now, and what the author can do with them. */
export function useSuggestions({ bookId, session, language }: Here) {
  const { chapterId, editor, queue } = session;
  const client = useClient();
  const toast = useToast();
  const sayUndoable = useUndoableToast(editor);
  const snapshotFirst = useSnapshotFirst({ bookId, session });
  const list = useCall('suggestion.list', { bookId, chapterId }, whenBookChanges(bookId, 'suggestions'));
  const inText = useAfterTransactions(editor, ({ state }) => suggestionsState(state), lookDelayMs);
  // Decided here, and on its way to the disk.
  const [settling, setSettling] = useState<ReadonlySet<string>>(new Set());
  const listed = list.value ?? none;
  const open = useMemo(() => listed.filter(({ id }) => !settling.has(id)), [listed, settling]);
  useEffect(() => hearSteps(editor.state, ({ suggestions }, isDone) => hide(suggestions, isDone)), [editor]);

  async function settle(ids: readonly string[], state: SuggestionState): Promise<boolean> {
    const answer = await client.call('suggestion.settle', { bookId, ids: [...ids], state });
    if (answer.ok) return true;
    const { what, next } = errorText(answer.error);
    toast({ text: what, detail: next, tone: 'problem' });
    return false;
  }

  function hide(ids: readonly string[], isHidden: boolean): void {
    setSettling((before) => {
      const after = new Set(before);
      for (const id of ids) {
        if (isHidden) after.add(id);
        else after.delete(id);
      }
      return after;
    });
  }

  async function accept(ids: readonly string[]): Promise<void> {
    const isRemark = (id: string) => open.some((one) => one.id === id && one.how === 'remark');
    if (ids.every(isRemark)) return putAside(ids, 'accepted');
    let taken: readonly string[] = [];
    const take = () => {
      taken = acceptSuggestions(editor.view, ids, language);
    };
    if (ids.length > 1) await snapshotFirst('suggestions', 'Before the suggestions', take);
    else take();
    if (taken.length === 0) return;
    hide(taken, true);
    const settled = settleInText(taken, true);
    sayUndoable(taken.length === 1 ? 'The suggestion is in the text' : `${countOf(taken.length, 'suggestion')} are in the text`);
    await settled;
  }

  /** Settles suggestions as the text has them. They count as decided only once the words are safe in the chapter. */
  async function settleInText(ids: readonly string[], isTaken: boolean): Promise<void> {
    if (await queue.flush()) await settle(ids, isTaken ? 'accepted' : 'open');
  }

  async function putAside(ids: readonly string[], state: 'accepted' | 'rejected' | 'withdrawn'): Promise<void> {
    hide(ids, true);
    if (!(await settle(ids, state))) {
      hide(ids, false);
      return;
    }
    const takeBack = async () => {
      if (await settle(ids, 'open')) hide(ids, false);
    };
    const text = state === 'accepted' ? 'The remark is dealt with' : ids.length === 1 ? 'The suggestion is gone' : `${countOf(ids.length, 'suggestion')} are gone`;
    toast({ text, undo: () => void takeBack() });
  }

  return { open, inText, accept, putAside, settleInText };
}

export type SuggestionsHere = ReturnType<typeof useSuggestions>;
