import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outlineOf } from '../../../../src-main/book/outline-tree';
import type { Feedback } from '../../../../src-shared/domain/interview';
import { failureOf, startInterview, valueOf, type InterviewDesk } from '../../../support/start-interview';

const bookId = 'book1';
const chapterId = 'chapter1';
let desk: InterviewDesk;
beforeEach(async () => {
  desk = await startInterview();
});
afterEach(() => desk.stop());

const read = (chapter = chapterId) => valueOf(desk.calls['interview.read']({ bookId, chapterId: chapter }));
const ask = (count = 10, chapter = chapterId) =>
  valueOf(desk.calls['interview.generate']({ bookId, chapterId: chapter, count }));
const say = (questionId: string, feedback: Feedback) =>
  valueOf(desk.calls['interview.giveFeedback']({ bookId, questionId, feedback }));
const answer = (questionId: string, text: string, state: 'draft' | 'complete' = 'complete') =>
  valueOf(desk.calls['answer.save']({ bookId, questionId, text, state, source: 'typed' }));
const textsOf = ({ questions }: { questions: readonly { text: string }[] }) => questions.map(({ text }) => text);
const first = async () => {
  const question = (await read()).questions[0];
  if (!question) throw new Error('There is no question.');
  return question;
};

describe('asking', () => {
  test('a batch is one step that undo takes back and redo brings again', async () => {
    const asked = await ask();
    expect(asked.questions.length).toBe(10);
    expect(asked.nextUnanswered).toBe(asked.questions[0]?.id);
    await desk.book.undo();
    expect((await read()).questions).toEqual([]);
    await desk.book.redo();
    expect(textsOf(await read())).toEqual(textsOf(asked));
  });

  test('a second batch adds and touches nothing', async () => {
    const asked = await ask(5);
    const more = await ask(5);
    expect(textsOf(more).slice(0, 5)).toEqual(textsOf(asked));
    expect(new Set(textsOf(more)).size).toBe(10);
  });

  test('a chapter holds twenty questions and says so', async () => {
    expect((await ask(20)).questions.length).toBe(20);
    const failure = { code: 'limit-reached', limit: 'questions-per-chapter', max: 20 };
    expect(await failureOf(desk.calls['interview.generate']({ bookId, chapterId, count: 1 }))).toEqual(failure);
    expect(
      await failureOf(
        desk.calls['interview.addOwn']({ bookId, chapterId, text: 'Who else lived there?', kind: 'person' }),
      ),
    ).toEqual(failure);
    expect((await read()).questions.length).toBe(20);
  });

  test('a pack that has nothing left says so and changes nothing', async () => {
    await desk.book.change('Ask everything', (tx) => {
      tx.set('nodes', chapterId, { title: 'Chapter 1' });
    });
    let failure;
    for (let round = 0; round < 12 && !failure; round += 1) {
      const { questions } = await read();
      await Promise.all(questions.map(({ id }) => desk.calls['interview.trash']({ bookId, questionId: id })));
      failure = await failureOf(desk.calls['interview.generate']({ bookId, chapterId, count: 20 })).catch(
        () => undefined,
      );
    }
    expect(failure).toEqual({ code: 'pack-exhausted', added: 0 });
    expect((await read()).questions).toEqual([]);
  });

  test('a chapter that is not there is named', async () => {
    const failure = { code: 'not-found', what: 'chapter', id: 'nowhere' };
    expect(await failureOf(desk.calls['interview.read']({ bookId, chapterId: 'nowhere' }))).toEqual(failure);
    expect(await failureOf(desk.calls['interview.generate']({ bookId, chapterId: 'nowhere', count: 3 }))).toEqual(
      failure,
    );
    const missing = await failureOf(desk.calls['interview.skip']({ bookId, questionId: 'none', skipped: true }));
    expect(missing).toEqual({ code: 'not-found', what: 'question', id: 'none' });
  });

  test('one’s own question is measured, and refused where the book asks nearly the same', async () => {
    const own = await valueOf(
      desk.calls['interview.addOwn']({
        bookId,
        chapterId,
        text: 'Who carried the coal up to the third floor?',
        kind: 'scene',
      }),
    );
    expect(own).toMatchObject({ origin: 'author', kind: 'scene', answer: { state: 'empty', words: 0 } });
    expect(own.quality.score).toBeGreaterThan(0.8);
    const again = desk.calls['interview.addOwn']({
      bookId,
      chapterId: 'chapter2',
      text: 'Who was it that carried the coal to the third floor?',
      kind: 'scene',
    });
    expect(await failureOf(again)).toEqual({ code: 'duplicate-question', existing: own.text });
  });
});

