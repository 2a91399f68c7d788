import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { dayOf } from '../../../../src-shared/domain/day';
import { startApp, type TestApp } from '../../../support/start-app';

let app: TestApp | undefined;
afterEach(async () => {
  await app?.stop();
  app = undefined;
});

const noon = new Date(2026, 10, 21, 12).getTime();
const hourMs = 3_600_000;

/** Starts with a book of one chapter and one question, on a clock that the test sets. */
async function start(folder?: string) {
  const clock = { ms: noon };
  const started = await startApp({ ...(folder === undefined ? {} : { folder }), world: { now: () => clock.ms } });
  app = started;
  return { ...started, clock, today: async () => (await started.get('progress.today', null)).words };
}

async function startBook() {
  const desk = await start();
  const { bookId } = await desk.get('library.create', { title: 'Northbound', genre: 'memoir' });
  const place = { bookId, matter: null, parentId: null, beforeId: null, description: '' };
  const { nodeId: chapterId } = await desk.get('outline.add', { ...place, kind: 'chapter', title: 'The harbour' });
  const asked = { bookId, chapterId, text: 'What did the harbour smell of?', kind: 'scene' } as const;
  const { id: questionId } = await desk.get('interview.addOwn', asked);
  const { textId } = await desk.get('text.open', { bookId, chapterId });
  return {
    ...desk,
    bookId,
    chapterId,
    answer: (text: string) => desk.get('answer.save', { bookId, questionId, text, state: 'draft', source: 'typed' }),
    write: (written: number) =>
      desk.get('text.append', { bookId, textId, update: Y.encodeStateAsUpdate(new Y.Doc()), words: 900, written }),
  };
}

const fileOf = (root: string): string => join(root, 'user', 'progress.json');

test('words written in chapters and answers count, words that are cut are taken off', async () => {
  const desk = await startBook();
  await desk.write(120);
  await desk.write(-20);
  await desk.answer('Tar and rope and rain.');
  await desk.answer('Tar and rope.');
  expect(await desk.today()).toBe(103);
  expect(desk.heard('progress.changed')).toEqual([120, 100, 105, 103].map((words) => ({ words })));
});

test('what the author did not write does not count', async () => {
  const desk = await startBook();
  await desk.get('library.openSample', null);
  await desk.answer('Tar.');
  await desk.answer('Tar.');
  const { id } = await desk.get('snapshot.take', {
    bookId: desk.bookId,
    chapterId: null,
    label: '',
    reason: 'by-hand',
  });
  await desk.get('snapshot.restore', { bookId: desk.bookId, snapshotId: id });
  expect(await desk.today()).toBe(1);
});

test('an answer that cannot be saved does not count', async () => {
  const desk = await startBook();
  const lost = { bookId: desk.bookId, questionId: 'gone', text: 'Tar.', state: 'draft', source: 'typed' } as const;
  expect(await desk.call('answer.save', lost)).toMatchObject({ ok: false });
  expect(await desk.today()).toBe(0);
});

test('the count outlives a restart, and midnight begins a new one', async () => {
  const desk = await startBook();
  await desk.write(80);
  await desk.stop({ keep: true });
  const again = await start(desk.root);
  expect(await again.today()).toBe(80);
  again.clock.ms += 12 * hourMs;
  expect(await again.today()).toBe(0);
});

test('words are in the file a few seconds later, without a write for each', async () => {
  const desk = await startBook();
  for (let times = 0; times < 20; times += 1) await desk.write(1);
  await expect.poll(() => readFile(fileOf(desk.root), 'utf8').catch(() => ''), { timeout: 8_000 }).toContain(':20}');
  expect(await desk.today()).toBe(20);
});

test('a damaged file is set aside and the day begins anew', async () => {
  const desk = await startBook();
  await desk.write(80);
  await desk.stop({ keep: true });
  await writeFile(fileOf(desk.root), '{"version":1');
  const again = await start(desk.root);
  expect(await again.today()).toBe(0);
  expect(await readdir(join(desk.root, 'user', 'quarantine'))).toHaveLength(1);
});

test('a file that cannot be written costs a number and no text', async () => {
  const desk = await startBook();
  await mkdir(fileOf(desk.root), { recursive: true });
  expect(await desk.write(80)).toMatchObject({ savedAt: new Date(noon).toISOString() });
  await desk.stop();
  app = undefined;
});

test('days are those of the local clock', () => {
  expect(dayOf(new Date(2026, 0, 5, 23, 59).getTime())).toBe('2026-01-05');
});
