import { beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { createCrashDisk, withoutLocks, type CrashDisk, type Image } from '../../../support/crash-disk';
import { countIds, createDevice, valueOf, type Device } from '../../../support/builders';
import { libraryPath, withOther } from '../../../support/crash-run';
import { mendStructure } from '../../../../src-main/book/mend-structure';
import { insertBlocks, textOf, toDocument } from '../../../../src-main/book/text-document';
import { paragraph, plainText, type DocumentNode } from '../../../../src-shared/text/document';

type Desk = { device: Device; disk: CrashDisk; other: { disk: CrashDisk['disk'] } };
let here: Desk;
let there: Desk;
let bookId: string;
let chapterId: string;

function seat(image: Image, prefix: string): Desk {
  const disk = createCrashDisk(withoutLocks(image));
  const other = { disk: disk.disk };
  let nowMs = Date.UTC(2026, 0, 1);
  return { disk, other, device: createDevice({ disk: withOther(disk.disk, other), now: () => (nowMs += 1), newId: countIds(prefix) }) };
}

const elsewhere = (image: Image): Image => new Map([...image].map(([path, file], index) => [path, { ...file, number: 9_000 + index }]));

async function merge(to: Desk, from: Image): Promise<Awaited<ReturnType<Device['merging']['mergeFrom']>>> {
  to.other.disk = createCrashDisk(withoutLocks(from)).disk;
  return to.device.merging.mergeFrom('/other');
}

const textOfDesk = async ({ device }: Desk): Promise<string> => {
  const { book } = await device.library.open(bookId);
  return plainText(await book.texts.document(book.liveText(chapterId)));
};

beforeEach(async () => {
  here = seat(new Map(), 'h');
  await here.device.library.openFolder(libraryPath);
  bookId = await here.device.shelf.create({ title: 'Shared' });
  chapterId = await here.device.addChapter(bookId, 'One');
  await here.device.write(bookId, chapterId, 'First.');
  there = seat(elsewhere(here.disk.whole()), 't');
  await there.device.library.openFolder(libraryPath);
});

test('both take in what the other wrote, and a second time nothing', async () => {
  await here.device.write(bookId, chapterId, 'Here.');
  await there.device.write(bookId, chapterId, 'There.');
  expect((await merge(here, there.disk.whole())).books).toMatchObject([{ bookId, isNew: false, entries: 1 }]);
  expect((await merge(there, here.disk.whole())).books[0]?.entries).toBeGreaterThan(0);
  expect(await textOfDesk(here)).toBe(await textOfDesk(there));
  expect((await textOfDesk(here)).split('\n').sort()).toEqual(['First.', 'Here.', 'There.']);
  expect((await merge(here, there.disk.whole())).books).toMatchObject([{ entries: 0 }]);
  expect((await merge(there, here.disk.whole())).books).toMatchObject([{ entries: 0 }]);
});

test('words typed where a paragraph was removed are reported and wait', async () => {
  await here.device.edit(bookId, chapterId, (text) => { text.getXmlFragment('prosemirror').delete(0, 1); });
  await there.device.edit(bookId, chapterId, (text) => {
    const [block] = text.getXmlFragment('prosemirror').toArray() as unknown as { get: (index: number) => { insert: (at: number, text: string) => void } }[];
    block?.get(0).insert(0, 'Late. ');
  });
  expect((await merge(here, there.disk.whole())).books).toMatchObject([{ arrivals: 1 }]);
  const open = await valueOf(here.device.texts['text.open']({ bookId, chapterId }));
  expect(open.arrivals.map(({ text }) => text)).toEqual(['Late. ']);
});

test('a book that only the other has comes whole, and a purged one does not come back', async () => {
  const second = await there.device.shelf.create({ title: 'New there' });
  await there.device.write(second, await there.device.addChapter(second, 'One'), 'All new.');
  expect((await merge(here, there.disk.whole())).books).toContainEqual({ bookId: second, isNew: true, entries: 3, arrivals: 0 });
  expect((await here.device.library.summaries()).map(({ title, words }) => [title, words])).toContainEqual(['New there', 2]);
  await here.device.shelf['library.trash']({ bookId: second });
  await here.device.shelf['library.purge']({ bookId: second });
  await merge(here, there.disk.whole());
  expect((await here.device.library.summaries()).map(({ title }) => title)).toEqual(['Shared']);
});

test('another library is refused', async () => {
  const foreign = seat(new Map(), 'f');
  await foreign.device.library.openFolder(libraryPath);
  await expect(merge(here, foreign.disk.whole())).rejects.toMatchObject({ error: { code: 'library-foreign' } });
  await expect(merge(here, new Map())).rejects.toMatchObject({ error: { code: 'library-foreign' } });
});

test('a log with two histories is refused, and what was here stays', async () => {
  const past = there.disk.whole();
  await there.device.write(bookId, chapterId, 'One history.');
  await merge(here, there.disk.whole());
  const again = seat(past, 'x');
  await again.device.library.openFolder(libraryPath);
  await again.device.write(bookId, chapterId, 'Another history.');
  await again.device.write(bookId, chapterId, 'And on.');
  const before = await textOfDesk(here);
  await expect(merge(here, again.disk.whole())).rejects.toMatchObject({ error: { code: 'library-damaged', reason: 'forked' } });
  expect(await textOfDesk(here)).toBe(before);
});

test('two merges at once wait for each other', async () => {
  await there.device.write(bookId, chapterId, 'There.');
  here.other.disk = createCrashDisk(withoutLocks(there.disk.whole())).disk;
  const reports = await Promise.all([here.device.merging.mergeFrom('/other'), here.device.merging.mergeFrom('/other')]);
  expect(reports.map(({ books }) => books[0]?.entries)).toEqual([1, 0]);
});

test('a list that two devices broke between them is whole when it is opened, on both', async () => {
  const item = (text: Y.Doc) => ((text.getXmlFragment('prosemirror').get(1) as Y.XmlElement).get(0) as Y.XmlElement);
  const content: DocumentNode[] = [{ type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('Salt.'), paragraph('Rope.')] }] }];
  await here.device.edit(bookId, chapterId, (text) => { insertBlocks(text, 1, content); });
  await merge(there, here.disk.whole());
  await here.device.edit(bookId, chapterId, (text) => { item(text).delete(0, 1); });
  await there.device.edit(bookId, chapterId, (text) => { item(text).insert(1, [new Y.XmlElement('sceneBreak')]); });
  for (const [to, from] of [[here, there], [there, here], [here, there], [there, here]] as const) {
    await merge(to, from.disk.whole());
    const { update } = await valueOf(to.device.texts['text.open']({ bookId, chapterId }));
    const text = textOf([update]);
    expect(mendStructure(text)).toBeUndefined();
    expect(plainText(toDocument(text))).toContain('Rope.');
  }
  expect(await textOfDesk(here)).toBe(await textOfDesk(there));
});

