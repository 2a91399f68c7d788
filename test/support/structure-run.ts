import { initProseMirrorDoc, updateYFragment } from '@tiptap/y-tiptap';
import { joinBackward, lift, setBlockType, splitBlock, wrapIn } from '@tiptap/pm/commands';
import type { Node } from '@tiptap/pm/model';
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list';
import { EditorState, NodeSelection, TextSelection, type Command, type Transaction } from '@tiptap/pm/state';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, fixTables } from '@tiptap/pm/tables';
import type * as Y from 'yjs';
import { findArrivals } from '../../src-main/book/arrivals';
import { mendStructure } from '../../src-main/book/mend-structure';
import { blocksOf, textOf, updateOf } from '../../src-main/book/text-document';
import { createChapterSchema } from '../../src-renderer/editor-kit/schema/chapter-schema';
import { toggleVerse } from '../../src-renderer/editor-kit/verse-commands';
import { createRandom, type Random } from './random';

const schema = createChapterSchema();
const typeOf = (name: string) => schema.nodes[name] ?? schema.topNodeType;
const item = typeOf('listItem');

/** A copy of a chapter on one device: the updates that it knows, as its log holds them. */
type Copy = { readonly name: string; updates: Uint8Array[] };
type World = { readonly copies: Copy[]; readonly random: Random; readonly deleted: Set<string>; words: number };

/** Each word is one letter that stands nowhere else, so that none can be taken for part of another. */
const letterOf = (number: number): string => String.fromCharCode(0x4e00 + number);
const lettersIn = (text: string): string[] => text.match(/[\u4e00-\u9fff]/g) ?? [];

function wordsOf(doc: Node): string[] {
  const found: string[] = [];
  doc.descendants((node) => {
    if (node.isText) found.push(...lettersIn(node.text ?? ''));
  });
  return found;
}

/** Opens a text as the editor does. Answers what it shows, and whether it threw anything out. */
function open(text: Y.Doc): { doc: Node; refused: boolean; meta: ReturnType<typeof initProseMirrorDoc>['meta'] } {
  let refused = false;
  const hear = (): void => void (refused = true);
  text.on('update', hear);
  const { doc, meta } = initProseMirrorDoc(blocksOf(text), schema);
  text.off('update', hear);
  return { doc, refused, meta };
}

const insertBlock = (make: () => Node): Command => (state, dispatch) => {
  const at = state.selection.$from.after(1);
  dispatch?.(state.tr.insert(at, make()));
  return true;
};

const insertInline = (make: () => Node): Command => (state, dispatch) => {
  if (!state.selection.$from.parent.inlineContent) return false;
  dispatch?.(state.tr.replaceSelectionWith(make(), false));
  return true;
};

/** Takes a whole node around the cursor away, as the mouse does with a list item, a cell's paragraph or a row. */
const deleteAround = (levels: number): Command => ({ doc, selection, tr }, dispatch) => {
  const depth = selection.$from.depth - levels;
  if (depth < 1) return false;
  dispatch?.(tr.setSelection(NodeSelection.create(doc, selection.$from.before(depth))).deleteSelection());
  return true;
};

/** What an author does to the structure of a chapter. */
function commands(word: () => string): Readonly<Record<string, Command>> {
  const paragraph = () => typeOf('paragraph').create(null, schema.text(word()));
  const cell = () => typeOf('tableCell').create(null, paragraph());
  const row = () => typeOf('tableRow').create(null, [cell(), cell()]);
  const nested = () => item.create(null, [paragraph(), typeOf('bulletList').create(null, item.create(null, paragraph()))]);
  return {
    bulletList: wrapInList(typeOf('bulletList')), orderedList: wrapInList(typeOf('orderedList')),
    sink: sinkListItem(item), lift: liftListItem(item), splitItem: splitListItem(item),
    quote: wrapIn(typeOf('blockquote')), leave: lift, heading: setBlockType(typeOf('heading')), plain: setBlockType(typeOf('paragraph')),
    code: setBlockType(typeOf('codeBlock')), verse: toggleVerse, split: splitBlock, join: joinBackward,
    table: insertBlock(() => typeOf('table').create(null, [row(), row()])),
    list: insertBlock(() => typeOf('bulletList').create(null, [nested(), nested()])),
    figure: insertBlock(() => typeOf('figure').create({ assetId: 'a', caption: '' })), pause: insertBlock(() => typeOf('sceneBreak').create()),
    newParagraph: insertBlock(paragraph), note: insertInline(() => typeOf('footnote').create(null, schema.text(word()))), br: insertInline(() => typeOf('hardBreak').create()),
    rowAfter: addRowAfter, columnAfter: addColumnAfter, deleteRow, deleteColumn, deleteTable,
    deleteBlock: deleteAround(0), deleteHolder: deleteAround(1), deleteOuter: deleteAround(2),
  };
}

