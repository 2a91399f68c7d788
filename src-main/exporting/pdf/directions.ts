import bidiFactory from 'bidi-js';

const bidi = bidiFactory();

/** Which way a paragraph runs. */
export type Direction = 'ltr' | 'rtl';

const rightToLeftLetters = /[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff]|[\ud802\ud803\ud83a\ud83b]/u;

/** The embedding level of each letter (Unicode bidirectional algorithm); `null` when all run from left to right. */
export function directionsOf(text: string, direction: Direction): Uint8Array | null {
  if (direction === 'ltr' && !rightToLeftLetters.test(text)) return null;
  return bidi.getEmbeddingLevels(text, direction).levels;
}

/** The letter as it looks in text that runs the other way: brackets turn. */
export const mirrored = (letter: string): string => bidi.getMirroredCharacter(letter) ?? letter;

/** Puts the items of a line into the order in which they stand on paper (rule L2). */
export function visualOrder<T extends { readonly level: number }>(items: readonly T[]): readonly T[] {
  const highest = items.reduce((most, { level }) => Math.max(most, level), 0);
  if (highest === 0) return items;
  const order = [...items];
  for (let level = highest; level > 0; level -= 1) reverseRuns(order, level);
  return order;
}

function reverseRuns(items: { readonly level: number }[], level: number): void {
  let start = 0;
  while (start < items.length) {
    if ((items[start]?.level ?? 0) < level) {
      start += 1;
      continue;
    }
    let end = start;
    while (end < items.length && (items[end]?.level ?? 0) >= level) end += 1;
    items.splice(start, end - start, ...items.slice(start, end).reverse());
    start = end;
  }
}
