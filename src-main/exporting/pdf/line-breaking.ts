import type { Atom, InnerBreak, Segment } from './atoms';

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

type Candidate = {
  readonly index: number;
  readonly atom: number;
  readonly inner: InnerBreak | null;
  /** Width, stretch and spaces up to the break, and from where the next line begins. */
  readonly endWidth: number;
  readonly endStretch: number;
  readonly endSpace: number;
  readonly startWidth: number;
  readonly startStretch: number;
  readonly startSpace: number;
  readonly penalty: number;
  readonly isForced: boolean;
};

type Active = { readonly candidate: Candidate; readonly line: number; readonly demerits: number; readonly previous: Active | null };

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
export function breakLines(atoms: readonly Atom[], measure: Measure, memory?: BreakMemory): SetLine[] {
  if (atoms.length === 0) return [];
  const remembered = memory?.recall();
  if (remembered) return setLines(...recalled(atoms, remembered, measure), measure);
  for (const [number, attempt] of tries.entries()) {
    if (attempt.breaks === 'none' && !measure.isJustified && atoms.some((atom) => atom.width > measure.widthOf(0))) continue;
    const tried = attempt.breaks === 'letters' ? apart(atoms, measure) : atoms;
    const found = bestBreaks(candidatesOf(tried, measure, attempt.breaks), measure, attempt.tolerance);
    if (!found) continue;
    memory?.remember(Int32Array.from([number, ...chainOf(found).map((node) => node.candidate.index)]));
    return setLines(tried, found, measure);
  }
  // An atom of one letter wider than the line: it stands alone on it.
  const all = candidatesOf(atoms, measure, 'none');
  return setLines(atoms, chained(all), measure);
}

/** Keeps where a paragraph was divided, for the next time that the same text is set to the same measure. */
export type BreakMemory = {
  readonly recall: () => Int32Array | undefined;
  readonly remember: (breaks: Int32Array) => void;
};

function recalled(atoms: readonly Atom[], [number = 0, ...indexes]: Int32Array, measure: Measure): [readonly Atom[], Active] {
  const division = tries[number]?.breaks ?? 'none';
  const tried = division === 'letters' ? apart(atoms, measure) : atoms;
  const candidates = candidatesOf(tried, measure, division);
  return [tried, chained(indexes.flatMap((index) => candidates[index] ?? []))];
}

/** What is nearly as wide as a line is taken apart into its letters. */
function apart(atoms: readonly Atom[], measure: Measure): Atom[] {
  return atoms.flatMap((atom) => (atom.width > measure.widthOf(1) * 0.8 ? atom.letters() : [atom]));
}

function chained(candidates: readonly Candidate[]): Active {
  let last: Active = start();
  for (const candidate of candidates) last = { candidate, line: last.line + 1, demerits: 0, previous: last };
  return last;
}

function candidatesOf(atoms: readonly Atom[], measure: Measure, breaks: Division): Candidate[] {
  const candidates: Candidate[] = [];
  let width = 0;
  let stretch = 0;
  let space = 0;
  for (const [at, atom] of atoms.entries()) {
    const sums = { startStretch: stretch, endStretch: stretch, startSpace: space, endSpace: space };
    for (const inner of innerOf(atom, measure, breaks)) {
      candidates.push({
        index: candidates.length, atom: at, inner, ...sums, endWidth: width + inner.beforeWidth, startWidth: width + atom.width - inner.afterWidth,
        penalty: inner.isHyphen ? hyphenPenalty : dashPenalty, isForced: false,
      });
    }
    const isLast = at === atoms.length - 1;
    const endWidth = width + atom.width;
    width = endWidth + atom.space;
    stretch += atom.spaceStretch;
    space += atom.space;
    candidates.push({
      index: candidates.length, atom: at, inner: null, endWidth, endStretch: sums.endStretch, endSpace: sums.endSpace, startWidth: width, startStretch: stretch,
      startSpace: space, penalty: 0, isForced: atom.isForced || isLast,
    });
  }
  return candidates;
}

function innerOf(atom: Atom, measure: Measure, breaks: Division): readonly InnerBreak[] {
  if (breaks === 'none') return [];
  const found = atom.breaks();
  return measure.hyphenates ? found : found.filter(({ isHyphen }) => !isHyphen);
}

const start = (): Active => ({
  candidate: {
    index: -1, atom: -1, inner: null, endWidth: 0, endStretch: 0, endSpace: 0, startWidth: 0, startStretch: 0, startSpace: 0, penalty: 0, isForced: true,
  },
  line: 0, demerits: 0, previous: null,
});