describe('what undo must not hide', () => {
  test('a question that was answered stays when the batch that asked it is taken back', async () => {
    const { questions } = await ask(5);
    const answered = questions[2]?.id ?? '';
    await answer(answered, 'My father made candles.');
    await desk.book.undo();
    const left = await read();
    expect(left.questions.map(({ id }) => id)).toEqual([answered]);
    expect(left).toMatchObject({ answered: 1, complete: 1, nextUnanswered: null });
    const counted = outlineOf(desk.book).nodes.find(({ id }) => id === chapterId);
    expect(counted).toMatchObject({ questions: 1, answered: 1 });
    expect(await valueOf(desk.calls['interview.skip']({ bookId, questionId: answered, skipped: true }))).toBeNull();
  });
});

describe('what undo brings back', () => {
  test('a question that was swapped is there again, and its stand-in stays when it was answered', async () => {
    const { questions } = await ask(3);
    const before = questions[0]?.id ?? '';
    const { question } = await say(before, 'repeated');
    await say(question.id, 'needs-example');
    await answer(question.id, 'Of tallow, mostly.');
    await desk.book.undo();
    await desk.book.undo();
    const ids = (await read()).questions.map(({ id }) => id);
    expect(ids.slice().sort()).toEqual([...questions.map(({ id }) => id), question.id].sort());
  });
});

describe('order, skipping and trash', () => {
  test('a question moves before another and to the end, and back by undo', async () => {
    const ids = (await ask(4)).questions.map(({ id }) => id);
    const [a = '', b = '', c = '', d = ''] = ids;
    const order = async () => (await read()).questions.map(({ id }) => id);
    await desk.calls['interview.reorder']({ bookId, questionId: d, beforeId: b });
    expect(await order()).toEqual([a, d, b, c]);
    await desk.calls['interview.reorder']({ bookId, questionId: a, beforeId: null });
    expect(await order()).toEqual([d, b, c, a]);
    await desk.book.undo();
    await desk.book.undo();
    expect(await order()).toEqual(ids);
  });

  test('questions that two devices put in the same place can be moved apart', async () => {
    const ids = (await ask(3)).questions.map(({ id }) => id);
    await desk.book.change('Merge', (tx) => {
      for (const id of ids) tx.set('questions', id, { order: 'a0' });
    });
    const [a = '', b = '', c = ''] = (await read()).questions.map(({ id }) => id);
    await desk.calls['interview.reorder']({ bookId, questionId: c, beforeId: b });
    expect((await read()).questions.map(({ id }) => id)).toEqual([a, c, b]);
  });

  test('a skipped question is passed over until it is answered after all', async () => {
    const [a, b] = (await ask(3)).questions;
    await desk.calls['interview.skip']({ bookId, questionId: a?.id ?? '', skipped: true });
    expect(await read()).toMatchObject({ nextUnanswered: b?.id });
    await answer(a?.id ?? '', 'On second thoughts, here it is.');
    expect((await first()).skipped).toBe(false);
  });

  test('a trashed question comes back with its answer, in its place', async () => {
    const ids = (await ask(3)).questions.map(({ id }) => id);
    const [, b = ''] = ids;
    await answer(b, 'Of ink and lye.');
    await desk.calls['interview.trash']({ bookId, questionId: b });
    expect((await read()).questions.length).toBe(2);
    expect(await valueOf(desk.calls['interview.trashed']({ bookId, chapterId }))).toMatchObject([
      { questionId: b, trashedAt: desk.nowIso() },
    ]);
    await desk.calls['interview.restore']({ bookId, questionId: b });
    const back = (await read()).questions;
    expect(back.map(({ id }) => id)).toEqual(ids);
    expect(back[1]?.answer.text).toBe('Of ink and lye.');
  });
});

