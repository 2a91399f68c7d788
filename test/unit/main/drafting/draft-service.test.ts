import { afterEach, beforeEach, expect, test } from 'vitest';
import { failureOf, startInterview, valueOf, type InterviewDesk } from '../../../support/start-interview';

const bookId = 'book1';
const chapterId = 'chapter1';
let desk: InterviewDesk;
let ids: string[];
beforeEach(async () => {
  desk = await startInterview();
  ids = (await valueOf(desk.calls['interview.generate']({ bookId, chapterId, count: 4 }))).questions.map(
    ({ id }) => id,
  );
});
afterEach(() => desk.stop());

const answer = (index: number, text: string) =>
  valueOf(desk.calls['answer.save']({ bookId, questionId: ids[index] ?? '', text, state: 'draft', source: 'typed' }));
const create = (style: 'as-spoken' | 'tidied' = 'tidied') => desk.calls['draft.create']({ bookId, chapterId, style });
const list = () => valueOf(desk.calls['draft.list']({ bookId, chapterId }));

test('below three answers it says how many there are', async () => {
  await answer(0, 'One.');
  await answer(1, 'Two.');
  await answer(2, '  ');
  expect(await failureOf(create())).toEqual({ code: 'too-few-answers', answered: 2, needed: 3 });
  expect(await list()).toEqual([]);
});

test('a draft stands in the order of the questions, each sentence with the words it rests on', async () => {
  await answer(2, 'he sold soap too');
  await answer(0, 'My father made  candles.');
  await answer(1, 'He was um kind.');
  await desk.calls['interview.reorder']({ bookId, questionId: ids[1] ?? '', beforeId: ids[0] ?? null });
  const draft = await valueOf(create());
  expect(draft).toMatchObject({
    chapterId,
    origin: 'built-in',
    style: 'tidied',
    words: 11,
    createdAt: desk.nowIso(),
    answerIds: [ids[1], ids[0], ids[2]],
  });
  const sentences = draft.paragraphs.flatMap((paragraph) => paragraph.sentences);
  expect(sentences.map(({ text, citations }) => [text, citations[0]?.quote, citations[0]?.questionId])).toEqual([
    ['He was kind.', 'He was um kind.', ids[1]],
    ['My father made candles.', 'My father made  candles.', ids[0]],
    ['He sold soap too.', 'he sold soap too', ids[2]],
  ]);
});

test('skipped and trashed questions are left out', async () => {
  for (const index of [0, 1, 2, 3]) await answer(index, `Answer ${index}.`);
  await desk.calls['interview.skip']({ bookId, questionId: ids[0] ?? '', skipped: true });
  expect((await valueOf(create())).answerIds).toEqual(ids.slice(1));
  await desk.calls['interview.trash']({ bookId, questionId: ids[1] ?? '' });
  expect(await failureOf(create())).toEqual({ code: 'too-few-answers', answered: 2, needed: 3 });
});

test('drafts are kept, newest first, and one that was discarded comes back by undo', async () => {
  for (const index of [0, 1, 2]) await answer(index, `um, answer ${index}.`);
  const older = await valueOf(create('as-spoken'));
  desk.pass(60);
  const newer = await valueOf(create());
  expect((await list()).map(({ id }) => id)).toEqual([newer.id, older.id]);
  await desk.calls['draft.discard']({ bookId, draftId: newer.id });
  expect(await list()).toEqual([older]);
  await desk.book.undo();
  expect((await list()).length).toBe(2);
  const again = await desk.reopen();
  expect(again.book.state.one('drafts', newer.id)?.paragraphs).toEqual(newer.paragraphs);
  await again.close();
});

test('what is not there is named', async () => {
  const failure = await failureOf(desk.calls['draft.create']({ bookId, chapterId: 'nowhere', style: 'tidied' }));
  expect(failure).toEqual({ code: 'not-found', what: 'chapter', id: 'nowhere' });
  expect(await failureOf(desk.calls['draft.discard']({ bookId, draftId: 'none' }))).toEqual({
    code: 'not-found',
    what: 'draft',
    id: 'none',
  });
});
