import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { valueOf } from '../../../support/start-interview';
import { failureIn, startCoWriter, type CoWriterDesk } from '../../../support/start-co-writer';
import { blocksOf, insertBlocks, updateOf } from '../../../../src-main/book/text-document';
import { paragraph } from '../../../../src-shared/text/document';

const bookId = 'book1';
let desk: CoWriterDesk;
beforeEach(async () => {
  desk = await startCoWriter();
});
afterEach(() => desk.stop());

const summary = 'The early life of a candle maker’s son from Boston who became a printer in Philadelphia.';
const brief = () => valueOf(desk.calls['brief.read']({ bookId }));

describe('readiness', () => {
  const work = { kind: 'readiness', bookId } as const;

  test('names what the summary lacks, each once, and stores nothing', async () => {
    await desk.summarise(summary);
    const before = desk.stored();
    const { outcome, asked, shown } = await desk.run(work, [
      { hint: 'Say in which years it happens.' },
      { hint: 'Say in which years it happens.' },
      { hint: 'Say what the reader takes away.' },
    ]);
    expect(outcome.hints).toEqual(['Say in which years it happens.', 'Say what the reader takes away.']);
    expect(shown[0]).toEqual({ kind: 'hint', text: 'Say in which years it happens.' });
    expect(asked[0]).toContain(summary);
    expect(desk.stored()).toBe(before);
  });

  test('a summary that lacks nothing has no hints', async () => {
    await desk.summarise(summary);
    expect((await desk.run(work, [{ nothing: true }])).outcome.hints).toEqual([]);
  });

  test('without a word about the book there is nothing to send', async () => {
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
  });

  test('an answer that says nothing at all is a failure', async () => {
    await desk.summarise(summary);
    expect(await failureIn(desk.run(work, []))).toEqual({ code: 'ai-answer', problem: 'empty' });
  });
});

describe('clarifying questions', () => {
  const work = { kind: 'clarifying', bookId } as const;
  const ask = (text: string) => ({ question: text, why: 'It decides where the book begins.' });

  test('come after those there are, open, and never twice', async () => {
    await desk.summarise(summary);
    const [first] = await valueOf(desk.calls['brief.askClarifications']({ bookId }));
    await desk.calls['brief.answerClarification']({ bookId, id: first?.id ?? '', answer: '', state: 'skipped' });
    const { outcome, asked } = await desk.run(work, [
      ask(first?.question ?? ''),
      ask('Does the book end when the first almanac is printed?'),
      ask('When the first almanac is printed, does the book end?'),
      ask('Whose view of your brother James will the reader get?'),
    ]);
    expect(outcome).toEqual({ kind: 'clarifying', added: 2 });
    expect(asked[0]).toContain(first?.question ?? 'none');
    expect((await brief()).clarifications.slice(4).map(({ question, state, answer }) => [question, state, answer])).toEqual([
      ['Does the book end when the first almanac is printed?', 'open', ''],
      ['Whose view of your brother James will the reader get?', 'open', ''],
    ]);
  });

  test('are six at most', async () => {
    await desk.summarise(summary);
    const things = ['anvil', 'bellows', 'candle', 'drawer', 'easel', 'funnel', 'garden'];
    const { outcome } = await desk.run(work, things.map((thing) => ask(`Which ${thing} opens the story?`)));
    expect(outcome.added).toBe(6);
  });

  test('a failed answer, and a book that says nothing yet, change nothing', async () => {
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
    await desk.summarise(summary);
    const before = desk.stored();
    await failureIn(desk.run(work, { code: 'ai-unreachable', host: 'h', reason: 'dropped' }));
    expect(desk.stored()).toBe(before);
  });
});

