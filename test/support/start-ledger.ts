import type { Disk } from '../../src-main/files/disk';
import { createFiles } from '../../src-main/files/files';
import { createLedger } from '../../src-main/ai/ledger';
import type { LedgerCall, Settlement } from '../../src-main/ai/ledger-line';
import { createLog } from '../../src-main/diagnostics/log';

/** A ledger in a folder of a disk, with all that it says. */
export function createTestLedger(options: {
  disk: Disk;
  folder: string;
  newId: () => string;
  now?: () => number;
}) {
  const { disk, folder, newId, now = () => Date.now() } = options;
  const reported: string[] = [];
  const logged: string[] = [];
  const files = createFiles({ disk, newId });
  const ledger = createLedger({
    files, path: `${folder}/ledger.ndjson`, quarantineFolder: `${folder}/quarantine`, now, newId,
    report: (severity, message) => void reported.push(`${severity}: ${message}`),
    log: createLog({ sink: (line) => void logged.push(line), now }),
  });
  return { ledger, files, reported, logged };
}

/** A call of one book that may cost so much. */
export const callOf = (microUsd: number, bookId: string | null = 'book'): LedgerCall => ({
  task: 'draft', bookId, server: 'https://api.openai.com', model: 'gpt-4o', tokensIn: 900, mostTokensOut: 6_000, microUsd,
});

/** An answer that cost so much. */
export const settledFor = (microUsd: number): Settlement => ({
  tokensIn: 800, tokensOut: 700, microUsd, firstTokenMs: 310.5, totalMs: 4_200, outcome: 'answered',
});
