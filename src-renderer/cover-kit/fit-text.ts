import { breakInto, type BrokenText } from './break-lines';
import type { Box, Part, Stack, StackItem, TextStyle } from './layout';
import { inCapitals, piecesOf, scriptOf, type Script } from './words';

/** How large words are when they are set in a size of one: width, and how far they reach above and below their line. */
export type TextSize = { readonly width: number; readonly ascent: number; readonly descent: number };

/** Measures a line of words. */
export type Measure = (line: string, style: TextStyle, script: Script) => TextSize;

/** The words of a book that stand on its cover. */
export type CoverWords = Readonly<Record<Part, string>> & {
  readonly language: string;
  /** The cover begins at the right: the words of its title do. */
  readonly isRightToLeft: boolean;
};

/** A line of words with the place of its baseline; `x` is the left edge, the middle or the right edge of the line. */
export type PlacedLine = {
  readonly text: string;
  readonly part: Part;
  readonly style: TextStyle;
  readonly script: Script;
  readonly size: number;
  readonly align: 'left' | 'center' | 'right';
  readonly x: number;
  readonly baseline: number;
  /** What the ink covers. */
  readonly box: Box;
};

/** A stroke or an ornament with its place. */
export type PlacedSign = { readonly kind: 'rule' | 'flower'; readonly box: Box };

/** What a stack has become. */
export type PlacedStack = {
  readonly lines: readonly PlacedLine[];
  readonly signs: readonly PlacedSign[];
  readonly isOnPicture: boolean;
};

type Words = Extract<StackItem, { kind: 'words' }>;

type Set = {
  readonly item: StackItem;
  readonly lines: readonly string[];
  readonly sizes: readonly TextSize[];
  readonly size: number;
  readonly script: Script;
  readonly height: number;
};

/** Each step makes everything in a stack a little smaller. */
const step = 0.95;
/** Smaller than this nothing needs to become: a title of 300 letters still fits. */
const leastScale = 0.02;
/** How much smaller words may be for lines that are parted well. */
const penaltyWeight = 0.08;
/** By how much one line more must make words larger: names stay on one line if they can. */
const gains: Readonly<Record<Part, number>> = { title: 1.001, subtitle: 1.08, author: 1.25, line: 1.25 };
/** Faces are not the same width at every size. */
const safety = 0.985;

/** Joined letters reach far above and below; letters as wide as high need a little more than Latin ones. */
const leadingOf = (style: TextStyle, { isJoined, isWide }: Script): number => {
  if (isJoined) return Math.max(1.3, style.leading * 1.3);
  return isWide ? Math.max(1.16, style.leading) : style.leading;
};

/** Letters without capitals look smaller than spaced capitals of their size. */
const smallOf = ({ isJoined, isWide }: Script): number => {
  if (isJoined) return 1.3;
  return isWide ? 1.12 : 1;
};

/** Sets the words of a stack as large as its box and its styles allow. Nothing ever stands beyond the box. */
export function fitStack(stack: Stack, given: CoverWords, measure: Measure): PlacedStack {
  const items = stack.items.filter((item) => item.kind !== 'words' || given[item.part].trim() !== '');
  // A sign stands between words, never alone above or below them.
  const isWords = (item: StackItem | undefined): boolean => item?.kind === 'words';
  const kept = items.filter(
    (item, index) => isWords(item) || (items.slice(0, index).some(isWords) && items.slice(index + 1).some(isWords)),
  );
  const setter = createSetter(given, measure);
  for (let scale = 1; ; scale *= step) {
    const sets = kept.map((item) => setter(item, scale, stack.box.width));
    const height = heightOf(sets, scale);
    if (height > stack.box.height && scale > leastScale) continue;
    return place(stack, sets, { scale, height, isRightToLeft: given.isRightToLeft });
  }
}

/** Air between words is kept longer than their size. */
const gapOf = ({ item }: Set, index: number, scale: number): number =>
  index === 0 ? 0 : item.gap * Math.max(scale, Math.min(0.65, scale * 2));

const heightOf = (sets: readonly Set[], scale: number): number =>
  sets.reduce((sum, set, index) => sum + gapOf(set, index, scale) + set.height, 0);

