import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { play, shrink, stepsOf, type Step } from '../support/history-run';

const seedWanted = process.env['SEED'];
const histories = Number(process.env['HISTORIES'] ?? 1_000);
const fixtures = join(import.meta.dirname, '../fixtures/histories');

test('three devices that exchange their logs in any order end alike, with every word of the text exactly once and every word of an answer kept', { timeout: 600_000 }, async () => {
  const first = seedWanted === undefined ? 1 : Number(seedWanted);
  const last = seedWanted === undefined ? histories : first;
  const started = performance.now();
  for (let seed = first; seed <= last; seed += 1) {
    const steps = stepsOf(seed);
    const wrong = await play(steps);
    if (wrong === undefined) continue;
    const smallest = await shrink(steps);
    expect.fail(`SEED=${seed}: ${wrong}\nsmallest: ${JSON.stringify(smallest)}\n${(await play(smallest)) ?? ''}`);
  }
  console.log(`${last - first + 1} histories of three devices in ${Math.round(performance.now() - started)} ms`);
});

test('histories that once went wrong stay right', async () => {
  for (const name of await readdir(fixtures)) {
    const steps = JSON.parse(await readFile(join(fixtures, name), 'utf8')) as Step[];
    expect(await play(steps), name).toBeUndefined();
  }
});