/** One act of one author on one copy: typing, or a change of structure. */
function act(copy: Copy, world: World): void {
  const { random } = world;
  const word = (): string => letterOf((world.words += 1));
  const text = textOf(copy.updates);
  const { doc: opened, meta } = open(text);
  // The editor evens out ragged tables before anything else.
  const doc = fixTables(EditorState.create({ doc: opened }))?.doc ?? opened;
  const places: number[] = [];
  doc.descendants((node, at) => {
    if (node.isTextblock) places.push(at + 1 + random.below(node.content.size + 1));
  });
  const from = Math.min(random.pick(places) ?? 0, doc.content.size);
  const to = random.chance(0.2) ? Math.min(doc.content.size, (random.pick(places) ?? from)) : from;
  const state = EditorState.create({ doc, selection: TextSelection.between(doc.resolve(Math.min(from, to)), doc.resolve(Math.max(from, to))) });
  let done: Transaction | undefined;
  const all = commands(word);
  // Without a line of text there is no place for a cursor: the editor begins one.
  if (places.length === 0) done = state.tr.insert(doc.content.size, typeOf('paragraph').create(null, schema.text(word())));
  else if (random.chance(0.3)) done = state.tr.insertText(word(), state.selection.from);
  else all[random.pick(Object.keys(all)) ?? '']?.(state, (tr) => (done = tr));
  if (done?.docChanged) {
    const after = done.doc;
    after.check();
    copy.updates.push(updateOf(text, () => updateYFragment(text, blocksOf(text), after, meta)));
    const left = new Set(wordsOf(after));
    for (const gone of wordsOf(doc)) if (!left.has(gone)) world.deleted.add(gone);
  }
  text.destroy();
}

/** Opens a copy as `text.open` does: what the schema would refuse is mended first, as an update of its own. */
function mend(copy: Copy): string | undefined {
  const text = textOf(copy.updates);
  const update = mendStructure(text);
  if (update) copy.updates.push(update);
  const { doc, refused } = open(text);
  const again = mendStructure(text);
  text.destroy();
  if (refused) return `the editor threw something out on ${copy.name}`;
  if (again) return `mending ${copy.name} twice changes it twice`;
  const fixed = fixTables(EditorState.create({ doc }));
  const words = new Set(wordsOf(fixed?.doc ?? doc));
  const lost = wordsOf(doc).find((word) => !words.has(word));
  return lost === undefined ? undefined : `${lost} went with a table on ${copy.name}`;
}

/** Every word that nobody deleted stands in the text or waits as an arrival. */
function findLost(copy: Copy, world: World): string | undefined {
  const text = textOf(copy.updates);
  const waiting = findArrivals({ updates: copy.updates, live: text, isPlaced: () => false }).map((run) => run.text).join(' ');
  const found = new Set([...wordsOf(open(text).doc), ...lettersIn(waiting)]);
  text.destroy();
  for (let number = 1; number <= world.words; number += 1) {
    const word = letterOf(number);
    if (!found.has(word) && !world.deleted.has(word)) return `${word} is lost on ${copy.name}`;
  }
  return undefined;
}

const shapeOf = (copy: Copy): string => {
  const text = textOf(copy.updates);
  const shape = JSON.stringify(open(text).doc.toJSON());
  text.destroy();
  return shape;
};

/** Both know what either knows. */
function exchange(copies: readonly Copy[]): void {
  const all = [...new Set(copies.flatMap(({ updates }) => updates))];
  for (const copy of copies) copy.updates = [...copy.updates, ...all.filter((update) => !copy.updates.includes(update))];
}

/** Plays rounds in which two devices change one chapter apart and then exchange it. Says what went wrong. */
export function playStructures(seed: number, rounds = 4): string | undefined {
  const random = createRandom(seed);
  const world: World = { copies: [{ name: 'a', updates: [] }, { name: 'b', updates: [] }], random, deleted: new Set(), words: 0 };
  const [first] = world.copies;
  if (!first) return undefined;
  for (let count = 0; count < 12; count += 1) act(first, world);
  for (let round = 0; round < rounds; round += 1) {
    exchange(world.copies);
    // Each mends by itself, or only one does, or one after it has seen the other's.
    for (const copy of world.copies) {
      const wrong = random.chance(0.8) ? mend(copy) : undefined;
      if (wrong !== undefined) return `round ${round}: ${wrong}`;
    }
    exchange(world.copies);
    for (const copy of world.copies) {
      const wrong = mend(copy) ?? findLost(copy, world);
      if (wrong !== undefined) return `round ${round}: ${wrong}`;
    }
    exchange(world.copies);
    const [one, other] = world.copies.map(shapeOf);
    if (one !== other) return `round ${round}: the two show different texts`;
    for (const copy of world.copies) for (let count = random.below(5); count > 0; count -= 1) act(copy, world);
  }
  return undefined;
}
