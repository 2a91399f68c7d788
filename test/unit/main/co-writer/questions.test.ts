import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { valueOf } from '../../../support/start-interview';
import { failureIn, startCoWriter, type CoWriterDesk } from '../../../support/start-co-writer';

const bookId = 'book1';
const chapterId = 'chapter1';
let desk: CoWriterDesk;
beforeEach(async () => {
  desk = await startCoWriter();
});
afterEach(() => desk.stop());

const line = (text: string, kind = 'scene', difficulty = 'easy') => ({
  text, kind, difficulty, help: 'Begin with the door.', example: 'The lamp was lit.', why: 'It shows the room.',
});
const five = [
  line('What hung above the counter of your father’s candle shop?'),
  line('Who carried the tallow in from the yard each morning?', 'person'),
  line('Where did your brothers sleep when the house was full?', 'place'),
  line('How did the river sound from the attic window?', 'feeling'),
  line('When did you first hold a composing stick?', 'turning-point'),
];

describe('questions', () => {
  const work = { kind: 'questions', bookId, chapterId, count: 3 } as const;

  test('what a model words is asked by the interview, in one step that undo takes back', async () => {
    const { outcome, shown } = await desk.run(work, five);
    expect(outcome).toEqual({ kind: 'questions', added: 3, refused: 0 });
    expect(shown).toHaveLength(5);
    const asked = await desk.questions(chapterId);
    expect(asked).toHaveLength(3);
    expect(asked.every(({ origin }) => origin === 'co-writer')).toBe(true);
    await desk.book.undo();
    expect(await desk.questions(chapterId)).toEqual([]);
  });

  test('what was asked before, in any chapter, and what is of a wrong kind is refused', async () => {
    await desk.say('chapter2', 'Who carried the tallow in from the yard each morning?', '');
    const { outcome } = await desk.run(work, [five[1] ?? {}, five[0] ?? {}, line('Which claim does this chapter make about soap?', 'claim')]);
    expect(outcome).toEqual({ kind: 'questions', added: 1, refused: 2 });
    expect((await desk.questions(chapterId)).map(({ text }) => text)).toEqual([five[0]?.text]);
  });

  test('that none was fit is an outcome, and nothing is stored', async () => {
    await desk.say('chapter2', five[1]?.text ?? '', '');
    const before = desk.stored();
    expect((await desk.run(work, [five[1] ?? {}])).outcome).toEqual({ kind: 'questions', added: 0, refused: 1 });
    expect(desk.stored()).toBe(before);
  });

  test('a chapter without room for another is refused before anything is sent', async () => {
    await desk.calls['interview.generate']({ bookId, chapterId, count: 20 });
    expect(await failureIn(desk.prepare(work))).toMatchObject({ code: 'limit-reached', limit: 'questions-per-chapter' });
  });

  test('the prompt holds what the author said, what was asked, and what they felt about it', async () => {
    await desk.summarise('A printer’s early life.');
    const id = await desk.say(chapterId, 'What did the shop smell of in winter?', 'Of tallow and wet wool.');
    await desk.calls['interview.giveFeedback']({ bookId, questionId: id, feedback: 'unclear' });
    const prompt = (await desk.prepare(work)).prompts[0]?.messages.map(({ content }) => content).join('\n') ?? '';
    for (const part of ['A printer’s early life.', 'Of tallow and wet wool.', 'use short words', 'Give 6 questions']) expect(prompt).toContain(part);
  });

  test('a failed answer changes nothing', async () => {
    const before = desk.stored();
    expect(await failureIn(desk.run(work, { code: 'ai-answer', problem: 'cut-off' }))).toEqual({ code: 'ai-answer', problem: 'cut-off' });
    expect(await failureIn(desk.run(work, [{ text: 'short', kind: 'scene' }]))).toEqual({ code: 'ai-answer', problem: 'malformed' });
    expect(desk.stored()).toBe(before);
  });
});

