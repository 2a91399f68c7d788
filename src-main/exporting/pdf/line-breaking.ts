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
 * A place where a line may end: the width, the stretch and the spaces of everything up to there, and of everything up
 * to where the next line begins.
 */
type Place = {
  atom: number;
  inner: InnerBreak | null;
  isForced: boolean;
  endWidth: number;
  endStretch: number;
  endSpace: number;
  startWidth: number;
  startStretch: number;
  startSpace: number;
};

/** The best way to end a line at a place. */
type Ending = Readonly<Place> & { readonly line: number; readonly demerits: number; readonly previous: Ending | null };

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
type Attempt = { readonly tolerance: number; readonly breaks: Division };

/** The tries of a paragraph, from the loveliest to the one that always works. */
const tries = [
  { tolerance: 110, breaks: 'none' },
  { tolerance: 500, breaks: 'words' },
  { tolerance: Infinity, breaks: 'words' },
  { tolerance: Infinity, breaks: 'letters' },
] as const satisfies readonly Attempt[];

/**
 * Divides a paragraph into the lines that are best taken together (after Knuth and Plass): even spaces, few hyphens,
 * no two in a row.
 */
export function breakLines(atoms: readonly Atom[], measure: Measure): SetLine[] {
  if (atoms.length === 0) return [];
  for (const attempt of tries) {
    if (attempt.breaks === 'none' && !measure.isJustified && atoms.some((atom) => atom.width > measure.widthOf(0))) continue;
    const tried = attempt.breaks === 'letters' ? apart(atoms, measure) : atoms;
    const found = bestEnding(tried, measure, attempt);
    if (found) return setLines(tried, measure, found);
  }
  // An atom of one letter wider than the line: it stands alone on it.
  return setLines(atoms, measure, eachAlone(atoms));
}

/** What is nearly as wide as a line is taken apart into its letters. */
function apart(atoms: readonly Atom[], measure: Measure): Atom[] {
  return atoms.flatMap((atom) => (atom.width > measure.widthOf(1) * 0.8 ? atom.letters() : [atom]));
}

const start: Ending = {
  atom: -1, inner: null, isForced: true, endWidth: 0, endStretch: 0, endSpace: 0, startWidth: 0, startStretch: 0, startSpace: 0,
  line: 0, demerits: 0, previous: null,
};

const endingAt = (place: Place, previous: Ending, demerits: number): Ending => ({
  atom: place.atom, inner: place.inner, isForced: place.isForced,
  endWidth: place.endWidth, endStretch: place.endStretch, endSpace: place.endSpace,
  startWidth: place.startWidth, startStretch: place.startStretch, startSpace: place.startSpace,
  line: previous.line + 1, demerits, previous,
});

type Search = { readonly atoms: readonly Atom[]; readonly measure: Measure; readonly breaks: Division };

/**
 * Goes through the places in order, the last one too; ends when `visit` answers `false`. A book has millions of them:
 * it is one and the same object each time.
 */
function eachPlace({ atoms, measure, breaks }: Search, visit: (place: Place) => boolean): boolean {
  const place: Place = { ...start };
  let width = 0;
  for (let at = 0; at < atoms.length; at += 1) {
    const atom = atoms[at];
    if (!atom) continue;
    place.atom = at;
    place.endStretch = place.startStretch;
    place.endSpace = place.startSpace;
    place.isForced = false;
    if (breaks !== 'none') {
      for (const inner of atom.breaks()) {
        if (inner.isHyphen && !measure.hyphenates) continue;
        place.inner = inner;
        place.endWidth = width + inner.beforeWidth;
        place.startWidth = width + atom.width - inner.afterWidth;
        if (!visit(place)) return false;
      }
    }
    place.inner = null;
    place.isForced = atom.isForced || at === atoms.length - 1;
    place.endWidth = width + atom.width;
    width += atom.width + atom.space;
    place.startWidth = width;
    place.startStretch += atom.spaceStretch;
    place.startSpace += atom.space;
    if (!visit(place)) return false;
  }
  return true;
}

