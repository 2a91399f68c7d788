import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WorkOf } from '../../../../src-shared/ipc/co-writer-calls';
import { valueOf } from '../../../support/start-interview';
import { failureIn, startCoWriter, type CoWriterDesk } from '../../../support/start-co-writer';

const bookId = 'book1';
const chapterId = 'chapter1';
let desk: CoWriterDesk;
beforeEach(async () => {
  desk = await startCoWriter();
});
afterEach(() => desk.stop());

const answers = [
  ['What did the shop smell of in winter?', 'It smelt of tallow, and of  wet wool from the “good” coats.'],
  ['Who taught you to row across the bay?', 'My brother James did, in the summer of 1716.'],
  ['When did you leave the house in Boston?', 'I left in 1723, and I was seventeen years old.'],
] as const;
const sayAll = async () => {
  const ids: string[] = [];
  for (const [question, text] of answers) ids.push(await desk.say(chapterId, question, text));
  return ids;
};

describe('a draft', () => {
  const work = { kind: 'draft', bookId, chapterId, style: 'professional', words: null, freedom: 'closer', sample: '' } as const;
  const line = (text: string, answer: string, quote: string, startsParagraph = false) => ({ text, paragraph: startsParagraph, quotes: [{ answer, quote }] });
  const lines = [
    line('The shop smelt of tallow and wet wool.', 'A1', 'of wet wool from the "good" coats', true),
    line('James taught me in 1717.', 'A2', 'in the summer of 1717'),
    line('Keimer laughed, said Holmes.', 'A9', 'in the summer of 1716', true),
  ];

  test('keeps every sentence, with the quotes that stand as the author wrote them and the rest marked', async () => {
    const ids = await sayAll();
    const { outcome, shown } = await desk.run(work, lines);
    const { draft } = outcome;
    expect(draft).toMatchObject({ origin: 'co-writer', model: 'quill-7b', style: 'professional', unsupported: 2, answerIds: ids });
    expect(draft.paragraphs.map(({ sentences }) => sentences)).toEqual([
      [
        {
          text: lines[0]?.text,
          citations: [{ answerId: ids[0], questionId: ids[0], quote: 'of  wet wool from the “good” coats' }],
        },
        { text: 'James taught me in 1717.', citations: [], flagged: ['1717'] },
      ],
      [{ text: 'Keimer laughed, said Holmes.', citations: [], flagged: ['Keimer', 'Holmes'] }],
    ]);
    expect(shown).toHaveLength(3);
    expect(await valueOf(desk.calls['draft.list']({ bookId, chapterId }))).toEqual([draft]);
    await desk.book.undo();
    expect(await valueOf(desk.calls['draft.list']({ bookId, chapterId }))).toEqual([]);
    await desk.book.redo();
    expect(await valueOf(desk.calls['draft.list']({ bookId, chapterId }))).toEqual([draft]);
  });

  test('does not cite words that the author changed while the model wrote', async () => {
    const [first = ''] = await sayAll();
    const plan = await desk.prepare(work);
    const change = { bookId, questionId: first, text: 'It smelt of soap.', state: 'complete', source: 'typed' } as const;
    await desk.calls['answer.save'](change);
    const outcome = await plan.run(async ({ item }) => [item.parse(lines[0])]);
    expect(outcome).toMatchObject({ draft: { unsupported: 1 } });
  });

  test('needs three answers and a chapter', async () => {
    await desk.say(chapterId, ...answers[0]);
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'too-few-answers', answered: 1, needed: 3 });
  });

  test('long answers are drafted in parts that know of each other, in one draft', async () => {
    for (const [question, text] of answers) await desk.say(chapterId, question, `${text} ${'I rowed on. '.repeat(700)}`);
    const { outcome, asked } = await desk.run(work, [lines[0] ?? {}], [lines[1] ?? {}], [lines[1] ?? {}]);
    expect(asked).toHaveLength(3);
    expect(asked[1]).toContain('This is part 2 of 3.');
    expect(asked[1]).toContain(answers[0][0]);
    expect(outcome.draft.paragraphs).toHaveLength(3);
  });

  test.each([0, 1])('a failure in part %i stores nothing', async (failing) => {
    for (const [question, text] of answers) await desk.say(chapterId, question, `${text} ${'I rowed on. '.repeat(700)}`);
    const before = desk.stored();
    const script = [[lines[0] ?? {}], [lines[1] ?? {}]].with(failing, [{ text: '' }]);
    expect(await failureIn(desk.run(work, ...script))).toEqual({ code: 'ai-answer', problem: 'malformed' });
    expect(desk.stored()).toBe(before);
  });
});

