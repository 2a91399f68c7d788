import type { Inline, TextStyle } from '../block';
import type { Atom, InnerBreak, RunLook, Segment } from './atom';
import type { BookFaces, Cut, FacePiece } from './book-faces';
import { directionsOf, mirrored, type Direction } from './directions';
import { createDrafts, tokens, wideLetter, type Draft, type Run, type Token, type Word } from './drafts';
import type { Hyphenate } from './hyphenation';
import { latinText } from './letter-pairs';
import { createRecentCache, type RecentCache } from './recent-cache';

/** How a text is to be set. */
export type TextSetting = {
  readonly size: number;
  readonly base: Partial<Pick<TextStyle, 'bold' | 'italic' | 'smallCaps' | 'code'>>;
  readonly tracking?: number;
  readonly keepsSpaces?: boolean;
  readonly direction: Direction;
};

type Words = { readonly words: RecentCache<Word>; readonly spaced: RecentCache<Atom> };

const noteScale = 0.68;
const noteRise = 0.36;

/** Turns inline content into atoms with the faces of a book. */
export function createAtoms(faces: BookFaces, hyphenate: Hyphenate) {
  const addresses = new Set<string>();
  const piecesOf = ({ text, cut, level }: Run): readonly FacePiece[] => faces.pieces(level % 2 === 1 ? turned(text) : text.replaceAll('\u00ad', ''), cut);

  function segmentsOf(runs: readonly Run[]): Segment[] {
    return runs.flatMap((run) =>
      piecesOf(run).map((piece) => {
        const glyphs = faces.shape(piece);
        return { glyphs, width: (glyphs.width * glyphs.scale * run.look.size) / 1_000, look: run.look, level: run.level };
      }),
    );
  }

  /** The width of what `segmentsOf` would give. */
  function measured(runs: readonly Run[]): number {
    let width = 0;
    for (const run of runs) for (const piece of piecesOf(run)) width += (faces.widthOf(piece) * piece.scale * run.look.size) / 1_000;
    return width;
  }

  const spaceUnits = { text: faces.shape(spacePiece(faces, false)).width, mono: faces.shape(spacePiece(faces, true)).width };
  const spaceWidth = (size: number, isMono: boolean): number => ((isMono ? spaceUnits.mono * monoScale : spaceUnits.text) * size) / 1_000;

  const wordsByLook = new Map<string, Words>();
  function wordsOf(cut: Cut, look: RunLook): Words {
    const key = `${cut.bold} ${cut.italic} ${cut.mono} ${cut.smallCaps} ${look.size} ${look.rise} ${look.underline} ${look.strike}`;
    const known = wordsByLook.get(key);
    if (known) return known;
    const made = { words: createRecentCache<Word>(wordsKept), spaced: createRecentCache<Atom>(wordsKept) };
    wordsByLook.set(key, made);
    return made;
  }

  // Most words come again and again: each is shaped, and asked where it divides, once.
  function wordOf(runs: readonly Run[]): Word {
    const [only] = runs;
    const isPlain = only !== undefined && runs.length === 1 && only.level === 0;
    const known = isPlain ? only.words.get(only.text) : undefined;
    if (known) return known;
    const made = makeWord(runs);
    if (isPlain) only.words.set(only.text, made);
    return made;
  }

  function makeWord(runs: readonly Run[]): Word {
    const segments = segmentsOf(runs);
    let breaks: readonly InnerBreak[] | null = null;
    return {
      segments, width: widthOf(segments), breaks: () => (breaks ??= innerBreaks(runs)),
      divide: (at) => {
        const { left, right } = divided(runs, at);
        return { before: segmentsOf(left), after: segmentsOf(right) };
      },
    };
  }

  function finish({ runs, notes, space: spaceText, isForced, isMono }: Draft, size: number, word = wordOf(runs)): Atom {
    const { segments, width, breaks, divide } = word;
    const [only] = runs;
    const text = runs.length === 1 && only?.look.rise === 0 ? only.text : runs.map((run) => (run.look.rise > 0 ? '' : run.text)).join('');
    const space = spaceText === '' ? 0 : spaceWidth(size, isMono) * spaceText.length;
    const isCjk = spaceText === '' && wideLetter.test(text);
    return {
      segments, width, breaks, divide, space, spaceStretch: isCjk ? size * 0.08 : space * 0.6, isForced, text, notes, level: only?.level ?? 0,
      letters: () => lettersOf({ runs, notes, space: spaceText, isForced, isMono }).map((letter) => finish(letter, size)),
    };
  }

  function innerBreaks(runs: readonly Run[]): InnerBreak[] {
    const out: InnerBreak[] = [];
    for (const [at, run] of runs.entries()) {
      if (run.look.rise > 0 || run.cut.mono || run.level % 2 === 1) continue;
      const places = [...placesIn(run.text, hyphenate)];
      if (places.length === 0) continue;
      const known = runs.length === 1 ? faces.divisions(run.text, run.cut, places) : null;
      const scale = run.look.size / 1_000;
      for (const [nth, { index, isHyphen }] of places.entries()) {
        const place = { isHyphen, run: at, letter: index };
        const quick = known?.[nth];
        // Few of the places are taken: only the widths are kept.
        out.push(quick ? { beforeWidth: quick.before * scale, afterWidth: quick.after * scale, ...place } : measuredBreak(runs, place));
      }
    }
    return out;
  }

  function measuredBreak(runs: readonly Run[], place: Place): InnerBreak {
    const { left, right } = divided(runs, place);
    return { beforeWidth: measured(left), afterWidth: measured(right), ...place };
  }

  /** The atoms of a paragraph in reading order. */
  function atomsOf(content: readonly Inline[], setting: TextSetting): Atom[] {
    const text = content.map((inline) => (inline.kind === 'text' ? inline.text : '\ufffc')).join('');
    const levels = directionsOf(text, setting.direction);
    const drafts = createDrafts();
    let offset = 0;
    for (const inline of content) {
      if (inline.kind === 'break') {
        drafts.force();
        offset += 1;
      } else if (inline.kind === 'note') {
        drafts.note(inline.note, noteRun(inline.note.number, setting, levels?.[offset] ?? 0));
        offset += 1;
      } else {
        addText(inline.text, inline.style, offset);
        offset += inline.text.length;
      }
    }
    return drafts.end().map((draft) => ('runs' in draft ? finish(draft, setting.size) : draft));

    function addText(part: string, style: TextStyle, from: number): void {
      if (style.href !== null) addresses.add(style.href);
      const cut: Cut = {
        bold: style.bold || setting.base.bold === true, italic: style.italic !== (setting.base.italic === true),
        mono: style.code || setting.base.code === true, smallCaps: style.smallCaps || setting.base.smallCaps === true,
      };
      const size = cut.mono ? setting.size * monoScale : setting.size;
      const look: RunLook = { size, rise: 0, underline: style.underline, strike: style.strike };
      const known = wordsOf(cut, look);
      if (levels === null && setting.keepsSpaces !== true && latinText.test(part)) {
        addLatin(part, { cut, look, level: 0, words: known.words }, known.spaced);
        return;
      }
      const { words } = known;
      for (const token of tokens(part)) {
        const level = levels?.[from + token.at] ?? 0;
        if (token.isSpace) drafts.space(token.text, setting.keepsSpaces === true, cut.mono);
        else for (const piece of levelPieces(token, levels, from)) drafts.run({ text: piece.text, cut, look, level: piece.level ?? level, words }, token.isWide);
      }
    }

    // Nearly all of nearly every book: what stands between two spaces is a whole atom, and most have been set before.
    function addLatin(part: string, look: Omit<Run, 'text'>, spaced: RecentCache<Atom>): void {
      for (let at = 0; at < part.length;) {
        const found = part.indexOf(' ', at);
        const end = found === -1 ? part.length : found;
        const text = part.slice(at, end);
        if (found === -1 || text === '' || drafts.isOpen()) {
          if (text !== '') drafts.run({ ...look, text }, false);
          if (found !== -1) drafts.space(' ', false, look.cut.mono);
        } else {
          let atom = spaced.get(text);
          if (!atom) {
            const runs = [{ ...look, text }];
            atom = finish({ runs, notes: [], space: ' ', isForced: false, isMono: look.cut.mono }, setting.size, makeWord(runs));
            spaced.set(text, atom);
          }
          drafts.done(atom);
        }
        at = end + 1;
      }
    }
  }

  return {
    atomsOf,
    /** Addresses of links that were set as plain words. */
    addresses: (): ReadonlySet<string> => addresses,
  };
}

