import type { Node } from '@tiptap/pm/model';

/** What to look for. Case and accents are folded on both sides. */
export type FindQuery = { readonly text: string; readonly isWholeWord: boolean };

/** A place in the chapter, as document positions. */
export type Match = { readonly from: number; readonly to: number };

/** A folded text with, for each of its characters, where it stood in the original. */
export type Folded = { readonly text: string; readonly starts: Uint32Array };

const marks = /\p{M}+/gu;
const plain = /^[\0-\x7f]*$/u;

/** Lower case without accents, with the way back to the original. Sharp s and ligatures fold to their letters. */
export function fold(text: string): Folded {
  if (plain.test(text)) return { text: text.toLowerCase(), starts: countUp(text.length) };
  let folded = '';
  const starts: number[] = [];
  let offset = 0;
  for (const character of text) {
    const plainLetters = foldCharacter(character);
    for (let index = 0; index < plainLetters.length; index += 1) starts.push(offset);
    folded += plainLetters;
    offset += character.length;
  }
  starts.push(offset);
  return { text: folded, starts: Uint32Array.from(starts) };
}

const countUp = (length: number): Uint32Array => Uint32Array.from({ length: length + 1 }, (_, index) => index);

const quotes: Readonly<Record<string, string>> = { '‘': "'", '’': "'", '‚': "'", '“': '"', '”': '"', '„': '"' };

/** Quotation marks fold too: who looks for `don't` means the curled one as well. */
const foldCharacter = (character: string): string =>
  quotes[character] ?? character.normalize('NFKD').replace(marks, '').toLowerCase();

type Line = { readonly folded: Folded; readonly positions: (offset: number) => number };

/**
 * Finds text in a chapter. Folded blocks are remembered by identity, so that looking again after a key press folds
 * only the block that changed.
 */
export function createFinder(): (doc: Node, query: FindQuery) => Match[] {
  const foldedBlocks = new WeakMap<Node, Line>();

  function lineOf(block: Node): Line {
    const known = foldedBlocks.get(block);
    if (known) return known;
    const line = readLine(block);
    foldedBlocks.set(block, line);
    return line;
  }

  return (doc, query) => {
    const needle = fold(query.text).text;
    if (needle === '') return [];
    const matches: Match[] = [];
    doc.descendants((node, position) => {
      if (!node.isTextblock && node.type.name !== 'footnote') return true;
      for (const match of matchesIn(lineOf(node), needle, query.isWholeWord)) {
        matches.push({ from: position + 1 + match.from, to: position + 1 + match.to });
      }
      return true;
    });
    return matches.sort((one, other) => one.from - other.from);
  };
}

function* matchesIn({ folded, positions }: Line, needle: string, isWholeWord: boolean): Generator<Match> {
  let at = folded.text.indexOf(needle);
  while (at !== -1) {
    const end = at + needle.length;
    // A match must not begin or end inside a letter that folded to several.
    const isWhole = isBoundary(folded, at) && isBoundary(folded, end);
    if (isWhole && (!isWholeWord || standsAlone(folded.text, at, end))) {
      yield { from: positions(folded.starts[at] ?? 0), to: positions(folded.starts[end] ?? 0) };
      at = folded.text.indexOf(needle, end);
    } else at = folded.text.indexOf(needle, at + 1);
  }
}

const isBoundary = ({ starts }: Folded, at: number): boolean => at === 0 || starts[at] !== starts[at - 1];

const wordCharacter = /[\p{L}\p{N}_]/u;

function standsAlone(text: string, from: number, to: number): boolean {
  const before = text.slice(Math.max(0, from - 2), from);
  const after = text.slice(to, to + 2);
  return !wordCharacter.test(Array.from(before).at(-1) ?? '') && !wordCharacter.test(Array.from(after)[0] ?? '');
}

/** A block's text with one placeholder for each thing inside it that is not text. */
function readLine(block: Node): Line {
  let text = '';
  const jumps: { readonly offset: number; readonly shift: number }[] = [];
  let shift = 0;
  block.forEach((inline) => {
    if (inline.isText) text += inline.text ?? '';
    else {
      text += '\ufffc';
      shift += inline.nodeSize - 1;
      jumps.push({ offset: text.length, shift });
    }
  });
  const positions = (offset: number) => offset + (jumps.findLast((jump) => jump.offset <= offset)?.shift ?? 0);
  return { folded: fold(text), positions };
}