function bestBreaks(candidates: readonly Candidate[], measure: Measure, tolerance: number): Active | null {
  // Sorted by where their line begins: the front ones have the longest lines. Those before `front` are spent.
  let active: Active[] = [start()];
  let front = 0;
  const loosest = tolerance === Infinity ? Infinity : Math.cbrt(tolerance / 100);
  for (const candidate of candidates) {
    const found: Active[] = [];
    for (let at = front; at < active.length; at += 1) {
      const from = active[at];
      if (!from || isWithinOneAtom(from.candidate, candidate)) continue;
      const ratio = ratioOf(from, candidate, measure);
      if (ratio < -1) {
        if (front === at) front += 1;
        continue;
      }
      // All that follow would be looser still.
      if (ratio > loosest) break;
      const demerits = from.demerits + demeritsOf(from, candidate, 100 * Math.abs(ratio) ** 3);
      keepBest(found, { candidate, line: from.line + 1, demerits, previous: from });
    }
    if (candidate.isForced) {
      active = found;
      front = 0;
    } else for (const made of found) active.push(made);
    if (front >= active.length) return null;
  }
  return active.reduce<Active | null>((best, one) => (best === null || one.demerits < best.demerits ? one : best), null);
}

// A word over three lines is left to the last try.
const isWithinOneAtom = (from: Candidate, to: Candidate): boolean => to.inner !== null && from.inner !== null && from.atom === to.atom;

function keepBest(found: Active[], made: Active): void {
  // From the second line on all lines are of one width: how many came before makes no difference.
  const [other] = found;
  if (!other) found.push(made);
  else if (made.demerits < other.demerits) found[0] = made;
}

function demeritsOf(from: Active, to: Candidate, badness: number): number {
  const endsInHyphen = from.candidate.inner?.isHyphen === true;
  // Two hyphens in a row, or a paragraph whose last line is the rest of a word.
  const again = endsInHyphen && (to.isForced || to.inner?.isHyphen === true) ? hyphenAgain : 0;
  const stub = to.isForced && to.endWidth - from.candidate.startWidth < shortestEnd ? stubDemerits : 0;
  return (10 + Math.min(badness, 10_000) + to.penalty) ** 2 + again + stub;
}

/** How far the spaces of a line are stretched (above 0) or drawn together (to −1). */
function ratioOf(from: Active, to: Candidate, measure: Measure): number {
  const { candidate } = from;
  const width = measure.widthOf(from.line);
  const missing = width - (to.endWidth - candidate.startWidth);
  if (missing < 0) {
    const shrink = measure.isJustified ? (to.endSpace - candidate.startSpace) * shrinkOfSpace : 0;
    if (shrink <= 0) return missing > -0.01 ? 0 : -2;
    return missing / shrink;
  }
  if (to.isForced) return 0;
  const stretch = measure.isJustified ? to.endStretch - candidate.startStretch : width * raggedStretch;
  return stretch <= 0 ? 1_000 : missing / stretch;
}

function setLines(atoms: readonly Atom[], last: Active, measure: Measure): SetLine[] {
  return chainOf(last).map((node) => setLine(atoms, node, measure));
}

function chainOf(last: Active): Active[] {
  const chain: Active[] = [];
  for (let node: Active | null = last; node.previous; node = node.previous) chain.push(node);
  return chain.reverse();
}

function setLine(atoms: readonly Atom[], node: Active, measure: Measure): SetLine {
  const from = node.previous ?? start();
  const wanted = measure.isJustified ? ratioOf(from, node.candidate, measure) : 0;
  const ratio = wanted > widestRatio ? 1 : wanted;
  const pieces: LinePiece[] = [];
  const notes: Atom['notes'][number][] = [];
  let text = '';
  let width = 0;
  const first = from.candidate.inner ? from.candidate.atom : from.candidate.atom + 1;
  for (let at = first; at <= node.candidate.atom; at += 1) {
    const atom = atoms[at];
    if (!atom) continue;
    const piece = pieceOf(atom, at === first ? from.candidate.inner : null, at === node.candidate.atom ? node.candidate.inner : null);
    const isLast = at === node.candidate.atom;
    const space = isLast ? 0 : atom.space + (ratio > 0 ? ratio * atom.spaceStretch : ratio * atom.space * shrinkOfSpace);
    pieces.push({ ...piece, space, level: atom.level });
    width += piece.width + space;
    // An atom that is divided is entered where it ends, with its notes.
    if (isLast && node.candidate.inner) continue;
    text += atom.text;
    notes.push(...atom.notes);
  }
  return { pieces, width, notes, text, paragraph: null };
}

function pieceOf(atom: Atom, after: InnerBreak | null, before: InnerBreak | null): { segments: readonly Segment[]; width: number } {
  if (after) return { segments: after.after(), width: after.afterWidth };
  if (before) return { segments: before.before(), width: before.beforeWidth };
  return { segments: atom.segments, width: atom.width };
}
