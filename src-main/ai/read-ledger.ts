import { basename } from 'node:path';
import { fail } from '../failure';
import { createPace } from '../book/pace';
import { ledgerVersion, moneyIn, readHead, readLine, type LedgerLine } from './ledger-line';

/** What a ledger's file holds. */
export type ReadLedger = {
  /** Every line that can be read, in order. */
  readonly lines: readonly LedgerLine[];
  /** Money in damaged lines at the end, which no later line accounts for. */
  readonly lostAtEnd: number;
  /** `torn`: a crash left half a line, which nobody was told of. `damaged`: a line that was whole can not be read. */
  readonly state: 'sound' | 'torn' | 'damaged';
};

/** Reads a ledger's file in slices. Fails with `library-newer` on a format of the future. */
export async function readLedger(path: string, bytes: Uint8Array): Promise<ReadLedger> {
  const pace = createPace();
  const [head = '', ...texts] = new TextDecoder().decode(bytes).split('\n');
  const unfinished = texts.pop();
  const version = readHead(head);
  if (version !== undefined && version > ledgerVersion) {
    fail({ code: 'library-newer', file: basename(path), found: version, supported: ledgerVersion });
  }
  const lines: LedgerLine[] = [];
  let lostAtEnd = 0;
  let isDamaged = version === undefined;
  for (const text of texts) {
    await pace();
    const line = readLine(text);
    lostAtEnd = line ? 0 : lostAtEnd + moneyIn(text);
    isDamaged ||= !line;
    if (line) lines.push(line);
  }
  if (isDamaged) return { lines, lostAtEnd, state: 'damaged' };
  return { lines, lostAtEnd, state: unfinished === '' ? 'sound' : 'torn' };
}
