import { useLayoutEffect, useRef, useState } from 'react';
import { linkAt, linkRange, setLink } from '../../editor-kit/write-commands';
import { Button } from '../../ui/button';
import type { ChapterSession } from './chapter-session';
import { useEditorLook } from './use-editor-look';
import './link-bubble.css';

export type LinkBubbleProps = {
  readonly session: ChapterSession;
  readonly isEditing: boolean;
  readonly onEdit: (isEditing: boolean) => void;
};

/** Shows the address of the link at the cursor, beside it; lets it be written and taken away. */
export function LinkBubble({ session, isEditing, onEdit }: LinkBubbleProps) {
  const { editor } = session;
  const look = useEditorLook(editor);
  if (isEditing) return <LinkForm session={session} onDone={() => onEdit(false)} />;
  if (look.link === null || !editor.state.selection.empty) return null;
  return (
    <Bubble session={session} label="Link">
      <span className="link-address" dir="ltr">
        {look.link}
      </span>
      <Button size="small" variant="quiet" onPress={() => onEdit(true)}>
        Change
      </Button>
      <Button size="small" variant="quiet" onPress={() => setLink(editor, linkRange(editor), null)}>
        Remove
      </Button>
    </Bubble>
  );
}

function LinkForm({ session, onDone }: { session: ChapterSession; onDone: () => void }) {
  const { editor } = session;
  const field = useRef<HTMLInputElement>(null);
  const [range] = useState(() => linkRange(editor));
  const [address, setAddress] = useState(() => linkAt(editor) ?? '');
  const [isRefused, setRefused] = useState(false);
  useLayoutEffect(() => field.current?.focus(), []);
  const apply = () => {
    const isSet = setLink(editor, range, address.trim() === '' ? null : address);
    if (isSet) onDone();
    else setRefused(true);
  };
  const leave = () => {
    onDone();
    editor.view.focus();
  };
  return (
    <Bubble session={session} label="Link">
      <form
        className="link-form"
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <input
          ref={field}
          className="find-field"
          aria-label="Address"
          aria-invalid={isRefused}
          aria-describedby={isRefused ? 'link-refused' : undefined}
          placeholder="example.org"
          dir="ltr"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            leave();
          }}
        />
        <Button size="small" type="submit">
          Set
        </Button>
      </form>
      {isRefused ? (
        <p id="link-refused" className="link-refused">
          A link goes to a web page or a mail address.
        </p>
      ) : null}
    </Bubble>
  );
}

function Bubble({ session, label, children }: { session: ChapterSession; label: string; children: React.ReactNode }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { view } = session.editor;
    const element = frame.current;
    const parent = element?.offsetParent;
    if (!element || !parent) return;
    const at = view.coordsAtPos(view.state.selection.from);
    const origin = parent.getBoundingClientRect();
    const left = Math.min(Math.max(at.left - origin.left - 24, 8), origin.width - element.offsetWidth - 8);
    element.style.left = `${Math.max(left, 8)}px`;
    element.style.top = `${at.bottom - origin.top + parent.scrollTop + 6}px`;
  });
  return (
    <div ref={frame} className="link-bubble" role="group" aria-label={label}>
      {children}
    </div>
  );
}
