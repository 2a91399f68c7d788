import { Fragment, type Node } from '@tiptap/pm/model';
import { Plugin, Selection, type EditorState, type Transaction } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { getRelativeSelection, ySyncPluginKey, type ProsemirrorBinding } from '@tiptap/y-tiptap';
import type { Doc, UndoManager } from 'yjs';
import { keepsOrigin } from './origin-plugin';
import { passNoteOn, undoManagerOf, type UndoStep } from './undo-steps';

type Page = { readonly doc: Node; readonly selection: Selection };
/** What the page showed before a step and after it; `before` is null when somebody else wrote in between. */
type Shown = { readonly before: Page | null; readonly after: Node };
/** The binding between the editor and Yjs, and where it looks for the cursor after a change. */
type Binding = Omit<ProsemirrorBinding, 'beforeTransactionSelection'> & { beforeTransactionSelection: Cursor | null };
type Cursor = ReturnType<typeof getRelativeSelection>;
type SyncState = { readonly doc: Doc; readonly binding: Binding };
type StepEvent = { readonly stackItem: UndoStep; readonly type: 'undo' | 'redo' };

const shownKey = Symbol('shown');
const shownOf = ({ meta }: UndoStep): Shown | undefined => meta.get(shownKey) as Shown | undefined;

/**
 * Makes undo and redo bring back exactly what the page showed. Yjs puts the bounds of marks back among the words one by
 * one, and now and then gives a mark to the wrong one (issue 414 of Yjs). So each step knows the
 * document before and after it, and what Yjs brought back is mended where it differs, the cursor with it.
 */
export function createExactUndoPlugin(): Plugin {
  return new Plugin({
    view(view) {
      const undoManager = undoManagerOf(view.state);
      const sync = ySyncPluginKey.getState(view.state) as SyncState | undefined;
      if (!undoManager || !sync) return {};
      return watchSteps(view, undoManager, sync);
    },
  });
}

function watchSteps(view: EditorView, undoManager: UndoManager, { doc, binding }: SyncState) {
  /** What the page showed last: while Yjs takes over an edit, what it showed before that edit. */
  let known: Page = view.state;
  /** What the page showed, and which steps there were, before the undo or redo that runs. */
  let popping: { readonly page: Page; readonly steps: readonly UndoStep[] } | null = null;
  /** Yjs makes the whole page anew at each undo; the steps keep an equal one, which shares its blocks with theirs. */
  let equal: { readonly shown: Node; readonly kept: Node } | null = null;
  let isFirst = true;
  const pageOf = ({ doc: shown, selection }: EditorState): Page => ({
    doc: shown === equal?.shown ? equal.kept : shown,
    selection,
  });
  const note = (step: UndoStep, shown: Shown): void => void step.meta.set(shownKey, shown);

  const starts = ({ origin }: { readonly origin: unknown }): void => {
    const { undoing, undoStack, redoStack } = undoManager;
    if (origin === undoManager) popping = { page: pageOf(view.state), steps: [...(undoing ? undoStack : redoStack)] };
    // What others write ends a step: it would else be taken back with it.
    else if (origin !== ySyncPluginKey) undoManager.stopCapturing();
    // Within one change Yjs may tidy up in a second one: the binding would look for the cursor of the page before both.
    if (!isFirst) binding.beforeTransactionSelection = getRelativeSelection(binding as ProsemirrorBinding, view.state);
    isFirst = false;
  };
  const startsAll = (): void => {
    isFirst = true;
  };
  const added = ({ stackItem, type }: StepEvent): void => {
    const isEdit = type === 'undo' && !undoManager.redoing;
    if (isEdit) note(stackItem, { before: known, after: view.state.doc });
  };
  const updated = ({ stackItem }: StepEvent): void => {
    const shown = shownOf(stackItem);
    note(stackItem, { before: shown?.after === known.doc ? shown.before : null, after: view.state.doc });
  };
  const popped = ({ stackItem }: StepEvent): void => {
    // The binding would look for this cursor only at the next change, in a document that may no longer have it.
    binding.beforeTransactionSelection = null;
    if (!popping) return;
    const { page, steps } = popping;
    popping = null;
    const expected = takeBackAll(page.doc, steps.slice(steps.indexOf(stackItem)).reverse());
    if (expected) {
      const mended = mend(view.state, expected);
      view.dispatch(view.hasFocus() ? mended.scrollIntoView() : mended);
      equal = { shown: view.state.doc, kept: expected.doc };
      known = pageOf(view.state);
    }
    const back = (undoManager.undoing ? undoManager.redoStack : undoManager.undoStack).at(-1);
    if (!back) return;
    note(back, { before: page, after: pageOf(view.state).doc });
    passNoteOn(stackItem, back);
  };

  doc.on('beforeAllTransactions', startsAll);
  doc.on('beforeTransaction', starts);
  undoManager.on('stack-item-added', added);
  undoManager.on('stack-item-updated', updated);
  undoManager.on('stack-item-popped', popped);
  return {
    update: () => {
      known = pageOf(view.state);
    },
    destroy: () => {
      doc.off('beforeAllTransactions', startsAll);
      doc.off('beforeTransaction', starts);
      undoManager.off('stack-item-added', added);
      undoManager.off('stack-item-updated', updated);
      undoManager.off('stack-item-popped', popped);
    },
  };
}

