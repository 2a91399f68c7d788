import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture } from '../fixtures/export/every-node';
import { bring } from '../support/bring';
import { ensureBuilt } from '../support/built';
import { startCli, type TestCli } from '../support/cli';
import { longDocx } from '../support/make-docx';
import { startApp, type TestApp } from '../support/start-app';

let app: TestApp;
let cli: TestCli;
beforeAll(async () => {
  await ensureBuilt();
  app = await startApp();
  cli = await startCli();
});
afterAll(async () => {
  await app.stop();
  await cli.stop();
});

test('150,000 words of Word with notes, pictures, comments and tracked changes arrive whole, in one step', async () => {
  const long = longDocx(150_000, new Uint8Array(await picture('png', 640, 480)));
  const { preview, bookId } = await bring(app, { fileName: 'The Long Row.docx', bytes: long.bytes });
  expect(preview).toMatchObject({ title: 'The Long Row', format: 'docx', notes: [] });
  const { nodes } = await app.get('outline.read', { bookId });
  expect(nodes).toHaveLength(long.chapters);
  expect(nodes.reduce((sum, { words }) => sum + words, 0)).toBe(long.words);
  const all = (await Promise.all(nodes.map(({ id }) => app.get('suggestion.list', { bookId, chapterId: id })))).flat();
  expect(all.filter(({ how }) => how === 'remark')).toHaveLength(long.comments);
  expect(all.filter(({ how }) => how === 'reviewer')).toHaveLength(long.changes);
  expect(all.every(({ model, before }) => ['Ines', 'Olga'].includes(model) && before !== '')).toBe(true);
  const { book } = await app.app.tools.library.open(bookId);
  let [notes, figures] = [0, 0];
  for (const textId of book.lineage().liveTextOf.values()) {
    const json = JSON.stringify(await book.texts.document(textId));
    notes += json.split('"footnote"').length - 1;
    figures += json.split('"figure"').length - 1;
  }
  expect([notes, figures]).toEqual([long.notes, long.pictures]);
  // The whole of it goes with one step, and comes back with one.
  await app.get('library.trash', { bookId });
  await app.get('library.restore', { bookId });
  expect((await app.get('library.list', null)).books[0]).toMatchObject({ id: bookId, words: long.words });
});

test('the command line takes it as well, and says what was not carried', async () => {
  const long = longDocx(3_000, new Uint8Array(await picture('png', 8, 8)));
  const file = join(cli.root, 'long.docx');
  await writeFile(file, long.bytes);
  const imported = await cli.run('import', file);
  expect(imported).toMatchObject({ code: 0, json: { title: 'The Long Row', words: long.words, notes: [] } });
  expect(imported.json.chapters).toHaveLength(long.chapters);
  await writeFile(file, long.bytes.slice(0, 2_000));
  expect(await cli.run('import', file)).toMatchObject({ code: 1, out: '', lines: ['longhand: long.docx was not taken in: it is damaged.'] });
});
