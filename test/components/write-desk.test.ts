// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { applyUpdate, Doc, encodeStateAsUpdate, XmlElement, XmlText } from 'yjs';
// Brings in the types of its commands.
import type {} from '@tiptap/extension-collaboration';
import { createClient } from '../../src-renderer/app/client';
import { blocksOfAnswer, insertAtCursor } from '../../src-renderer/editor-kit/insertion';
import { createWriteDesk, type WriteDesk } from '../../src-renderer/features/write/write-desk';
import type { Hear } from '../../src-shared/ipc/contract';

type Input = {
  readonly chapterId: string;
  readonly textId: string;
  readonly update: Uint8Array;
  readonly words: number;
  readonly written?: number;
};

/** A main process with texts in memory: what is appended is kept, as long as the disk is not full. */
function startTexts() {
  const docs = new Map<string, Doc>();
  const current = new Map<string, string>();
  const listeners = new Set<Hear>();
  const calls: string[] = [];
  const written: (number | undefined)[] = [];
  const world = { isFull: false };
  const textOf = (chapterId: string, words: string) => {
    const doc = new Doc();
    const line = new XmlElement('paragraph');
    line.insert(0, [new XmlText(words)]);
    doc.getXmlFragment('prosemirror').push([line]);
    const textId = `t${docs.size}`;
    docs.set(textId, doc);
    current.set(chapterId, textId);
    return textId;
  };
  const docOf = (textId: string) => docs.get(textId) ?? new Doc();
  const answer = (name: string, input: Input): unknown => {
    if (name === 'text.open') {
      const textId = current.get(input.chapterId) ?? textOf(input.chapterId, `words of ${input.chapterId}`);
      return { ok: true, value: { textId, update: encodeStateAsUpdate(docOf(textId)), arrivals: [], words: 0 } };
    }
    if (name === 'text.append') {
      if (world.isFull) return { ok: false, error: { code: 'disk-full', file: 'log' } };
      calls.push(`append ${input.textId} ${input.words}`);
      written.push(input.written);
      applyUpdate(docOf(input.textId), input.update);
      return { ok: true, value: { savedAt: '2026-01-01T12:00:00.000Z' } };
    }
    calls.push(name);
    return { ok: true, value: null };
  };
  const client = createClient({
    call: async (name, input) => structuredClone(answer(name, structuredClone(input) as Input)),
    on: (hear) => {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
  });
  const emit = (name: string, payload: unknown) => [...listeners].forEach((hear) => hear(name, payload));
  const wordsOf = (chapterId: string) =>
    docOf(current.get(chapterId) ?? '')
      .getXmlFragment('prosemirror')
      .toJSON();
  return { client, world, calls, written, emit, textOf, wordsOf, docOf, current };
}

let texts: ReturnType<typeof startTexts>;
let desk: WriteDesk;

beforeEach(() => {
  texts = startTexts();
  desk = createWriteDesk({ client: texts.client, report: () => undefined, refusePicture: () => undefined });
  desk.putBook({ bookId: 'b', language: 'en', writing: { smartPunctuation: true, spellCheck: false } });
  return desk.listen();
});

async function open(chapterId: string) {
  const answer = await desk.open(chapterId, chapterId);
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
}

describe('open chapters', () => {
  test('opening changes nothing on disk', async () => {
    const session = await open('c1');
    expect(session.editor.state.doc.textContent).toBe('words of c1');
    await desk.flush();
    expect(texts.calls).toEqual([]);
  });

  test('what is typed is on disk after a flush, with the chapter’s words', async () => {
    const { editor, textId } = await open('c1');
    editor.commands.insertContentAt(1, 'Three more ');
    expect(desk.status.get()).toEqual({ state: 'saving' });
    expect(await desk.flush()).toBe(true);
    expect(texts.wordsOf('c1')).toBe('<paragraph>Three more words of c1</paragraph>');
    expect(texts.calls).toEqual([`append ${textId} 5`]);
    expect(desk.status.get()).toEqual({ state: 'saved', at: '2026-01-01T12:00:00.000Z' });
  });

  test('a fast change of chapter never crosses texts', async () => {
    const one = await open('c1');
    one.editor.commands.insertContentAt(1, 'AAA ');
    const two = await open('c2');
    two.editor.commands.insertContentAt(1, 'BBB ');
    one.editor.commands.insertContentAt(1, 'CCC ');
    await desk.flush();
    expect(texts.wordsOf('c1')).toBe('<paragraph>CCC AAA words of c1</paragraph>');
    expect(texts.wordsOf('c2')).toBe('<paragraph>BBB words of c2</paragraph>');
  });

  test('opening again keeps the editor with its undo, and takes in what changed meanwhile', async () => {
    const session = await open('c1');
    session.editor.commands.insertContentAt(1, 'typed ');
    await desk.flush();
    const line = texts.docOf(session.textId).getXmlFragment('prosemirror').get(0) as XmlElement;
    (line.get(0) as XmlText).insert(0, 'elsewhere ');
    const again = await open('c1');
    expect(again.editor).toBe(session.editor);
    expect(again.editor.state.doc.textContent).toContain('elsewhere');
    again.editor.commands.undo();
    expect(again.editor.state.doc.textContent).toBe('elsewhere words of c1');
  });

  test('a change from outside is shown and not sent back', async () => {
    const session = await open('c1');
    const copy = new Doc();
    applyUpdate(copy, encodeStateAsUpdate(texts.docOf(session.textId)));
    const line = copy.getXmlFragment('prosemirror').get(0) as XmlElement;
    (line.get(0) as XmlText).insert(0, 'restored ');
    texts.emit('text.changed', {
      bookId: 'b',
      chapterId: 'c1',
      textId: session.textId,
      update: encodeStateAsUpdate(copy),
    });
    expect(session.editor.state.doc.textContent).toBe('restored words of c1');
    await desk.flush();
    expect(texts.calls).toEqual([]);
  });

  test('a replaced text is saved to the old one and opened anew', async () => {
    const session = await open('c1');
    session.editor.commands.insertContentAt(1, 'last ');
    texts.textOf('c1', 'a new text');
    texts.emit('text.replaced', { bookId: 'b', chapterId: 'c1' });
    await vi.waitFor(() => expect(desk.sessionOf('c1')).toBeUndefined());
    expect(texts.docOf(session.textId).getXmlFragment('prosemirror').toJSON()).toContain('last ');
    expect((await open('c1')).editor.state.doc.textContent).toBe('a new text');
  });

  test('a chapter that cannot be saved stays open with its words', async () => {
    const session = await open('c1');
    texts.world.isFull = true;
    session.editor.commands.insertContentAt(1, 'precious ');
    expect(await desk.close('c1')).toBe(false);
    expect(desk.status.get()).toEqual({ state: 'not-saved', error: { code: 'disk-full', file: 'log' } });
    expect(desk.sessionOf('c1')).toBe(session);
    texts.world.isFull = false;
    expect(await desk.close('c1')).toBe(true);
    expect(texts.wordsOf('c1')).toContain('precious');
    expect(texts.calls.at(-1)).toBe('text.close');
  });

  test('each save says how many words are the author’s own, whatever came from an answer or from outside', async () => {
    const { editor, textId } = await open('c1');
    editor.commands.insertContentAt(1, 'Three more ');
    await desk.flush();
    insertAtCursor(editor.view, blocksOfAnswer('Words that were counted when they were answered.', 'a1'));
    await desk.flush();
    texts.world.isFull = true;
    editor.commands.insertContentAt(1, 'One ');
    await desk.flush();
    texts.world.isFull = false;
    const copy = new Doc();
    applyUpdate(copy, encodeStateAsUpdate(texts.docOf(textId)));
    const line = new XmlElement('paragraph');
    line.insert(0, [new XmlText('four words from elsewhere')]);
    copy.getXmlFragment('prosemirror').push([line]);
    texts.emit('text.changed', { bookId: 'b', chapterId: 'c1', textId, update: encodeStateAsUpdate(copy) });
    await desk.flush();
    editor.commands.deleteRange({ from: 1, to: 5 });
    await desk.flush();
    expect(texts.written).toEqual([2, 0, 1, -1]);
  });

  test('only the chapters used last stay open, and none loses a word', async () => {
    for (let chapter = 0; chapter < 8; chapter += 1)
      (await open(`k${chapter}`)).editor.commands.insertContentAt(1, `n${chapter} `);
    expect(desk.sessionOf('k0')).toBeUndefined();
    expect(desk.sessionOf('k7')).toBeDefined();
    await desk.flush();
    for (let chapter = 0; chapter < 8; chapter += 1)
      expect(texts.wordsOf(`k${chapter}`)).toContain(`n${chapter} words of k${chapter}`);
  });

  test('what the author types in a pasted run is typed, on disk too', async () => {
    const { editor } = await open('c1');
    editor.chain().setTextSelection({ from: 1, to: 6 }).setMark('origin', { kind: 'pasted', ref: '' }).run();
    editor.view.dispatch(editor.state.tr.insertText('X', 3));
    await desk.flush();
    expect(texts.wordsOf('c1')).toBe(
      '<paragraph><origin kind="pasted" ref="" sum="">wo</origin>X<origin kind="pasted" ref="" sum="">rds</origin> of c1</paragraph>',
    );
  });
});
