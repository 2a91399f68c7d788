import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { appendBlocks } from '../../src-main/book/text-document';
import { paragraph } from '../../src-shared/text/document';
import { startApp, type TestApp } from '../support/start-app';

let app: TestApp;
afterEach(() => app.stop());

async function typeInto(bookId: string, chapterId: string, text: string): Promise<void> {
  const open = await app.get('text.open', { bookId, chapterId });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, open.update);
  const update = appendBlocks(doc, [paragraph(text)]);
  await app.get('text.append', { bookId, textId: open.textId, update, words: open.words + text.split(' ').length });
}

async function finish(taskId: string) {
  for (;;) {
    const task = (await app.get('task.list', null)).find(({ id }) => id === taskId);
    if (task && task.state !== 'running') return task;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

test('an author goes from an empty library to a finished file', async () => {
  app = await startApp();
  expect((await app.get('library.list', null)).books).toEqual([]);
  const { bookId } = await app.get('library.create', { title: 'The Tin Boat', genre: 'memoir', author: 'Nell Harrow' });
  const proposal = await app.get('outline.propose', { bookId });
  const outline = await app.get('outline.accept', { bookId, chapters: proposal.chapters, mode: 'add' });
  const chapter = outline.nodes.find(({ kind }) => kind === 'chapter');
  const chapterId = chapter?.id ?? '';
  const interview = await app.get('interview.generate', { bookId, chapterId, count: 5 });
  for (const question of interview.questions.slice(0, 3)) {
    const text = `We kept the boat under the pear tree. Nobody asked why it was painted ${question.kind}.`;
    await app.get('answer.save', { bookId, questionId: question.id, text, state: 'complete', source: 'typed' });
  }
  const draft = await app.get('draft.create', { bookId, chapterId, style: 'tidied' });
  expect(draft.paragraphs.flatMap(({ sentences }) => sentences).every(({ citations }) => citations.length > 0)).toBe(true);
  await typeInto(bookId, chapterId, 'We kept the boat under the pear tree.');

  app.choices.saveFile = join(app.root, 'boat.md');
  const started = await app.get('export.start', { bookId, format: 'md', page: '6x9' });
  const task = await finish(started?.taskId ?? '');
  expect(task).toMatchObject({ state: 'done', receipt: { format: 'md' } });
  expect(await readFile(join(app.root, 'boat.md'), 'utf8')).toContain('We kept the boat under the pear tree.');
});

test('no finished file is saved into the library, where it could take the place of a book', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', { title: 'Kept' });
  const { folder } = await app.get('library.list', null);
  const state = await readFile(join(folder, 'library.json'), 'utf8');
  for (const saveFile of [join(folder, 'library.json'), join(folder, 'books', 'new.md')]) {
    app.choices.saveFile = saveFile;
    const refused = { ok: false, error: { code: 'folder-unusable', reason: 'in-library' } };
    expect(await app.call('export.start', { bookId, format: 'md', page: '6x9' })).toMatchObject(refused);
    expect(await app.call('disclosure.export', { bookId, format: 'json' })).toMatchObject(refused);
    expect(await app.call('spending.export', null)).toMatchObject(refused);
  }
  expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(state);
});

test('what was written is there after a restart', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', { title: 'Kept' });
  const { nodeId } = await app.get('outline.add', { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, title: 'One', description: '' });
  await typeInto(bookId, nodeId, 'Every word of this stays.');
  await app.stop({ keep: true });
  app = await startApp({ folder: app.root });
  const outline = await app.get('outline.read', { bookId });
  expect(outline.nodes).toMatchObject([{ id: nodeId, title: 'One', words: 5 }]);
  expect(await app.get('book.search', { bookId, query: 'EVERY word', limit: 10 })).toMatchObject({ total: 1 });
});

test('splitting, joining and undo keep every word', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', { title: 'Halves' });
  const { nodeId } = await app.get('outline.add', { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, title: 'Whole', description: '' });
  await typeInto(bookId, nodeId, 'First half.');
  await typeInto(bookId, nodeId, 'Second half.');
  const { nodeId: second } = await app.get('outline.split', { bookId, chapterId: nodeId, beforeBlock: 1, title: 'Second' });
  expect((await app.get('outline.read', { bookId })).nodes.map(({ title, words }) => [title, words])).toEqual([['Whole', 2], ['Second', 2]]);
  await app.get('outline.merge', { bookId, chapterId: nodeId, withId: second });
  expect((await app.get('outline.read', { bookId })).nodes.map(({ title, words }) => [title, words])).toEqual([['Whole', 4]]);
  await app.get('book.undo', { bookId });
  await app.get('book.undo', { bookId });
  const { nodes } = await app.get('outline.read', { bookId });
  expect(nodes.map(({ title, words }) => [title, words])).toEqual([['Whole', 4]]);
  await app.get('book.redo', { bookId });
  expect((await app.get('outline.read', { bookId })).nodes).toHaveLength(2);
});
