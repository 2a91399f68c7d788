import { expect, test } from 'vitest';
import { createTimings } from '../../../../src-main/diagnostics/timings';

const of = (timings: ReturnType<typeof createTimings>, operation: string) =>
  timings.list().find((one) => one.operation === operation);

test('every operation with a budget is listed, measured or not', () => {
  const list = createTimings().list();
  expect(list).toHaveLength(8);
  expect(
    list.every((one) => one.samples === 0 && one.medianMs === null && one.p95Ms === null && one.budgetMs > 0),
  ).toBe(true);
});

test('median and 95th percentile are of the samples', () => {
  const timings = createTimings();
  for (let ms = 1; ms <= 100; ms += 1) timings.record('Search', ms);
  expect(of(timings, 'Search')).toMatchObject({ medianMs: 50, p95Ms: 95, samples: 100 });
});

test('only the latest thousand count, all are counted', () => {
  const timings = createTimings();
  for (let time = 0; time < 1_000; time += 1) timings.record('Book open', 900);
  for (let time = 0; time < 1_000; time += 1) timings.record('Book open', 10);
  expect(of(timings, 'Book open')).toMatchObject({ medianMs: 10, p95Ms: 10, samples: 2_000 });
});

test('calls are counted towards their operation, others towards none', () => {
  const timings = createTimings();
  timings.recordCall('outline.move', 3);
  timings.recordCall('outline.trash', 5);
  timings.recordCall('toString', 7);
  timings.recordCall('settings.read', 7);
  expect(of(timings, 'Outline change')?.samples).toBe(2);
  expect(timings.list().reduce((sum, one) => sum + one.samples, 0)).toBe(2);
});
