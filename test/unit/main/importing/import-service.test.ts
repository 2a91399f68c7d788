import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { InterviewFile } from '../../../../src-shared/domain/interview-file';
import { bring } from '../../../support/bring';
import { sampleFile } from '../../../support/cli';
import { startApp, type TestApp } from '../../../support/start-app';

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.stop());

test('the sample opens once, and again as the same book', async () => {
  const { bookId } = await app.get('library.openSample', null);
  expect(await app.get('library.openSample', null)).toEqual({ bookId });
  const { nodes } = await app.get('outline.read', { bookId });
  const chapters = nodes.filter(({ kind }) => kind === 'chapter');
  expect(chapters.map(({ questions, answered, words }) => [questions, answered, words > 500])).toEqual([
    [4, 4, true], [4, 4, true], [5, 5, false], [4, 4, false], [5, 2, false],
  ]);
  expect(nodes.filter(({ kind }) => kind === 'section').length).toBeGreaterThanOrEqual(10);
  await app.get('library.trash', { bookId });
  expect((await app.get('library.openSample', null)).bookId).not.toBe(bookId);
});

test('the sample’s answers are long enough to be believed, and none asks the same twice', async () => {
  const sample = InterviewFile.parse(JSON.parse(await readFile(sampleFile, 'utf8')));
  const answers = sample.outline.flatMap(({ interview }) => interview.map(({ answer }) => answer)).filter((answer) => answer !== '');
  for (const answer of answers) {
    const words = answer.split(/\s+/).length;
    expect(words, answer.slice(0, 40)).toBeGreaterThanOrEqual(90);
    expect(words, answer.slice(0, 40)).toBeLessThanOrEqual(180);
  }
  const questions = sample.outline.flatMap(({ interview }) => interview.map(({ question }) => question));
  expect(new Set(questions).size).toBe(questions.length);
});

test('verse, notes, quotes, emphasis and scene breaks of the sample are what they are', async () => {
  const { bookId } = await app.get('library.openSample', null);
  const { book } = await app.app.tools.library.open(bookId);
  const kinds = new Set<string>();
  for (const textId of book.lineage().liveTextOf.values()) {
    const waiting = [await book.texts.document(textId)];
    for (let node = waiting.pop(); node; node = waiting.pop()) {
      kinds.add(node.type);
      for (const mark of node.marks ?? []) kinds.add(mark.type);
      waiting.push(...(node.content ?? []));
    }
  }
  expect([...kinds]).toEqual(expect.arrayContaining(['verse', 'verseLine', 'footnote', 'blockquote', 'sceneBreak', 'italic', 'bold', 'origin']));
});

test('an answer that the author gave is not replaced by one from a file', async () => {
  const { bookId } = await app.get('library.openSample', null);
  const { nodes } = await app.get('outline.read', { bookId });
  const chapterId = nodes.find(({ kind }) => kind === 'chapter')?.id ?? '';
  const first = (await app.get('interview.read', { bookId, chapterId })).questions[0];
  await app.get('answer.save', { bookId, questionId: first?.id ?? '', text: 'Mine now.', state: 'draft', source: 'typed' });
  await app.app.tools.importing.addInterview(bookId, JSON.parse(await readFile(sampleFile, 'utf8')));
  expect((await app.get('interview.read', { bookId, chapterId })).questions[0]?.answer).toMatchObject({ text: 'Mine now.', source: 'typed' });
});

test('interview material that is none is refused, and nothing is made of it', async () => {
  const { bookId } = await app.get('library.create', { title: 'Empty' });
  await expect(app.app.tools.importing.addInterview(bookId, { brief: { title: 'x' }, outline: [{ title: '' }] })).rejects.toMatchObject({ error: { code: 'invalid-input' } });
  expect((await app.get('outline.read', { bookId })).nodes).toEqual([]);
});

test('bringing a manuscript can be called off, and a file that is no text is named', async () => {
  expect(await app.get('import.choose', null)).toBeNull();
  app.choices.file = join(app.root, 'picture.md');
  await writeFile(app.choices.file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff]));
  const { importId } = (await app.get('import.choose', null)) ?? { importId: '' };
  expect(await app.call('import.preview', { importId })).toMatchObject({ ok: false, error: { code: 'manuscript-refused', file: 'picture.md', reason: 'unknown-kind' } });
  expect((await app.get('library.list', null)).books).toEqual([]);
});

test('a dropped manuscript becomes a book named after its file, and the file is kept as it came', async () => {
  const bytes = new TextEncoder().encode('# One\n\nFirst words.\n\n# Two\n\nMore words.\n');
  const { bookId } = await bring(app, { fileName: 'River house.md', bytes });
  expect((await app.get('library.list', null)).books[0]).toMatchObject({ id: bookId, title: 'River house', chapters: 2, words: 4 });
  const { importId } = await app.get('import.drop', { fileName: 'picture.md', bytes: new Uint8Array([0x89, 0xff]) });
  expect(await app.call('import.preview', { importId })).toMatchObject({ ok: false, error: { code: 'manuscript-refused', file: 'picture.md' } });
  expect((await app.get('library.list', null)).books).toHaveLength(1);
  const [kept] = await app.get('import.kept', { bookId });
  expect(kept).toMatchObject({ fileName: 'River house.md', format: 'markdown', notes: [] });
  app.choices.saveFile = join(app.root, 'again.md');
  expect(await app.get('import.saveOriginal', { bookId, id: kept?.id ?? '' })).toEqual({ file: 'again.md' });
  expect(new Uint8Array(await readFile(join(app.root, 'again.md')))).toEqual(bytes);
});

test('a manuscript is cut as the author wants it: joined, renamed, left out', async () => {
  const text = '# One\n\nFirst.\n\n# Two\n\nSecond.\n\n# Three\n\nThird.\n\n# Four\n\nFourth.\n';
  const { bookId } = await bring(app, { fileName: 'cut.md', bytes: new TextEncoder().encode(text) }, (plan) => ({
    title: 'Cut', pieces: plan.pieces.map((piece, at) => [piece, { ...piece, action: 'join' as const }, { action: 'chapter' as const, title: 'The third' }, { ...piece, action: 'leave' as const }][at] ?? piece),
  }));
  const { nodes } = await app.get('outline.read', { bookId });
  expect(nodes.map(({ title, words }) => [title, words])).toEqual([['One', 3], ['The third', 1]]);
});

test('a plan that is not of this manuscript is refused, and what was put away is gone', async () => {
  const { importId } = await app.get('import.drop', { fileName: 'a.md', bytes: new TextEncoder().encode('# One\n\nWords.\n') });
  expect(await app.call('import.store', { importId, plan: { title: 'A', pieces: [] } })).toMatchObject({ error: { code: 'invalid-input' } });
  await app.get('import.cancel', { importId });
  expect(await app.call('import.preview', { importId })).toMatchObject({ error: { code: 'not-found' } });
  expect((await app.get('library.list', null)).books).toEqual([]);
});