type Expected = { readonly doc: Node; readonly selection: Selection | null };

/** What a page is once some steps were taken back, the last one first; null when that cannot be said. */
function takeBackAll(doc: Node, steps: readonly UndoStep[]): Expected | null {
  let expected: Expected = { doc, selection: null };
  for (const step of steps) {
    const { before, after } = shownOf(step) ?? { before: null, after: null };
    if (!before) return null;
    if (after.eq(expected.doc)) expected = before;
    else {
      const rest = takeBack(before.doc, after, expected.doc);
      if (!rest) return null;
      expected = { doc: rest, selection: null };
    }
  }
  return expected;
}

/** Makes of a state what was expected, block by block where it differs. */
function mend({ doc, tr }: EditorState, { doc: expected, selection }: Expected): Transaction {
  tr.setMeta('addToHistory', false).setMeta(keepsOrigin, true);
  const { from, until, otherUntil } = differingBlocks(doc, expected);
  if (from < Math.max(until, otherUntil))
    tr.replaceWith(positionOf(doc, from), positionOf(doc, until), blocksBetween(expected, from, otherUntil));
  return selection ? tr.setSelection(Selection.fromJSON(tr.doc, selection.toJSON())) : tr;
}

/**
 * Takes the change between two documents back in a third one, in which others wrote since. Its blocks are found by what
 * they hold, with a neighbour on each side; null when they are not there just once.
 */
function takeBack(before: Node, after: Node, now: Node): Node | null {
  const changed = differingBlocks(after, before);
  const from = Math.max(0, changed.from - 1);
  const until = Math.min(after.childCount, changed.until + 1);
  const isAt = (start: number): boolean => {
    for (let at = from; at < until; at += 1) if (!now.child(start + at - from).eq(after.child(at))) return false;
    return true;
  };
  const places: number[] = [];
  for (let start = 0; start + until - from <= now.childCount; start += 1) if (isAt(start)) places.push(start);
  const [place] = places;
  if (place === undefined || places.length > 1) return null;
  const start = place + changed.from - from;
  const end = place + changed.until - from;
  const content = blocksBetween(now, 0, start)
    .append(blocksBetween(before, changed.from, changed.otherUntil))
    .append(blocksBetween(now, end, now.childCount));
  return now.copy(content);
}

/** The blocks of one document that are not in the other, between those that both begin and those that both end with. */
function differingBlocks(one: Node, other: Node) {
  const fewest = Math.min(one.childCount, other.childCount);
  let from = 0;
  while (from < fewest && one.child(from).eq(other.child(from))) from += 1;
  let [until, otherUntil] = [one.childCount, other.childCount];
  while (until > from && otherUntil > from && one.child(until - 1).eq(other.child(otherUntil - 1))) {
    until -= 1;
    otherUntil -= 1;
  }
  return { from, until, otherUntil };
}

function blocksBetween(doc: Node, from: number, until: number): Fragment {
  return Fragment.fromArray(doc.children.slice(from, until));
}

function positionOf(doc: Node, block: number): number {
  let position = 0;
  for (let at = 0; at < block; at += 1) position += doc.child(at).nodeSize;
  return position;
}
