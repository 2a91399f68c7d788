import { Fragment, Node, Slice, type Schema } from '@tiptap/pm/model';
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import type { DocumentNode } from '../../src-shared/text/document';
import { keepsOrigin } from './origin-plugin';
import { cleanHtml, cleanText, pasteLimitCharacters, type CleanPaste } from './paste-cleaner';
import { pastedOrigin } from './pasted-inline';
import { safeHref } from './schema/text-marks';
import { asOneUndoStep } from './undo-steps';

/** A stored picture as a figure needs it. */
export type StoredPicture = { readonly assetId: string; readonly widthPx: number; readonly heightPx: number };

/** What a paste needs from outside the editor. */
export type PasteWorld = {
  /** Keeps a picture with the book; `null` when it was refused (the author is told by the one who refuses). */
  readonly storePicture: (bytes: Uint8Array) => Promise<StoredPicture | null>;
  readonly report: (notice: PasteNotice) => void;
};

/** What the author should know about a paste. */
export type PasteNotice =
  | { readonly kind: 'too-long'; readonly max: number }
  | { readonly kind: 'formatting-left-out' }
  | { readonly kind: 'pictures-left-out'; readonly count: number };

/** What was copied last inside this book, so that it keeps its origins when it comes back. */
export type BookClipboard = { latest: { readonly slice: Slice; readonly text: string } | null };

/** Takes every paste and drop from outside through the one allow-list; what was copied here comes back as it was. */
export function createPastePlugin(world: PasteWorld, clipboard: BookClipboard): Plugin {
  return new Plugin({
    key: new PluginKey('paste'),
    props: {
      transformCopied(slice) {
        clipboard.latest = { slice, text: textOfSlice(slice) };
        return slice;
      },
      clipboardTextSerializer: textOfSlice,
      handleDOMEvents: {
        paste(view, event) {
          if (!event.clipboardData) return false;
          event.preventDefault();
          takeIn({ view, data: event.clipboardData, world, clipboard });
          return true;
        },
        drop(view, event) {
          // What is dragged inside the chapter is moved by the editor itself, with its origins.
          if (view.dragging || !event.dataTransfer) return false;
          event.preventDefault();
          const at = view.posAtCoords({ left: event.clientX, top: event.clientY });
          if (at) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(at.pos))));
          takeIn({ view, data: event.dataTransfer, world, clipboard: { latest: null } });
          return true;
        },
      },
    },
  });
}

function textOfSlice(slice: Slice): string {
  return slice.content.textBetween(0, slice.content.size, '\n\n', (leaf) =>
    leaf.type.name === 'hardBreak' ? '\n' : '',
  );
}

type Intake = {
  readonly view: EditorView;
  readonly data: DataTransfer;
  readonly world: PasteWorld;
  readonly clipboard: BookClipboard;
};

function takeIn({ view, data, world, clipboard }: Intake): void {
  const text = data.getData('text/plain');
  if (text.length > pasteLimitCharacters) {
    world.report({ kind: 'too-long', max: pasteLimitCharacters });
    return;
  }
  const html = data.getData('text/html');
  const { latest } = clipboard;
  if (latest && html.includes('data-pm-slice') && latest.text === text.replaceAll('\r\n', '\n')) {
    insertSlice(view, latest.slice);
    return;
  }
  if (isCodeAt(view)) {
    insertPlain(view, text);
    return;
  }
  if (linkSelection(view, text)) return;
  const files = [...data.files].filter((file) => file.type.startsWith('image/'));
  if (files.length > 0 && text === '') return void pasteFiles(view, files, world);
  if (html.length > pasteLimitCharacters) {
    if (text === '') {
      world.report({ kind: 'too-long', max: pasteLimitCharacters });
      return;
    }
    world.report({ kind: 'formatting-left-out' });
    insertBlocks(view, cleanText(text).blocks);
    return;
  }
  const cleaned = html.trim() === '' ? cleanText(text) : cleanHtml(html);
  if (cleaned.picturesLeftOut > 0) world.report({ kind: 'pictures-left-out', count: cleaned.picturesLeftOut });
  if (cleaned.pictures.length === 0) {
    insertBlocks(view, cleaned.blocks);
    return;
  }
  void insertWithPictures(view, cleaned, world);
}

const isCodeAt = (view: EditorView): boolean => view.state.selection.$from.parent.type.spec.code === true;

function insertPlain(view: EditorView, text: string): void {
  const { state } = view;
  if (text === '') return;
  const origin = state.schema.mark('origin', pastedOrigin.attrs);
  const node = state.schema.text(text.replaceAll('\r\n', '\n'), [origin]);
  insertSlice(view, new Slice(Fragment.from(node), 0, 0));
}

/** An address pasted over chosen words makes them a link. */
function linkSelection(view: EditorView, text: string): boolean {
  const { state } = view;
  const href = /^\S+$/u.test(text.trim()) ? safeHref(text) : null;
  if (state.selection.empty || href === null || href.startsWith('#')) return false;
  const { from, to } = state.selection;
  asOneUndoStep(view, () => view.dispatch(state.tr.addMark(from, to, state.schema.mark('link', { href }))));
  return true;
}

async function pasteFiles(view: EditorView, files: readonly File[], world: PasteWorld): Promise<void> {
  for (const file of files) {
    const stored = await world.storePicture(new Uint8Array(await file.arrayBuffer()));
    if (stored && !view.isDestroyed)
      insertBlocks(view, [{ type: 'figure', attrs: { ...stored, alt: '', caption: '' } }]);
  }
}

async function insertWithPictures(view: EditorView, cleaned: CleanPaste, world: PasteWorld): Promise<void> {
  const stored: (StoredPicture | null)[] = [];
  for (const picture of cleaned.pictures) stored.push(await world.storePicture(bytesOf(picture)));
  if (!view.isDestroyed) insertBlocks(view, withPictures(cleaned.blocks, stored));
}

function bytesOf(dataAddress: string): Uint8Array {
  const binary = atob(dataAddress.slice(dataAddress.indexOf(',') + 1).replace(/\s/gu, ''));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}

/** Puts stored pictures where the paste had them; those that were refused leave no trace. */
export function withPictures(
  blocks: readonly DocumentNode[],
  stored: readonly (StoredPicture | null)[],
): DocumentNode[] {
  return blocks.flatMap((block): DocumentNode[] => {
    if (block.type === 'figure') {
      const picture = stored[Number(String(block.attrs?.['assetId']).replace('pasted:', ''))];
      return picture ? [{ ...block, attrs: { ...block.attrs, ...picture } }] : [];
    }
    if (!block.content) return [block];
    const content = withPictures(block.content, stored);
    return content.length === 0 ? [] : [{ ...block, content }];
  });
}

/** Brings blocks in at the cursor as one undo step, joined to the line they land in. */
export function insertBlocks(view: EditorView, blocks: readonly DocumentNode[]): void {
  const fragment = fragmentOf(view.state.schema, blocks);
  if (fragment.size > 0) insertSlice(view, Slice.maxOpen(fragment));
}

/** Document nodes as a fragment of the schema. What does not fit the schema is a bug of the maker and throws. */
export const fragmentOf = (schema: Schema, blocks: readonly DocumentNode[]): Fragment =>
  Fragment.from(blocks.map((block) => Node.fromJSON(schema, block)));

function insertSlice(view: EditorView, slice: Slice): void {
  asOneUndoStep(view, () => {
    const tr = view.state.tr.replaceSelection(slice).setMeta(keepsOrigin, true).setMeta('paste', true);
    view.dispatch(tr.setMeta('uiEvent', 'paste').setStoredMarks([]).scrollIntoView());
  });
}
