import { expect, test } from 'vitest';
import { createProblems } from '../../../../src-main/diagnostics/problems';
import type { Problem } from '../../../../src-shared/ipc/app-calls';
import type { Publish } from '../../../../src-shared/ipc/contract';

function start() {
  const published: unknown[] = [];
  let next = 0;
  const publish: Publish = (name, payload) => published.push([name, payload]);
  return { published, problems: createProblems({ publish, now: () => next * 1_000, newId: () => `p${++next}` }) };
}

test('a problem is listed, announced and can be dismissed', () => {
  const { published, problems } = start();
  problems.report('warning', 'The disk is nearly full.');
  const [problem] = problems.list();
  expect(problem).toMatchObject({ severity: 'warning', message: 'The disk is nearly full.', count: 1 });
  expect(problems.dismiss(problem?.id ?? '')).toEqual({ ok: true, value: null });
  expect(problems.list()).toEqual([]);
  expect(published).toHaveLength(2);
});

test('the same problem again is one with a count, the newest first', () => {
  const { problems } = start();
  problems.report('error', 'First.');
  problems.report('error', 'Second.');
  problems.report('error', 'First.');
  expect(problems.list().map(({ message, count }) => [message, count])).toEqual([
    ['First.', 2],
    ['Second.', 1],
  ]);
});

test('a hundred are kept, and errors outlive notices', () => {
  const { problems } = start();
  problems.report('error', 'The one that matters.');
  for (let number = 0; number < 150; number += 1) problems.report('notice', `Notice ${number}.`);
  expect(problems.list()).toHaveLength(100);
  expect(problems.list().at(-1)?.message).toBe('The one that matters.');
});

test.each<Problem['severity']>(['warning', 'error'])('the oldest goes when all are %s', (severity) => {
  const { problems } = start();
  for (let number = 0; number < 101; number += 1) problems.report(severity, `Number ${number}.`);
  expect(problems.list().map(({ message }) => message)).not.toContain('Number 0.');
});

test('dismissing what is gone is an answer', () => {
  expect(start().problems.dismiss('none')).toMatchObject({ ok: false, error: { code: 'not-found' } });
});
