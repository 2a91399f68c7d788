import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useEffectEvent, type RefObject } from 'react';
import { findPassage, type Passage } from '../../editor-kit/find-passage';
import type { ChapterSession } from './chapter-session';

type Wanted = {
  readonly session: ChapterSession;
  readonly passage: Passage | null;
  /** The passage was shown: it is not to be shown again when the author comes back. */
  readonly onShown: () => void;
};

/** Puts the selection on a passage that a search found, and brings it into sight. */
export function usePassage({ session, passage, onShown }: Wanted, host: RefObject<HTMLDivElement | null>): void {
  const shown = useEffectEvent(onShown);
  useEffect(() => {
    if (!passage) return;
    show(session, passage, host.current?.closest('.write-scroll') ?? null);
    shown();
  }, [session, passage, host]);
}

function show({ editor }: ChapterSession, passage: Passage, scroller: Element | null): void {
  const { view } = editor;
  const { doc, tr } = view.state;
  const place = findPassage(doc, passage);
  if (!place) return;
  const selection = TextSelection.between(doc.resolve(place.from), doc.resolve(place.to));
  view.dispatch(tr.setSelection(selection).setMeta('addToHistory', false));
  view.focus();
  if (!scroller) return;
  const frame = scroller.getBoundingClientRect();
  // A third from the top: the eye looks there, and what follows can be read.
  scroller.scrollTop += view.coordsAtPos(selection.from).top - frame.top - frame.height / 3;
}