test('two who answer at once keep both answers, and each sees which came from elsewhere', async () => {
  const { book } = await here.device.library.open(bookId);
  await book.change('Ask', (tx) => {
    tx.set('questions', 'q', { chapterId, text: 'What do you remember of the house?', order: 'a0' });
    tx.set('clarifications', 'c', { question: 'Who is it for?', why: '', answer: '', state: 'open', order: 'a0' });
  });
  await merge(there, here.disk.whole());
  const tell = async ({ device }: Desk, words: string) => {
    await valueOf(device.brief['brief.update']({ bookId, patch: { summary: words } }));
    await valueOf(device.answers['answer.save']({ bookId, questionId: 'q', text: words, state: 'draft', source: 'typed' }));
    await valueOf(device.brief['brief.answerClarification']({ bookId, id: 'c', answer: words, state: 'answered' }));
  };
  await tell(here, 'A room full of salt.');
  await tell(there, 'A stair without a rail.');
  await merge(here, there.disk.whole());
  await merge(there, here.disk.whole());
  const look = async ({ device }: Desk) => {
    const view = await valueOf(device.brief['brief.read']({ bookId }));
    const earlier = [view.earlierSummaries, await valueOf(device.answers['answer.revisions']({ bookId, questionId: 'q' })), view.clarifications[0]?.earlier];
    const present = [view.brief.summary, (await device.library.open(bookId)).book.state.one('answers', 'q')?.text, view.clarifications[0]?.answer];
    return present.map((now, index) => ({ now, earlier: (earlier[index] ?? []).map(({ text, isFromElsewhere }) => [text, isFromElsewhere]) }));
  };
  const [mine, theirs] = [await look(here), await look(there)];
  mine.forEach(({ now, earlier }, index) => {
    const lost = now === 'A room full of salt.' ? 'A stair without a rail.' : 'A room full of salt.';
    const isMine = lost === 'A room full of salt.';
    expect(earlier).toEqual([[lost, !isMine]]);
    expect(theirs[index]).toEqual({ now, earlier: [[lost, isMine]] });
  });
});

