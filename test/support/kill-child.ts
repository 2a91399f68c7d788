import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { nodeDisk } from '../../src-main/files/disk';
import { blocksOf, insertBlocks } from '../../src-main/book/text-document';
import { paragraph } from '../../src-shared/text/document';
import { createDevice, valueOf } from './builders';
import { createRandom } from './random';

/** What the child has been told is safe; one line each on its standard output. */
export type Acknowledged =
  | { readonly did: 'open'; readonly bookId: string }
  | { readonly did: 'chapter'; readonly chapterId: string }
  | { readonly did: 'write'; readonly chapterId: string; readonly word: string }
  | { readonly did: 'restore'; readonly chapterId: string; readonly words: readonly string[] };

const say = (line: Acknowledged): void => void writeSync(1, `${JSON.stringify(line)}\n`);

/** Works in a library until it is killed: types, inserts drafts, restores, adds and splits chapters, writes out. */
async function work(folder: string, seed: number): Promise<void> {
  const random = createRandom(seed);
  const device = createDevice({ disk: nodeDisk, now: () => Date.now(), newId: () => randomBytes(8).toString('hex') });
  await device.library.openFolder(folder);
  const known = (await device.library.summaries())[0]?.id;
  const bookId = known ?? (await device.shelf.create({ title: 'Under fire' }));
  say({ did: 'open', bookId });
  const { book } = await device.library.open(bookId);
  const titled = (title: string): string | undefined => [...book.state.all('nodes').values()].find((node) => node.title === title)?.id;
  const typing = titled('Typing') ?? (await device.addChapter(bookId, 'Typing'));
  say({ did: 'chapter', chapterId: typing });
  const restoring = titled('Restoring') ?? (await device.addChapter(bookId, 'Restoring'));
  say({ did: 'chapter', chapterId: restoring });
  for (let count = 1; ; count += 1) {
    const word = `k${seed}n${count}x`;
    const choice = random.below(20);
    if (choice < 13) {
      await device.edit(bookId, typing, (text) => {
        insertBlocks(text, blocksOf(text).length, [paragraph(word)]);
      });
      say({ did: 'write', chapterId: typing, word });
    } else if (choice < 15) {
      await device.snapshots.take(bookId, { chapterId: typing, label: 'Before the draft', reason: 'draft' });
      await device.edit(bookId, typing, (text) => insertBlocks(text, 0, [paragraph(`${word} ${'and so it went on '.repeat(60)}`)]));
      say({ did: 'write', chapterId: typing, word });
    } else if (choice < 17) {
      await device.write(bookId, restoring, word);
      const snapshot = await device.snapshots.take(bookId, { chapterId: restoring, label: 'Kept', reason: 'by-hand' });
      await device.write(bookId, restoring, 'gone again');
      await valueOf(device.snapshots['snapshot.restore']({ bookId, snapshotId: snapshot.id }));
      say({ did: 'restore', chapterId: restoring, words: [word] });
    } else if (choice < 18) {
      say({ did: 'chapter', chapterId: await device.addChapter(bookId, word) });
    } else await (await device.library.open(bookId)).checkpoint();
  }
}

const [, , folder = '', seed = '1'] = process.argv;
await work(folder, Number(seed));
