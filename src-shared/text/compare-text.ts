/** One paragraph of a comparison. */
export type ComparedLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string };

/** Longer comparisons would take seconds; they are matched by whole paragraphs in order, without the search for the best. */
const mostCells = 4_000_000;

/** What became of paragraphs: what is in both, what only one side has, in reading order. */
export function compareLines(before: readonly string[], after: readonly string[]): ComparedLine[] {
  const head = sharedHead(before, after);
  const tail = sharedTail(before.slice(head), after.slice(head));
  const left = before.slice(head, before.length - tail);
  const right = after.slice(head, after.length - tail);
  return [
    ...before.slice(0, head).map(same),
    ...(left.length * right.length > mostCells
      ? [...left.map(removed), ...right.map(added)]
      : longestCommon(left, right)),
    ...before.slice(before.length - tail).map(same),
  ];
}

const same = (text: string): ComparedLine => ({ kind: 'same', text });
const added = (text: string): ComparedLine => ({ kind: 'added', text });
const removed = (text: string): ComparedLine => ({ kind: 'removed', text });

function sharedHead(before: readonly string[], after: readonly string[]): number {
  let count = 0;
  while (count < before.length && count < after.length && before[count] === after[count]) count += 1;
  return count;
}

function sharedTail(before: readonly string[], after: readonly string[]): number {
  let count = 0;
  while (count < before.length && count < after.length && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
}

function longestCommon(left: readonly string[], right: readonly string[]): ComparedLine[] {
  const width = right.length + 1;
  const lengths = new Uint32Array((left.length + 1) * width);
  const at = (row: number, column: number) => lengths[row * width + column] ?? 0;
  for (let row = left.length - 1; row >= 0; row -= 1) {
    for (let column = right.length - 1; column >= 0; column -= 1) {
      lengths[row * width + column] =
        left[row] === right[column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  const lines: ComparedLine[] = [];
  let row = 0;
  let column = 0;
  while (row < left.length || column < right.length) {
    const one = left[row];
    const other = right[column];
    if (one !== undefined && one === other) {
      lines.push(same(one));
      row += 1;
      column += 1;
    } else if (one !== undefined && (other === undefined || at(row + 1, column) >= at(row, column + 1))) {
      lines.push(removed(one));
      row += 1;
    } else if (other !== undefined) {
      lines.push(added(other));
      column += 1;
    }
  }
  return lines;
}
