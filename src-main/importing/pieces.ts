import type { Matter } from '../../src-shared/domain/outline';
import { captionOf, inlineText, lineBlocks, type DocumentNode } from '../../src-shared/text/document';
import { nestBlocks, type FlatBlock } from './flat-blocks';
import type { Piece, Remark } from './imported-book';
import { matterOf } from './matter';

/** What a reader says of a line while it reads: the line's number and words follow from where it ends up. */
export type LineRemark = Pick<Remark, 'kind' | 'by' | 'why'> & { readonly after?: string };
export type LineRemarks = Map<DocumentNode, LineRemark[]>;

/** A manuscript in reading order, as a reader goes through it. */
export type FlowItem =
  | { readonly kind: 'start'; readonly start: PieceStart }
  | { readonly kind: 'block'; readonly block: FlatBlock }
  /** A new page. */
  | { readonly kind: 'page' };

export type PieceStart = {
  readonly level: number;
  readonly heading: readonly DocumentNode[];
  readonly remarks?: readonly LineRemark[];
  readonly isPart?: boolean;
  readonly matter?: Matter;
  readonly isPlan?: boolean;
  readonly description?: string;
  /** What it is called where its heading says nothing. */
  readonly title?: string;
};

/** Cuts a manuscript at its headings. */
export function piecesOf(flow: readonly FlowItem[], remarks: LineRemarks): Piece[] {
  const cuts: { start: PieceStart | null; blocks: FlatBlock[] }[] = [{ start: null, blocks: [] }];
  for (const item of flow) {
    if (item.kind === 'start') cuts.push({ start: item.start, blocks: [] });
    else if (item.kind === 'block') cuts.at(-1)?.blocks.push(item.block);
  }
  return cuts.flatMap(({ start, blocks }) => {
    const nested = nestBlocks(blocks);
    if (start === null && nested.every(isBlank)) return [];
    return [pieceOf(start ?? { level: 0, heading: [] }, nested, remarks)];
  });
}

const isBlank = (node: DocumentNode): boolean =>
  (node.type === 'paragraph' && (node.content ?? []).every((inline) => inline.type === 'hardBreak' || (inline.type === 'text' && (inline.text ?? '').trim() === ''))) ||
  node.type === 'sceneBreak';

function pieceOf(start: PieceStart, nested: readonly DocumentNode[], remarks: LineRemarks): Piece {
  const spoken = inlineText({ type: 'heading', content: start.heading }).replace(/\s+/gu, ' ').trim();
  const title = start.title ?? spoken;
  const ofTitle = (start.remarks ?? []).map((remark) => ({ ...remark, why: `About the title “${title}”: ${remark.why}` }));
  const found = remarksIn(nested, remarks);
  const [first] = lineNodes({ type: 'doc', content: nested });
  const before = first === undefined ? title : lineText(first);
  const looked = ofTitle.map(({ by, why }): Remark => ({ line: 0, kind: 'comment', by, why, before, after: before }));
  return {
    level: start.level, title, heading: start.heading, isPart: start.isPart ?? false, matter: start.matter ?? matterOf(title),
    isPlan: start.isPlan ?? false, description: start.description ?? '', blocks: nested, remarks: [...looked, ...found],
  };
}

/** The nodes that are lines, in the order of `textLines`. */
export function lineNodes(node: DocumentNode): DocumentNode[] {
  if (lineBlocks.has(node.type)) return [node];
  if (node.type === 'figure') return captionOf(node) === '' ? [] : [node];
  return (node.content ?? []).flatMap(lineNodes);
}

const lineText = (node: DocumentNode): string => (node.type === 'figure' ? captionOf(node) : inlineText(node));

function remarksIn(blocks: readonly DocumentNode[], remarks: LineRemarks): Remark[] {
  if (remarks.size === 0) return [];
  return lineNodes({ type: 'doc', content: blocks }).flatMap((node, line) =>
    (remarks.get(node) ?? []).map(({ kind, by, why, after }): Remark => {
      const before = lineText(node);
      return { line, kind, by, why, before, after: after ?? before };
    }),
  );
}

/**
 * The level at which chapters begin: the topmost that repeats. A level of which nothing but headings is there, above
 * others, is that of the parts.
 */
export function chapterLevelOf(pieces: readonly Piece[]): number {
  const levels = [...new Set(pieces.map(({ level }) => level))].filter((level) => level > 0).sort((a, b) => a - b);
  for (const level of levels) {
    const here = pieces.filter((piece) => piece.level === level && piece.matter === null);
    const isLast = level === levels.at(-1);
    const areParts = !isLast && here.length > 0 && here.every((piece) => piece.isPart || piece.blocks.length === 0);
    if (isLast || (here.length > 1 && !areParts)) return level;
  }
  return levels[0] ?? 1;
}

/** A lone heading above all others is the name of the book; what stands below it opens the book. */
export function takeTitle(pieces: readonly Piece[]): { readonly title: string | null; readonly pieces: readonly Piece[] } {
  const at = pieces.findIndex(({ level }) => level > 0);
  const top = pieces[at];
  if (!top || at > 1 || top.matter !== null || top.isPart) return { title: null, pieces };
  const others = pieces.filter((piece) => piece !== top && piece.level > 0);
  const isLone = others.length > 0 && others.every(({ level }) => level > top.level);
  if (!isLone) return { title: null, pieces };
  const opening: Piece[] = top.blocks.length === 0 ? [] : [{ ...top, level: 0, title: '', heading: [] }];
  return { title: top.title, pieces: [...pieces.slice(0, at), ...opening, ...pieces.slice(at + 1)] };
}
