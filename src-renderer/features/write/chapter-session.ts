import type { Editor } from '@tiptap/core';
import { applyUpdate, Doc } from 'yjs';
import type { Client } from '../../app/client';
import type { SaveStatus } from '../../app/save-status';
import { createChapterEditor } from '../../editor-kit/chapter-editor';
import type { BookClipboard, PasteWorld } from '../../editor-kit/paste-plugin';
import { readTyped } from '../../editor-kit/draw-first-plugin';
import { createOriginCounter } from '../../editor-kit/origin-words';
import { createWordCounter, type WordCounter } from '../../editor-kit/word-counter';
import type { Arrival, OpenText } from '../../../src-shared/ipc/text-calls';
import { mergeInOrder } from './merge-updates';
import { createSaveQueue, type SaveQueue } from './save-queue';
import { createSignal, type Signal } from './signal';

/** One open chapter: its text, its editor with its undo history, and the queue that saves it. */
export type ChapterSession = {
  readonly chapterId: string;
  readonly textId: string;
  readonly editor: Editor;
  readonly counter: WordCounter;
  readonly queue: SaveQueue;
  readonly status: Signal<SaveStatus>;
  readonly arrivals: Signal<readonly Arrival[]>;
  /** Takes in what changed outside this editor. */
  readonly takeIn: (update: Uint8Array) => void;
  /** How far the page is scrolled, in pixels. */
  readonly scroll: Signal<number>;
  readonly destroy: () => void;
};

export type SessionOptions = {
  readonly client: Client;
  readonly bookId: string;
  readonly chapterId: string;
  readonly title: string;
  readonly language: string;
  readonly writing: { readonly smartPunctuation: boolean; readonly spellCheck: boolean };
  readonly clipboard: BookClipboard;
  readonly paste: PasteWorld;
};

/** Marks an update as coming from outside: it is shown, never sent back. */
const fromOutside = Symbol('from outside');

/** Makes a session of a text that was opened. The queue is bound to this text for good. */
export function createChapterSession(text: OpenText, options: SessionOptions): ChapterSession {
  const { client, bookId, chapterId } = options;
  const doc = new Doc();
  applyUpdate(doc, text.update, fromOutside);
  const status = createSignal<SaveStatus>({ state: 'saved', at: null });
  const counter = createWordCounter(options.language);
  const countOrigins = createOriginCounter(options.language);
  const editor = createChapterEditor({
    doc,
    language: options.language,
    label: `Text of ${options.title}`,
    hasSmartPunctuation: () => options.writing.smartPunctuation,
    hasSpellCheck: options.writing.spellCheck,
    addressOf: (assetId) => `asset://${bookId}/${assetId}`,
    paste: options.paste,
    clipboard: options.clipboard,
  });
  /** The author's own words: what an answer or a draft brought in was counted when it was answered. */
  const countOwn = () => {
    const { typed, pasted } = countOrigins(editor.state.doc);
    return typed + pasted;
  };
  let reported = countOwn();
  const queue = createSaveQueue({
    append: async (update) => {
      const own = countOwn();
      const words = counter.countDocument(editor.state.doc);
      const written = own - reported;
      const answer = await client.call('text.append', { bookId, textId: text.textId, update, words, written });
      if (answer.ok) reported += written;
      return answer;
    },
    merge: mergeInOrder,
    onStatus: status.set,
    setTimer: (run, afterMs) => {
      const timer = setTimeout(run, afterMs);
      return () => clearTimeout(timer);
    },
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== fromOutside) queue.add(update);
  });
  return {
    chapterId,
    textId: text.textId,
    editor,
    counter,
    queue: {
      ...queue,
      flush() {
        readTyped(editor);
        return queue.flush();
      },
    },
    status,
    arrivals: createSignal<readonly Arrival[]>(text.arrivals),
    takeIn(update) {
      // What comes is drawn at once: over a letter that was not read yet.
      readTyped(editor);
      const before = countOwn();
      applyUpdate(doc, update, fromOutside);
      reported += countOwn() - before;
    },
    scroll: createSignal(0),
    destroy() {
      editor.destroy();
      doc.destroy();
    },
  };
}
