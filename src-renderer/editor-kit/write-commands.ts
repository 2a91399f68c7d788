import type { Editor } from '@tiptap/core';
import { NodeSelection, TextSelection } from '@tiptap/pm/state';
import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables';
import type { CommandId } from '../../src-shared/commands';
import { keepsOrigin } from './origin-plugin';
import type { StoredPicture } from './paste-plugin';
import { safeHref } from './schema/text-marks';
import { asOneUndoStep } from './undo-steps';
import { toggleVerse } from './verse-commands';

type EditorCommands = { readonly [K in CommandId]?: (editor: Editor) => boolean };

const setHeading = (level: number) => (editor: Editor) =>
  editor.isActive('heading', { level })
    ? setParagraph(editor)
    : editor.chain().focus().setNode('heading', { level }).run();

const setParagraph = (editor: Editor): boolean => editor.chain().focus().clearNodes().run();

/** Verse holds nothing but its lines: another style is for the paragraphs that they become, as one undo step. */
const outOfVerse =
  (command: (editor: Editor) => boolean) =>
  (editor: Editor): boolean => {
    if (!editor.isActive('verse')) return command(editor);
    let isDone = false;
    asOneUndoStep(editor.view, () => {
      isDone = run(editor, toggleVerse) && command(editor);
    });
    return isDone;
  };

const toggleMark = (name: string) => (editor: Editor) => editor.chain().focus().toggleMark(name).run();

/** The commands of the registry that act on the text alone. */
export const textCommands: EditorCommands = {
  'format.bold': toggleMark('bold'),
  'format.italic': toggleMark('italic'),
  'format.underline': toggleMark('underline'),
  'format.strike': toggleMark('strike'),
  'format.smallCaps': toggleMark('smallCaps'),
  'format.code': toggleMark('code'),
  'format.private': togglePrivate,
  'format.paragraph': outOfVerse(setParagraph),
  'format.heading1': outOfVerse(setHeading(1)),
  'format.heading2': outOfVerse(setHeading(2)),
  'format.heading3': outOfVerse(setHeading(3)),
  'format.quote': (editor) => editor.chain().focus().toggleWrap('blockquote').run(),
  'format.bulletList': outOfVerse((editor) => editor.chain().focus().toggleList('bulletList', 'listItem').run()),
  'format.orderedList': outOfVerse((editor) => editor.chain().focus().toggleList('orderedList', 'listItem').run()),
  'format.verse': (editor) => run(editor, toggleVerse),
  'format.codeBlock': outOfVerse((editor) => editor.chain().focus().toggleNode('codeBlock', 'paragraph').run()),
  'insert.footnote': insertFootnote,
  'insert.table': insertTable,
  'insert.sceneBreak': insertSceneBreak,
};

/** Keeps what is selected from the co-writer, or gives it back; without a selection, the block that the cursor is in. */
function togglePrivate({ state, view }: Editor): boolean {
  const type = state.schema.marks['private'];
  if (!type) return false;
  const { $from, empty } = state.selection;
  const { from, to } = empty ? { from: $from.start(), to: $from.end() } : state.selection;
  if (from === to) return false;
  let isOpen = false;
  state.doc.nodesBetween(from, to, (node) => {
    if (node.isText && !type.isInSet(node.marks)) isOpen = true;
  });
  view.focus();
  asOneUndoStep(view, () => {
    const { tr } = state;
    if (isOpen) tr.addMark(from, to, type.create());
    else tr.removeMark(from, to, type);
    view.dispatch(tr.setMeta(keepsOrigin, true));
  });
  return true;
}

/** The ids of {@link textCommands}, in menu order. */
export const textCommandIds = Object.keys(textCommands) as CommandId[];

/** What can be done with the table around the cursor. */
export const tableCommands = [
  { id: 'rowAbove', title: 'Add Row Above', run: (editor: Editor) => run(editor, addRowBefore) },
  { id: 'rowBelow', title: 'Add Row Below', run: (editor: Editor) => run(editor, addRowAfter) },
  { id: 'columnBefore', title: 'Add Column Before', run: (editor: Editor) => run(editor, addColumnBefore) },
  { id: 'columnAfter', title: 'Add Column After', run: (editor: Editor) => run(editor, addColumnAfter) },
  { id: 'headerRow', title: 'Heading Row On or Off', run: (editor: Editor) => run(editor, toggleHeaderRow) },
  { id: 'removeRow', title: 'Remove Row', run: (editor: Editor) => run(editor, deleteRow) },
  { id: 'removeColumn', title: 'Remove Column', run: (editor: Editor) => run(editor, deleteColumn) },
  { id: 'removeTable', title: 'Remove Table', run: (editor: Editor) => run(editor, deleteTable) },
] as const;

/** Whether the cursor is in a table. */
export const isTableAt = (editor: Editor): boolean => isInTable(editor.state);

