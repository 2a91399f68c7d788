import { expect, test } from 'vitest';
import { chain, noSum, toLine } from '../../../../src-main/book/entry';
import { createCrashDisk, withoutLocks, type Image } from '../../../support/crash-disk';
import { createFailingDisk } from '../../../support/failing-disk';
import { countIds } from '../../../support/builders';
import { callOf, createTestLedger, settledFor } from '../../../support/start-ledger';

const noon = new Date(2026, 10, 21, 12).getTime();
const dayMs = 86_400_000;
const path = '/user/ledger.ndjson';

/** Starts on an empty disk, or on what another one left. */
async function start(image?: Image, prefix = 'a') {
  const memory = createCrashDisk(image);
  const failing = createFailingDisk(memory.disk);
  const clock = { ms: noon };
  const test = createTestLedger({ disk: failing.disk, folder: '/user', newId: countIds(prefix), now: () => clock.ms });
  await test.ledger.start();
  const text = async (): Promise<string> => new TextDecoder().decode(await memory.disk.read(path));
  const putText = (written: string): Promise<void> => memory.disk.write(path, Buffer.from(written));
  return { ...test, memory, failing, clock, text, putText };
}

/** What another process reads from the same disk. */
const again = (memory: { whole: () => Image }, prefix: string) => start(withoutLocks(memory.whole()), prefix);

test('a reservation counts at once, a settlement instead of it, and nothing when nothing was sent', async () => {
  const { ledger } = await start();
  const reserving = ledger.reserve(callOf(5_000));
  expect(ledger.spent('book')).toEqual({ book: 5_000, day: 5_000, month: 5_000 });
  await ledger.settle(await reserving, settledFor(1_234));
  await ledger.void(await ledger.reserve(callOf(800)));
  await ledger.settle(await ledger.reserve(callOf(10)), settledFor(90));
  expect(ledger.spent('book')).toEqual({ book: 1_324, day: 1_324, month: 1_324 });
  expect(ledger.spent('other')).toEqual({ book: 0, day: 1_324, month: 1_324 });
  expect(ledger.rows().map(({ state }) => state)).toEqual(['settled', 'void', 'settled']);
});

test('days and months are those of the clock when the call began', async () => {
  const { ledger, clock } = await start();
  const late = await ledger.reserve(callOf(100, null));
  clock.ms += dayMs;
  await ledger.settle(late, settledFor(70));
  await ledger.reserve(callOf(5));
  expect(ledger.spent('book')).toEqual({ book: 5, day: 5, month: 75 });
  clock.ms += 20 * dayMs;
  expect(ledger.spent(null)).toEqual({ book: 0, day: 0, month: 0 });
  const ids = (filter: Parameters<typeof ledger.rows>[0]): string[] => ledger.rows(filter).map(({ id }) => id);
  expect(ids({ to: '2026-11-21' })).toEqual([late]);
  expect(ids({ from: '2026-11-22', to: '2026-11-22' })).toHaveLength(1);
  expect(ids({ bookId: null })).toEqual([late]);
});

test('what one run reserved and did not settle counts in full in the next, with every other sum and row', async () => {
  const { ledger, memory } = await start();
  await ledger.reserve(callOf(4_000));
  await ledger.settle(await ledger.reserve(callOf(900, 'other')), settledFor(300));
  await ledger.void(await ledger.reserve(callOf(50)));
  await ledger.shutdown();
  const next = await again(memory, 'b');
  expect(next.ledger.spent('book')).toEqual({ book: 4_000, day: 4_300, month: 4_300 });
  expect(next.ledger.rows()).toEqual(ledger.rows());
  await next.ledger.reserve(callOf(7));
  expect((await again(next.memory, 'c')).ledger.spent('book').book).toBe(4_007);
});

test('two hundred calls at once are all on disk when they are acknowledged', async () => {
  const { ledger, memory } = await start();
  const reserved = Array.from({ length: 200 }, () => ledger.reserve(callOf(3)));
  await Promise.all(reserved.map(async (id, place) => (place % 2 === 0 ? ledger.settle(await id, settledFor(1)) : id)));
  expect((await again(memory, 'b')).ledger.spent('book').book).toBe(400);
});

test('a torn last line is dropped and writing goes on behind the lines before it', async () => {
  const { ledger, memory, text, putText } = await start();
  await ledger.reserve(callOf(10));
  const whole = await text();
  await ledger.reserve(callOf(20));
  await putText((await text()).slice(0, whole.length + 60));
  const next = await again(memory, 'b');
  expect(next.ledger.spent('book').book).toBe(10);
  expect(next.reported).toEqual([]);
  await next.ledger.reserve(callOf(5));
  expect((await again(next.memory, 'c')).ledger.spent('book').book).toBe(15);
});

test('damage to any line never lowers a sum, is kept aside once, and is told', async () => {
  const { ledger, memory, text, putText } = await start();
  const first = await ledger.reserve(callOf(40));
  await ledger.settle(await ledger.reserve(callOf(100, 'other')), settledFor(130));
  await ledger.settle(first, settledFor(25));
  await ledger.void(await ledger.reserve(callOf(60)));
  await ledger.reserve(callOf(9, 'other'));
  const whole = await text();
  const lines = whole.split('\n').slice(0, -1);
  for (const [place, line] of lines.entries()) {
    // A digit of the money, a letter of the book, a brace.
    for (const at of [line.indexOf('"sum":') - 3, line.indexOf('bookId') + 10, line.length - 1]) {
      const broken = `${line.slice(0, at)}~${line.slice(at + 1)}`;
      await putText([...lines.slice(0, place), broken, ...lines.slice(place + 1), ''].join('\n'));
      const next = await again(memory, 'b');
      const told = `line ${place}, letter ${at}`;
      if (place < lines.length - 1) {
        expect(next.ledger.spent('book').book, told).toBeGreaterThanOrEqual(25);
        expect(next.ledger.spent('other').book, told).toBeGreaterThanOrEqual(139);
        expect(next.ledger.spent(null).day, told).toBeGreaterThanOrEqual(164);
      } else expect(next.ledger.spent(null).day, told).toBeGreaterThanOrEqual(155);
      expect(next.reported, told).toHaveLength(1);
      expect(await next.files.list('/user/quarantine')).toHaveLength(1);
      const healed = await again(next.memory, 'c');
      expect(healed.reported, told).toEqual([]);
      expect(healed.ledger.spent('other'), told).toEqual(next.ledger.spent('other'));
    }
  }
});

