/** Lines of a text, how wide the widest is in the unit of `widthOf`, and how badly they are parted (0 is well). */
export type BrokenText = { readonly lines: readonly string[]; readonly width: number; readonly penalty: number };

/** A line that ends in so short a word reads better when the word begins the next one. */
const shortWord = /(?:^|\s)\p{Script=Latin}{1,3}$/u;
/** One short word has no line to itself, unless it is the last. */
const aloneWord = /^\p{Script=Latin}{1,4}$/u;
/** What stands before a colon and what follows are two things: better two lines. */
const twoThings = /[:;：；—–] ?\S/u;

function penaltyOf(line: string, isLast: boolean): number {
  const short = !isLast && shortWord.test(line) ? 0.5 : 0;
  const alone = !isLast && aloneWord.test(line) ? 1 : 0;
  return short + alone + (twoThings.test(line) ? 2 : 0);
}

/**
 * Breaks pieces into so many lines that the widest is as narrow as can be, and among those the most even; `undefined`
 * when there are fewer pieces than lines. A few hundred pieces are no work.
 */
export function breakInto(
  pieces: readonly string[],
  count: number,
  widthOf: (line: string) => number,
): BrokenText | undefined {
  if (count < 1 || count > pieces.length) return undefined;
  const lineOf = (from: number, to: number): string => pieces.slice(from, to).join('').trim();
  type Best = { readonly widest: number; readonly penalty: number; readonly unevenness: number; readonly from: number };
  let before: (Best | undefined)[] = [{ widest: 0, penalty: 0, unevenness: 0, from: 0 }];
  const table: (Best | undefined)[][] = [];
  for (let line = 1; line <= count; line += 1) {
    const row: (Best | undefined)[] = [];
    for (let to = line; to <= pieces.length - (count - line); to += 1) {
      for (let from = to - 1; from >= line - 1; from -= 1) {
        const start = before[from];
        if (!start) continue;
        const text = lineOf(from, to);
        const width = widthOf(text);
        const candidate = {
          widest: Math.max(start.widest, width),
          penalty: start.penalty + penaltyOf(text, to === pieces.length),
          unevenness: start.unevenness + width ** 2,
          from,
        };
        if (isBetter(candidate, row[to])) row[to] = candidate;
        // Further back the line only grows.
        else if (width > scoreOf(row[to])) break;
      }
    }
    table.push(row);
    before = row;
  }
  const lines: string[] = [];
  let to = pieces.length;
  for (const row of table.toReversed()) {
    const from = row[to]?.from ?? 0;
    lines.unshift(lineOf(from, to));
    to = from;
  }
  return { lines, width: Math.max(...lines.map(widthOf)), penalty: table.at(-1)?.[pieces.length]?.penalty ?? 0 };
}

type Score = { readonly widest: number; readonly penalty: number; readonly unevenness: number };

const scoreOf = (score: Score | undefined): number => (score ? score.widest + score.penalty : Infinity);

function isBetter(one: Score, other: Score | undefined): boolean {
  const difference = scoreOf(one) - scoreOf(other);
  return difference < -1e-6 || (Math.abs(difference) <= 1e-6 && one.unevenness < (other?.unevenness ?? Infinity));
}
