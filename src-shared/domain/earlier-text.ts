import { z } from 'zod';

/** An earlier text of an answer or a summary. */
export const EarlierText = z.strictObject({
  text: z.string(),
  savedAt: z.string(),
  /** It was written on another device. */
  isFromElsewhere: z.boolean(),
});
export type EarlierText = z.infer<typeof EarlierText>;

/** A text that is about to be overwritten. Times are milliseconds since 1970. */
export type Overwriting = {
  readonly before: string;
  readonly after: string;
  /** When `before` was saved. */
  readonly savedAtMs: number;
  /** When the last earlier text was kept, or the text was begun. */
  readonly keptAtMs: number;
  readonly nowMs: number;
};

/** A text that has stood this long is a version of its own. */
const standingMs = 2 * 60 * 1000;

/** How many characters of a text a change takes away: what lies between the common beginning and the common end. */
function lostCharacters(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start += 1;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1;
  return before.length - start - end;
}

/**
 * Whether the text that is overwritten is worth a version of its own. A text that stood for two minutes is. Autosaves
 * that only add to it are not; one that takes something away is when the last version is two minutes old or when more
 * than `largeShare` of the text goes.
 */
export function isWorthKeeping(
  { before, after, savedAtMs, keptAtMs, nowMs }: Overwriting,
  largeShare: number,
): boolean {
  if (before.trim() === '' || before === after) return false;
  if (nowMs - savedAtMs > standingMs) return true;
  const lost = lostCharacters(before, after);
  if (lost === 0) return false;
  return nowMs - keptAtMs > standingMs || lost > before.length * largeShare;
}
