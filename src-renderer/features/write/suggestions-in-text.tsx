import { useEffect, useEffectEvent } from 'react';
import { useCommand } from '../../app/commands';
import { lookAtSuggestion, nextSuggestion, showSuggestions, suggestionsState } from '../../editor-kit/suggestions-plugin';
import { hearSteps } from '../../editor-kit/undo-steps';
import { useAnnounce } from '../../ui/live-region';
import type { ChapterSession } from './chapter-session';
import { useSuggestions } from './use-suggestions';

type Here = { readonly bookId: string; readonly session: ChapterSession; readonly language: string };

/** Draws the chapter's suggestions into its text and gives them their keys; renders nothing of its own. */
export function SuggestionsInText(here: Here) {
  const { editor } = here.session;
  const { open, accept, putAside, settleInText } = useSuggestions(here);
  const announce = useAnnounce();
  useEffect(() => showSuggestions(editor.view, open), [editor, open]);
  // One undo takes the words out of the text and opens the suggestion again; redo does both again.
  const settle = useEffectEvent(settleInText);
  useEffect(() => hearSteps(editor.state, ({ suggestions }, isDone) => void settle(suggestions, isDone)), [editor]);
  const go = () => {
    const next = nextSuggestion(editor.state);
    lookAtSuggestion(editor.view, next);
    const found = open.find(({ id }) => id === next);
    announce(found ? `Suggestion: ${found.after}` : 'No suggestions in this chapter');
  };
  // Without one that is looked at, the keys mean the next one: it is shown first, and decided with the second press.
  const decide = (act: (ids: readonly string[]) => Promise<void>) => () => {
    const { current, placed } = suggestionsState(editor.state);
    if (current === null || !placed.includes(current)) go();
    else void act([current]).then(go);
  };
  useCommand('suggestion.next', go);
  useCommand('suggestion.accept', decide(accept));
  useCommand('suggestion.reject', decide((ids) => putAside(ids, 'rejected')));
  return null;
}
