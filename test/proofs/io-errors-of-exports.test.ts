import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { exportBook } from '../../src-main/exporting/export-book';
import type { Manuscript } from '../../src-main/exporting/manuscript';
import { nodeDisk } from '../../src-main/files/disk';
import { ExportFormat, type ExportReceipt } from '../../src-shared/ipc/export-calls';
import type { AppError, Result } from '../../src-shared/result';
import { everyNodeBook, node } from '../fixtures/export/every-node';
import { createFailingDisk, type DiskError } from '../support/failing-disk';
import { faultsIn } from '../support/io-run';
import { createRandom } from '../support/random';

const resourcesFolder = join(import.meta.dirname, '../../resources');
const earlier = 'what stood there before';
let folder: string;
beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'export-faults-'))));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Words that cannot be packed away: the file is written in several pieces. */
async function longBook(): Promise<Manuscript> {
  const book = await everyNodeBook();
  const random = createRandom(7);
  const words = Array.from({ length: 12_000 }, () => random.below(36 ** 6).toString(36));
  const paragraphs = Array.from({ length: 60 }, (_unused, at) => node('paragraph', words.slice(at * 200, at * 200 + 200).join(' ')));
  return {
    ...book,
    sections: [{ id: 'long', kind: 'chapter', matter: null, title: 'Long', number: 1, partId: null, letters: 80_000 }],
    readText: async () => node('doc', ...paragraphs, { type: 'figure', attrs: { assetId: 'picture', alt: '', caption: '' } }),
  };
}

const expected: Readonly<Record<DiskError, AppError['code']>> = {
  ENOSPC: 'disk-full', EPERM: 'folder-unusable', EIO: 'disk-failed', EBUSY: 'disk-failed', EMFILE: 'disk-failed',
};

async function prepare(name: string): Promise<void> {
  await rm(folder, { recursive: true });
  await nodeDisk.makeFolder(folder);
  await writeFile(join(folder, name), earlier);
  await writeFile(join(folder, 'another.txt'), earlier);
}

test.each(ExportFormat.options)('an export to %s on a disk that fails says so, and leaves the earlier file or the whole new one', async (format) => {
  const book = await longBook();
  const failing = createFailingDisk(nodeDisk);
  const name = `book.${format}`;
  const file = join(folder, name);
  const run = (): Promise<Result<ExportReceipt>> =>
    exportBook(book, { disk: failing.disk, format, page: 'a4', file, resourcesFolder, now: () => '' });
  await prepare(name);
  failing.plan(undefined);
  expect((await run()).ok).toBe(true);
  const steps = failing.count();
  const whole = await readFile(file);
  const kept = await readdir(folder);
  let met = 0;
  for (const fault of faultsIn(steps)) {
    await prepare(name);
    failing.plan(fault);
    const result = await run();
    const where = `${fault.code} at ${fault.at}${fault.forEver ? ' and on' : ''} of ${steps}`;
    const now = await readFile(file);
    const names = await readdir(folder);
    // How many pieces the file is written in goes by how quick the disk was: the last operations may not be reached.
    if (failing.failed() > 0) met += 1;
    else expect(result.ok, where).toBe(true);
    if (!result.ok) expect(result.error.code, where).toBe(expected[fault.code]);
    expect(now.equals(whole) || (!result.ok && String(now) === earlier), where).toBe(true);
    expect(await readFile(join(folder, 'another.txt'), 'utf8'), where).toBe(earlier);
    // A disk that refuses everything for ever refuses the tidying up, too; the next export does it.
    if (!fault.forEver) expect(names.filter((one) => !kept.includes(one)), where).toEqual([]);
    if (!fault.forEver && !result.ok && String(now) === earlier) expect(names.sort(), where).toEqual(['another.txt', name].sort());
    if (!fault.forEver || fault.code !== 'EIO') continue;
    failing.plan(undefined);
    expect(await run(), where).toMatchObject({ ok: true });
    expect((await readdir(folder)).sort(), where).toEqual([...kept].sort());
  }
  expect(met).toBeGreaterThan(steps * 5);
}, 120_000);
