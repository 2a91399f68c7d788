import * as Y from 'yjs';
import { blocksOf, insertBlocks, updateOf } from '../../src-main/book/text-document';
import { outlineOf } from '../../src-main/book/outline-tree';
import { hasText, unplaced } from '../../src-shared/domain/outline';
import { paragraph, textLines } from '../../src-shared/text/document';
import { countIds, countOf, createDevice, dumpOf, exportOf, valueOf, type Device } from './builders';
import { createCrashDisk, withoutLocks, type CrashDisk, type Image } from './crash-disk';
import { libraryPath, withOther } from './crash-run';
import { addProse, anyProse, findLostProse } from './prose-run';
import { createRandom, type Random } from './random';

/** One step of a history: what happens on which device. `pick` chooses among what is there at that moment. */
export type Step = { readonly device: number; readonly act: ActName; readonly pick: number };
export type ActName = keyof typeof acts;

const dayMs = 86_400_000;
const deviceCount = 3;

type Place = { disk: CrashDisk; device: Device; readonly other: { disk: CrashDisk['disk'] }; clockMs: number; readonly name: string; starts: number };
type Desk = {
  readonly place: Place;
  readonly world: World;
  readonly bookId: string;
  readonly random: Random;
};
type World = {
  readonly places: Place[];
  readonly bookId: string;
  /** Earlier states of libraries, for merges that bring only a part. */
  readonly copies: Image[];
  /** Words that somebody deleted, or that a restored snapshot dropped: no promise is made about them. */
  readonly deleted: Set<string>;
  /** Words that somebody put in a second place on purpose. */
  readonly copied: Set<string>;
  /** Words that were saved in an answer or a summary. */
  readonly told: Set<string>;
  words: number;
};

const wordPattern = /w\d+x/g;
const wordsIn = (text: string): string[] => text.match(wordPattern) ?? [];