describe('feedback acts at once, and can be taken back', () => {
  const height = { easy: 0, medium: 1, hard: 2 };

  test('too easy brings a harder question in the same place; the old one waits in the trash', async () => {
    const asked = await ask(5);
    const before = asked.questions[0];
    const { question, done } = await say(before?.id ?? '', 'too-easy');
    expect(done).toBe('Here is a harder question instead.');
    expect(height[question.difficulty]).toBeGreaterThan(height[before?.difficulty ?? 'hard']);
    expect((await first()).id).toBe(question.id);
    expect(await valueOf(desk.calls['interview.trashed']({ bookId, chapterId }))).toMatchObject([
      { questionId: before?.id },
    ]);
    await desk.book.undo();
    expect(textsOf(await read())).toEqual(textsOf(asked));
    expect((await first()).feedback).toBeNull();
  });

  test('too hard brings an easier one', async () => {
    desk.settings.experience = 'professional';
    const { questions } = await ask(5);
    const { question, done } = await say(questions[0]?.id ?? '', 'too-hard');
    expect(done).toBe('Here is an easier question instead.');
    expect(height[question.difficulty]).toBeLessThan(height[questions[0]?.difficulty ?? 'easy']);
  });

  test('unclear puts it in other words and keeps the earlier wording', async () => {
    await ask(5);
    const before = await first();
    const { question, done } = await say(before.id, 'unclear');
    expect(done).toBe('Here it is in other words.');
    expect(question).toMatchObject({ id: before.id, feedback: 'unclear', rewrites: [before.text] });
    expect(question.text).not.toBe(before.text);
    await desk.book.undo();
    expect(await first()).toMatchObject({ text: before.text, rewrites: [], feedback: null });
  });

  test.each([
    ['off-topic', 'Here is a question closer to the chapter.'],
    ['repeated', 'Here is a different question.'],
  ] as const)('%s replaces it', async (feedback, sentence) => {
    await ask(5);
    const before = await first();
    const { question, done } = await say(before.id, feedback);
    expect(done).toBe(sentence);
    expect(question.id).not.toBe(before.id);
    expect((await read()).questions.length).toBe(5);
  });

  test('an example is marked as wanted, for this question and for the next batch', async () => {
    await ask(3);
    const before = await first();
    expect(before.exampleWanted).toBeUndefined();
    const { question, done } = await say(before.id, 'needs-example');
    expect(done).toBe('Here is an example of an answer.');
    expect(question).toMatchObject({ example: before.example, exampleWanted: true });
    await say(before.id, 'great');
    expect((await first()).exampleWanted).toBe(true);
    expect((await ask(2)).questions.map(({ exampleWanted }) => exampleWanted)).toEqual([
      true,
      undefined,
      undefined,
      true,
      true,
    ]);
  });

  test('one’s own question gets an example of the same kind', async () => {
    const own = await valueOf(
      desk.calls['interview.addOwn']({ bookId, chapterId, text: 'Who carried the coal up?', kind: 'person' }),
    );
    expect((await say(own.id, 'needs-example')).question.example).not.toBe('');
  });

  test.each(['too-easy', 'too-hard', 'unclear', 'off-topic', 'repeated', 'great'] as const)(
    '%s leaves an answered question alone',
    async (feedback) => {
      await ask(3);
      const before = await first();
      await answer(before.id, 'We lived above the shop.');
      const { question, done } = await say(before.id, feedback);
      expect(question).toMatchObject({
        id: before.id,
        text: before.text,
        feedback,
        answer: { text: 'We lived above the shop.' },
      });
      expect(done).toMatch(/^Noted\./u);
      await desk.book.undo();
      expect((await first()).feedback).toBeNull();
    },
  );
});

describe('rewriting', () => {
  test('five times, each wording kept, and then the limit is named', async () => {
    await ask(3);
    const { id } = await first();
    const seen = [(await first()).text];
    for (let round = 1; round <= 5; round += 1) {
      const question = await valueOf(desk.calls['interview.rewrite']({ bookId, questionId: id }));
      expect(question.rewrites).toEqual(seen);
      seen.push(question.text);
    }
    expect(new Set(seen).size).toBe(6);
    const failure = await failureOf(desk.calls['interview.rewrite']({ bookId, questionId: id }));
    expect(failure).toEqual({ code: 'limit-reached', limit: 'rewrites-per-question', max: 5 });
  });

  test('one’s own question is put behind a sentence that helps to begin, never behind two', async () => {
    const text = 'Who carried the coal up to the third floor?';
    const own = await valueOf(desk.calls['interview.addOwn']({ bookId, chapterId, text, kind: 'person' }));
    for (let round = 0; round < 5; round += 1) {
      const question = await valueOf(desk.calls['interview.rewrite']({ bookId, questionId: own.id }));
      expect(question.text.endsWith(` ${text}`)).toBe(true);
      expect(question.text.length).toBeLessThan(130);
    }
  });
});

describe('history', () => {
  test('history waits for five answers, then measures each kind from 0 to 1, and can begin anew', async () => {
    const { questions } = await ask(6);
    const history = () => valueOf(desk.calls['interview.history']({ bookId }));
    for (const { id } of questions.slice(0, 4)) await answer(id, 'word '.repeat(50));
    expect(await history()).toEqual({ answered: 4, needed: 5, kinds: null });
    await answer(questions[4]?.id ?? '', 'word '.repeat(1_000));
    const { kinds } = await history();
    expect(kinds?.length).toBeGreaterThan(1);
    for (const { fullness } of kinds ?? []) expect(fullness).toBeGreaterThan(0);
    for (const { fullness } of kinds ?? []) expect(fullness).toBeLessThanOrEqual(1);
    desk.pass(1);
    await desk.calls['interview.resetHistory']({ bookId });
    expect(await history()).toEqual({ answered: 0, needed: 5, kinds: null });
    expect((await read()).answered).toBe(5);
  });
});
