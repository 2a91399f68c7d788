import * as Y from 'yjs';

/**
 * Words without a place. Merging can leave typed words on no page: their paragraph was removed on another device, or
 * their chapter was split or joined there. The rule: **a character that somebody typed, that nobody deleted, and that
 * stands on no page is an arrival.** It follows from the set of log entries alone, so every device finds the same.
 */
export type ArrivalRun = { readonly client: number; readonly clock: number; readonly text: string };

/** A stretch of one Yjs client's clock, `to` excluded. */
type Stretch = { readonly from: number; readonly to: number };
type Stretches = Map<number, Stretch[]>;

function add(stretches: Stretches, client: number, from: number, length: number): void {
  const known = stretches.get(client) ?? [];
  const last = known.at(-1);
  if (last?.to === from) known[known.length - 1] = { from: last.from, to: from + length };
  else known.push({ from, to: from + length });
  stretches.set(client, known);
}

function isIn(stretches: readonly Stretch[], clock: number): boolean {
  let low = 0;
  let high = stretches.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = stretches[middle];
    if (!stretch) return false;
    if (clock < stretch.from) high = middle - 1;
    else if (clock >= stretch.to) low = middle + 1;
    else return true;
  }
  return false;
}

/** Sorted and without overlap, so that {@link isIn} can halve its way. */
function settle(stretches: Stretches): Stretches {
  for (const [client, list] of stretches) {
    const merged: Stretch[] = [];
    for (const next of list.sort((a, b) => a.from - b.from)) {
      const last = merged.at(-1);
      if (last && next.from <= last.to) merged[merged.length - 1] = { from: last.from, to: Math.max(last.to, next.to) };
      else merged.push(next);
    }
    stretches.set(client, merged);
  }
  return stretches;
}

/** What the log says of one text: every run that was typed, and every character that was deleted on purpose. */
function readHistory(updates: readonly Uint8Array[]) {
  const typed = new Map<number, { clock: number; text: string }[]>();
  const deleted: Stretches = new Map();
  for (const update of updates) {
    const { structs, ds } = Y.decodeUpdate(update);
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      const runs = typed.get(struct.id.client) ?? [];
      runs.push({ clock: struct.id.clock, text: struct.content.str });
      typed.set(struct.id.client, runs);
    }
    for (const [client, items] of ds.clients) for (const { clock, len } of items) add(deleted, client, clock, len);
  }
  return { typed, deleted: settle(deleted) };
}

function visibleIn(text: Y.Doc): Stretches {
  const visible: Stretches = new Map();
  for (const [client, structs] of text.store.clients) {
    for (const struct of structs) {
      if (struct instanceof Y.Item && !struct.deleted) add(visible, client, struct.id.clock, struct.length);
    }
  }
  return settle(visible);
}

/**
 * The arrivals of one text, in the order of client and clock.
 *
 * `updates` is every update the logs hold for it. What `isPlaced` names already stands elsewhere: characters that were
 * moved on when the text was sealed, the seed of a move that does not count, arrivals the author has dealt with.
 */
export function findArrivals(text: {
  readonly updates: readonly Uint8Array[];
  /** The text itself while it is live; a text that is not live shows nothing. */
  readonly live: Y.Doc | undefined;
  readonly isPlaced: (client: number, clock: number) => boolean;
}): ArrivalRun[] {
  const { typed, deleted } = readHistory(text.updates);
  const visible = text.live ? visibleIn(text.live) : (new Map() as Stretches);
  const found: { client: number; clock: number; text: string }[] = [];
  for (const client of [...typed.keys()].sort((a, b) => a - b)) {
    const gone = deleted.get(client) ?? [];
    const shown = visible.get(client) ?? [];
    let next = 0;
    for (const run of (typed.get(client) ?? []).sort((a, b) => a.clock - b.clock)) {
      for (let offset = Math.max(0, next - run.clock); offset < run.text.length; offset += 1) {
        const clock = run.clock + offset;
        if (isIn(shown, clock) || isIn(gone, clock) || text.isPlaced(client, clock)) continue;
        const last = found.at(-1);
        if (last?.client === client && last.clock + last.text.length === clock) last.text += run.text.charAt(offset);
        else found.push({ client, clock, text: run.text.charAt(offset) });
      }
      next = Math.max(next, run.clock + run.text.length);
    }
  }
  return found;
}
