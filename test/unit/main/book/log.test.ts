import { beforeEach, expect, test } from 'vitest';
import { createLogWriter, emptyLog, endAt, readLog, storeForeign, type ChainedEntry } from '../../../../src-main/book/log';
import { createFiles, type Files } from '../../../../src-main/files/files';
import { countIds } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { createFailingDisk } from '../../../support/failing-disk';

const at = '0mjt91xc20000-here';
const folder = '/log';
let failing: ReturnType<typeof createFailingDisk>;
let files: Files;

beforeEach(() => {
  failing = createFailingDisk(createCrashDisk().disk);
  files = createFiles({ disk: failing.disk, newId: countIds('t') });
});

const entry = (label: string) => ({ at, label, ops: [] });
const labels = async (afterSeq = 0): Promise<string[]> => (await readLog(files, folder, afterSeq)).entries.map((read) => read.entry.label);

test('entries are read back in order, from any place on', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  for (const label of ['one', 'two', 'three']) await log.append(entry(label));
  expect(await labels()).toEqual(['one', 'two', 'three']);
  expect(await labels(2)).toEqual(['three']);
  expect(await endAt(files, folder, 3)).toEqual(log.end());
  expect(await endAt(files, folder, 4)).toBeUndefined();
});

test('writing goes on in the last segment after a clean end', async () => {
  const first = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  await first.append(entry('one'));
  await first.close();
  const read = await readLog(files, folder);
  const second = createLogWriter({ files, folder, end: first.end(), tail: read.tail });
  await second.append(entry('two'));
  expect(await files.list(folder)).toHaveLength(1);
  expect(await labels()).toEqual(['one', 'two']);
});

test('after a failed write another segment is begun, and what was not acknowledged does not count', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  await log.append(entry('one'));
  failing.plan({ at: 2, code: 'EIO', forEver: false }); // written, not synced
  await expect(log.append(entry('lost'))).rejects.toMatchObject({ error: { code: 'disk-failed' } });
  failing.plan(undefined);
  await log.append(entry('two'));
  expect(await labels()).toEqual(['one', 'two']);
  expect((await readLog(files, folder)).problems).toEqual([]);
});

test('a half-written line before a segment that goes on from the line before it is no problem', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  await log.append(entry('one'));
  failing.plan({ at: 1, code: 'ENOSPC', forEver: false });
  await expect(log.append(entry('half'))).rejects.toMatchObject({ error: { code: 'disk-full' } });
  failing.plan(undefined);
  await log.append(entry('two'));
  const read = await readLog(files, folder);
  expect(read.problems).toEqual([]);
  expect(read.entries.map((each) => each.entry.label)).toEqual(['one', 'two']);
});

test('a closed log takes nothing more', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  await log.close();
  await expect(log.append(entry('late'))).rejects.toMatchObject({ error: { code: 'cancelled' } });
});

test('a missing segment is a gap, and the log does not pretend to hold what it lacks', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  for (const label of ['one', 'two']) await log.append(entry(label));
  const [one, two] = (await readLog(files, folder)).entries as [ChainedEntry, ChainedEntry];
  await storeForeign(files, '/copy', { seq: 1, sum: one.sum }, [two]);
  const read = await readLog(files, '/copy', 0);
  expect(read.problems).toEqual([{ file: '0000000001.log', reason: 'gap' }]);
  expect(read.tail?.end).toEqual(log.end());
});

test('segments of another device follow one another', async () => {
  const log = createLogWriter({ files, folder, end: emptyLog, tail: undefined });
  for (const label of ['one', 'two']) await log.append(entry(label));
  const [one, two] = (await readLog(files, folder)).entries as [ChainedEntry, ChainedEntry];
  await storeForeign(files, '/copy', emptyLog, [one]);
  await storeForeign(files, '/copy', { seq: 1, sum: one.sum }, [two]);
  const read = await readLog(files, '/copy');
  expect(read.problems).toEqual([]);
  expect(read.entries).toHaveLength(2);
});

test('a newer segment stops everything and is left as it is', async () => {
  await files.makeFolder(folder);
  const { chain, noSum, toLine } = await import('../../../../src-main/book/entry');
  const json = JSON.stringify({ longhand: 'log', version: 99, after: 0, sum: noSum });
  const bytes = new TextEncoder().encode(toLine(chain(noSum, json), json));
  await files.replace(`${folder}/0000000000.log`, bytes);
  await expect(readLog(files, folder)).rejects.toMatchObject({ error: { code: 'library-newer', found: 99, supported: 1 } });
  expect(await files.read(`${folder}/0000000000.log`)).toEqual(Buffer.from(bytes));
});
