import { ChevronDown, ChevronUp, WholeWord, X } from 'lucide-react';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { findState, goToMatch, replaceCurrent, setFindQuery } from '../../editor-kit/find-plugin';
import { Button, IconButton } from '../../ui/button';
import { useAnnounce } from '../../ui/live-region';
import { ToggleButton } from '../../ui/toggle-button';
import { formatNumber } from '../../ui/words';
import type { ChapterSession } from './chapter-session';
import { useAfterTransactions } from './use-editor-look';
import './find-bar.css';

export type FindBarProps = {
  readonly session: ChapterSession;
  readonly canReplace: boolean;
  /** Rises each time the author asks for the bar, so that it takes the focus again. */
  readonly asked: number;
  readonly onReplaceAll: (replacement: string) => void;
  readonly onClose: () => void;
};

/** Finds in the chapter, and replaces. Case and accents do not matter. */
export function FindBar({ session, canReplace, asked, onReplaceAll, onClose }: FindBarProps) {
  const { view } = session.editor;
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(() => selectedText(session) || findState(view.state).query.text);
  const [isWholeWord, setWholeWord] = useState(false);
  const [replacement, setReplacement] = useState('');
  const found = useAfterTransactions(session.editor, readFound, 60);
  const count = foundText(text, found);
  const announce = useAnnounce();
  useEffect(() => setFindQuery(view, { text, isWholeWord }), [view, text, isWholeWord]);
  useEffect(
    () => () => {
      if (!view.isDestroyed) setFindQuery(view, { text: '', isWholeWord: false });
    },
    [view],
  );
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => announce(count), [announce, count]);
  const close = () => {
    onClose();
    session.editor.view.focus();
  };
  const pressIn = (enter: (event: KeyboardEvent) => void) => (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter') enter(event);
    else return;
    event.preventDefault();
  };
  return (
    <search className="find-bar" aria-label="Find in chapter">
      <div className="find-line">
        <input
          ref={field}
          className="find-field"
          aria-label="Find"
          placeholder="Find"
          dir="auto"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={pressIn((event) => goToMatch(view, event.shiftKey ? -1 : 1))}
        />
        <span className="find-count">{count}</span>
        <ToggleButton
          label="Whole words"
          icon={<WholeWord size={16} aria-hidden />}
          isSelected={isWholeWord}
          onChange={setWholeWord}
        />
        <IconButton
          size="small"
          label="Previous"
          shortcut="⇧ Enter"
          icon={<ChevronUp size={16} aria-hidden />}
          onPress={() => goToMatch(view, -1)}
        />
        <IconButton
          size="small"
          label="Next"
          shortcut="Enter"
          icon={<ChevronDown size={16} aria-hidden />}
          onPress={() => goToMatch(view, 1)}
        />
        <IconButton size="small" label="Close" shortcut="Esc" icon={<X size={16} aria-hidden />} onPress={close} />
      </div>
      {canReplace ? (
        <div className="find-line">
          <input
            className="find-field"
            aria-label="Replace with"
            placeholder="Replace with"
            dir="auto"
            value={replacement}
            onChange={(event) => setReplacement(event.target.value)}
            onKeyDown={pressIn(() => replaceCurrent(view, replacement))}
          />
          <Button size="small" isDisabled={found.total === 0} onPress={() => replaceCurrent(view, replacement)}>
            Replace
          </Button>
          <Button size="small" isDisabled={found.total === 0} onPress={() => onReplaceAll(replacement)}>
            Replace all
          </Button>
        </div>
      ) : null}
    </search>
  );
}

type Found = { readonly total: number; readonly current: number };

function readFound(editor: ChapterSession['editor']): Found {
  const { matches, current } = findState(editor.state);
  return { total: matches.length, current };
}

/** “3 of 17”, in words a screen reader can say as well. */
export function foundText(text: string, { total, current }: Found): string {
  if (text === '') return '';
  if (total === 0) return 'Not found';
  return `${formatNumber(current + 1)} of ${formatNumber(total)}`;
}

function selectedText({ editor }: ChapterSession): string {
  const { from, to } = editor.state.selection;
  return to - from > 200 ? '' : editor.state.doc.textBetween(from, to, ' ');
}
