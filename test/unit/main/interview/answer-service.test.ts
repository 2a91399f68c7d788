import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { failureOf, startInterview, valueOf, type InterviewDesk } from '../../../support/start-interview';

const bookId = 'book1';
let desk: InterviewDesk;
let questionId: string;
beforeEach(async () => {
  desk = await startInterview();
  const { questions } = await valueOf(desk.calls['interview.generate']({ bookId, chapterId: 'chapter1', count: 3 }));
  questionId = questions[0]?.id ?? '';
});
afterEach(() => desk.stop());

const save = (text: string, state: 'empty' | 'draft' | 'complete' = 'draft') =>
  valueOf(desk.calls['answer.save']({ bookId, questionId, text, state, source: 'typed' }));
const revisions = async () =>
  (await valueOf(desk.calls['answer.revisions']({ bookId, questionId }))).map(({ text }) => text);
const read = async () =>
  (await valueOf(desk.calls['interview.read']({ bookId, chapterId: 'chapter1' }))).questions[0]?.answer;

describe('saving an answer', () => {
  test('answers when and how many words, and the answer is there after a restart', async () => {
    expect(await save('My father made candles.')).toEqual({ savedAt: desk.nowIso(), words: 4 });
    expect(await read()).toEqual({
      text: 'My father made candles.',
      state: 'draft',
      source: 'typed',
      words: 4,
      savedAt: desk.nowIso(),
    });
    const again = await desk.reopen();
    expect(again.book.state.one('answers', questionId)?.text).toBe('My father made candles.');
    await again.close();
  });

  test('saving the same again writes nothing', async () => {
    const { savedAt } = await save('My father made candles.');
    const { seq } = desk.book.logEnd();
    desk.pass(5);
    expect((await save('My father made candles.')).savedAt).toBe(savedAt);
    expect(desk.book.logEnd().seq).toBe(seq);
  });

  test('an answer without a word is empty, one with words never is', async () => {
    await save('  \n', 'complete');
    expect((await read())?.state).toBe('empty');
    await save('Yes.', 'empty');
    expect((await read())?.state).toBe('draft');
  });

  test('a question that is not there is named', async () => {
    const input = { bookId, questionId: 'none', text: 'x', state: 'draft', source: 'typed' } as const;
    expect(await failureOf(desk.calls['answer.save'](input))).toEqual({
      code: 'not-found',
      what: 'question',
      id: 'none',
    });
  });

  test('undo passes over answers: typing has its own', async () => {
    await save('My father made candles.');
    await desk.book.undo();
    expect((await read())?.text).toBe('My father made candles.');
  });
});

describe('earlier texts', () => {
  test('an answer that only grows needs none', async () => {
    for (const text of ['My', 'My father', 'My father made', 'My father made candles.']) {
      desk.pass(1);
      await save(text);
    }
    expect(await revisions()).toEqual([]);
  });
  test('a complete answer is kept when it changes', async () => {
    await save('My father made candles.', 'complete');
    desk.pass(3);
    await save('My father made candles and soap.');
    expect(await revisions()).toEqual(['My father made candles.']);
  });
  test('an answer that stood for two minutes is kept', async () => {
    await save('My father made candles.');
    desk.pass(121);
    await save('My father made candles. He hated it.');
    expect(await revisions()).toEqual(['My father made candles.']);
  });
  test('an answer that shrinks by more than a third is kept', async () => {
    await save('My father made candles and soap in a shop.');
    desk.pass(1);
    await save('My father.');
    desk.pass(1);
    await save('');
    expect(await revisions()).toEqual(['My father.', 'My father made candles and soap in a shop.']);
  });
  test('an answer that is worn away letter by letter is kept', async () => {
    const text = 'My father made candles and soap in a shop by the sea. '.repeat(20);
    await save(text);
    for (let length = text.length; length > 0; length -= 20) {
      desk.pass(1);
      await save(text.slice(0, length - 20));
    }
    expect((await revisions()).at(-1)).toBe(text);
  });
});
