import { z } from 'zod';
import { CoWriterTask } from '../../src-shared/domain/co-writer';
import { chain, noSum, toLine } from '../book/entry';

const Id = z.string().min(1).max(100);
const Count = z.int().min(0);
const At = z.iso.datetime();
/** All that is charged after the line: what a damaged line before it charged can be told from it. */
const sum = Count;

/** What a call is reserved for. Money is in millionths of a dollar, here and everywhere behind the gate. */
export const LedgerCall = z.strictObject({
  task: CoWriterTask,
  bookId: z.string().max(100).nullable(),
  /** Where it is sent: the server's origin. */
  server: z.string().max(500),
  model: z.string().max(200),
  tokensIn: Count,
  mostTokensOut: Count,
  /** The most that it is expected to cost. */
  microUsd: Count,
});
export type LedgerCall = z.infer<typeof LedgerCall>;

/** How a call ended: an answer that was used, one that could not be, one the author no longer wanted, or none. */
export const CallOutcome = z.enum(['answered', 'unusable', 'cancelled', 'failed']);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** What a call came to. */
export const Settlement = z.strictObject({
  tokensIn: Count,
  tokensOut: Count,
  microUsd: Count,
  /** How long the first piece of the answer took; `null` when none came. */
  firstTokenMs: z.number().min(0).nullable(),
  totalMs: z.number().min(0),
  outcome: CallOutcome,
});
export type Settlement = z.infer<typeof Settlement>;

const Reserve = z.strictObject({ kind: z.literal('reserve'), id: Id, at: At, call: LedgerCall, sum });

const Settle = z.strictObject({ kind: z.literal('settle'), id: Id, at: At, settlement: Settlement, sum });

/** Nothing left the machine: nothing is charged. */
const Void = z.strictObject({ kind: z.literal('void'), id: Id, at: At, sum });

/** What lines charged that cannot be read any more; nobody knows for which book. */
const Lost = z.strictObject({ kind: z.literal('lost'), at: At, microUsd: Count, sum });

/** One line of the ledger. */
export const LedgerLine = z.discriminatedUnion('kind', [Reserve, Settle, Void, Lost]);
export type LedgerLine = z.infer<typeof LedgerLine>;

const Head = z.strictObject({ longhand: z.literal('ledger'), version: z.int().min(1) });
export const ledgerVersion = 1;

function withSum(value: object): string {
  const json = JSON.stringify(value);
  return toLine(chain(noSum, json), json);
}

/**
 * A line as it stands on disk. Each has a checksum of its own, so that damage to one takes no other with it. What could
 * not be read back is refused here, or it would be taken for damage later.
 */
export const writeLine = (line: LedgerLine): string => withSum(LedgerLine.parse(line));

/** The first line of the file. */
export const headLine = (): string =>
  withSum({ longhand: 'ledger', version: ledgerVersion } satisfies z.infer<typeof Head>);

function readJson(line: string): unknown {
  const json = line.slice(noSum.length + 1);
  if (toLine(chain(noSum, json), json) !== `${line}\n`) return undefined;
  return JSON.parse(json) as unknown; // the checksum says that we wrote it
}

/** The version of the format that a first line names; `undefined` when it is damaged. */
export const readHead = (line: string): number | undefined => Head.safeParse(readJson(line)).data?.version;

/** What a line says; `undefined` when it is damaged. */
export const readLine = (line: string): LedgerLine | undefined => LedgerLine.safeParse(readJson(line)).data;

/** The money that a damaged line still shows. */
export const moneyIn = (line: string): number => Number(/"microUsd":(\d{1,12})\b/u.exec(line)?.[1] ?? 0);
