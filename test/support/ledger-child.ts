import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { nodeDisk } from '../../src-main/files/disk';
import { createRandom } from './random';
import { callOf, createTestLedger, settledFor } from './start-ledger';

/**
 * What the child does to its ledger, one line each on its standard output. `ending` comes before the ledger is asked,
 * `settled` and `void` after it said that it is done.
 */
export type LedgerDeed =
  | { readonly did: 'open' }
  | { readonly did: 'reserved'; readonly id: string; readonly microUsd: number }
  | { readonly did: 'ending' | 'settled'; readonly id: string; readonly microUsd: number }
  | { readonly did: 'void'; readonly id: string };

const say = (deed: LedgerDeed): void => void writeSync(1, `${JSON.stringify(deed)}\n`);

/** Reserves and settles in several calls at once until it is killed. */
async function work(folder: string, seed: number): Promise<void> {
  const random = createRandom(seed);
  const { ledger } = createTestLedger({ disk: nodeDisk, folder, newId: () => randomBytes(8).toString('hex') });
  await ledger.start();
  say({ did: 'open' });

  async function callAfterCall(): Promise<never> {
    for (;;) {
      const most = 1_000 + random.below(9_000);
      const id = await ledger.reserve(callOf(most));
      say({ did: 'reserved', id, microUsd: most });
      // Of ten calls one stays open, one is never sent, and one costs more than was thought.
      const choice = random.below(10);
      const cost = choice === 1 ? 0 : random.below(choice === 2 ? most * 2 : most);
      if (choice === 0) continue;
      say({ did: 'ending', id, microUsd: cost });
      if (choice === 1) {
        await ledger.void(id);
        say({ did: 'void', id });
      } else {
        await ledger.settle(id, settledFor(cost));
        say({ did: 'settled', id, microUsd: cost });
      }
    }
  }
  await Promise.all(Array.from({ length: 4 }, callAfterCall));
}

const [, , folder = '', seed = '1'] = process.argv;
await work(folder, Number(seed));
