import { expect, test } from 'vitest';
import { textLines } from '../../src-shared/text/document';
import { hasText, unplaced } from '../../src-shared/domain/outline';
import type { Book } from '../../src-main/book/book';
import { outlineOf } from '../../src-main/book/outline-tree';
import { countIds, createDevice, valueOf, type Device } from '../support/builders';
import { createCrashDisk } from '../support/crash-disk';
import { libraryPath } from '../support/crash-run';
import { createRandom, type Random } from '../support/random';

const sequences = Number(process.env['SEQUENCES'] ?? 1_000);
const steps = 14;

type Room = { readonly device: Device; readonly bookId: string; readonly book: Book; readonly random: Random };

async function setUp(seed: number): Promise<Room> {
  const random = createRandom(seed);
  let nowMs = Date.UTC(2026, 0, 1);
  const device = createDevice({ disk: createCrashDisk().disk, now: () => (nowMs += 1), newId: countIds('i') });
  await device.library.openFolder(libraryPath);
  const bookId = await device.shelf.create({ title: 'Shuffled' });
  const add = async (kind: 'part' | 'chapter' | 'section' | 'front', parentId: string | null, title: string): Promise<string> => {
    const matter = kind === 'front' ? 'preface' : null;
    return (await valueOf(device.outline['outline.add']({ bookId, kind, matter, parentId, beforeId: null, title, description: '' }))).nodeId;
  };
  const part = await add('part', null, 'Part');
  const chapters = [await add('front', null, 'Preface'), await add('chapter', part, 'One'), await add('chapter', part, 'Two'), await add('chapter', null, 'Three')];
  await add('section', chapters[1] ?? '', 'A section');
  for (const chapterId of chapters) {
    for (const place of ['start', 'middle', 'end']) await device.write(bookId, chapterId, `${chapterId} ${place}.`);
  }
  // What was done until now is not taken back below.
  await device.library.close(bookId);
  const { book } = await device.library.open(bookId);
  await book.change('Ask', (tx) => {
    for (const chapterId of chapters) {
      tx.set('questions', `q${chapterId}`, { chapterId, text: `What about ${chapterId}?` });
      tx.set('answers', `q${chapterId}`, { text: `All about ${chapterId}.`, state: 'complete' });
    }
  }, { undoable: false });
  return { device, bookId, book, random };
}

/** Every paragraph of the book, sorted: what stands in which chapter may change, the words may not. */
async function paragraphs({ book }: Room, isWanted: (chapterId: string) => boolean = () => true): Promise<string[]> {
  const lines: string[] = [];
  for (const [chapterId, textId] of book.lineage().liveTextOf) if (isWanted(chapterId)) lines.push(...textLines(await book.texts.document(textId)));
  return lines.sort();
}

const shownIds = ({ book }: Room): string[] => outlineOf(book).nodes.map(({ id }) => id);

/** A node with all below it: place, order, status, text, questions and answers. */
async function subtree({ book }: Room, nodeId: string): Promise<string> {
  const { nodes } = outlineOf(book);
  const inside = new Set([nodeId]);
  for (const node of nodes) if (node.parentId !== null && inside.has(node.parentId)) inside.add(node.id);
  const texts: unknown[] = [];
  for (const id of inside) {
    const textId = book.lineage().liveTextOf.get(id);
    if (textId !== undefined) texts.push([id, await book.texts.document(textId)]);
  }
  const questions = [...book.state.all('questions').values()].filter(({ chapterId }) => inside.has(chapterId)).map((question) => [question, book.state.one('answers', question.id)]);
  return JSON.stringify([nodes.map((node) => (inside.has(node.id) ? node : node.id)), texts, questions]);
}

async function edit(room: Room, title: string): Promise<void> {
  const { device, bookId, book, random } = room;
  const { nodes } = outlineOf(book);
  const any = random.pick(nodes);
  const chapter = random.pick(nodes.filter(({ kind }) => kind === 'chapter'));
  const parents = [null, unplaced, ...nodes.map(({ id }) => id)];
  const outline = device.outline;
  // Moves that would make no sense are refused, and then nothing may have changed either.
  const refused = () => undefined;
  switch (random.below(9)) {
    case 0: await outline['outline.add']({ bookId, kind: 'chapter', matter: null, parentId: random.pick(parents) ?? null, beforeId: any?.id ?? null, title, description: '' }).catch(refused); break;
    case 1: if (any) await outline['outline.update']({ bookId, nodeId: any.id, title, description: 'Described' }); break;
    case 2: case 3: if (any) await outline['outline.move']({ bookId, nodeIds: [any.id], parentId: random.pick(parents) ?? null, beforeId: random.pick(nodes)?.id ?? null }).catch(refused); break;
    case 4: if (chapter) await outline['outline.split']({ bookId, chapterId: chapter.id, beforeBlock: 1, title }).catch(refused); break;
    case 5: if (chapter && any && hasText(any.kind)) await outline['outline.merge']({ bookId, chapterId: chapter.id, withId: any.id }).catch(refused); break;
    case 6: if (any) await outline['outline.setStatus']({ bookId, nodeIds: [any.id], status: 'completed' }).catch(refused); break;
    case 7: {
      const chapters = nodes.filter(({ kind }) => kind === 'chapter').slice(0, 2).map(({ id }, index) => ({
        key: `${index}`, title: `${title} ${index}`, description: '', continues: random.chance(0.5) ? id : null, sections: [{ title: 'New section', description: '' }],
      }));
      await outline['outline.accept']({ bookId, chapters, mode: random.chance(0.5) ? 'replace' : 'add' });
      break;
    }
    default: if (book.undoState().undo !== null) await (random.chance(0.5) || book.undoState().redo === null ? book.undo() : book.redo());
  }
}

test(`${sequences} random sequences of outline edits change no word, and what is trashed comes back whole`, { timeout: 600_000 }, async () => {
  const first = Number(process.env['SEED'] ?? 1);
  const started = performance.now();
  for (let seed = first; seed < first + sequences; seed += 1) {
    const room = await setUp(seed);
    const before = await paragraphs(room);
    for (let step = 0; step < steps; step += 1) {
      await edit(room, `Title ${step}`);
      const { nodes } = outlineOf(room.book);
      expect(new Set(nodes.map(({ id }) => id)).size, `SEED=${seed} step ${step}: a node is shown twice`).toBe(nodes.length);
      const shown = new Set(shownIds(room));
      expect(await paragraphs(room, (chapterId) => shown.has(chapterId)), `SEED=${seed} step ${step}: words that can be seen`).toEqual(before);
    }
    expect(await paragraphs(room), `SEED=${seed}: all words`).toEqual(before);
    const target = room.random.pick(outlineOf(room.book).nodes);
    if (!target) continue;
    const whole = await subtree(room, target.id);
    await valueOf(room.device.outline['outline.trash']({ bookId: room.bookId, nodeIds: [target.id] }));
    expect(shownIds(room), `SEED=${seed}`).not.toContain(target.id);
    expect(await paragraphs(room), `SEED=${seed}: trashing`).toEqual(before);
    await valueOf(room.device.outline['outline.restore']({ bookId: room.bookId, nodeId: target.id }));
    expect(await subtree(room, target.id), `SEED=${seed}: restoring ${target.title}`).toBe(whole);
  }
  console.log(`${sequences} sequences of ${steps} outline edits in ${Math.round(performance.now() - started)} ms`);
});
