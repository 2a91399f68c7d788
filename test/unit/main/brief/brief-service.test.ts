import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Brief } from '../../../../src-shared/domain/brief';
import { failureOf, startInterview, valueOf, type InterviewDesk } from '../../../support/start-interview';

const bookId = 'book1';
let desk: InterviewDesk;
beforeEach(async () => {
  desk = await startInterview();
});
afterEach(() => desk.stop());

const read = () => valueOf(desk.calls['brief.read']({ bookId }));
const update = (patch: Partial<Brief>) => valueOf(desk.calls['brief.update']({ bookId, patch }));
const earlier = async () => (await read()).earlierSummaries.map(({ text }) => text);
const ask = () => valueOf(desk.calls['brief.askClarifications']({ bookId }));
const reply = (id: string, answer: string, state: 'answered' | 'skipped' | 'open') =>
  valueOf(desk.calls['brief.answerClarification']({ bookId, id, answer, state }));

describe('the brief', () => {
  test('keeps what was changed and leaves the rest', async () => {
    expect(await update({ author: 'Benjamin Franklin', language: 'en-US' })).toEqual({ savedAt: desk.nowIso() });
    expect((await read()).brief).toMatchObject({
      title: 'A Printer’s Apprentice',
      author: 'Benjamin Franklin',
      language: 'en-US',
      genre: 'memoir',
    });
    const again = await desk.reopen();
    expect(again.book.state.one('book', 'book')?.author).toBe('Benjamin Franklin');
    await again.close();
  });

  test('saving the same again writes nothing', async () => {
    await update({ author: 'B. F.' });
    const { seq } = desk.book.logEnd();
    await update({ author: 'B. F.', title: 'A Printer’s Apprentice' });
    expect(desk.book.logEnd().seq).toBe(seq);
  });

  test('a choice is a step that undo takes back; typing is not', async () => {
    await update({ genre: 'biography' });
    await update({ summary: 'A life in ink.' });
    await desk.book.undo();
    expect((await read()).brief).toMatchObject({ genre: 'memoir', summary: 'A life in ink.' });
  });
});

describe('earlier summaries', () => {
  const long = 'The early life of a tallow chandler’s son from Boston who became a printer in Philadelphia.';

  test('a summary that only grows needs none', async () => {
    for (let length = 10; length <= long.length; length += 10) {
      desk.pass(1);
      await update({ summary: long.slice(0, length) });
    }
    expect(await earlier()).toEqual([]);
  });
  test('a summary that stood for two minutes is kept, with the time it was saved', async () => {
    await update({ summary: long });
    const savedAt = desk.nowIso();
    desk.pass(130);
    await update({ summary: `${long} It tells of his errata.` });
    expect((await read()).earlierSummaries).toEqual([{ text: long, savedAt, isFromElsewhere: false }]);
  });
  test('a summary that loses more than a fifth is kept at once, newest first', async () => {
    await update({ summary: long });
    desk.pass(1);
    await update({ summary: 'Something else entirely, about zebras.' });
    desk.pass(1);
    await update({ summary: '' });
    expect(await earlier()).toEqual(['Something else entirely, about zebras.', long]);
  });
  test('a mended letter is no version', async () => {
    await update({ summary: long });
    desk.pass(1);
    await update({ summary: long.replace('early', 'earlier') });
    desk.pass(1);
    await update({ summary: long.replace('early', 'first') });
    expect(await earlier()).toEqual([]);
  });
});

describe('clarifying questions', () => {
  test('four at first, two more later, never more than six, none twice', async () => {
    const first = await ask();
    expect(first.map(({ state, answer }) => [state, answer])).toEqual(Array.from({ length: 4 }, () => ['open', '']));
    const all = await ask();
    expect(all.slice(0, 4)).toEqual(first);
    expect(all.length).toBe(6);
    expect(await ask()).toEqual(all);
    expect(new Set(all.map(({ id }) => id)).size).toBe(6);
  });

  test('what was answered and skipped stays and is not asked again, in another genre either', async () => {
    const [a, b] = await ask();
    await reply(a?.id ?? '', 'From seventeen to forty.', 'answered');
    await reply(b?.id ?? '', '', 'skipped');
    await update({ genre: 'travel' });
    const all = await ask();
    expect(all[0]).toMatchObject({ id: a?.id, answer: 'From seventeen to forty.', state: 'answered' });
    expect(all[1]).toMatchObject({ id: b?.id, state: 'skipped' });
    expect(all.slice(4).map(({ id }) => id.startsWith('travel-'))).toEqual([true, true]);
    expect((await read()).clarifications).toEqual(all);
  });

  test('what the summary speaks of already is asked last', async () => {
    const order = (await ask()).map(({ id }) => id);
    const other = await startInterview();
    await valueOf(
      other.calls['brief.update']({
        bookId,
        patch: {
          summary: 'Of all the years I lived this book covers one stretch, from the day I left to the day I came back.',
        },
      }),
    );
    const asked = (await valueOf(other.calls['brief.askClarifications']({ bookId }))).map(({ id }) => id);
    await other.stop();
    expect(order).toContain('memoir-clarifying-1');
    expect(asked).not.toContain('memoir-clarifying-1');
  });

  test('an answer to nothing is named', async () => {
    const failure = await failureOf(
      desk.calls['brief.answerClarification']({ bookId, id: 'none', answer: 'x', state: 'answered' }),
    );
    expect(failure).toEqual({ code: 'not-found', what: 'clarification', id: 'none' });
  });
});
