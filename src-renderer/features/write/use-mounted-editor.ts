import { TextSelection } from '@tiptap/pm/state';
import { useEffect, useEffectEvent, useLayoutEffect, useRef, type RefObject } from 'react';
import { readTyped } from '../../editor-kit/draw-first-plugin';
import type { ChapterSession } from './chapter-session';
import type { ChapterPaneProps } from './chapter-props';

type Mounted = Pick<ChapterPaneProps, 'spot' | 'onSpot' | 'chapter'> & { readonly session: ChapterSession };

/**
 * Puts the session's editor into the page without React drawing it, where the author left it. The editor itself lives
 * on when the page goes.
 */
export function useMountedEditor(
  { session, spot, onSpot, chapter }: Mounted,
  room: RefObject<HTMLDivElement | null>,
): RefObject<HTMLDivElement | null> {
  const host = useRef<HTMLDivElement>(null);
  const note = useEffectEvent((px: number) => {
    session.scroll.set(px);
    onSpot(chapter.id, { cursor: session.editor.state.selection.head, scrollPx: Math.max(0, px) });
  });
  const isFirst = useRef(session.scroll.get() === 0);
  const place = useEffectEvent(() => (isFirst.current ? spot : null));
  useLayoutEffect(() => {
    const target = host.current;
    const element = session.editor.view.dom.parentElement;
    const scroller = target?.closest('.write-scroll');
    if (!target || !element || !scroller) return;
    target.append(element);
    const start = place();
    if (start) putCursor(session, start.cursor);
    scroller.scrollTop = start?.scrollPx ?? session.scroll.get();
    // The view's own way: it also puts the cursor there at once, so that a key that comes now lands where it belongs.
    session.editor.view.focus();
    const noteScroll = () => note(scroller.scrollTop);
    const noteCursor = () => note(session.scroll.get());
    scroller.addEventListener('scroll', noteScroll, { passive: true });
    session.editor.on('selectionUpdate', noteCursor);
    return () => {
      scroller.removeEventListener('scroll', noteScroll);
      session.editor.off('selectionUpdate', noteCursor);
      readTyped(session.editor);
      element.remove();
      void session.queue.flush();
    };
  }, [session]);
  useEffect(() => (room.current ? stepBackWhileTyping(room.current) : undefined), [room, session]);
  return host;
}

function putCursor({ editor }: ChapterSession, cursor: number): void {
  const { doc, tr } = editor.state;
  const position = Math.min(cursor, doc.content.size);
  editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(position))).setMeta('addToHistory', false));
}

/** The tools fade while keys come and are back when the pointer moves. Set on the element: no render, no layout. */
function stepBackWhileTyping(room: HTMLElement): () => void {
  const type = (event: KeyboardEvent) => {
    if (room.dataset['typing'] !== undefined) return;
    const isTyped = event.key.length === 1 && !event.ctrlKey && !event.metaKey;
    if (isTyped && event.target instanceof Element && event.target.closest('.manuscript')) room.dataset['typing'] = '';
  };
  const move = () => delete room.dataset['typing'];
  room.addEventListener('keydown', type);
  room.addEventListener('pointermove', move);
  room.addEventListener('focusout', move);
  return () => {
    room.removeEventListener('keydown', type);
    room.removeEventListener('pointermove', move);
    room.removeEventListener('focusout', move);
  };
}
