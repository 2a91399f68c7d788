import type { Atom, InnerBreak, Segment } from './atom';

/** A set line: its pieces in reading order, with the space behind each. */
export type SetLine = {
  readonly pieces: readonly LinePiece[];
  readonly width: number;
  readonly notes: Atom['notes'];
  /** The author's letters on it. */
  readonly text: string;
  /** The paragraph it is of, for the check that each has been painted; `null` for what the export adds. */
  readonly paragraph: PaintedParagraph | null;
};

/** A paragraph in reading order and how many lines it has. */
export type PaintedParagraph = { readonly order: number; readonly lines: number };

/** Letters and the space behind them. */
export type LinePiece = { readonly segments: readonly Segment[]; readonly width: number; readonly space: number; readonly level: number };

/** The measure to fill. `widthOf` may differ from line to line, for indents. */
export type Measure = {
  readonly widthOf: (line: number) => number;
  readonly isJustified: boolean;
  readonly hyphenates: boolean;
};

/**
 * Every place where a line may end, in order; the first is the start of the paragraph. A book has millions of them, so
 * they are columns of numbers: the widths, the stretch and the spaces up to where the line ends there, and up to where
 * the next one begins.
 */
type Places = {
  readonly atom: number[];
  readonly inner: (InnerBreak | null)[];
  readonly endWidth: number[];
  readonly endStretch: number[];
  readonly endSpace: number[];
  readonly startWidth: number[];
  readonly startStretch: number[];
  readonly startSpace: number[];
  readonly isForced: boolean[];
};

type Active = { readonly place: number; readonly line: number; readonly demerits: number; readonly previous: Active | null };

const shrinkOfSpace = 0.22;
const hyphenPenalty = 60;
const dashPenalty = 12;
const hyphenAgain = 9_000;
/** A last line narrower than this, in points, looks like a line that was left over. */
const shortestEnd = 30;
const stubDemerits = 4_000;
/** A line that would gape wider than this is left short. */
const widestRatio = 4;
const raggedStretch = 0.35;

type Division = 'none' | 'words' | 'letters';

/** The tries of a paragraph, from the loveliest to the one that always works. */
const tries = [
  { tolerance: 110, breaks: 'none' },
  { tolerance: 500, breaks: 'words' },
  { tolerance: Infinity, breaks: 'words' },
  { tolerance: Infinity, breaks: 'letters' },
] as const satisfies readonly { readonly tolerance: number; readonly breaks: Division }[];

/**
 * Divides a paragraph into the lines that are best taken together (after Knuth and Plass): even spaces, few hyphens,
 * no two in a row.
 */
export function breakLines(atoms: readonly Atom[], measure: Measure): SetLine[] {
  if (atoms.length === 0) return [];
  for (const attempt of tries) {
    if (attempt.breaks === 'none' && !measure.isJustified && atoms.some((atom) => atom.width > measure.widthOf(0))) continue;
    const tried = attempt.breaks === 'letters' ? apart(atoms, measure) : atoms;
    const places = placesOf(tried, measure, attempt.breaks);
    const found = bestBreaks(places, measure, attempt.tolerance);
    if (found) return setLines({ atoms: tried, places, measure }, chainOf(found));
  }
  // An atom of one letter wider than the line: it stands alone on it.
  const places = placesOf(atoms, measure, 'none');
  return setLines({ atoms, places, measure }, places.atom.map((_atom, place) => place).slice(1));
}

/** What is nearly as wide as a line is taken apart into its letters. */
function apart(atoms: readonly Atom[], measure: Measure): Atom[] {
  return atoms.flatMap((atom) => (atom.width > measure.widthOf(1) * 0.8 ? atom.letters() : [atom]));
}

function placesOf(atoms: readonly Atom[], measure: Measure, breaks: Division): Places {
  const places: Places = {
    atom: [-1], inner: [null], endWidth: [0], endStretch: [0], endSpace: [0], startWidth: [0], startStretch: [0], startSpace: [0], isForced: [true],
  };
  let width = 0;
  let stretch = 0;
  let space = 0;
  for (let at = 0; at < atoms.length; at += 1) {
    const atom = atoms[at];
    if (!atom) continue;
    if (breaks !== 'none') {
      for (const inner of atom.breaks()) {
        if (inner.isHyphen && !measure.hyphenates) continue;
        add(at, inner, width + inner.beforeWidth, false);
        begin(width + atom.width - inner.afterWidth);
      }
    }
    add(at, null, width + atom.width, atom.isForced || at === atoms.length - 1);
    width += atom.width + atom.space;
    stretch += atom.spaceStretch;
    space += atom.space;
    begin(width);
  }
  return places;

  function add(at: number, inner: InnerBreak | null, endWidth: number, isForced: boolean): void {
    places.atom.push(at);
    places.inner.push(inner);
    places.endWidth.push(endWidth);
    places.endStretch.push(stretch);
    places.endSpace.push(space);
    places.isForced.push(isForced);
  }

  function begin(startWidth: number): void {
    places.startWidth.push(startWidth);
    places.startStretch.push(stretch);
    places.startSpace.push(space);
  }
}

const start: Active = { place: 0, line: 0, demerits: 0, previous: null };

