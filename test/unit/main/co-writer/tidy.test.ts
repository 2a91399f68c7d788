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

const spoken = 'um we had we had forty two geese\n\nand the the dog barked';

describe('tidying up an answer', () => {
  const say = (text = spoken) => desk.say(chapterId, 'What lived in the yard?', text);

  test('gives what was said without its slips, names them, and stores nothing', async () => {
    const questionId = await say();
    const stored = desk.stored();
    const { outcome, shown } = await desk.run(
      { kind: 'tidy', bookId, questionId },
      [{ passage: 'P1', tidied: 'We had forty-two geese.' }, { passage: 'P2', tidied: 'And the dog barked.' }],
    );
    expect(outcome).toEqual({
      kind: 'tidy',
      questionId,
      said: spoken,
      tidied: 'We had forty-two geese.\n\nAnd the dog barked.',
      leftOut: ['um', 'we had', 'the'],
      added: [],
    });
    expect(shown).toHaveLength(2);
    expect(desk.stored()).toBe(stored);
  });

  test('leaves a paragraph as it was said when the model adds, corrects or moves a word, and names the words', async () => {
    const questionId = await say();
    const { outcome, shown } = await desk.run(
      { kind: 'tidy', bookId, questionId },
      [{ passage: 'P1', tidied: 'We had 42 fat geese.' }, { passage: 'P2', tidied: 'And the dog barked.' }, { passage: 'P9', tidied: 'Mine.' }],
    );
    expect(outcome.tidied).toBe('um we had we had forty two geese\n\nAnd the dog barked.');
    expect(outcome.added).toEqual(['42', 'fat']);
    expect(shown).toHaveLength(1);
    expect((await desk.run({ kind: 'tidy', bookId, questionId }, [{ nothing: true }])).outcome).toMatchObject({ said: spoken, tidied: spoken });
  });

  test('is done by its own task, and private or empty answers are nothing to send', async () => {
    const questionId = await say();
    const [prompt] = (await desk.prepare({ kind: 'tidy', bookId, questionId })).prompts;
    expect(prompt?.task).toBe('tidy-dictation');
    expect(prompt?.messages[1]?.content).toContain('forty two geese');
    await valueOf(desk.calls['answer.keepPrivate']({ bookId, questionId, isPrivate: true }));
    expect(await failureIn(desk.prepare({ kind: 'tidy', bookId, questionId }))).toEqual({ code: 'ai-nothing-to-send' });
    expect(await failureIn(desk.prepare({ kind: 'tidy', bookId, questionId: await desk.say(chapterId, 'And the pond?', '') }))).toEqual({ code: 'ai-nothing-to-send' });
  });

  test('what was said stays among the earlier texts when the tidied words are taken, however little differs', async () => {
    const questionId = await say('so it was');
    const to = { bookId, questionId, text: 'So it was.', state: 'draft', source: 'typed' } as const;
    await valueOf(desk.calls['answer.save']({ ...to, text: 'so it was.' }));
    const before = await valueOf(desk.calls['answer.revisions']({ bookId, questionId }));
    await valueOf(desk.calls['answer.save']({ ...to, keepsEarlier: true }));
    const after = await valueOf(desk.calls['answer.revisions']({ bookId, questionId }));
    expect(after.map(({ text }) => text)).toEqual(['so it was.', ...before.map(({ text }) => text)]);
  });
});

test('tidied passages of a chapter are suggestions of their own kind; one with a word that was not said is none', async () => {
  const passages = [{ line: 0, text: 'um so i left in 19 in 1947' }, { line: 1, text: 'he he laughed' }];
  const work = { kind: 'edit' as const, bookId, chapterId, how: 'tidy' as const, passages, keep: [] };
  const { outcome, plan } = await desk.run(work, [
    { passage: 'P1', tidied: 'So I left in 1947.' },
    { passage: 'P2', tidied: 'He laughed out loud.' },
  ]);
  expect(plan.prompts.map(({ task }) => task)).toEqual(['tidy-dictation']);
  expect(outcome.suggestions).toEqual([
    { line: 0, text: 'So I left in 1947.', why: 'Left out: “um”, “19 in”.', broken: ['19'] },
  ]);
  const [kept] = await valueOf(desk.calls['suggestion.list']({ bookId, chapterId }));
  expect(kept).toMatchObject({ how: 'tidy', before: passages[0]?.text, after: 'So I left in 1947.', state: 'open' });
});
