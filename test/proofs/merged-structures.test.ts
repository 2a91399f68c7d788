import { expect, test } from 'vitest';
import { playStructures } from '../support/structure-run';

const seedWanted = process.env['SEED'];
const runs = Number(process.env['STRUCTURES'] ?? 1_000);

test('two devices that change the structure of a chapter at once lose no word when it is opened in the editor', { timeout: 600_000 }, () => {
  const first = seedWanted === undefined ? 1 : Number(seedWanted);
  const last = seedWanted === undefined ? runs : first;
  const started = performance.now();
  for (let seed = first; seed <= last; seed += 1) expect(playStructures(seed), `SEED=${seed}`).toBeUndefined();
  console.log(`${last - first + 1} chapters changed on two devices in ${Math.round(performance.now() - started)} ms`);
});
