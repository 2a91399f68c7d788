import { afterEach, expect, test } from 'vitest';
import { goodAnswer, makeBook } from '../../support/co-writer-book';
import type { HeardMessage } from '../../support/model-servers/modes';
import { startCoWriterApp, type CoWriterApp } from '../../support/start-co-writer-app';

let app: CoWriterApp;
afterEach(() => app.stop());

/** An answer as long as a part may be, so that three answers are a draft of three parts. */
const long = (year: number): string => `In ${year} I rowed across the bay. ${'The shop smelt of tallow and of wet wool. '.repeat(300)}`;

const partOf = (text: string): string => /This is (part \d of \d)/u.exec(text)?.[1] ?? 'no part';

/** A draft of three parts, from a server that breaks off at the part that is named. */
async function start(breaksAt: string) {
  const broken = new Set([breaksAt]);
  app = await startCoWriterApp({
    answer: (messages: readonly HeardMessage[]) => {
      const part = partOf(messages.map(({ content }) => content).join(''));
      const [, number = 0, of = 0] = /part (\d) of (\d)/u.exec(part) ?? [];
      const next = `part ${Number(number) + 1} of ${of}`;
      app.server.play(broken.delete(next) ? { kind: 'dropped', pieces: 1 } : { kind: 'good' });
      return goodAnswer(messages);
    },
  });
  const { bookId, chapterId, works } = await makeBook(app, { answers: [long(1715), long(1716), long(1717)] });
  const asked = (): string[] => app.server.requests.map(({ bytes }) => partOf(bytes.toString()));
  const drafts = async () => app.get('draft.list', { bookId, chapterId });
  return { works, asked, drafts };
}

test('when a part of a long draft fails, the parts before it are not paid for again', async () => {
  const { works, asked, drafts } = await start('part 3 of 3');
  expect(await app.run(works.draft)).toMatchObject({ ok: false, error: { code: 'ai-unreachable', reason: 'dropped' } });
  expect(asked()).toEqual(['part 1 of 3', 'part 2 of 3', 'part 3 of 3']);
  expect(await drafts()).toEqual([]);

  app.server.play({ kind: 'good' });
  const before = app.events.length;
  expect(await app.run(works.draft)).toMatchObject({ ok: true });
  expect(asked().slice(3)).toEqual(['part 3 of 3']);
  expect((await drafts())[0]?.paragraphs.length).toBeGreaterThan(2);
  // The page hears the whole draft all the same.
  const heard = app.events.slice(before).flatMap(({ payload }) => (payload as { items?: readonly unknown[] } | null)?.items ?? []);
  expect(heard).toHaveLength((await drafts())[0]?.paragraphs.flatMap(({ sentences }) => sentences).length ?? 0);
});

test('who asks again for a draft that is whole, or that they stopped, gets another one', async () => {
  const { works, asked } = await start('part 2 of 3');
  app.server.play({ kind: 'good' });
  await app.run(works.draft);
  expect(asked()).toEqual(['part 1 of 3', 'part 2 of 3']);
  await app.run(works.draft);
  await app.run(works.draft);
  expect(asked().slice(2)).toEqual(['part 2 of 3', 'part 3 of 3', 'part 1 of 3', 'part 2 of 3', 'part 3 of 3']);

  app.server.play({ kind: 'held', pieces: 40 });
  const jobId = await app.begin(works.draft);
  await app.heardBy([jobId]);
  await app.get('coWriter.cancel', { jobId });
  expect(await app.ended(jobId)).toMatchObject({ ok: false, error: { code: 'cancelled' } });
});

test('parts stand for nothing but the same words: an answer that was changed is asked about again', async () => {
  const { works, asked } = await start('part 3 of 3');
  await app.run(works.draft);
  const { bookId, chapterId } = works.draft;
  const [first] = (await app.get('interview.read', { bookId, chapterId })).questions;
  await app.get('answer.save', { bookId, questionId: first?.id ?? '', text: `${long(1714)} And so on.`, state: 'complete', source: 'typed' });
  await app.run(works.draft);
  expect(asked().slice(3)).toEqual(['part 1 of 3', 'part 3 of 3']);
});
