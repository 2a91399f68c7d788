import { describe, expect, test } from 'vitest';
import { createClient } from '../../../../src-renderer/app/client';
import { createWorkDesk } from '../../../../src-renderer/app/work-desk';
import type { Hear } from '../../../../src-shared/ipc/contract';
import { ok } from '../../../../src-shared/result';

const work = { kind: 'draft', bookId: 'b', chapterId: 'c', style: 'professional', words: null, freedom: 'closer', sample: '' } as const;
const place = 'draft b c';
const sentence = (text: string) => ({ kind: 'sentence', sentence: { text, citations: [] }, startsParagraph: false });
const outcome = { kind: 'draft', draft: { id: 'd' } };

/** A desk whose main process answers when the test says so. */
function setUp() {
  const hearers = new Set<Hear>();
  const asked: string[] = [];
  const answers: ((jobId: string) => void)[] = [];
  const desk = createWorkDesk(
    createClient({
      call: (name) => {
        asked.push(name);
        if (name !== 'coWriter.start') return Promise.resolve(ok(null));
        return new Promise((resolve) => answers.push((jobId) => resolve(ok({ jobId }))));
      },
      on: (hear) => {
        hearers.add(hear);
        return () => void hearers.delete(hear);
      },
    }),
  );
  desk.open();
  const tell: Hear = (name, payload) => hearers.forEach((hear) => hear(name, payload));
  return {
    desk,
    asked,
    begin: async (jobId: string) => {
      const started = desk.start(place, work);
      answers.shift()?.(jobId);
      await started;
    },
    /** Starts without an answer, and gives what answers. */
    beginSlowly: () => {
      const started = desk.start(place, work);
      return async (jobId: string) => {
        answers.shift()?.(jobId);
        await started;
      };
    },
    progress: (jobId: string, text: string) =>
      tell('coWriter.progressed', { jobId, sequence: 1, items: [sentence(text)], restarted: false }),
    end: (jobId: string) => tell('coWriter.ended', { jobId, result: { ok: true, outcome } }),
    fail: (jobId: string, code: string) => tell('coWriter.ended', { jobId, result: { ok: false, error: { code } } }),
    state: () => desk.stateOf(place),
  };
}

describe('a work of the co-writer', () => {
  test('goes on when everybody leaves its place, and is found there with what came in meanwhile', async () => {
    const { desk, begin, progress, end, state, asked } = setUp();
    const heard: unknown[] = [];
    const leave = desk.hearDone(place, (one) => heard.push(one));
    await begin('j1');
    progress('j1', 'One.');
    leave();
    progress('j1', 'Two.');
    expect(state()).toEqual({ state: 'working', items: [sentence('One.'), sentence('Two.')] });
    desk.hearDone(place, (one) => heard.push(one));
    end('j1');
    expect(heard).toEqual([outcome]);
    expect(state().state).toBe('done');
    expect(asked).toEqual(['coWriter.start']);
  });

  test('is told to who comes back after it ended, and is over when they leave', async () => {
    const { desk, begin, end, state } = setUp();
    await begin('j1');
    end('j1');
    expect(state().state).toBe('done');
    desk.hearDone(place, () => undefined)();
    expect(state().state).toBe('idle');
  });

  test('is told of a failure that came while nobody was there, but not of a stop', async () => {
    const { begin, fail, state } = setUp();
    await begin('j1');
    fail('j1', 'ai-offline');
    expect(state()).toEqual({ state: 'failed', error: { code: 'ai-offline' } });
    await begin('j2');
    fail('j2', 'cancelled');
    expect(state().state).toBe('idle');
  });

  test('hears what comes before its id is known, and nothing of others', async () => {
    const { beginSlowly, progress, state } = setUp();
    const answer = beginSlowly();
    progress('j1', 'Early.');
    progress('j9', 'Another’s.');
    await answer('j1');
    expect(state()).toEqual({ state: 'working', items: [sentence('Early.')] });
  });

  test('is stopped also when its id is not known yet, and is asked for only once', async () => {
    const { desk, beginSlowly, asked } = setUp();
    const answer = beginSlowly();
    await desk.start(place, work);
    desk.cancel(place);
    await answer('j1');
    expect(asked).toEqual(['coWriter.start', 'coWriter.cancel']);
  });
});
