// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { createOriginRun } from '../support/origin-run';
import { createRandom } from '../support/random';

const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
const chapters = Number(process.env['CHAPTERS'] ?? 50);
const stepsEach = 200;
const checkEvery = 10;

/** Writes in one chapter on two devices, and compares whose words both hold with the model time and again. */
function write(chapterSeed: number): Readonly<Record<string, number>> {
  const run = createOriginRun(createRandom(chapterSeed));
  for (let step = 1; step <= stepsEach; step += 1) {
    run.step();
    if (step % checkEvery !== 0) continue;
    for (const device of [0, 1]) {
      const expected = run.expected(device);
      const where = `device ${device} after step ${step} of seed ${chapterSeed}`;
      expect(run.shown(device), `${where}, as shown`).toEqual(expected);
      expect(run.stored(device), `${where}, as stored`).toEqual(expected);
    }
  }
  run.merge();
  expect(run.stored(0)).toEqual(run.stored(1));
  run.close();
  return run.expected(0);
}

test(`whose words chapters hold stays exact through ${chapters * stepsEach} edits, undos, redos, moves and merges (seed ${seed})`, { timeout: 300_000 }, () => {
  const words: Record<string, number> = {};
  for (let chapter = 0; chapter < chapters; chapter += 1)
    for (const [kind, count] of Object.entries(write(seed * 1_000 + chapter))) words[kind] = (words[kind] ?? 0) + count;
  console.log(`seed ${seed}: ${Object.entries(words).map(([kind, count]) => `${kind} ${count}`).join(', ')}`);
});
