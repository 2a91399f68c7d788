// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createOriginRun } from '../support/origin-run';
import { createRandom } from '../support/random';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const steps = Number(process.env['STEPS'] ?? 10_000);
const checkEvery = Number(process.env['EVERY'] ?? 25);

test(`whose words a chapter holds stays exact through ${steps} edits on two devices (seed ${seed})`, { timeout: 300_000 }, () => {
  const run = createOriginRun(createRandom(seed));
  for (let step = 1; step <= steps; step += 1) {
    run.step();
    if (step % checkEvery !== 0 && step !== steps) continue;
    for (const device of [0, 1]) {
      const expected = run.expected(device);
      expect(run.shown(device), `device ${device} after step ${step} of seed ${seed}, as shown`).toEqual(expected);
      expect(run.stored(device), `device ${device} after step ${step} of seed ${seed}, as stored`).toEqual(expected);
    }
  }
  run.merge();
  expect(run.stored(0)).toEqual(run.stored(1));
  console.log(`seed ${seed}: ${steps} steps, ${Object.entries(run.expected(0)).map(([kind, words]) => `${kind} ${words}`).join(', ')}`);
  run.close();
});
