import type { Editor } from '@tiptap/core';
import { Doc } from 'yjs';
// Brings in the types of its commands.
import type {} from '@tiptap/extension-collaboration';
import { createChapterEditor } from '../../src-renderer/editor-kit/chapter-editor';

/** The chapter editor of the application on a document, with nothing around it. */
export function openChapterEditor(doc: Doc, language = 'en'): Editor {
  return createChapterEditor({
    doc,
    language,
    label: 'Text',
    hasSmartPunctuation: () => false,
    hasSpellCheck: false,
    addressOf: (assetId) => assetId,
    paste: { storePicture: async () => null, report: () => undefined },
    clipboard: { latest: null },
  });
}

/** A document whose client has a fixed number: what is written in it can be repeated. */
export function newDoc(client: number): Doc {
  const doc = new Doc();
  doc.clientID = client;
  return doc;
}
