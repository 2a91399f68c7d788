import { expect, test } from 'vitest';
import { diagnosticsText, msText, standingOf, taskError } from '../../../../src-renderer/features/activity/activity-view-model';

const timing = (p95Ms: number | null) => ({ operation: 'chapter load', budgetMs: 200, medianMs: p95Ms, p95Ms, samples: p95Ms === null ? 0 : 9 });

test('an operation stands against its budget', () => {
  expect(standingOf(timing(null))).toBe('not measured');
  expect(standingOf(timing(200))).toBe('within');
  expect(standingOf(timing(201))).toBe('over');
});

test('milliseconds are read at a glance', () => {
  expect([msText(null), msText(3.04), msText(41.6), msText(12_345)]).toEqual(['–', '3.0 ms', '42 ms', '12,345 ms']);
});

test('what comes with a failed task is a failure only when it has a code', () => {
  expect(taskError({ code: 'disk-full', file: 'x' })).toEqual({ code: 'disk-full', file: 'x' });
  for (const odd of [undefined, null, 'x', { code: 4 }]) expect(taskError(odd)).toBeNull();
});

test('the copied diagnostics hold the facts and each operation', () => {
  expect(diagnosticsText({ Longhand: '0.1.0' }, [timing(41)])).toBe('Longhand: 0.1.0\n\nchapter load: p95 41 ms of 200 ms (9)');
});
