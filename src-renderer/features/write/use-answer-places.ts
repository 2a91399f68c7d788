import { TextSelection } from '@tiptap/pm/state';
import { useRef } from 'react';
import { placesOfAnswer } from '../../editor-kit/answer-places';
import { useAnnounce } from '../../ui/live-region';
import { useToast } from '../../ui/toast';
import type { ChapterSession } from './chapter-session';

/** Gives the function that shows where an answer is used in the chapter: the next place each time it is asked. */
export function useAnswerPlaces({ editor }: ChapterSession): (answerId: string) => void {
  const toast = useToast();
  const announce = useAnnounce();
  const turns = useRef(new Map<string, number>());
  return (answerId) => {
    const { view } = editor;
    const places = placesOfAnswer(view.state.doc, answerId);
    if (places.length === 0) {
      const sentence = 'None of its words are in this chapter.';
      toast({ text: sentence });
      announce(sentence);
      return;
    }
    const turn = (turns.current.get(answerId) ?? 0) % places.length;
    turns.current.set(answerId, turn + 1);
    const place = places[turn];
    if (!place) return;
    const { doc, tr } = view.state;
    const selection = TextSelection.between(doc.resolve(place.from), doc.resolve(place.to));
    view.dispatch(tr.setSelection(selection).setMeta('addToHistory', false).scrollIntoView());
    view.focus();
    announce(`Place ${turn + 1} of ${places.length}`);
  };
}
