import { Editor, Extension } from '@tiptap/core';
import { dropCursor } from '@tiptap/pm/dropcursor';
import { gapCursor } from '@tiptap/pm/gapcursor';
import { Plugin, TextSelection } from '@tiptap/pm/state';
import { Collaboration } from '@tiptap/extension-collaboration';
import type { Doc } from 'yjs';
import { createDrawFirstPlugin } from './draw-first-plugin';
import { createExactUndoPlugin } from './exact-undo';
import { createFindPlugin } from './find-plugin';
import { createOriginPlugin } from './origin-plugin';
import { createPastePlugin, type BookClipboard, type PasteWorld } from './paste-plugin';
import { schemaExtensions } from './schema/chapter-schema';
import { createSuggestionsPlugin } from './suggestions-plugin';
import { createSmartPunctuationPlugin } from './smart-punctuation-plugin';

/** The fragment of the Yjs document that holds the chapter. */
export const chapterFragment = 'prosemirror';

export type ChapterEditorOptions = {
  readonly doc: Doc;
  readonly language: string;
  /** The accessible name of the text. */
  readonly label: string;
  /** Asked at each key, so that a changed setting holds at once. */
  readonly hasSmartPunctuation: () => boolean;
  readonly hasSpellCheck: boolean;
  readonly addressOf: (assetId: string) => string;
  readonly paste: PasteWorld;
  readonly clipboard: BookClipboard;
};

/** An editor on a chapter's Yjs document. It knows no application: what it needs is handed in. */
export function createChapterEditor(options: ChapterEditorOptions): Editor {
  return new Editor({
    element: document.createElement('div'),
    injectCSS: false,
    // Each of these looks at every transaction; paste, drop and direction have their own ways here.
    enableCoreExtensions: {
      clipboardTextSerializer: false,
      drop: false,
      paste: false,
      delete: false,
      textDirection: false,
    },
    extensions: [
      ...schemaExtensions({ addressOf: options.addressOf }),
      // Undo and redo are commands of the registry; the collaboration extension keeps its own keys for them out.
      Collaboration.extend({ addKeyboardShortcuts: () => ({}) }).configure({
        document: options.doc,
        field: chapterFragment,
      }),
      behaviour(options),
    ],
    editorProps: {
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': options.label,
        class: 'manuscript',
        lang: options.language,
        spellcheck: String(options.hasSpellCheck),
        autocorrect: 'off',
        translate: 'no',
      },
    },
  });
}

const behaviour = (options: ChapterEditorOptions) =>
  Extension.create({
    name: 'chapterBehaviour',
    priority: 900,
    addProseMirrorPlugins: () => [
      createDrawFirstPlugin(),
      createPastePlugin(options.paste, options.clipboard),
      createSmartPunctuationPlugin({ language: () => options.language, isOn: options.hasSmartPunctuation }),
      createOriginPlugin(),
      createExactUndoPlugin(),
      createFindPlugin(),
      createSuggestionsPlugin(options.language),
      dropCursor({ color: false, class: 'drop-cursor' }),
      gapCursor(),
      createTailPlugin(),
    ],
  });

/** A click below the last block writes on, also when that block is a picture, a table or a scene break. */
function createTailPlugin(): Plugin {
  return new Plugin({
    props: {
      handleClick(view, _position, event) {
        const last = view.dom.lastElementChild;
        if (event.target !== view.dom || !last || event.clientY <= last.getBoundingClientRect().bottom) return false;
        const { doc, tr, schema } = view.state;
        const paragraph = schema.nodes['paragraph']?.create();
        if (paragraph && doc.lastChild?.type !== paragraph.type) tr.insert(doc.content.size, paragraph);
        view.dispatch(tr.setSelection(TextSelection.atEnd(tr.doc)));
        return true;
      },
    },
  });
}