/** Where each word stands: every chapter's text, those in the trash too, and what waits for a place. */
async function countWords({ device }: Place, bookId: string): Promise<Map<string, number>> {
  const { book, arrivals } = await device.library.open(bookId);
  const counts = new Map<string, number>();
  for (const [chapterId, textId] of book.lineage().liveTextOf) {
    const found = [...textLines(await book.texts.document(textId)), ...(await arrivals.of(chapterId)).map(({ text }) => text)];
    for (const word of found.flatMap(wordsIn)) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

async function chaptersOf({ place, bookId }: Desk): Promise<string[]> {
  const { book } = await place.device.library.open(bookId);
  return [...book.lineage().liveTextOf.keys()].filter((id) => book.state.one('nodes', id)?.trashedAt === null).sort();
}

async function anyChapter(desk: Desk): Promise<string | undefined> {
  return desk.random.pick(await chaptersOf(desk));
}

const newWord = (world: World): string => `w${(world.words += 1)}x`;

/** The letters of a node; Yjs gives its formatting as tags, and nothing is formatted here. */
const plainOf = (node: { toJSON: () => unknown }): string => String(node.toJSON());

function runsOf(text: Y.Doc): Y.XmlText[] {
  return blocksOf(text).toArray().flatMap((block) => (block instanceof Y.XmlElement ? block.toArray().filter((child) => child instanceof Y.XmlText) : []));
}

async function edit(desk: Desk, work: (text: Y.Doc) => void): Promise<void> {
  const chapterId = await anyChapter(desk);
  if (chapterId !== undefined) await desk.place.device.edit(desk.bookId, chapterId, work);
}

/** Types a word between two others, as one change. */
function typeInto({ world, random }: Desk, text: Y.Doc): void {
  const word = `${newWord(world)} `;
  const run = random.pick(runsOf(text));
  if (!run) {
    insertBlocks(text, 0, [paragraph(word)]);
    return;
  }
  const plain = plainOf(run);
  const gaps = [0, ...[...plain.matchAll(/ /g)].map(({ index }) => index + 1)];
  run.insert(random.pick(gaps) ?? 0, word);
}

function deleteFrom({ world, random }: Desk, text: Y.Doc): void {
  const run = random.pick(runsOf(text));
  const word = run && random.pick(wordsIn(plainOf(run)));
  if (!run || word === undefined) return;
  run.delete(plainOf(run).indexOf(word), word.length + 1);
  world.deleted.add(word);
}

function removeParagraph({ world, random }: Desk, text: Y.Doc): void {
  const index = random.below(blocksOf(text).length);
  const block = blocksOf(text).length > 0 ? blocksOf(text).get(index) : undefined;
  if (!block) return;
  for (const word of wordsIn(plainOf(block))) world.deleted.add(word);
  blocksOf(text).delete(index, 1);
}

/** A step that must not lose a word: whatever vanished had been deleted before. */
async function keepingWords(desk: Desk, work: () => Promise<unknown>): Promise<void> {
  const before = await countWords(desk.place, desk.bookId);
  await work();
  const after = await countWords(desk.place, desk.bookId);
  for (const word of before.keys()) {
    if (!after.has(word) && !desk.world.deleted.has(word)) throw new Error(`${word} is lost on ${desk.place.name}`);
  }
  for (const [word, count] of after) if (count > 1 && (before.get(word) ?? 0) <= 1 && !desk.world.copied.has(word)) throw new Error(`${word} stands ${count} times on ${desk.place.name}`);
}

/** A step that the author takes to bring back other words: what it drops and what it doubles is theirs. */
async function replacingWords(desk: Desk, work: () => Promise<unknown>): Promise<void> {
  const before = await countWords(desk.place, desk.bookId);
  await work();
  const after = await countWords(desk.place, desk.bookId);
  for (const word of before.keys()) if (!after.has(word)) desk.world.deleted.add(word);
  for (const [word, count] of after) if (count > 1) desk.world.copied.add(word);
}

async function undoable(desk: Desk, direction: 'undo' | 'redo'): Promise<void> {
  const { book } = await desk.place.device.library.open(desk.bookId);
  const label = book.undoState()[direction];
  if (label === null) return;
  const work = () => book[direction]();
  // What a restored snapshot brought or dropped comes and goes with it.
  await (label === 'Restore snapshot' ? replacingWords(desk, work) : keepingWords(desk, work));
}

async function mergeFrom(desk: Desk, image: Image): Promise<void> {
  desk.place.other.disk = createCrashDisk(withoutLocks(image)).disk;
  await desk.place.device.merging.mergeFrom('/other');
}

/** Everything that can happen. */
const acts = {
  type: (desk: Desk) => edit(desk, (text) => typeInto(desk, text)),
  newParagraph: (desk: Desk) => edit(desk, (text) => insertBlocks(text, desk.random.below(blocksOf(text).length + 1), [paragraph(`${newWord(desk.world)} ${newWord(desk.world)} `)])),
  deleteWord: (desk: Desk) => edit(desk, (text) => deleteFrom(desk, text)),
  removeParagraph: (desk: Desk) => edit(desk, (text) => removeParagraph(desk, text)),
  async takeBackInEditor(desk: Desk) {
    // Deleting and taking it back types the words again: where another device moved them meanwhile they stand twice.
    const chapterId = await anyChapter(desk);
    if (chapterId === undefined) return;
    const { texts } = desk.place.device;
    const open = await valueOf(texts['text.open']({ bookId: desk.bookId, chapterId }));
    const text = new Y.Doc();
    Y.applyUpdate(text, open.update);
    if (blocksOf(text).length === 0) return;
    const undo = new Y.UndoManager(blocksOf(text), { captureTimeout: 0 });
    const append = (update: Uint8Array) => valueOf(texts['text.append']({ bookId: desk.bookId, textId: open.textId, update, words: countOf(text), written: 0 }));
    const index = desk.random.below(blocksOf(text).length);
    for (const word of wordsIn(plainOf(blocksOf(text).get(index)))) desk.world.copied.add(word);
    await append(updateOf(text, () => blocksOf(text).delete(index, 1)));
    const updates: Uint8Array[] = [];
    text.on('update', (update: Uint8Array) => updates.push(update));
    undo.undo();
    for (const update of updates) await append(update);
    text.destroy();
  },
  async lateWords(desk: Desk) {
    // An editor that has not heard of the split yet sends what was typed into the old text.
    const chapterId = await anyChapter(desk);
    if (chapterId === undefined) return;
    const { texts, outline } = desk.place.device;
    const open = await valueOf(texts['text.open']({ bookId: desk.bookId, chapterId }));
    const text = new Y.Doc();
    Y.applyUpdate(text, open.update);
    const update = updateOf(text, () => typeInto(desk, text));
    const words = countOf(text);
    if (blocksOf(text).length > 2) await outline['outline.split']({ bookId: desk.bookId, chapterId, beforeBlock: 1, title: 'Cut' });
    await valueOf(texts['text.append']({ bookId: desk.bookId, textId: open.textId, update, words, written: 0 }));
    text.destroy();
  },
  tell: (desk: Desk) => anyProse(desk.random).tell({ ...desk, device: desk.place.device, told: desk.world.told }),
  async tellLate(desk: Desk) {
    // A field that was filled before the merge is saved after it.
    const from = desk.random.pick(desk.world.places.filter((place) => place !== desk.place));
    const meanwhile = async () => from && mergeFrom(desk, from.disk.whole());
    await anyProse(desk.random).tell({ ...desk, device: desk.place.device, told: desk.world.told, meanwhile });
  },
  async rename(desk: Desk) {
    const nodeId = await anyChapter(desk);
    if (nodeId !== undefined) await desk.place.device.outline['outline.update']({ bookId: desk.bookId, nodeId, title: `Title ${desk.random.below(1_000)}` });
  },
  async move(desk: Desk) {
    const [nodeId, beforeId = null] = [await anyChapter(desk), await anyChapter(desk)];
    const { book } = await desk.place.device.library.open(desk.bookId);
    const parts = [...book.state.all('nodes').values()].filter(({ kind, trashedAt }) => kind === 'part' && trashedAt === null).map(({ id }) => id);
    const parentId = desk.random.pick([null, unplaced, ...parts.sort()]) ?? null;
    if (nodeId !== undefined) await desk.place.device.outline['outline.move']({ bookId: desk.bookId, nodeIds: [nodeId], parentId, beforeId });
  },
  addPart: (desk: Desk) => desk.place.device.outline['outline.add']({ bookId: desk.bookId, kind: 'part', matter: null, parentId: null, beforeId: null, title: 'Part', description: '' }),
  async trashPart(desk: Desk) {
    const { book } = await desk.place.device.library.open(desk.bookId);
    const nodeId = desk.random.pick([...book.state.all('nodes').values()].filter(({ kind }) => kind === 'part').map(({ id }) => id).sort());
    if (nodeId !== undefined) await keepingWords(desk, () => desk.place.device.outline['outline.trash']({ bookId: desk.bookId, nodeIds: [nodeId] }));
  },
  addChapter: (desk: Desk) => desk.place.device.addChapter(desk.bookId, `Chapter ${desk.random.below(1_000)}`),
  async trash(desk: Desk) {
    const nodeId = await anyChapter(desk);
    if (nodeId !== undefined) await keepingWords(desk, () => desk.place.device.outline['outline.trash']({ bookId: desk.bookId, nodeIds: [nodeId] }));
  },
  async restore(desk: Desk) {
    const trashed = await valueOf(desk.place.device.outline['outline.trashed']({ bookId: desk.bookId }));
    const nodeId = desk.random.pick(trashed)?.node.id;
    if (nodeId !== undefined) await keepingWords(desk, () => desk.place.device.outline['outline.restore']({ bookId: desk.bookId, nodeId }));
  },
  async split(desk: Desk) {
    const chapterId = await anyChapter(desk);
    if (chapterId === undefined) return;
    const { book } = await desk.place.device.library.open(desk.bookId);
    const blocks = (await book.texts.document(book.liveText(chapterId))).content?.length ?? 0;
    if (blocks < 2) return;
    const beforeBlock = 1 + desk.random.below(blocks - 1);
    await keepingWords(desk, () => desk.place.device.outline['outline.split']({ bookId: desk.bookId, chapterId, beforeBlock, title: 'Split' }));
  },
  async join(desk: Desk) {
    const [chapterId, withId] = [await anyChapter(desk), await anyChapter(desk)];
    if (chapterId === undefined || withId === undefined || chapterId === withId) return;
    await keepingWords(desk, () => desk.place.device.outline['outline.merge']({ bookId: desk.bookId, chapterId, withId }));
  },
  undo: (desk: Desk) => undoable(desk, 'undo'),
  redo: (desk: Desk) => undoable(desk, 'redo'),
  async snapshot(desk: Desk) {
    const chapterId = desk.random.chance(0.5) ? null : ((await anyChapter(desk)) ?? null);
    await desk.place.device.snapshots.take(desk.bookId, { chapterId, label: 'Kept', reason: 'by-hand' });
  },
  async restoreSnapshot(desk: Desk) {
    const { book } = await desk.place.device.library.open(desk.bookId);
    const snapshotId = desk.random.pick([...book.state.all('snapshots').keys()].sort());
    if (snapshotId !== undefined) await replacingWords(desk, () => desk.place.device.snapshots['snapshot.restore']({ bookId: desk.bookId, snapshotId }));
  },
  async placeArrivals(desk: Desk) {
    const chapterId = await anyChapter(desk);
    if (chapterId === undefined) return;
    const { arrivals } = await desk.place.device.library.open(desk.bookId);
    const found = await arrivals.of(chapterId);
    if (found.length === 0) return;
    for (const { text } of found) for (const word of wordsIn(text)) desk.world.copied.add(word);
    await desk.place.device.write(desk.bookId, chapterId, found.map(({ text }) => text).join(' '));
    await desk.place.device.texts['text.settleArrivals']({ bookId: desk.bookId, chapterId, ids: found.map(({ id }) => id) });
  },
  async merge(desk: Desk) {
    const from = desk.random.pick(desk.world.places.filter((place) => place !== desk.place));
    if (from) await keepingWords(desk, () => mergeFrom(desk, from.disk.whole()));
  },
  async mergeEarlier(desk: Desk) {
    const image = desk.random.pick(desk.world.copies);
    if (image) await keepingWords(desk, () => mergeFrom(desk, image));
  },
  copyFolder: async (desk: Desk) => void desk.world.copies.push(desk.place.disk.whole()),
  checkpoint: async (desk: Desk) => (await desk.place.device.library.open(desk.bookId)).checkpoint(),
  crash: (desk: Desk) => restart(desk.place, desk.random.pick([...desk.place.disk.images(16)]) ?? desk.place.disk.whole()),
  async clock(desk: Desk) {
    desk.place.clockMs += desk.random.below(2 * dayMs) - dayMs;
  },
} as const;

const weights: Readonly<Record<keyof typeof acts, number>> = {
  type: 10, newParagraph: 5, deleteWord: 4, removeParagraph: 3, takeBackInEditor: 1, lateWords: 1, tell: 6, tellLate: 1, rename: 2, move: 2, addChapter: 1, addPart: 1, trashPart: 1, trash: 2,
  restore: 2, split: 3, join: 2, undo: 3, redo: 2, snapshot: 1, restoreSnapshot: 1, placeArrivals: 1, merge: 6, mergeEarlier: 2, copyFolder: 1,
  checkpoint: 2, crash: 2, clock: 2,
};
const urn = Object.entries(weights).flatMap(([act, weight]) => Array.from({ length: weight }, () => act as ActName));

/** The steps of a seed. */
export function stepsOf(seed: number, length = 30): Step[] {
  const random = createRandom(seed);
  return Array.from({ length }, () => ({ device: random.below(deviceCount), act: random.pick(urn) ?? 'type', pick: random.below(2 ** 31) }));
}

async function restart(place: Place, image: Image): Promise<void> {
  place.starts += 1;
  place.disk = createCrashDisk(withoutLocks(image));
  const now = () => (place.clockMs += 1);
  place.device = createDevice({ disk: withOther(place.disk.disk, place.other), now, newId: countIds(`${place.name}${place.starts}n`) });
  await place.device.library.openFolder(libraryPath);
}

async function setUp(): Promise<World> {
  const startMs = Date.UTC(2026, 0, 1);
  const places: Place[] = [];
  const make = async (name: string, image: Image): Promise<Place> => {
    const disk = createCrashDisk(image);
    const other = { disk: disk.disk };
    const place: Place = { name, disk, other, clockMs: startMs + (places.length - 1) * dayMs, starts: 0, device: createDevice({ disk: disk.disk, now: () => startMs, newId: countIds(name) }) };
    places.push(place);
    await restart(place, image);
    return place;
  };
  const first = await make('a', new Map());
  const bookId = await first.device.shelf.create({ title: 'Together' });
  const world: World = { places, bookId, copies: [], deleted: new Set(), copied: new Set(), told: new Set(), words: 0 };
  for (const title of ['One', 'Two']) {
    const chapterId = await first.device.addChapter(bookId, title);
    for (let count = 0; count < 3; count += 1) await first.device.write(bookId, chapterId, `${newWord(world)} ${newWord(world)} `);
  }
  await addProse(first.device, bookId);
  for (const name of ['b', 'c']) {
    const image = withoutLocks(first.disk.whole());
    await make(name, new Map([...image].map(([path, file], index) => [path, { ...file, number: 1_000 * places.length + index }])));
  }
  return world;
}

/** Everybody takes in everything, until nobody has anything new. */
async function exchangeAll(world: World): Promise<void> {
  for (let isNew = true; isNew; ) {
    isNew = false;
    for (const place of world.places) {
      for (const from of world.places) {
        if (from === place) continue;
        place.other.disk = createCrashDisk(withoutLocks(from.disk.whole())).disk;
        const { books } = await place.device.merging.mergeFrom('/other');
        isNew ||= books.some(({ entries }) => entries > 0);
      }
    }
  }
}

const withoutCaches = (image: Image): Image => new Map([...image].filter(([path]) => !/book\.json$|\/text\//.test(path)));

/** Plays a history and says what is wrong with where it led; `undefined` when nothing is. */
export async function play(steps: readonly Step[]): Promise<string | undefined> {
  const world = await setUp();
  const { bookId } = world;
  for (const [index, { device, act, pick }] of steps.entries()) {
    const place = world.places[device];
    if (!place) continue;
    try {
      await acts[act]({ place, world, bookId, random: createRandom(pick) });
    } catch (cause) {
      return `step ${index} (${act} on ${place.name}): ${cause instanceof Error ? (cause.stack ?? cause.message) : 'thrown'}`;
    }
  }
  await exchangeAll(world);
  const seen: { name: string; book: string; records: string }[] = [];
  const look = async (name: string, device: Device): Promise<void> => {
    const open = await device.library.open(bookId);
    seen.push({ name, book: await exportOf(open), records: await dumpOf(open) });
  };
  for (const place of world.places) {
    await look(place.name, place.device);
    const lost = await findLostProse(place.device, bookId, world.told);
    if (lost !== undefined) return `${lost} was saved and is nowhere to be found on ${place.name}`;
    const problems = place.device.problems.filter(({ reason }) => reason !== 'torn');
    if (problems.length > 0) return `${place.name} has problems: ${JSON.stringify(problems)}`;
    await restart(place, place.disk.whole());
    await look(`${place.name} opened again`, place.device);
    await restart(place, withoutCaches(place.disk.whole()));
    await look(`${place.name} from its logs alone`, place.device);
  }
  const [first] = seen;
  for (const { name, book, records } of seen) {
    if (book !== first?.book) return `${name} exports something else than ${first?.name ?? ''}:\n${book}\n${first?.book ?? ''}`;
    if (records !== first.records) return `${name} holds something else than ${first.name}:\n${records}\n${first.records}`;
  }
  return findMisplaced(world);
}

async function findMisplaced(world: World): Promise<string | undefined> {
  const place = world.places[0];
  if (!place) return undefined;
  const counts = await countWords(place, world.bookId);
  const { book } = await place.device.library.open(world.bookId);
  for (let number = 1; number <= world.words; number += 1) {
    const word = `w${number}x`;
    const count = counts.get(word) ?? 0;
    if (count === 0 && !world.deleted.has(word)) return `${word} is lost`;
    if (count > 1 && !world.copied.has(word) && !world.deleted.has(word)) return `${word} stands ${count} times`;
  }
  const found = new Set(outlineOf(book).nodes.map(({ id }) => id));
  for (const { node } of await valueOf(place.device.outline['outline.trashed']({ bookId: world.bookId }))) found.add(node.id);
  for (const [chapterId, textId] of book.lineage().liveTextOf) {
    const node = book.state.one('nodes', chapterId);
    if (!node || !hasText(node.kind)) return `the text of ${chapterId} belongs to no chapter`;
    const holdsWords = textLines(await book.texts.document(textId)).some((line) => line !== '');
    // It stands in the outline or in the trash, itself or with its part.
    if (holdsWords && !found.has(chapterId) && !found.has(node.parentId ?? '')) return `${chapterId} holds words and is nowhere to be found`;
  }
  return undefined;
}

/** The smallest history found that fails still, by leaving steps out. */
export async function shrink(steps: readonly Step[]): Promise<Step[]> {
  let kept = [...steps];
  for (let size = Math.ceil(kept.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < kept.length; ) {
      const fewer = [...kept.slice(0, from), ...kept.slice(from + size)];
      if ((await play(fewer)) === undefined) from += size;
      else kept = fewer;
    }
  }
  return kept;
}