describe('contradictions', () => {
  const work = { kind: 'contradictions', bookId } as const;
  const pair = (a: string, quoteA: string, b: string, quoteB: string) => ({
    first: { answer: a, quote: quoteA }, second: { answer: b, quote: quoteB }, why: 'The years differ.',
  });

  test('are named with both quotes as the author wrote them; a pair with one that does not stand is dropped', async () => {
    const ids = await sayAll();
    const before = desk.stored();
    const good = pair('A2', 'in the summer of 1716', 'A3', 'I left in 1723');
    const { outcome, shown } = await desk.run(work, [
      good,
      { ...good, first: good.second, second: good.first },
      pair('A2', 'in the summer of 1717', 'A3', 'I left in 1723'),
      pair('A2', 'in the summer of 1716', 'A1', 'I left in 1723'),
      pair('A2', 'in the summer of 1716', 'A2', 'My brother James did'),
      pair('A2', 'in the summer of 1716', 'A7', 'I left in 1723'),
      pair('A2', '1716', 'A3', '1723'),
    ]);
    const quotes = [
      { questionId: ids[1], chapterId, question: answers[1][0], quote: 'in the summer of 1716' },
      { questionId: ids[2], chapterId, question: answers[2][0], quote: 'I left in 1723' },
    ];
    expect(outcome.contradictions).toEqual([{ first: quotes[0], second: quotes[1], why: 'The years differ.' }]);
    expect(shown).toHaveLength(2);
    expect(desk.stored()).toBe(before);
  });

  test('none is a good answer', async () => {
    await sayAll();
    expect((await desk.run(work, [{ nothing: true }])).outcome.contradictions).toEqual([]);
  });

  test('every two answers are read together, however long they are', async () => {
    for (const [question, text] of answers) await desk.say(chapterId, question, `${text} ${'I rowed on. '.repeat(1_200)}`);
    const { prompts } = await desk.prepare(work);
    const held = prompts.map(({ messages }) => ['A1', 'A2', 'A3'].filter((name) => messages[1]?.content.includes(`name="${name}"`)));
    expect(held).toEqual([['A1', 'A2'], ['A1', 'A3'], ['A2', 'A3']]);
  });

  test('one answer has nothing to contradict', async () => {
    await desk.say(chapterId, ...answers[0]);
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
  });
});

