import { Plugin, PluginKey, TextSelection, type EditorState } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { createFinder, type FindQuery, type Match } from './find-text';
import { asOneUndoStep } from './undo-steps';

/** What the find bar shows. `current` is counted from 0, -1 when none is chosen. */
export type FindState = { readonly query: FindQuery; readonly matches: readonly Match[]; readonly current: number };

type PluginState = FindState & { readonly decorations: DecorationSet; readonly isStale: boolean };
type Order = { readonly query?: FindQuery; readonly current?: number; readonly refresh?: true };

const key = new PluginKey<PluginState>('find');
const nothing: PluginState = {
  query: { text: '', isWholeWord: false },
  matches: [],
  current: -1,
  decorations: DecorationSet.empty,
  isStale: false,
};

/** More highlights than this are drawn only around the current one; all of them are counted. */
const mostHighlights = 1_000;
const refreshDelayMs = 150;

/** Highlights what is looked for. After a key press the highlights move along; a pause later they are found anew. */
export function createFindPlugin(): Plugin<PluginState> {
  const find = createFinder();
  return new Plugin<PluginState>({
    key,
    state: {
      init: () => nothing,
      apply(transaction, found, _before, state) {
        const order = transaction.getMeta(key) as Order | undefined;
        if (order) return obey(order, found, state);
        if (!transaction.docChanged || found.query.text === '') return found;
        const decorations = found.decorations.map(transaction.mapping, transaction.doc);
        const matches = found.matches.map(({ from, to }) => ({
          from: transaction.mapping.map(from, 1),
          to: transaction.mapping.map(to, -1),
        }));
        return { ...found, matches, decorations, isStale: true };
      },
    },
    props: { decorations: (state) => key.getState(state)?.decorations },
    view(view) {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const refresh = () => view.dispatch(view.state.tr.setMeta(key, { refresh: true } satisfies Order));
      return {
        update() {
          if (key.getState(view.state)?.isStale !== true) return;
          clearTimeout(timer);
          timer = setTimeout(refresh, refreshDelayMs);
        },
        destroy: () => clearTimeout(timer),
      };
    },
  });

  function obey(order: Order, found: PluginState, state: EditorState): PluginState {
    const query = order.query ?? found.query;
    if (query.text === '') return { ...nothing, query };
    const mustFind = order.query !== undefined || order.refresh === true || found.isStale;
    const matches = mustFind ? find(state.doc, query) : found.matches;
    const wanted = order.current ?? (order.query ? nearestMatch(matches, state.selection.from) : found.current);
    const current = Math.min(wanted, matches.length - 1);
    return { query, matches, current, decorations: highlight(state, matches, current), isStale: false };
  }
}

function nearestMatch(matches: readonly Match[], position: number): number {
  const next = matches.findIndex((match) => match.from >= position);
  return next === -1 ? 0 : next;
}

function highlight(state: EditorState, matches: readonly Match[], current: number): DecorationSet {
  const first = matches.length > mostHighlights ? Math.max(0, current - mostHighlights / 2) : 0;
  const shown = matches.slice(first, first + mostHighlights);
  const decorations = shown.map(({ from, to }, index) =>
    Decoration.inline(from, to, { class: first + index === current ? 'found is-current' : 'found' }),
  );
  return DecorationSet.create(state.doc, decorations);
}

/** What is found now. */
export const findState = (state: EditorState): FindState => key.getState(state) ?? nothing;

/** Looks for something else, or for nothing with an empty text. */
export function setFindQuery(view: EditorView, query: FindQuery): void {
  view.dispatch(view.state.tr.setMeta(key, { query } satisfies Order));
  reveal(view);
}

/** Goes to the next (1) or the previous (-1) match, round the end. */
export function goToMatch(view: EditorView, step: 1 | -1): void {
  const { matches, current } = findState(view.state);
  if (matches.length === 0) return;
  const next = (current + step + matches.length) % matches.length;
  view.dispatch(view.state.tr.setMeta(key, { current: next } satisfies Order));
  reveal(view);
}

function reveal(view: EditorView): void {
  const { matches, current } = findState(view.state);
  const match = matches[current];
  if (!match) return;
  const selection = TextSelection.create(view.state.doc, match.from, match.to);
  view.dispatch(view.state.tr.setSelection(selection));
  const element = view.dom.querySelector('.found.is-current');
  element?.scrollIntoView({ block: 'center' });
}

/** Replaces the current match and goes on to the next one. */
export function replaceCurrent(view: EditorView, replacement: string): void {
  refreshMatches(view);
  const { matches, current } = findState(view.state);
  const match = matches[current];
  if (!match) return;
  asOneUndoStep(view, () => {
    view.dispatch(replaceIn(view.state, [match], replacement).setMeta(key, { refresh: true } satisfies Order));
  });
  reveal(view);
}

/** Replaces every match as one undo step and says how many there were. */
export function replaceAll(view: EditorView, replacement: string): number {
  refreshMatches(view);
  const { matches } = findState(view.state);
  if (matches.length === 0) return 0;
  asOneUndoStep(view, () => {
    view.dispatch(replaceIn(view.state, matches, replacement).setMeta(key, { refresh: true } satisfies Order));
  });
  return matches.length;
}

function refreshMatches(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(key, { refresh: true } satisfies Order));
}

/** From the end to the start, so that no place moves before its turn. The marks of the first letter stay. */
function replaceIn(state: EditorState, matches: readonly Match[], replacement: string) {
  const { tr } = state;
  for (let index = matches.length - 1; index >= 0; index -= 1) {
    const match = matches[index];
    if (!match) continue;
    if (replacement === '') tr.delete(match.from, match.to);
    else tr.replaceWith(match.from, match.to, state.schema.text(replacement, marksAt(state, match.from)));
  }
  return tr;
}

const marksAt = (state: EditorState, position: number) => state.doc.nodeAt(position)?.marks ?? [];
