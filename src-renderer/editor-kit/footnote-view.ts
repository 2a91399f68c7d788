import type { Node, Schema } from '@tiptap/pm/model';
import { EditorState, NodeSelection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { StepMap } from '@tiptap/pm/transform';
import { EditorView, type NodeView } from '@tiptap/pm/view';
import { keymap } from '@tiptap/pm/keymap';
import { baseKeymap, toggleMark } from '@tiptap/pm/commands';
import { redo, undo } from '@tiptap/y-tiptap';
import { keepsOrigin } from './origin-plugin';
import './footnote-view.css';

type Setting = { readonly node: Node; readonly view: EditorView; readonly getPos: () => number | undefined };

/** Shows a footnote as its number and, while it is chosen, its words in a small box beside it. */
export function createFootnoteView({ node: first, view, getPos }: Setting): NodeView {
  let node = first;
  let box: ReturnType<typeof openBox> | undefined;
  const dom = document.createElement('span');
  dom.className = 'footnote';
  // It opens a box: the role of a note reference belongs to links alone.
  dom.setAttribute('role', 'button');
  dom.setAttribute('aria-haspopup', 'dialog');
  describe();

  function describe(): void {
    dom.setAttribute('aria-label', node.textContent === '' ? 'Footnote, empty' : `Footnote: ${node.textContent}`);
    dom.classList.toggle('is-empty', node.content.size === 0);
  }

  const close = () => {
    box?.destroy();
    box = undefined;
    dom.classList.remove('is-open');
  };

  return {
    dom,
    selectNode() {
      dom.classList.add('is-open');
      box ??= openBox({ node, outer: view, getPos, anchor: dom });
    },
    deselectNode: close,
    update(next) {
      if (next.type !== node.type) return false;
      node = next;
      describe();
      box?.take(next);
      return true;
    },
    stopEvent: (event) => event.target instanceof globalThis.Node && (box?.holds(event.target) ?? false),
    ignoreMutation: () => true,
    destroy: close,
  };
}

type BoxSetting = Inner & { readonly anchor: HTMLElement };
type Inner = { readonly node: Node; readonly outer: EditorView; readonly getPos: () => number | undefined };

function openBox({ node, outer, getPos, anchor }: BoxSetting) {
  const frame = document.createElement('div');
  frame.className = 'footnote-box';
  frame.setAttribute('role', 'dialog');
  frame.setAttribute('aria-label', 'Footnote');
  const inner = createInnerView({ node, outer, getPos, frame });
  (outer.dom.closest('dialog, [data-floats]') ?? document.body).append(frame);
  place(frame, anchor);
  const timer = setTimeout(() => {
    if (outer.hasFocus()) inner.focus();
  });
  return {
    holds: (target: globalThis.Node) => frame.contains(target),
    take(next: Node) {
      adopt(inner, next);
    },
    destroy() {
      clearTimeout(timer);
      const hadFocus = frame.contains(document.activeElement);
      inner.destroy();
      frame.remove();
      if (hadFocus) outer.focus();
    },
  };
}

/** Below its number, inside the window, set through the CSS object model. */
function place(frame: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const width = frame.offsetWidth;
  const left = Math.min(Math.max(at.left - width / 2, 8), window.innerWidth - width - 8);
  const below = at.bottom + 6;
  const top = below + frame.offsetHeight > window.innerHeight ? at.top - frame.offsetHeight - 6 : below;
  frame.style.left = `${left}px`;
  frame.style.top = `${Math.max(top, 8)}px`;
}

function createInnerView(setting: Inner & { readonly frame: HTMLElement }): EditorView {
  const { node, outer, getPos, frame } = setting;
  const leaveTo = (side: 'before' | 'after' | 'remove') => {
    const position = getPos();
    if (position === undefined) return false;
    const { tr } = outer.state;
    const end = position + (tr.doc.nodeAt(position)?.nodeSize ?? 1);
    if (side === 'remove') tr.delete(position, end);
    else tr.setSelection(TextSelection.create(tr.doc, side === 'before' ? position : end));
    outer.dispatch(tr);
    outer.focus();
    return true;
  };
  const leave = () => leaveTo('after');
  const inner: EditorView = new EditorView(frame, {
    state: EditorState.create({
      doc: node,
      selection: TextSelection.create(node, node.content.size),
      plugins: [
        keymap({
          'Mod-z': () => undo(outer.state),
          'Mod-y': () => redo(outer.state),
          'Mod-Shift-z': () => redo(outer.state),
          Enter: leave,
          Escape: leave,
          Tab: leave,
          ArrowRight: ({ selection, doc }) => selection.empty && selection.to === doc.content.size && leave(),
          ArrowLeft: ({ selection }) => selection.empty && selection.from === 0 && leaveTo('before'),
          Backspace: ({ doc }) => doc.content.size === 0 && leaveTo('remove'),
          ...markKeys(node.type.schema),
        }),
        keymap(baseKeymap),
      ],
    }),
    attributes: { 'aria-label': 'Footnote text', role: 'textbox', dir: 'auto', class: 'footnote-text' },
    handlePaste: (view, event) => pasteWords(view, event.clipboardData?.getData('text/plain') ?? ''),
    handleDrop: () => true,
    dispatchTransaction: (transaction) => relay({ inner, outer, getPos, transaction }),
  });
  return inner;
}

function markKeys(schema: Schema): Record<string, Command> {
  const keys = { 'Mod-b': 'bold', 'Mod-i': 'italic', 'Mod-u': 'underline', 'Mod-Shift-x': 'strike', 'Mod-e': 'code' };
  return Object.fromEntries(
    Object.entries(keys).flatMap(([press, name]) => {
      const type = schema.marks[name];
      return type ? [[press, toggleMark(type)]] : [];
    }),
  );
}

/** A note takes words only; they are known as pasted. */
function pasteWords(view: EditorView, text: string): boolean {
  const words = text.slice(0, longestNote).replace(/\s+/gu, ' ');
  if (words !== '') {
    const origin = view.state.schema.mark('origin', { kind: 'pasted', ref: '' });
    view.dispatch(
      view.state.tr.replaceSelectionWith(view.state.schema.text(words, [origin]), false).setMeta(keepsOrigin, true),
    );
  }
  return true;
}

const longestNote = 100_000;

type Relay = {
  readonly inner: EditorView;
  readonly outer: EditorView;
  readonly getPos: () => number | undefined;
  readonly transaction: Transaction;
};

/** Repeats in the chapter, at the footnote's place, what was done in the box. */
function relay({ inner, outer, getPos, transaction }: Relay): void {
  const { state, transactions } = inner.state.applyTransaction(transaction);
  inner.updateState(state);
  if (transaction.getMeta('fromOutside') === true) return;
  const position = getPos();
  if (position === undefined) return;
  const { tr } = outer.state;
  const shift = StepMap.offset(position + 1);
  for (const done of transactions) {
    for (const step of done.steps) {
      const moved = step.map(shift);
      if (moved) tr.step(moved);
    }
  }
  if (transaction.getMeta(keepsOrigin) === true) tr.setMeta(keepsOrigin, true);
  if (tr.docChanged) outer.dispatch(tr.setSelection(NodeSelection.create(tr.doc, position)));
}

/** Brings what changed outside (undo, another device) into the box. */
function adopt(inner: EditorView, next: Node): void {
  const { state } = inner;
  const start = next.content.findDiffStart(state.doc.content);
  if (start === null) return;
  const end = next.content.findDiffEnd(state.doc.content);
  if (!end) return;
  const overlap = start - Math.min(end.a, end.b);
  const ends = overlap > 0 ? { a: end.a + overlap, b: end.b + overlap } : end;
  const { tr } = state;
  inner.dispatch(tr.replace(start, ends.b, next.slice(start, ends.a)).setMeta('fromOutside', true));
}