/** Sets one thing after the other at a scale. What does not depend on the scale is found once. */
function createSetter(given: CoverWords, measure: Measure) {
  const found = new Map<StackItem, ReturnType<typeof readWords>>();
  return (item: StackItem, scale: number, width: number): Set => {
    if (item.kind !== 'words') {
      const height = (item.kind === 'rule' ? item.thickness : item.height) * scale;
      return { item, lines: [], sizes: [], size: 0, script: scriptOf(''), height };
    }
    const read = found.get(item) ?? readWords(given, item, measure);
    found.set(item, read);
    const { style, part } = item;
    const isTitle = part === 'title';
    const largest = isTitle ? style.largest * scale : style.largest * Math.sqrt(scale) * smallOf(read.script);
    // What has become much smaller may take more lines.
    const mostLines = Math.ceil(style.mostLines / Math.min(1, scale * 1.6));
    const { lines, size } = largestOf(read.broken, { largest, mostLines, width, gain: gains[part] });
    const sizes = lines.map(read.sizeOf);
    const [first, last] = [sizes[0]?.ascent ?? 0, sizes.at(-1)?.descent ?? 0];
    const height = size * (first + last + (lines.length - 1) * leadingOf(style, read.script));
    return { item, lines, sizes, size, script: read.script, height };
  };
}

/** The words of one part, ready to be measured and broken into any number of lines. */
function readWords(given: CoverWords, { part, style }: Words, measure: Measure) {
  const text = style.isCapitals === true ? inCapitals(given[part], given.language) : given[part];
  const script = scriptOf(text);
  const pieces = piecesOf(text, given.language);
  const sizes = new Map<string, TextSize>();
  const ways: (BrokenText | undefined)[] = [];
  const sizeOf = (line: string): TextSize => {
    const size = sizes.get(line) ?? measure(line, style, script);
    sizes.set(line, size);
    return size;
  };
  const broken = (count: number): BrokenText | undefined => {
    if (!(count in ways)) ways[count] = breakInto(pieces, count, (line) => sizeOf(line).width);
    return ways[count];
  };
  return { script, sizeOf, broken };
}

type Limits = {
  readonly largest: number;
  readonly mostLines: number;
  readonly width: number;
  /** By how much one line more must make the words larger. */
  readonly gain: number;
};

/** The lines that can be set largest; of two ways that come to the same, the one with fewer lines. */
function largestOf(broken: (count: number) => BrokenText | undefined, { largest, mostLines, width, gain }: Limits) {
  let best: { lines: readonly string[]; size: number; worth: number } = { lines: [], size: 0, worth: 0 };
  for (let count = 1; count <= mostLines; count += 1) {
    const way = broken(count);
    if (!way) break;
    const size = Math.min(largest, (width * safety) / Math.max(way.width, 0.001));
    const worth = size / (1 + way.penalty * penaltyWeight);
    if (worth > best.worth * gain) best = { lines: way.lines, size, worth };
    if (size >= largest && way.penalty === 0) break;
  }
  return best;
}

type How = { readonly scale: number; readonly height: number; readonly isRightToLeft: boolean };

function place({ box, align, anchor, isOnPicture = false }: Stack, sets: readonly Set[], how: How): PlacedStack {
  const { scale, height, isRightToLeft } = how;
  const start = isRightToLeft ? 'right' : 'left';
  const placing: Placing = { box, align: align === 'center' ? 'center' : start };
  const free = box.height - height;
  let top = box.y;
  if (anchor === 'middle') top += free / 2;
  if (anchor === 'bottom') top += free;
  const lines: PlacedLine[] = [];
  const signs: PlacedSign[] = [];
  for (const [index, set] of sets.entries()) {
    top += gapOf(set, index, scale);
    if (set.item.kind === 'words') lines.push(...placeLines(placing, set, set.item, top));
    else signs.push({ kind: set.item.kind, box: signBox(placing, set, { scale, top }) });
    top += set.height;
  }
  return { lines, signs, isOnPicture };
}

type Placing = { readonly box: Box; readonly align: PlacedLine['align'] };

/** Where something so wide begins. */
function leftOf({ box, align }: Placing, width: number): number {
  const free = { left: 0, center: (box.width - width) / 2, right: box.width - width };
  return box.x + free[align];
}

function placeLines(placing: Placing, set: Set, { part, style }: Words, top: number): PlacedLine[] {
  const { box, align } = placing;
  const { size, script } = set;
  const lead = size * leadingOf(style, script);
  const first = top + size * (set.sizes[0]?.ascent ?? 0);
  const x = { left: box.x, center: box.x + box.width / 2, right: box.x + box.width }[align];
  return set.lines.map((text, index) => {
    const { width, ascent, descent } = set.sizes[index] ?? { width: 0, ascent: 0, descent: 0 };
    const baseline = first + index * lead;
    const covered: Box = {
      x: leftOf(placing, width * size),
      y: baseline - ascent * size,
      width: width * size,
      height: (ascent + descent) * size,
    };
    return { text, part, style, script, size, align, x, baseline, box: covered };
  });
}

function signBox(placing: Placing, { item, height }: Set, { scale, top }: { scale: number; top: number }): Box {
  const width = item.kind === 'rule' ? item.width * scale : height * 3;
  return { x: leftOf(placing, width), y: top, width, height };
}
