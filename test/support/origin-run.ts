import type { Editor } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import { applyUpdate, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { insertBlocks, toDocument } from '../../src-main/book/text-document';
import { blocksOfAnswer, insertAtCursor } from '../../src-renderer/editor-kit/insertion';
import { createOriginCounter } from '../../src-renderer/editor-kit/origin-words';
import { acceptSuggestions, showSuggestions } from '../../src-renderer/editor-kit/suggestions-plugin';
import { startUndoStep, undoManagerOf } from '../../src-renderer/editor-kit/undo-steps';
import { draftBlocks } from '../../src-shared/text/draft-blocks';
import { textLines } from '../../src-shared/text/document';
import { countProvenance, countRuns, type Provenance, type ProvenanceWords } from '../../src-shared/text/provenance';
import { newDoc, openChapterEditor } from './open-chapter-editor';
import type { Random } from './random';

/** What the model knows of a word: its kind, or the drafted sentence that it is of. */
type Known = { readonly kind: Provenance } | { readonly sentence: Sentence };
type Sentence = { readonly words: readonly string[]; readonly isSupported: boolean };

/** Rare Chinese characters: each is a word of its own, and in no dictionary of longer ones. */
const firstWord = 0x3400;
const mostWords = 6_500;
const fewBlocks = 2;
const manyCharacters = 400;
const mostCopied = 40;
const language = 'en';

/**
 * Two devices that write in one chapter at once, each on its own side of a scene break until they merge and change sides,
 * and a model that knows where every word came from when it came. A word is one character of its own in a script without
 * spaces: no two are ever mistaken for one another, and none is ever torn. Steps are taken back and done again on the way.
 */
export function createOriginRun(random: Random) {
  const origins = new Map<string, Known>();
  const docs = [newDoc(1), newDoc(2)] as const;
  insertBlocks(docs[0], 0, [{ type: 'paragraph' }, { type: 'sceneBreak' }, { type: 'paragraph' }]);
  applyUpdate(docs[1], encodeStateAsUpdate(docs[0]), 'merge');
  const editors = [openChapterEditor(docs[0]), openChapterEditor(docs[1])] as const;
  let areSwapped = false;
  const counters = editors.map(() => createOriginCounter(language));

  const newWord = (known: Known): string => {
    const word = String.fromCodePoint(firstWord + origins.size);
    origins.set(word, known);
    return word;
  };
  const newWords = (kind: Provenance): string =>
    Array.from({ length: 1 + random.below(3) }, () => newWord({ kind })).join('');
  const hasWordsLeft = (): boolean => origins.size < mostWords - 20;

  function newSentence(isSupported: boolean): string {
    const words: string[] = [];
    const sentence: Sentence = { words, isSupported };
    for (let count = 2 + random.below(3); count > 0; count -= 1) words.push(newWord({ sentence }));
    return words.join('');
  }

  function draft({ editor }: Desk, isModel: boolean): void {
    const citation = { answerId: 'a1', questionId: 'a1', quote: 'x' };
    const paragraphs = Array.from({ length: 1 + random.below(2) }, () => {
      const isSupported = random.chance(0.5);
      const text = isModel ? newSentence(isSupported) : newWords('draft');
      return { sentences: [{ text, citations: isSupported ? [citation] : [] }] };
    });
    insertAtCursor(editor.view, draftBlocks({ origin: isModel ? 'co-writer' : 'built-in', paragraphs, privateAnswerIds: [] }));
  }

  /** Replaces a word of a block as a suggestion would. */
  function accept({ editor, side }: Desk): void {
    const block = random.pick(blocksOf(editor.state.doc, side));
    const before = block?.node.textContent ?? '';
    const word = random.pick(Array.from(before));
    const isElsewhere = blocksOf(editor.state.doc, side === 0 ? 1 : 0).some(({ node }) => node.textContent === before);
    if (word === undefined || before.split(word).length !== 2 || isElsewhere) return;
    const words: string[] = [];
    words.push(newWord({ sentence: { words, isSupported: false } }));
    showSuggestions(editor.view, [{ id: 's', line: 0, how: 'tighten', before, after: before.replace(word, words.join('')) }]);
    acceptSuggestions(editor.view, ['s'], language);
    showSuggestions(editor.view, []);
  }

  const type: Act = (desk) => {
    const { view, state } = desk.editor;
    view.dispatch(state.tr.insertText(newWords('typed'), anyPlace(desk, random)));
  };
  const creating: readonly Act[] = [
    type,
    type,
    accept,
    ({ editor }) => paste(editor, { text: newWords('pasted'), html: '' }),
    ({ editor }) => insertAtCursor(editor.view, blocksOfAnswer(newWords('answer'), 'a1')),
    (desk) => draft(desk, true),
    (desk) => draft(desk, false),
  ];
  const changing: readonly Act[] = [
    (desk) => cut(desk, random),
    (desk) => split(desk, random),
    (desk) => join(desk, random),
    (desk) => moveBlock(desk, random),
    (desk) => copy(desk, random),
    (desk) => mark(desk, random),
    ...takingBack,
  ];

  function merge(): void {
    const [one, other] = docs;
    applyUpdate(other, encodeStateAsUpdate(one, encodeStateVector(other)), 'merge');
    applyUpdate(one, encodeStateAsUpdate(other, encodeStateVector(one)), 'merge');
  }

  /** Merges, and lets each device go on where the other was; what it did there before is no longer undone. */
  function changeSides(): void {
    merge();
    for (const editor of editors) undoManagerOf(editor.state)?.clear();
    areSwapped = !areSwapped;
  }

  function step(): void {
    if (random.chance(0.05)) {
      if (random.chance(0.5)) merge();
      else changeSides();
      return;
    }
    const index: Side = random.chance(0.5) ? 0 : 1;
    const side: Side = (index === 1) === areSwapped ? 0 : 1;
    const desk = { editor: editors[index], side };
    const { state, view } = desk.editor;
    view.dispatch(state.tr.setSelection(TextSelection.create(state.doc, anyPlace(desk, random))));
    // Steps that were joined by the clock could not be repeated.
    startUndoStep(state);
    const isLong = state.doc.content.size > manyCharacters;
    if (isLong && random.chance(0.5)) cut(desk, random);
    else if (!isLong && hasWordsLeft() && random.chance(0.4)) random.pick(creating)?.(desk);
    else random.pick(changing)?.(desk);
  }

  /** What the words of a device are by the model alone. */
  function expected(index: number): ProvenanceWords {
    const counts: Record<Provenance, number> = { ...countRuns([], language) };
    for (const line of textLines(toDocument(docs[index] ?? docs[0]))) {
      const words = Array.from(line);
      for (let at = 0; at < words.length;) {
        const known = origins.get(words[at] ?? '');
        if (!known) throw new Error(`Nobody wrote “${words[at] ?? ''}”.`);
        if ('kind' in known) {
          counts[known.kind] += 1;
          at += 1;
          continue;
        }
        const { sentence } = known;
        const start = at;
        while (at < words.length && isOf(origins.get(words[at] ?? ''), sentence)) at += 1;
        const isWhole = words.slice(start, at).join('') === sentence.words.join('');
        const kind = isWhole ? (sentence.isSupported ? 'model-supported' : 'model-unsupported') : 'model-edited';
        counts[kind] += at - start;
      }
    }
    return counts;
  }

  return {
    step,
    merge,
    expected,
    /** What the editor counts on a device. */
    shown: (index: number) => counters[index]?.(editors[index]?.state.doc as Node),
    /** What the stored text counts as on a device. */
    stored: (index: number) => countProvenance(toDocument(docs[index] ?? docs[0]), language),
    close: () => editors.forEach((editor) => editor.destroy()),
  };
}

type Act = (desk: Desk) => unknown;

const takingBack: readonly Act[] = [
  ({ editor }) => editor.commands.undo(),
  ({ editor }) => editor.commands.undo(),
  ({ editor }) => editor.commands.redo(),
];

const isOf = (known: Known | undefined, sentence: Sentence): boolean =>
  known !== undefined && 'sentence' in known && known.sentence === sentence;

type Block = { readonly node: Node; readonly position: number };
type Side = 0 | 1;
/** One device at work on one side of the chapter. */
type Desk = { readonly editor: Editor; readonly side: Side };

/** The blocks of one side of the scene break. */
function blocksOf(doc: Node, side: Side): Block[] {
  const sides: [Block[], Block[]] = [[], []];
  let at: Side = 0;
  doc.forEach((node, position) => {
    if (node.type.name === 'sceneBreak') at = 1;
    else sides[at].push({ node, position });
  });
  return sides[side];
}

/** A place between two words. */
function anyPlace({ editor, side }: Desk, random: Random): number {
  const block = random.pick(blocksOf(editor.state.doc, side));
  if (!block) throw new Error('A side has no block left.');
  return block.position + 1 + random.below(block.node.content.size + 1);
}

function rangeOf(desk: Desk, random: Random): { from: number; to: number } {
  const [one, other] = [anyPlace(desk, random), anyPlace(desk, random)];
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

function cut(desk: Desk, random: Random): void {
  const { from, to } = rangeOf(desk, random);
  const { view, state } = desk.editor;
  if (from < to) view.dispatch(state.tr.delete(from, to));
}

function split(desk: Desk, random: Random): void {
  const { view, state } = desk.editor;
  view.dispatch(state.tr.split(anyPlace(desk, random)));
}

function join({ editor, side }: Desk, random: Random): void {
  const block = random.pick(blocksOf(editor.state.doc, side).slice(1));
  if (block) editor.view.dispatch(editor.state.tr.join(block.position));
}

/** Moves a block as dragging does. */
function moveBlock({ editor, side }: Desk, random: Random): void {
  const blocks = blocksOf(editor.state.doc, side);
  const block = random.pick(blocks);
  if (!block || blocks.length < fewBlocks) return;
  const tr = editor.state.tr.delete(block.position, block.position + block.node.nodeSize);
  const target = random.pick(blocksOf(tr.doc, side))?.position ?? 0;
  editor.view.dispatch(tr.insert(target, block.node).setMeta('uiEvent', 'drop'));
}

function mark(desk: Desk, random: Random): void {
  const { from, to } = rangeOf(desk, random);
  const { view, state } = desk.editor;
  const type = state.schema.marks[random.chance(0.5) ? 'bold' : 'private'];
  if (!type || from === to) return;
  view.dispatch(random.chance(0.6) ? state.tr.addMark(from, to, type.create()) : state.tr.removeMark(from, to, type));
}

/** Copies words of the chapter and pastes them where the cursor is, by way of the clipboard. */
function copy(desk: Desk, random: Random): void {
  const { from, to } = rangeOf(desk, random);
  if (from === to || to - from > mostCopied) return;
  const { view, state } = desk.editor;
  const { dom, text } = view.serializeForClipboard(TextSelection.create(state.doc, from, to).content());
  paste(desk.editor, { text, html: dom.innerHTML });
}

function paste(editor: Editor, { text, html }: { text: string; html: string }): void {
  const event = new Event('paste', { bubbles: true, cancelable: true });
  const getData = (kind: string): string => (kind === 'text/html' ? html : text);
  Object.assign(event, { clipboardData: { getData, files: [] } });
  editor.view.dom.dispatchEvent(event);
}