function bestEnding(atoms: readonly Atom[], measure: Measure, { tolerance, breaks }: Attempt): Ending | null {
  // Sorted by where their line begins: the front ones have the longest lines. Those before `front` are spent.
  let active: Ending[] = [start];
  let front = 0;
  const loosest = tolerance === Infinity ? Infinity : Math.cbrt(tolerance / 100);

  function visit(place: Place): boolean {
    let best: Ending | null = null;
    let least = Infinity;
    for (let at = front; at < active.length; at += 1) {
      const from = active[at];
      // A word over three lines is left to the last try.
      if (!from || (place.inner !== null && from.inner !== null && place.atom === from.atom)) continue;
      const ratio = ratioOf(from, place, measure);
      if (ratio < -1) {
        if (front === at) front += 1;
        continue;
      }
      // All that follow would be looser still.
      if (ratio > loosest) break;
      const demerits = from.demerits + demeritsOf(from, place, 100 * Math.abs(ratio * ratio * ratio));
      // From the second line on all lines are of one width: how many came before makes no difference.
      if (demerits >= least) continue;
      best = from;
      least = demerits;
    }
    const ending = best && endingAt(place, best, least);
    if (place.isForced) {
      active = ending ? [ending] : [];
      front = 0;
    } else if (ending) active.push(ending);
    return front < active.length;
  }

  return eachPlace({ atoms, measure, breaks }, visit) ? (active[front] ?? null) : null;
}

function eachAlone(atoms: readonly Atom[]): Ending {
  let last = start;
  eachPlace({ atoms, measure: alone, breaks: 'none' }, (place) => {
    last = endingAt(place, last, 0);
    return true;
  });
  return last;
}

const alone: Measure = { widthOf: () => 0, isJustified: false, hyphenates: false };

function demeritsOf(from: Ending, { inner, isForced, endWidth }: Place, badness: number): number {
  const penalty = inner ? (inner.isHyphen ? hyphenPenalty : dashPenalty) : 0;
  const endsInHyphen = from.inner?.isHyphen === true;
  // Two hyphens in a row, or a paragraph whose last line is the rest of a word.
  const again = endsInHyphen && (isForced || inner?.isHyphen === true) ? hyphenAgain : 0;
  const stub = isForced && endWidth - from.startWidth < shortestEnd ? stubDemerits : 0;
  const faults = 10 + Math.min(badness, 10_000) + penalty;
  return faults * faults + again + stub;
}

/** How far the spaces of a line are stretched (above 0) or drawn together (to −1). */
function ratioOf(from: Ending, to: Readonly<Place>, { widthOf, isJustified }: Measure): number {
  const width = widthOf(from.line);
  const missing = width - (to.endWidth - from.startWidth);
  if (missing < 0) {
    const shrink = isJustified ? (to.endSpace - from.startSpace) * shrinkOfSpace : 0;
    if (shrink <= 0) return missing > -0.01 ? 0 : -2;
    return missing / shrink;
  }
  if (to.isForced) return 0;
  const stretch = isJustified ? to.endStretch - from.startStretch : width * raggedStretch;
  return stretch <= 0 ? 1_000 : missing / stretch;
}

function setLines(atoms: readonly Atom[], measure: Measure, last: Ending): SetLine[] {
  const lines: SetLine[] = [];
  for (let to = last; to.previous; to = to.previous) lines.push(setLine({ atoms, measure }, to.previous, to));
  return lines.reverse();
}

function setLine({ atoms, measure }: Omit<Search, 'breaks'>, from: Ending, to: Ending): SetLine {
  const wanted = measure.isJustified ? ratioOf(from, to, measure) : 0;
  const ratio = wanted > widestRatio ? 1 : wanted;
  const { inner: after } = from;
  const { inner: before, atom: last } = to;
  const first = from.atom + (after ? 0 : 1);
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
