import type { Mark, Node, Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
import { isOfReviewer, type Suggestion } from '../../src-shared/domain/suggestion';
import type { OriginKind } from '../../src-shared/text/document';
import { sentenceSum } from '../../src-shared/text/provenance';
import { wordChanges, type WordChange } from '../../src-shared/text/word-changes';
import { readLine } from './line-text';
import { keepsOrigin } from './origin-plugin';
import { passagesOf, textOf, type Passage } from './passages';
import { asOneUndoStep } from './undo-steps';

/** What a suggestion must say to be shown in the text. */
export type ShownSuggestion = Pick<Suggestion, 'id' | 'line' | 'how' | 'before' | 'after'>;

type Placed = { readonly suggestion: ShownSuggestion; readonly position: number };

type PluginState = {
  readonly suggestions: readonly ShownSuggestion[];
  readonly current: string | null;
  readonly placed: readonly Placed[];
  readonly decorations: DecorationSet;
};
type Order = { readonly suggestions?: readonly ShownSuggestion[]; readonly current?: string | null };

const key = new PluginKey<PluginState>('suggestions');
const nothing: PluginState = { suggestions: [], current: null, placed: [], decorations: DecorationSet.empty };

/**
 * Shows suggestions in the text as tracked changes. They are drawn over it and never part of it. One whose passage was
 * changed has no place and is not shown; it comes back when the passage does, as after an undo.
 */
export function createSuggestionsPlugin(language: string): Plugin<PluginState> {
  const changesOf = rememberChanges(language);
  const place = (doc: Node, suggestions: readonly ShownSuggestion[], current: string | null): PluginState => {
    const placed = placeAll(doc, suggestions);
    return { suggestions, current, placed, decorations: draw(doc, placed, current, changesOf) };
  };
  return new Plugin<PluginState>({
    key,
    state: {
      init: () => nothing,
      apply(transaction, known, _before, { doc }) {
        const order = transaction.getMeta(key) as Order | undefined;
        if (order) return place(doc, order.suggestions ?? known.suggestions, order.current === undefined ? known.current : order.current);
        if (!transaction.docChanged || known.suggestions.length === 0) return known;
        return moveAlong(known, transaction) ?? place(doc, known.suggestions, known.current);
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
  });
}

/** Reviewers have something to say about verse as well. */
const placeable: ReadonlySet<string> = new Set(['paragraph', 'heading', 'verseLine']);

type ChangesOf = (suggestion: ShownSuggestion) => readonly WordChange[];

function rememberChanges(language: string): ChangesOf {
  const known = new WeakMap<ShownSuggestion, readonly WordChange[]>();
  return (suggestion) => {
    const changes = known.get(suggestion) ?? wordChanges(suggestion.before, suggestion.after, language);
    known.set(suggestion, changes);
    return changes;
  };
}

/** The state after a change that left every suggestion its passage; `null` when one must be looked for. */
function moveAlong(known: PluginState, transaction: Transaction): PluginState | null {
  const { mapping, doc } = transaction;
  // Undo and other devices put a whole new document in place of the old one: no position says anything then.
  if (transaction.getMeta(ySyncPluginKey) !== undefined || known.placed.length < known.suggestions.length) return null;
  const placed = known.placed.map(({ suggestion, position }) => ({ suggestion, position: mapping.map(position, 1) }));
  const isWhole = placed.every(({ suggestion, position }) => isAt(doc, position, suggestion.before));
  return isWhole ? { ...known, placed, decorations: known.decorations.map(mapping, doc) } : null;
}

function isAt(doc: Node, position: number, text: string): boolean {
  const node = position <= doc.content.size ? doc.nodeAt(position) : null;
  return node?.isTextblock === true && textOf(node) === text;
}

/** Finds each suggestion's passage by its words: at its own line if it is still there, else the first that is free. Remarks take no place. */
function placeAll(doc: Node, suggestions: readonly ShownSuggestion[]): Placed[] {
  if (suggestions.length === 0) return [];
  const wanted = new Set(suggestions.map(({ before }) => before));
  const passages = passagesOf(doc, placeable).filter(({ text }) => wanted.has(text));
  const taken = new Set<Passage>();
  return suggestions.flatMap((suggestion) => {
    const isRemark = suggestion.how === 'remark';
    const free = passages.filter((passage) => passage.text === suggestion.before && (isRemark || !taken.has(passage)));
    const passage = free.find(({ line }) => line === suggestion.line) ?? free[0];
    if (!passage) return [];
    if (!isRemark) taken.add(passage);
    return [{ suggestion, position: passage.position }];
  });
}

function draw(doc: Node, placed: readonly Placed[], current: string | null, changesOf: ChangesOf): DecorationSet {
  const decorations = placed.flatMap(({ suggestion, position }) => {
    const block = doc.nodeAt(position);
    if (!block) return [];
    const { positions } = readLine(block, position);
    const isCurrent = suggestion.id === current ? ' is-current' : '';
    if (suggestion.how === 'remark') return [Decoration.inline(position + 1, position + block.nodeSize - 1, { class: `suggestion-remark${isCurrent}` })];
    return changesOf(suggestion).flatMap(({ from, to, text }) => {
      const [start, end] = [positions(from), to > from ? positions(to - 1) + 1 : positions(from)];
      const removed = Decoration.inline(start, end, { class: `suggestion-removed${isCurrent}` });
      const added = Decoration.widget(end, () => inserted(text, isCurrent), {
        side: -1,
        key: `${suggestion.id} ${from}${isCurrent} ${text}`,
        ignoreSelection: true,
      });
      return [...(to > from ? [removed] : []), ...(text === '' ? [] : [added])];
    });
  });
  return DecorationSet.create(doc, decorations);
}

function inserted(text: string, isCurrent: string): HTMLElement {
  const element = document.createElement('ins');
  element.className = `suggestion-added${isCurrent}`;
  element.textContent = text;
  return element;
}

/** The suggestions that stand in the text now, and the one that is looked at. */
export function suggestionsState(state: EditorState): { readonly placed: readonly string[]; readonly current: string | null } {
  const { placed, current } = key.getState(state) ?? nothing;
  return { placed: placed.map(({ suggestion }) => suggestion.id), current };
}

/** Shows these suggestions and no others. */
export function showSuggestions(view: EditorView, suggestions: readonly ShownSuggestion[]): void {
  if (suggestions.length === 0 && key.getState(view.state)?.suggestions.length === 0) return;
  view.dispatch(view.state.tr.setMeta(key, { suggestions } satisfies Order).setMeta('addToHistory', false));
}

/** Looks at a suggestion and brings it into sight; `null` looks at none. */
export function lookAtSuggestion(view: EditorView, id: string | null): void {
  const found = key.getState(view.state)?.placed.find(({ suggestion }) => suggestion.id === id);
  const tr = view.state.tr.setMeta(key, { current: id } satisfies Order).setMeta('addToHistory', false);
  if (found) tr.setSelection(TextSelection.near(tr.doc.resolve(found.position + 1)));
  view.dispatch(tr);
  view.dom.querySelector('.is-current')?.scrollIntoView({ block: 'center' });
}

/** The suggestion after the one that is looked at, from the cursor on when there is none; `null` when none is left. */
export function nextSuggestion(state: EditorState): string | null {
  const { placed, current } = key.getState(state) ?? nothing;
  const inOrder = [...placed].sort((one, other) => one.position - other.position);
  const at = inOrder.findIndex(({ suggestion }) => suggestion.id === current);
  const next = at === -1 ? inOrder.find(({ position }) => position >= state.selection.from - 1) : inOrder[at + 1];
  return (next ?? inOrder[0])?.suggestion.id ?? null;
}

/**
 * Takes suggestions into the text as one undo step, each exactly in its passage. Words that stay keep their origin, what
 * is new is known as the co-writer’s or the manuscript’s; spoken words that were tidied up stay whose they were. Answers with the
 * ids that were taken: a passage that is gone takes none.
 */
export function acceptSuggestions(view: EditorView, ids: readonly string[], language: string): readonly string[] {
  const { state } = view;
  const placed = (key.getState(state) ?? nothing).placed.filter(({ suggestion }) => ids.includes(suggestion.id));
  if (placed.length === 0) return [];
  const { tr } = state;
  // From the end to the start, so that no place moves before its turn.
  for (const { suggestion, position } of [...placed].sort((one, other) => other.position - one.position)) {
    const kind = kindOf(suggestion);
    for (const change of wordChanges(suggestion.before, suggestion.after, language).reverse()) apply(tr, position, change, kind);
  }
  const taken = placed.map(({ suggestion }) => suggestion.id);
  asOneUndoStep(view, () => view.dispatch(tr.setMeta(keepsOrigin, true)), { suggestions: taken });
  return taken;
}

/** Whose the words are that a suggestion brings; `null` for those of the words beside them. */
function kindOf(suggestion: ShownSuggestion): OriginKind | null {
  if (suggestion.how === 'tidy') return null;
  return isOfReviewer(suggestion) ? 'imported' : 'co-writer';
}

/** Makes one change in the block at a position. Notes among the words that go are left where they are. */
function apply(tr: Transaction, position: number, { from, to, text }: WordChange, kind: OriginKind | null): void {
  const block = tr.doc.nodeAt(position);
  if (!block) return;
  const { positions } = readLine(block, position);
  const start = positions(from);
  const beside = marksAt(tr.doc, start, to > from);
  const end = to > from ? positions(to - 1) + 1 : start;
  const gone: { readonly from: number; readonly to: number }[] = [];
  tr.doc.nodesBetween(start, end, (node, at) => {
    const isWords = node.isText || node.type.name === 'hardBreak';
    if (isWords) gone.unshift({ from: Math.max(start, at), to: Math.min(end, at + node.nodeSize) });
    return node === block || node.type.name !== 'footnote';
  });
  for (const piece of gone) tr.delete(piece.from, piece.to);
  if (text === '') return;
  const { schema } = tr.doc.type;
  if (kind === null) return void tr.insert(start, inlineOf(schema, text, beside));
  const own = beside.filter(({ type }) => type.name !== 'origin');
  const origin = schema.mark('origin', { kind, ref: '', sum: kind === 'co-writer' ? sentenceSum(text) : '' });
  tr.insert(start, inlineOf(schema, text, origin.addToSet(own)));
}

/** Words with their line breaks. */
const inlineOf = (schema: Schema, text: string, marks: readonly Mark[]): Node[] =>
  text
    .split(/(\n)/u)
    .filter((piece) => piece !== '')
    .map((piece) => (piece === '\n' ? schema.node('hardBreak') : schema.text(piece, marks)));

/** The marks that new words take on: those of the words they replace, or of the word before. */
function marksAt(doc: Node, position: number, replaces: boolean) {
  const $position = doc.resolve(position);
  const beside = replaces ? $position.nodeAfter : $position.nodeBefore;
  return (beside?.marks ?? []).filter(({ type }) => type.name !== 'link');
}