describe('editing', () => {
  const passages = [
    { line: 4, text: 'My brother James sold 12 ballads, and “They sold wonderfully,” he said.' },
    { line: 7, text: 'I was seventeen.' },
  ];
  const work: WorkOf<'edit'> = { kind: 'edit', bookId, chapterId, how: 'tighten', passages, keep: ['James', 'Keimer'] };
  const line = (passage: string, text: string) => ({ passage, text, why: 'Shorter.' });

  const waiting = async () => valueOf(desk.calls['suggestion.list']({ bookId, chapterId }));

  test('keeps suggestions beside their passages and names what they broke', async () => {
    const text = JSON.stringify(await desk.book.texts.document('text1'));
    const whole = 'Brother James sold 12 ballads. "They sold wonderfully," he said.';
    const { outcome } = await desk.run(work, [line('P1', whole), line('P2', 'I was\nonly seventeen.')]);
    expect(outcome.suggestions).toEqual([
      { line: 4, text: whole, why: 'Shorter.', broken: [] },
      { line: 7, text: 'I was only seventeen.', why: 'Shorter.', broken: [] },
    ]);
    const lossy = await desk.run(work, [line('P1', 'My brother Jim sold 13 ballads, and “They sold well,” he said.')]);
    expect(lossy.outcome.suggestions[0]?.broken).toEqual(['James', '12', '“They sold wonderfully,”']);
    // The second work’s suggestion for the first passage took the place of the first one’s.
    expect((await waiting()).map(({ line: at, before, after }) => [at, before, after])).toEqual([
      [4, passages[0]?.text, 'My brother Jim sold 13 ballads, and “They sold well,” he said.'],
      [7, passages[1]?.text, 'I was only seventeen.'],
    ]);
    expect(JSON.stringify(await desk.book.texts.document('text1'))).toBe(text);
  });

  test('suggestions outlive a restart, go when they are settled, and are taken back in one step', async () => {
    await desk.run(work, [line('P1', 'Brother James sold 12 ballads. “They sold wonderfully,” he said.'), line('P2', 'Seventeen I was.')]);
    const [first, second] = await waiting();
    if (!first || !second) throw new Error('Two suggestions were expected.');
    expect(first).toMatchObject({ how: 'tighten', model: 'quill-7b', usd: 0, why: 'Shorter.', state: 'open' });
    await valueOf(desk.calls['suggestion.settle']({ bookId, ids: [first.id], state: 'accepted' }));
    expect(await waiting()).toEqual([second]);
    const again = await desk.reopen();
    expect(again.book.state.one('suggestions', first.id)?.state).toBe('accepted');
    expect(again.book.state.one('suggestions', second.id)).toMatchObject({ after: 'Seventeen I was.', state: 'open' });
    await again.close();
  });

  test('one undo takes a work’s suggestions away', async () => {
    await desk.run(work, [line('P1', 'Brother James sold 12 ballads. “They sold wonderfully,” he said.'), line('P2', 'Seventeen I was.')]);
    await desk.book.undo();
    expect(await waiting()).toEqual([]);
  });

  test('a failure in a later part keeps nothing', async () => {
    const long = Array.from({ length: 3 }, (_, index) => ({ line: index, text: `${index} ${'word '.repeat(900)}` }));
    const before = desk.stored();
    await failureIn(desk.run({ ...work, passages: long }, [line('P1', 'Mine, 0.')], { code: 'ai-answer', problem: 'refused' }));
    expect(desk.stored()).toBe(before);
  });

  test('drops what is about no passage, changes nothing, runs away, or comes second', async () => {
    const { outcome, shown } = await desk.run(work, [
      line('P9', 'Something.'),
      line('P2', 'I was seventeen.'),
      line('P2', 'I was seventeen and '.repeat(3)),
      line('P2', 'I was 17 then.'),
      line('P2', 'Seventeen I was.'),
    ]);
    expect(outcome.suggestions.map(({ text }) => text)).toEqual(['I was 17 then.']);
    expect(shown).toHaveLength(2);
    expect((await desk.run(work, [{ nothing: true }])).outcome.suggestions).toEqual([]);
  });

  test('sends many passages in parts, and a name means the passage of its own part only', async () => {
    const long = Array.from({ length: 3 }, (_, index) => ({ line: index, text: `${index} ${'word '.repeat(900)}` }));
    const wordy = { ...work, passages: long };
    const { outcome, asked } = await desk.run(wordy, [line('P2', 'Stolen.')], [line('P2', 'Mine, 1.')], [{ nothing: true }]);
    expect(asked).toHaveLength(3);
    expect(outcome.suggestions.map(({ line: at, text }) => [at, text])).toEqual([[1, 'Mine, 1.']]);
  });

  test.each([
    ['restyle', 'restyle', 'better flow'],
    ['tighten', 'enhance', 'Tighten them'],
    ['expand', 'enhance', 'Unfold them'],
    ['clarify', 'enhance', 'Make them clear'],
    ['grammar', 'enhance', 'change nothing else'],
  ] as const)('%s has words of its own and the limits of %s', async (how, task, words) => {
    const [prompt] = (await desk.prepare({ ...work, how })).prompts;
    expect(prompt?.task).toBe(task);
    expect(prompt?.messages[0]?.content).toContain(words);
  });

  test('blank passages are nothing to send, and a chapter must be there', async () => {
    expect(await failureIn(desk.prepare({ ...work, passages: [{ line: 0, text: ' ' }] }))).toEqual({ code: 'ai-nothing-to-send' });
    expect(await failureIn(desk.prepare({ ...work, chapterId: 'none' }))).toMatchObject({ code: 'not-found', what: 'chapter' });
  });
});