type PlainCommand = (state: Editor['state'], dispatch: Editor['view']['dispatch'], view: Editor['view']) => boolean;

function run(editor: Editor, command: PlainCommand): boolean {
  editor.view.focus();
  return command(editor.state, (tr) => editor.view.dispatch(tr), editor.view);
}

function insertFootnote(editor: Editor): boolean {
  const { state, view } = editor;
  const { $to } = state.selection;
  const type = state.schema.nodes['footnote'];
  if (!type || !$to.parent.inlineContent || !$to.parent.type.contentMatch.matchType(type)) return false;
  view.focus();
  const tr = state.tr.insert($to.pos, type.create());
  view.dispatch(tr.setSelection(NodeSelection.create(tr.doc, $to.pos)).scrollIntoView());
  return true;
}

function insertSceneBreak(editor: Editor): boolean {
  return editor
    .chain()
    .focus()
    .insertContent([{ type: 'sceneBreak' }, { type: 'paragraph' }])
    .run();
}

function insertTable(editor: Editor): boolean {
  const row = (type: string) => ({
    type: 'tableRow',
    content: [1, 2, 3].map(() => ({ type, content: [{ type: 'paragraph' }] })),
  });
  if (isTableAt(editor)) return false;
  const table = { type: 'table', content: [row('tableHeader'), row('tableCell'), row('tableCell')] };
  const from = editor.state.selection.from;
  const isDone = editor.chain().focus().insertContent(table).run();
  const { doc, tr } = editor.state;
  let cell = -1;
  doc.nodesBetween(Math.max(0, from - 2), doc.content.size, (node, position) => {
    if (cell === -1 && node.type.name === 'tableHeader') cell = position;
    return cell === -1;
  });
  if (cell !== -1) editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(cell + 1))));
  return isDone;
}

/** Puts a picture after the block that the cursor is in, and chooses it, so that its description can be written. */
export function insertFigure(editor: Editor, picture: StoredPicture): void {
  const { view } = editor;
  asOneUndoStep(view, () => {
    editor
      .chain()
      .focus()
      .insertContent({ type: 'figure', attrs: { ...picture, alt: '', caption: '' } })
      .run();
  });
}

/** The address of the link at the cursor, or `null`. */
export function linkAt(editor: Editor): string | null {
  const href: unknown = editor.isActive('link') ? editor.getAttributes('link')['href'] : null;
  return typeof href === 'string' && href !== '' ? href : null;
}

/** Where the link around the cursor begins and ends, or what is selected. */
export function linkRange(editor: Editor): { readonly from: number; readonly to: number } {
  const { selection } = editor.state;
  const { $from } = selection;
  if (!selection.empty || linkAt(editor) === null) return { from: selection.from, to: selection.to };
  const href = linkAt(editor);
  const isSame = (index: number) =>
    $from.parent.child(index).marks.some((mark) => mark.type.name === 'link' && mark.attrs['href'] === href);
  let first = Math.min($from.index(), $from.parent.childCount - 1);
  if (!isSame(first) && first > 0) first -= 1;
  let last = first;
  while (first > 0 && isSame(first - 1)) first -= 1;
  while (last < $from.parent.childCount - 1 && isSame(last + 1)) last += 1;
  return { from: $from.posAtIndex(first), to: $from.posAtIndex(last + 1) };
}

/** Sets the link of a range, or takes it off with `null`. Without a range the address itself becomes the words. */
export function setLink(editor: Editor, range: { from: number; to: number }, address: string | null): boolean {
  const { state, view } = editor;
  const type = state.schema.marks['link'];
  if (!type) return false;
  const href = address === null ? null : safeHref(withScheme(address));
  if (address !== null && href === null) return false;
  asOneUndoStep(view, () => {
    const { tr } = state;
    if (range.from === range.to && href !== null) {
      tr.insert(range.from, state.schema.text(href, [type.create({ href })]));
    } else {
      tr.removeMark(range.from, range.to, type);
      if (href !== null) tr.addMark(range.from, range.to, type.create({ href }));
    }
    const end = range.from === range.to && href !== null ? range.to + href.length : range.to;
    view.dispatch(tr.setMeta(keepsOrigin, true).setSelection(TextSelection.create(tr.doc, end)));
  });
  view.focus();
  return true;
}

/** `example.org` means `https://example.org`; `name@example.org` means a letter to there. */
export function withScheme(address: string): string {
  const trimmed = address.trim();
  if (/^[a-z][a-z0-9+.-]*:/iu.test(trimmed) || trimmed.startsWith('#')) return trimmed;
  if (/^[^\s@/]+@[^\s@/]+\.[^\s@/]+$/u.test(trimmed)) return `mailto:${trimmed}`;
  return trimmed === '' ? '' : `https://${trimmed}`;
}