describe('an outline', () => {
  const work = { kind: 'outline', bookId } as const;
  const sections = ['One', 'Two', 'Three', 'Four', 'Five'].map((title) => ({ title, description: '' }));
  const chapter = (title: string, continues: string | null = null, count = 2) => ({
    title, description: `About ${title}.`, sections: sections.slice(0, count), continues,
  });
  const six = [
    chapter('Tallow', 'P1'), chapter('Ink', 'P2'), chapter('Flight', 'P2'), chapter('Bread', 'P99'), chapter('Type', null, 5),
    chapter('Almanac'),
  ];
  const proposals = () => valueOf(desk.calls['outline.proposals']({ bookId }));

  test('is kept beside the present one and says what made it', async () => {
    await desk.summarise(summary);
    const nodes = JSON.stringify([...desk.book.state.all('nodes')]);
    const { outcome, shown } = await desk.run(work, six);
    expect(JSON.stringify([...desk.book.state.all('nodes')])).toBe(nodes);
    expect(outcome.proposal).toMatchObject({ origin: 'co-writer', label: 'Proposed by quill-7b from your summary and answers.' });
    expect(outcome.proposal.chapters.map(({ continues }) => continues)).toEqual(['chapter1', 'chapter2', null, null, null, null]);
    expect(outcome.proposal.chapters[4]?.sections).toHaveLength(4);
    expect(new Set(outcome.proposal.chapters.map(({ key }) => key)).size).toBe(6);
    expect(shown).toEqual(outcome.proposal.chapters.map((each) => ({ kind: 'chapter', chapter: each })));
    expect(await proposals()).toEqual([{ id: outcome.proposalId, createdAt: desk.nowIso(), proposal: outcome.proposal }]);
  });

  test('several are kept, newest first; one that was thrown away comes back by undo', async () => {
    await desk.summarise(summary);
    const first = (await desk.run(work, six)).outcome.proposalId;
    desk.pass(60);
    const second = (await desk.run(work, six)).outcome.proposalId;
    expect((await proposals()).map(({ id }) => id)).toEqual([second, first]);
    await desk.calls['outline.discardProposal']({ bookId, proposalId: second });
    expect((await proposals()).map(({ id }) => id)).toEqual([first]);
    await desk.book.undo();
    expect((await proposals()).map(({ id }) => id)).toEqual([second, first]);
    expect(await failureIn(desk.calls['outline.discardProposal']({ bookId, proposalId: 'none' }))).toMatchObject({ what: 'proposal' });
  });

  test('is made from answers and the beginning of what is written', async () => {
    const words = `${'The bell rang over the water. '.repeat(40)}THE-END`;
    await desk.book.change('Write', async (tx) => {
      const update = await desk.book.texts.use('text1', (text) =>
        updateOf(text, () => insertBlocks(text, blocksOf(text).length, [paragraph(words)])),
      );
      tx.text('text1', update);
    });
    await desk.say('chapter3', 'Why did you leave Boston by night?', 'My brother had spoken to every printer in town.');
    const { outcome, asked } = await desk.run(work, six);
    expect(asked[0]).toContain('My brother had spoken to every printer in town.');
    expect(asked[0]).toContain('The bell rang over the water.');
    expect(asked[0]).not.toContain('THE-END');
    expect(outcome.proposal.label).toContain('the beginning of each chapter');
  });

  test('has twelve chapters at most, and leaves out none that goes on with a present one', async () => {
    await desk.summarise(summary);
    const many = Array.from({ length: 14 }, (_, index) => chapter(`Chapter ${index + 1}`, index === 13 ? 'P5' : null));
    const { chapters } = (await desk.run(work, many)).outcome.proposal;
    expect(chapters.map(({ title }) => title)).toEqual([...many.slice(0, 11), many[13]].map((each) => each?.title));
  });

  test('a chapter that goes on keeps its description where the model gave none', async () => {
    await desk.summarise(summary);
    await desk.book.change('Describe', (tx) => tx.set('nodes', 'chapter1', { description: 'The house by the mill pond.' }));
    const { outcome } = await desk.run(work, [{ ...chapter('Tallow', 'P1'), description: '' }, ...six.slice(1)]);
    expect(outcome.proposal.chapters[0]?.description).toBe('The house by the mill pond.');
  });

  test.each([
    ['too few chapters', six.slice(0, 5), 'malformed'],
    ['a chapter with one section', [chapter('Tallow', null, 1), ...six], 'malformed'],
    ['no chapter', [], 'empty'],
    ['prose', ['Here is your outline:', ...six], 'prose'],
  ])('%s is a failure that stores nothing', async (_, lines, problem) => {
    await desk.summarise(summary);
    const before = desk.stored();
    expect(await failureIn(desk.run(work, lines))).toEqual({ code: 'ai-answer', problem });
    expect(desk.stored()).toBe(before);
  });

  test('titles alone are nothing to work from', async () => {
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
  });
});

describe('titles', () => {
  const work = { kind: 'titles', bookId } as const;
  const idea = (what: string, text: string) => ({ what, text, why: 'It is short.' });

  test('are shown and stored nowhere; what is too long or there twice is dropped', async () => {
    await desk.summarise(summary);
    const before = desk.stored();
    const ideas = [idea('title', 'Tallow and Ink'), idea('subtitle', 'A printer’s beginnings'), idea('back-cover', 'A boy runs.'), idea('cover', 'A candle.')];
    const { outcome, asked } = await desk.run(work, [...ideas, idea('title', 'TALLOW AND INK'), idea('title', 'x'.repeat(201))]);
    expect(outcome.ideas.map(({ text }) => text.toLowerCase())).toEqual(ideas.map(({ text }) => text.toLowerCase()));
    expect(asked[0]).toContain('Ink and Books');
    expect(desk.stored()).toBe(before);
  });

  test('without a word about the book there is nothing to send', async () => {
    expect(await failureIn(desk.prepare(work))).toEqual({ code: 'ai-nothing-to-send' });
  });
});
