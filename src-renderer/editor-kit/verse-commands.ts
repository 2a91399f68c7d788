import { Fragment, type Node, type NodeRange } from '@tiptap/pm/model';
import { keepsOrigin } from './origin-plugin';
import { Selection, TextSelection, type Command } from '@tiptap/pm/state';

/** Enter on an empty last line leaves the verse; anywhere else it is not ours. */
export const leaveVerse: Command = (state, dispatch) => {
  const { $from, empty } = state.selection;
  if (!empty || $from.parent.type.name !== 'verseLine' || $from.parent.content.size > 0) return false;
  const verse = $from.node(-1);
  if ($from.index(-1) !== verse.childCount - 1) return false;
  const paragraph = state.schema.nodes['paragraph']?.create();
  if (!paragraph) return false;
  const from = verse.childCount === 1 ? $from.before(-1) : $from.before();
  const tr = state.tr;
  if (verse.childCount === 1) tr.replaceWith(from, $from.after(-1), paragraph);
  else tr.delete(from, $from.after()).insert(tr.mapping.map($from.after(-1)), paragraph);
  const at = verse.childCount === 1 ? from + 1 : tr.mapping.map($from.after(-1), -1) + 1;
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(at))).scrollIntoView());
  return true;
};

/** Makes verse of the chosen paragraphs, a line each (and at each line break), or paragraphs of the chosen verse. */
export const toggleVerse: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  const verseRange = $from.blockRange($to, (node) => node.type.name === 'verse');
  if (verseRange) return replaceRange(state, dispatch, around(verseRange), paragraphsOf(verseRange.parent));
  const range = $from.blockRange($to);
  if (!range) return false;
  const lines = linesOf(range);
  if (lines.length === 0) return false;
  const verse = state.schema.nodes['verse']?.createChecked(null, lines);
  if (!verse || !range.parent.canReplaceWith(range.startIndex, range.endIndex, verse.type)) return false;
  return replaceRange(state, dispatch, { from: range.start, to: range.end }, Fragment.from(verse));
};

type Span = { readonly from: number; readonly to: number };

function around(range: NodeRange): Span {
  return { from: range.$from.before(range.depth), to: range.$from.after(range.depth) };
}

function paragraphsOf(verse: Node): Fragment {
  const made: Node[] = [];
  verse.forEach((line) => {
    const paragraph = line.type.schema.nodes['paragraph']?.create(null, line.content);
    if (paragraph) made.push(paragraph);
  });
  return Fragment.from(made);
}

function linesOf(range: NodeRange): Node[] {
  const lines: Node[] = [];
  for (let index = range.startIndex; index < range.endIndex; index += 1) {
    const block = range.parent.child(index);
    block.descendants((node) => {
      if (!node.isTextblock) return true;
      lines.push(...verseLinesOf(node));
      return false;
    });
    if (block.isTextblock) lines.push(...verseLinesOf(block));
  }
  return lines;
}

function verseLinesOf(textblock: Node): Node[] {
  const type = textblock.type.schema.nodes['verseLine'];
  if (!type) return [];
  const runs: Node[][] = [[]];
  textblock.forEach((inline) => {
    if (inline.type.name === 'hardBreak') runs.push([]);
    else runs.at(-1)?.push(inline);
  });
  return runs.map((run) => type.create(null, run));
}

function replaceRange(
  state: Parameters<Command>[0],
  dispatch: Parameters<Command>[1],
  span: Span,
  content: Fragment,
): boolean {
  if (content.size === 0) return false;
  if (!dispatch) return true;
  const tr = state.tr.replaceWith(span.from, span.to, content);
  const at = Math.min(state.selection.head, span.from + content.size - 1);
  // The words stay whose they were: only their block changes.
  dispatch(
    tr
      .setMeta(keepsOrigin, true)
      .setSelection(Selection.near(tr.doc.resolve(at), -1))
      .scrollIntoView(),
  );
  return true;
}