test('a line at the very end that can no longer be read counts as far as its money can', async () => {
  const { ledger, memory, text, putText } = await start();
  await ledger.reserve(callOf(40));
  await ledger.reserve(callOf(70));
  await putText((await text()).replace(/draft(?!.*draft)/su, 'dr-ft'));
  expect((await again(memory, 'b')).ledger.spent('book').book).toBe(110);
});

test('a ledger of a newer version is left as it is', async () => {
  const json = '{"longhand":"ledger","version":2}';
  const { memory, putText, text } = await start();
  await memory.disk.makeFolder('/user');
  await putText(toLine(chain(noSum, json), json));
  const opening = again(memory, 'b');
  await expect(opening).rejects.toMatchObject({ error: { code: 'library-newer', found: 2, supported: 1 } });
  expect(await text()).toContain(json);
});

test.each([1, 2, 3, 4])('a reservation that the disk refuses at step %i does not count, and the next finds a whole file', async (at) => {
  const { ledger, failing, memory } = await start();
  await ledger.reserve(callOf(1));
  failing.plan({ at, code: 'ENOSPC', forEver: true });
  const both = [ledger.reserve(callOf(10)), ledger.reserve(callOf(20))];
  const outcomes = await Promise.allSettled(both);
  const refused = outcomes.filter(({ status }) => status === 'rejected').length;
  failing.plan(undefined);
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ error: { code: 'disk-full' } });
  }
  const left = ledger.spent('book').book;
  expect(left).toBe(refused === 2 ? 1 : 31);
  await ledger.reserve(callOf(3));
  expect((await again(memory, 'b')).ledger.spent('book').book).toBe(left + 3);
});

test('a settlement that the disk refuses costs the author nothing and is written with the next line', async () => {
  const { ledger, failing, memory, logged } = await start();
  const id = await ledger.reserve(callOf(50));
  failing.plan({ at: 1, code: 'EIO', forEver: true });
  await ledger.settle(id, settledFor(60));
  expect(ledger.spent('book').book).toBe(60);
  expect(logged).toHaveLength(1);
  failing.plan(undefined);
  await ledger.shutdown();
  expect((await again(memory, 'b')).ledger.rows()[0]).toMatchObject({ state: 'settled', settlement: { microUsd: 60 } });
});

test('a call is settled once', async () => {
  const { ledger } = await start();
  const id = await ledger.reserve(callOf(50));
  await ledger.settle(id, settledFor(5));
  expect(() => ledger.void(id)).toThrow('settled before');
  expect(ledger.spent('book').book).toBe(5);
});

test('one process writes it; another reads it and leaves it alone, until it may write with all that was written counted', async () => {
  const { ledger: first, memory, text } = await start();
  await first.settle(await first.reserve(callOf(900)), settledFor(300));
  const { ledger: second, reported } = createTestLedger({ disk: memory.disk, folder: '/user', newId: countIds('b'), now: () => noon });
  await second.start();
  expect(second.spent('book').book).toBe(300);
  await expect(second.reserve(callOf(50))).rejects.toMatchObject({ error: { code: 'ai-elsewhere' } });
  expect(second.spent('book').book).toBe(300);
  await first.reserve(callOf(1_000));
  const written = await text();
  await second.shutdown();
  expect(await text()).toBe(written);
  await first.shutdown();
  await second.start();
  expect(second.spent('book').book).toBe(1_300);
  await second.reserve(callOf(7));
  expect(second.spent('book').book).toBe(1_307);
  await first.start();
  await expect(first.reserve(callOf(1))).rejects.toMatchObject({ error: { code: 'ai-elsewhere' } });
  expect(reported).toEqual([]);
});

test('a reader neither mends nor sets aside what a writer is in the middle of', async () => {
  const { ledger: writer, memory, text, putText } = await start();
  await writer.reserve(callOf(400));
  const torn = `${await text()}0123abcd {"kind":"rese`;
  await putText(torn);
  const { ledger: reader, files } = createTestLedger({ disk: memory.disk, folder: '/user', newId: countIds('b'), now: () => noon });
  await reader.start();
  expect(reader.spent('book').book).toBe(400);
  expect(await text()).toBe(torn);
  expect(await files.list('/user/quarantine')).toEqual([]);
});

test('a disk that refuses the lock lets it be read, and says why nothing can be asked', async () => {
  const { ledger, memory } = await start();
  await ledger.reserve(callOf(400));
  const disk = { ...memory.disk, createOnce: () => Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' })) };
  const { ledger: next } = createTestLedger({ disk, folder: '/user', newId: countIds('b'), now: () => noon });
  await next.start();
  expect(next.spent('book').book).toBe(400);
  await expect(next.reserve(callOf(1))).rejects.toMatchObject({ error: { code: 'disk-full' } });
});
