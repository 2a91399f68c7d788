import type { Editor } from '@tiptap/core';
import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';

/**
 * Lets a plain letter be drawn before the editor looks at it.
 *
 * The browser has typed it into the line already, exactly as the editor would draw it. What the editor does with it then
 * (a transaction, the plugins, the Yjs document) takes longer than the typing, so it comes right after the frame. Where
 * the editor would draw it otherwise, as in words with an origin or after a chosen style, it looks first, as ever.
 * Between the two the state lacks one letter: whoever acts on the text other than by its own keys calls `readTyped`.
 */
export function createDrawFirstPlugin(): Plugin {
  return new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          readDrawn(view);
          if (isPlain(view, event)) readAfterFrame(view);
          return false;
        },
        compositionstart(view) {
          readDrawn(view);
          return false;
        },
      },
    },
  });
}

/** Reads what was typed a moment ago and is only drawn so far. An editor that was closed for good has nothing to read. */
export function readTyped(editor: Editor): void {
  if (!editor.isDestroyed) readDrawn(editor.view);
}

const readDrawn = (view: EditorView): void => observerOf(view)?.forceFlush();

/** The part of the view that reads what the browser typed; it knows how to wait, which its types do not say. */
type Observer = { readonly flushSoon: () => void; readonly forceFlush: () => void };

function observerOf(view: EditorView): Observer | null {
  const { domObserver } = view as { domObserver?: Partial<Observer> };
  const knows = typeof domObserver?.flushSoon === 'function' && typeof domObserver.forceFlush === 'function';
  return knows ? (domObserver as Observer) : null;
}

function readAfterFrame(view: EditorView): void {
  const observer = observerOf(view);
  if (!observer) return;
  // This alone reads after 20 ms, also where no frame comes: in a window that is hidden.
  observer.flushSoon();
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => readDrawn(view);
    port2.postMessage(null);
  });
}

/** What no rule turns into something else: letters, and spaces behind them. */
const letter = /^[\p{L}\p{N}]$/u;

function isPlain(view: EditorView, { inputType, data, isComposing }: InputEvent): boolean {
  if (inputType !== 'insertText' || data === null || isComposing || view.composing) return false;
  const before = plainBefore(view.state);
  return before !== null && (letter.test(data) || (data === ' ' && letter.test(before)));
}

/** The character before the cursor where what is typed simply joins the words there; `null` elsewhere. */
function plainBefore({ selection, storedMarks }: EditorState): string | null {
  if (!(selection instanceof TextSelection) || !selection.empty || storedMarks) return null;
  const { nodeBefore } = selection.$from;
  if (!nodeBefore?.text || nodeBefore.marks.some(({ type }) => type.spec.inclusive === false)) return null;
  return nodeBefore.text.slice(-1);
}