function bestBreaks(places: Places, measure: Measure, tolerance: number): Active | null {
  // Sorted by where their line begins: the front ones have the longest lines. Those before `front` are spent.
  let active: Active[] = [start];
  let front = 0;
  const loosest = tolerance === Infinity ? Infinity : Math.cbrt(tolerance / 100);
  for (let place = 1; place < places.atom.length; place += 1) {
    let best: Active | null = null;
    for (let at = front; at < active.length; at += 1) {
      const from = active[at];
      if (!from || isWithinOneAtom(places, from.place, place)) continue;
      const ratio = ratioOf(places, { from: from.place, to: place, width: measure.widthOf(from.line) }, measure.isJustified);
      if (ratio < -1) {
        if (front === at) front += 1;
        continue;
      }
      // All that follow would be looser still.
      if (ratio > loosest) break;
      const demerits = from.demerits + demeritsOf(places, from.place, place, 100 * Math.abs(ratio) ** 3);
      // From the second line on all lines are of one width: how many came before makes no difference.
      if (best === null || demerits < best.demerits) best = { place, line: from.line + 1, demerits, previous: from };
    }
    if (places.isForced[place] === true) {
      active = best ? [best] : [];
      front = 0;
    } else if (best) active.push(best);
    if (front >= active.length) return null;
  }
  return active[front] ?? null;
}

// A word over three lines is left to the last try.
const isWithinOneAtom = ({ inner, atom }: Places, from: number, to: number): boolean =>
  inner[to] !== null && inner[from] !== null && atom[from] === atom[to];

function demeritsOf(places: Places, from: number, to: number, badness: number): number {
  const inner = places.inner[to];
  const isForced = places.isForced[to] === true;
  const penalty = inner ? (inner.isHyphen ? hyphenPenalty : dashPenalty) : 0;
  const endsInHyphen = places.inner[from]?.isHyphen === true;
  // Two hyphens in a row, or a paragraph whose last line is the rest of a word.
  const again = endsInHyphen && (isForced || inner?.isHyphen === true) ? hyphenAgain : 0;
  const stub = isForced && (places.endWidth[to] ?? 0) - (places.startWidth[from] ?? 0) < shortestEnd ? stubDemerits : 0;
  return (10 + Math.min(badness, 10_000) + penalty) ** 2 + again + stub;
}

type Span = { readonly from: number; readonly to: number; readonly width: number };

/** How far the spaces of a line are stretched (above 0) or drawn together (to −1). */
function ratioOf(places: Places, { from, to, width }: Span, isJustified: boolean): number {
  const missing = width - ((places.endWidth[to] ?? 0) - (places.startWidth[from] ?? 0));
  if (missing < 0) {
    const shrink = isJustified ? ((places.endSpace[to] ?? 0) - (places.startSpace[from] ?? 0)) * shrinkOfSpace : 0;
    if (shrink <= 0) return missing > -0.01 ? 0 : -2;
    return missing / shrink;
  }
  if (places.isForced[to] === true) return 0;
  const stretch = isJustified ? (places.endStretch[to] ?? 0) - (places.startStretch[from] ?? 0) : width * raggedStretch;
  return stretch <= 0 ? 1_000 : missing / stretch;
}

/** The places where the lines end, in order. */
function chainOf(last: Active): number[] {
  const chain: number[] = [];
  for (let node: Active = last; node.previous; node = node.previous) chain.push(node.place);
  return chain.reverse();
}

type Divided = { readonly atoms: readonly Atom[]; readonly places: Places; readonly measure: Measure };

function setLines(divided: Divided, ends: readonly number[]): SetLine[] {
  return ends.map((to, line) => setLine(divided, { from: ends[line - 1] ?? 0, to, width: divided.measure.widthOf(line) }));
}

function setLine({ atoms, places, measure }: Divided, span: Span): SetLine {
  const wanted = measure.isJustified ? ratioOf(places, span, true) : 0;
  const ratio = wanted > widestRatio ? 1 : wanted;
  const after = places.inner[span.from] ?? null;
  const before = places.inner[span.to] ?? null;
  const last = places.atom[span.to] ?? 0;
  const first = (places.atom[span.from] ?? 0) + (after ? 0 : 1);
  const pieces: LinePiece[] = [];
  const notes: Atom['notes'][number][] = [];
  let text = '';
  let width = 0;
  for (let at = first; at <= last; at += 1) {
    const atom = atoms[at];
    if (!atom) continue;
    const piece = pieceOf(atom, ratio, { after: at === first ? after : null, before: at === last ? before : null, isLast: at === last });
    pieces.push(piece);
    width += piece.width + piece.space;
    // An atom that is divided is entered where it ends, with its notes.
    if (at === last && before) continue;
    text += atom.text;
    if (atom.notes.length > 0) notes.push(...atom.notes);
  }
  return { pieces, width, notes, text, paragraph: null };
}

type Cuts = { readonly after: InnerBreak | null; readonly before: InnerBreak | null; readonly isLast: boolean };

function pieceOf({ segments, width, space: natural, spaceStretch, level, divide }: Atom, ratio: number, { after, before, isLast }: Cuts): LinePiece {
  const space = isLast ? 0 : natural + (ratio > 0 ? ratio * spaceStretch : ratio * natural * shrinkOfSpace);
  if (after) return { segments: divide(after).after, width: after.afterWidth, space, level };
  if (before) return { segments: divide(before).before, width: before.beforeWidth, space, level };
  return { segments, width, space, level };
}