test('damage over there is named, and what is good of it is taken in', async () => {
  await there.device.write(bookId, chapterId, 'There.');
  await there.device.write(bookId, chapterId, 'Lost.');
  const image = new Map([...there.disk.whole()].map(([path, file]) => {
    const bytes = file.bytes && Buffer.from(file.bytes);
    if (bytes && path.endsWith('.log')) bytes[bytes.length - 10] = 0; // inside the last line
    return [path, { ...file, bytes }] as const;
  }));
  const report = await merge(here, image);
  expect(report.damaged).toContainEqual({ bookId, file: expect.stringMatching(/^log\/t.*\.log$/) as string });
  expect(await textOfDesk(here)).toContain('There.');
  expect(await textOfDesk(here)).not.toContain('Lost.');
});

test('words for a book in the trash arrive there, and the trash is left on both when it is left on one', async () => {
  await here.device.shelf['library.trash']({ bookId });
  await there.device.write(bookId, chapterId, 'Written while it lay in the trash elsewhere.');
  await merge(here, there.disk.whole());
  await merge(there, here.disk.whole());
  for (const desk of [here, there]) {
    expect(await textOfDesk(desk)).toContain('Written while it lay in the trash elsewhere.');
    expect((await desk.device.library.summaries())[0]?.trashedAt).not.toBeNull();
  }
  await there.device.shelf['library.restore']({ bookId });
  await merge(here, there.disk.whole());
  expect((await here.device.library.summaries())[0]?.trashedAt).toBeNull();
});

test('the library that is read from is left as it is, byte for byte', async () => {
  await there.device.write(bookId, chapterId, 'There.');
  const source = createCrashDisk(there.disk.whole());
  const before = source.whole();
  here.other.disk = source.disk;
  await here.device.merging.mergeFrom('/other');
  expect(await textOfDesk(here)).toContain('There.');
  expect(source.whole()).toEqual(before);
});

test('a library that another process writes in meanwhile is read as far as it is whole, and the rest the next time', async () => {
  await there.device.write(bookId, chapterId, 'Whole.');
  const segment = `/lib/books/${bookId}/log/t1/0000000000.log`;
  const { length } = there.disk.whole().get(segment)?.bytes ?? [];
  await there.device.write(bookId, chapterId, 'On its way.');
  const image = there.disk.whole();
  const all = image.get(segment);
  if (!all?.bytes) throw new Error('There is no such segment.');
  const halfway = new Map(image).set(segment, { ...all, bytes: all.bytes.subarray(0, length + 20) });
  expect(await merge(here, halfway)).toMatchObject({ books: [{ entries: 1 }], damaged: [] });
  expect(await textOfDesk(here)).not.toContain('On its way.');
  expect(await merge(here, image)).toMatchObject({ books: [{ entries: 1 }], damaged: [] });
  expect(await textOfDesk(here)).toContain('On its way.');
});