/** What turns inline content into atoms. */
export type Atoms = ReturnType<typeof createAtoms>;

const monoScale = 0.84;
const wordsKept = 8_000;
const spacePiece = (faces: BookFaces, mono: boolean) =>
  faces.pieces(' ', { bold: false, italic: false, mono, smallCaps: false })[0] ?? { text: ' ', font: undefined as never, scale: 1, features: '' };

type Place = Pick<InnerBreak, 'run' | 'letter' | 'isHyphen'>;

function divided(runs: readonly Run[], { run: at, letter, isHyphen }: Place): { readonly left: readonly Run[]; readonly right: readonly Run[] } {
  const run = runs[at];
  if (!run) return { left: runs, right: [] };
  const left = { ...run, text: run.text.slice(0, letter).replaceAll('\u00ad', '') + (isHyphen ? '-' : '') };
  const right = { ...run, text: run.text.slice(letter).replace(/^\u00ad/u, '') };
  return { left: [...runs.slice(0, at), left], right: [right, ...runs.slice(at + 1)] };
}

const widthOf = (segments: readonly Segment[]): number => segments.reduce((sum, segment) => sum + segment.width, 0);

function noteRun(number: number, setting: TextSetting, level: number): Run {
  const look = { size: setting.size * noteScale, rise: setting.size * noteRise, underline: false, strike: false };
  return { text: String(number), cut: { bold: false, italic: false, mono: false, smallCaps: false }, look, level, words: createRecentCache(1) };
}

const strongRightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

// The shaper turns runs of Arabic and Hebrew letters itself; signs alone it would leave as they are.
function turned(text: string): string {
  const letters = Array.from(text, mirrored);
  return strongRightToLeft.test(text) ? letters.join('') : letters.reverse().join('');
}

type LevelPiece = { readonly text: string; readonly level: number | null };

function levelPieces(token: Token, levels: Uint8Array | null, from: number): LevelPiece[] {
  if (levels === null) return [{ text: token.text, level: null }];
  const pieces: LevelPiece[] = [];
  let start = 0;
  for (let at = 1; at <= token.text.length; at += 1) {
    const level = levels[from + token.at + start] ?? 0;
    if (at < token.text.length && levels[from + token.at + at] === level) continue;
    pieces.push({ text: token.text.slice(start, at), level });
    start = at;
  }
  return pieces;
}

function* placesIn(text: string, hyphenate: Hyphenate): Generator<{ readonly index: number; readonly isHyphen: boolean }> {
  for (const match of text.matchAll(/[-‐–—/]+(?=[\p{L}\p{N}“‘"'(])|\u00ad|\p{L}[\p{L}\p{M}]*/gu)) {
    const [found] = match;
    if (found === '\u00ad') yield { index: match.index, isHyphen: true };
    else if (/^\p{L}/u.test(found)) for (const letters of hyphenate(found)) yield { index: match.index + letters, isHyphen: true };
    else if (match.index > 0) yield { index: match.index + found.length, isHyphen: false };
  }
}

function lettersOf({ runs, notes, space, isForced, isMono }: Draft): Draft[] {
  const letters = runs.flatMap((run) =>
    (run.text.match(/\P{M}\p{M}*/gu) ?? [run.text]).map((text): Draft => ({ runs: [{ ...run, text }], notes: [], space: '', isForced: false, isMono })),
  );
  const last = letters.pop();
  return last ? [...letters, { ...last, notes, space, isForced, isMono }] : [];
}