describe('follow-up questions', () => {
  test('stand right after the question whose answer they take up', async () => {
    const first = await desk.say(chapterId, 'What did the shop smell of in winter?', 'Of tallow and wet wool.');
    const last = await desk.say(chapterId, 'Which of your sisters taught you to row?', '');
    const { outcome, asked } = await desk.run({ kind: 'follow-up', bookId, questionId: first }, five);
    expect(outcome).toEqual({ kind: 'follow-up', added: 3, refused: 0 });
    expect(asked[0]).toContain('Of tallow and wet wool.');
    const list = await desk.questions(chapterId);
    expect([list[0]?.id, list[4]?.id]).toEqual([first, last]);
    expect(list.slice(1, 4).map(({ origin }) => origin)).toEqual(['co-writer', 'co-writer', 'co-writer']);
    await desk.book.undo();
    expect(await desk.questions(chapterId)).toHaveLength(2);
  });

  test('need an answer and a question that is there', async () => {
    const id = await desk.say(chapterId, 'Which of your sisters taught you to row?', '');
    const work = { kind: 'follow-up', bookId, questionId: id } as const;
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
    await desk.calls['interview.trash']({ bookId, questionId: id });
    expect(await failureIn(desk.prepare(work))).toMatchObject({ code: 'not-found' });
    expect(await failureIn(desk.prepare({ ...work, questionId: 'none' }))).toMatchObject({ code: 'not-found' });
  });

  test('a failed answer changes nothing', async () => {
    const questionId = await desk.say(chapterId, 'What did the shop smell of in winter?', 'Of tallow.');
    const before = desk.stored();
    await failureIn(desk.run({ kind: 'follow-up', bookId, questionId }, { code: 'cancelled' }));
    expect(desk.stored()).toBe(before);
  });
});

describe('rewording a question', () => {
  const wording = (text: string) => ({ text, help: 'Start with your hands.', why: 'It shows the work.' });
  let questionId: string;
  beforeEach(async () => {
    questionId = await desk.say(chapterId, 'What was the work in the shop like?', '');
  });
  const reword = (...texts: string[]) => desk.run({ kind: 'rewrite-question', bookId, questionId }, texts.map(wording));

  test('keeps the wording it had', async () => {
    expect((await reword('What did your hands do all day in the shop?')).outcome).toEqual({ kind: 'rewrite-question', questionId });
    expect((await desk.questions(chapterId))[0]).toMatchObject({
      text: 'What did your hands do all day in the shop?',
      help: 'Start with your hands.',
      origin: 'co-writer',
      rewrites: ['What was the work in the shop like?'],
    });
    await desk.book.undo();
    expect((await desk.questions(chapterId))[0]).toMatchObject({ text: 'What was the work in the shop like?', rewrites: [], origin: 'author' });
  });

  test('passes over wordings that it had before and that are like another question', async () => {
    await desk.say('chapter2', 'Which tool did you reach for first in the printing house?', '');
    await reword(
      'What was the work in the shop like?',
      'Which tool did you reach for first in the printing house?',
      'What did your hands do all day in the shop?',
    );
    expect((await desk.questions(chapterId))[0]?.text).toBe('What did your hands do all day in the shop?');
  });

  test('fails when every wording is like another, and changes nothing', async () => {
    await desk.say('chapter2', 'Which tool did you reach for first in the printing house?', '');
    const before = desk.stored();
    expect(await failureIn(reword('Which tool did you first reach for in the printing house?'))).toEqual({
      code: 'duplicate-question',
      existing: 'Which tool did you reach for first in the printing house?',
    });
    expect(desk.stored()).toBe(before);
  });

  test('ends after five', async () => {
    const words = ['anvil', 'bellows', 'candle', 'drawer', 'easel'];
    for (const word of words) await reword(`What did the ${word} near the ${word}-box tell a newcomer?`);
    expect((await desk.questions(chapterId))[0]?.rewrites).toHaveLength(5);
    expect(await failureIn(desk.prepare({ kind: 'rewrite-question', bookId, questionId }))).toMatchObject({
      code: 'limit-reached',
      limit: 'rewrites-per-question',
    });
  });

  test('an answered question keeps its words, also when the answer came while the model wrote', async () => {
    const plan = await desk.prepare({ kind: 'rewrite-question', bookId, questionId });
    await valueOf(desk.calls['answer.save']({ bookId, questionId, text: 'Hot.', state: 'draft', source: 'typed' }));
    const before = desk.stored();
    const lines = [wording('What did your hands do all day in the shop?')];
    expect(await failureIn(plan.run(async ({ item }) => lines.map((each) => item.parse(each))))).toMatchObject({ code: 'invalid-input' });
    expect(await failureIn(desk.prepare({ kind: 'rewrite-question', bookId, questionId }))).toMatchObject({ code: 'invalid-input' });
    expect(desk.stored()).toBe(before);
  });
});
