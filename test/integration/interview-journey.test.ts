import { afterEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../support/start-app';

let app: TestApp;
afterEach(() => app.stop());

test('from a new book over brief, outline and answers to a draft, through the contract', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', {
    title: 'Salt on the Sill',
    genre: 'memoir',
    author: 'M. Okafor',
  });
  await app.get('brief.update', { bookId, patch: { summary: 'Growing up over a fish shop by the harbour.' } });
  const [asked] = await app.get('brief.askClarifications', { bookId });
  await app.get('brief.answerClarification', {
    bookId,
    id: asked?.id ?? '',
    answer: 'The years over the shop.',
    state: 'answered',
  });
  expect(
    (await app.get('brief.read', { bookId })).clarifications.filter(({ state }) => state === 'answered').length,
  ).toBe(1);

  const proposal = await app.get('outline.propose', { bookId });
  expect(proposal.label).toBe('Template for a memoir, with your answers worked in. No model was used.');
  const { nodes } = await app.get('outline.accept', { bookId, chapters: proposal.chapters, mode: 'replace' });
  const chapterId = nodes.find(({ kind }) => kind === 'chapter')?.id ?? '';

  const { questions } = await app.get('interview.generate', { bookId, chapterId, count: 10 });
  expect(questions.length).toBe(10);
  for (const [index, { id }] of questions.slice(0, 3).entries()) {
    await app.get('answer.save', {
      bookId,
      questionId: id,
      text: `Answer ${index} is about the shop.`,
      state: 'complete',
      source: 'typed',
    });
  }
  expect(await app.get('interview.read', { bookId, chapterId })).toMatchObject({
    answered: 3,
    complete: 3,
    nextUnanswered: questions[3]?.id,
  });
  const draft = await app.get('draft.create', { bookId, chapterId, style: 'tidied' });
  expect(draft.answerIds).toEqual(questions.slice(0, 3).map(({ id }) => id));

  await app.get('book.undo', { bookId });
  expect(await app.get('draft.list', { bookId, chapterId })).toEqual([]);
  await app.get('book.redo', { bookId });
  expect((await app.get('draft.list', { bookId, chapterId })).length).toBe(1);
});

test('a title that no file system would like, and a book in Japanese, find their questions too', async () => {
  app = await startApp();
  const { bookId } = await app.get('library.create', {
    title: '../父の店: <b>"一"</b>',
    genre: 'history',
    language: 'ja',
  });
  const { nodeId } = await app.get('outline.add', {
    bookId,
    kind: 'chapter',
    matter: null,
    parentId: null,
    beforeId: null,
    title: '父の印刷所',
    description: '',
  });
  const { questions } = await app.get('interview.generate', { bookId, chapterId: nodeId, count: 5 });
  expect(questions.some(({ text }) => text.includes('“父の印刷所”'))).toBe(true);
  for (const { id } of questions.slice(0, 3)) {
    await app.get('answer.save', {
      bookId,
      questionId: id,
      text: '父は印刷屋だった。\n毎朝早く起きた',
      state: 'draft',
      source: 'typed',
    });
  }
  const draft = await app.get('draft.create', { bookId, chapterId: nodeId, style: 'tidied' });
  expect(draft.paragraphs.flatMap(({ sentences }) => sentences.map(({ text }) => text)).slice(0, 2)).toEqual([
    '父は印刷屋だった。',
    '毎朝早く起きた。',
  ]);
});
