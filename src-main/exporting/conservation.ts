import type { Block, Inline } from './block';
import { notesOf, textOf } from './inline-content';

/** The paragraphs of a book or of a file as one number each, in order: what must be equal after an export. */
export type Ledger = {
  readonly addBody: (text: string) => void;
  readonly addNote: (text: string) => void;
  readonly body: readonly number[];
  readonly notes: readonly number[];
};

/** 53 bits of a text's letters; spaces and soft hyphens do not count, since each format breaks lines its own way. */
function fingerprint(text: string): number {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit <= 0x20 || unit === 0xa0 || unit === 0xad || (unit > 0x1fff && isSpace(unit))) continue;
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return 4294967296 * (2097151 & high) + (low >>> 0);
}

const isSpace = (unit: number): boolean =>
  (unit >= 0x2000 && unit <= 0x200b) || unit === 0x2028 || unit === 0x2029 || unit === 0x202f || unit === 0x205f ||
  unit === 0x3000 || unit === 0xfeff;

const nothing = fingerprint('');

/** Starts an empty ledger. Texts without a letter are not entered. */
export function createLedger(): Ledger {
  const body: number[] = [];
  const notes: number[] = [];
  const addTo = (list: number[]) => (text: string) => {
    const print = fingerprint(text);
    if (print !== nothing) list.push(print);
  };
  return { body, notes, addBody: addTo(body), addNote: addTo(notes) };
}

/** Every line of text of a block, as all formats must hold it. */
export function linesOf(block: Block): (readonly Inline[])[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.content];
    case 'quote':
      return block.blocks.flatMap(linesOf);
    case 'list':
      return block.items.flatMap((item) => item.flatMap(linesOf));
    case 'table':
      return block.rows.flatMap((row) => row.flatMap((cell) => cell.blocks.flatMap(linesOf)));
    case 'verse':
      return [...block.lines];
    case 'figure':
    case 'scene-break':
    case 'code':
      return [];
  }
}

/** Tells of every text of a block, in order. */
export function readBlock(block: Block, hear: { readonly body: (text: string) => void; readonly note: (text: string) => void }): void {
  switch (block.kind) {
    case 'figure':
      hear.body(block.caption);
      return;
    case 'code':
      hear.body(block.text);
      return;
    case 'quote':
      for (const inner of block.blocks) readBlock(inner, hear);
      return;
    case 'list':
      for (const inner of block.items.flat()) readBlock(inner, hear);
      return;
    case 'table':
      for (const cell of block.rows.flat()) for (const inner of cell.blocks) readBlock(inner, hear);
      return;
    default:
      for (const line of linesOf(block)) {
        hear.body(textOf(line));
        for (const note of notesOf(line)) hear.note(textOf(note.content));
      }
  }
}

function firstDifference(name: string, expected: readonly number[], found: readonly number[]): string | null {
  const at = expected.findIndex((print, index) => found[index] !== print);
  if (at === -1 && expected.length === found.length) return null;
  const place = at === -1 ? expected.length : at;
  return `${name} ${place + 1} of ${expected.length} is not in its place (${found.length} found)`;
}

/** What a file lacks or has twice, in words; `null` when every paragraph stands in it exactly once and in order. */
export function compareLedgers(expected: Ledger, found: Ledger): string | null {
  return firstDifference('paragraph', expected.body, found.body) ?? firstDifference('note', expected.notes, found.notes);
}
