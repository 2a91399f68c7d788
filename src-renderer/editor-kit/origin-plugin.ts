import type { MarkType, Node } from '@tiptap/pm/model';
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';

type Range = { readonly from: number; readonly to: number };

const key = new PluginKey<readonly Range[]>('origin');

/** Put on a transaction that brings in text with an origin of its own: a paste, an answer, a draft. */
export const keepsOrigin = 'keepsOrigin';

/**
 * Takes the origin off what the author types, also in the middle of pasted or drafted text.
 *
 * While a composition runs nothing is touched: redrawing under an input method would end it. The ranges wait and are
 * cleaned when the composition is over.
 */
export function createOriginPlugin(): Plugin<readonly Range[]> {
  return new Plugin<readonly Range[]>({
    key,
    state: {
      init: () => [],
      apply(transaction, waiting) {
        if (transaction.getMeta(key) === 'settled') return [];
        if (!transaction.docChanged && waiting.length === 0) return waiting;
        const moved = waiting.map((range) => mapRange(range, transaction)).filter((range) => range.from < range.to);
        if (transaction.getMeta('composition') === undefined || !isTyping(transaction)) return moved;
        return [...moved, ...insertedRanges([transaction])];
      },
    },
    appendTransaction(transactions, _before, state) {
      const typed = transactions.filter((transaction) => isTyping(transaction) && !isComposing(transaction));
      if (typed.length === 0) return null;
      return withoutOrigin(state, insertedRanges(transactions, isTyping));
    },
    view: () => ({
      update(view) {
        const waiting = key.getState(view.state) ?? [];
        if (waiting.length === 0 || view.composing) return;
        const { state } = view;
        setTimeout(() => {
          if (view.isDestroyed || view.composing || view.state !== state) return;
          const cleaned = withoutOrigin(state, waiting) ?? state.tr;
          view.dispatch(cleaned.setMeta(key, 'settled'));
        });
      },
    }),
  });
}

const isComposing = (transaction: Transaction): boolean => transaction.getMeta('composition') !== undefined;

function isTyping(transaction: Transaction): boolean {
  if (!transaction.docChanged || transaction.getMeta(keepsOrigin) === true) return false;
  const event: unknown = transaction.getMeta('uiEvent');
  if (event === 'paste' || event === 'drop' || event === 'cut') return false;
  return transaction.getMeta(ySyncPluginKey) === undefined && transaction.getMeta('appendedTransaction') === undefined;
}

const mapRange = ({ from, to }: Range, transaction: Transaction): Range => ({
  from: transaction.mapping.map(from, 1),
  to: transaction.mapping.map(to, -1),
});

/** Where the given transactions put something new, as positions after all of them. */
function insertedRanges(
  transactions: readonly Transaction[],
  counts: (transaction: Transaction) => boolean = () => true,
): readonly Range[] {
  let ranges: Range[] = [];
  for (const transaction of transactions) {
    ranges = ranges.map((range) => mapRange(range, transaction));
    if (!counts(transaction)) continue;
    transaction.mapping.maps.forEach((map, index) => {
      const rest = transaction.mapping.slice(index + 1);
      map.forEach((_oldFrom, _oldTo, from, to) => {
        if (to > from) ranges.push({ from: rest.map(from, 1), to: rest.map(to, -1) });
      });
    });
  }
  return ranges.filter((range) => range.from < range.to);
}

function withoutOrigin(state: EditorState, ranges: readonly Range[]): Transaction | null {
  const origin = state.schema.marks['origin'];
  if (!origin) return null;
  const { tr } = state;
  for (const { from, to } of ranges) {
    if (hasMark(state.doc, { from, to }, origin)) tr.removeMark(from, to, origin);
  }
  if (!tr.docChanged) return null;
  return tr.setStoredMarks(state.storedMarks);
}

function hasMark(doc: Node, { from, to }: Range, type: MarkType): boolean {
  return doc.rangeHasMark(Math.max(from, 0), Math.min(to, doc.content.size), type);
}
