import { createLedger, type Ledger } from '../conservation';
import type { SetLine } from './line-breaking';

/**
 * The words as they went onto pages. Lines come in the order of the pages, which in a table is not the order of
 * reading; a paragraph is entered when all its lines have been painted and all before it have been entered.
 */
export function createPaintedText() {
  const ledger = createLedger();
  const waiting = new Map<number, { text: string; lines: number; readonly total: number }>();
  const notes: { readonly id: number; text: string }[] = [];
  let next = 0;

  function paint({ paragraph, text }: SetLine): void {
    if (!paragraph) return;
    const open = waiting.get(paragraph.order) ?? { text: '', lines: 0, total: paragraph.lines };
    open.text += text;
    open.lines += 1;
    waiting.set(paragraph.order, open);
    for (let first = waiting.get(next); first && first.lines === first.total; first = waiting.get(next)) {
      ledger.addBody(first.text);
      waiting.delete(next);
      next += 1;
    }
  }

  function paintNote(id: number, text: string): void {
    const last = notes.at(-1);
    if (last?.id === id) last.text += text;
    else notes.push({ id, text });
  }

  function end(): Ledger {
    // A paragraph that was not painted whole is entered as it is: the comparison will name it.
    for (const order of [...waiting.keys()].sort((one, other) => one - other)) ledger.addBody(waiting.get(order)?.text ?? '');
    for (const note of notes.sort((one, other) => one.id - other.id)) ledger.addNote(note.text);
    return ledger;
  }

  return { paint, paintNote, end };
}

/** Where a painter reports its words. */
export type PaintedPages = ReturnType<typeof createPaintedText>;
