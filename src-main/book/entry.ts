import { createHash } from 'node:crypto';
import { z } from 'zod';
import { isStamp } from './clock';
import { createPace } from './pace';

/** A value of a record's field. */
export const Json: z.ZodType<Json> = z.json();
export type Json = z.core.util.JSONType;

const Name = z.string().min(1).max(200);

/**
 * One change inside a transaction.
 * `set` gives fields of a record new values; `text` is a Yjs update of a chapter's text; `adopt` says up to which entry
 * the logs of other devices are taken in, which makes this entry the commit of a merge.
 */
export const Operation = z.discriminatedUnion('op', [
  z.strictObject({ op: z.literal('set'), in: Name, id: Name, fields: z.record(Name, Json) }),
  z.strictObject({ op: z.literal('text'), id: Name, update: z.base64() }),
  z.strictObject({ op: z.literal('adopt'), upTo: z.record(Name, z.int().min(0)) }),
]);
export type Operation = z.infer<typeof Operation>;

/** A transaction: all of its operations happened, or none did. */
export const Entry = z.strictObject({
  seq: z.int().min(1),
  at: z.string().refine(isStamp, 'not a stamp'),
  label: z.string(),
  ops: z.array(Operation),
});
export type Entry = z.infer<typeof Entry>;

/** The first line of a segment: after which entry it goes on, and that entry's checksum. Version 1 of the format. */
export const SegmentHead = z.strictObject({ longhand: z.literal('log'), version: z.int(), after: z.int().min(0), sum: z.string() });
export type SegmentHead = z.infer<typeof SegmentHead>;

export const logVersion = 1;
/** The checksum before the first entry. */
export const noSum = '0'.repeat(16);
const sumLength = 16;

/** The checksum of a line: it covers the line before, so that none can be changed, dropped or moved unseen. */
export function chain(previous: string, json: string): string {
  return createHash('sha256').update(previous).update(json).digest('hex').slice(0, sumLength);
}

/** One line of a segment as it stands on disk: checksum, space, JSON, line feed. */
export const toLine = (sum: string, json: string): string => `${sum} ${json}\n`;

/** Bytes that are hashed at once, in a few milliseconds. */
const sliceBytes = 1024 * 1024;

/** The line of a new entry, made in slices: a whole manuscript is one entry and must not hold everything up. */
export async function writeLine(previous: string, { ops, ...head }: Entry): Promise<{ readonly sum: string; readonly bytes: Uint8Array }> {
  const pace = createPace();
  const hash = createHash('sha256').update(previous);
  const parts: Buffer[] = [];
  async function add(json: string): Promise<void> {
    const bytes = Buffer.from(json);
    parts.push(bytes);
    for (let at = 0; at < bytes.byteLength; at += sliceBytes) {
      hash.update(bytes.subarray(at, at + sliceBytes));
      await pace();
    }
  }
  await add(`${JSON.stringify(head).slice(0, -1)},"ops":[`);
  for (const [index, operation] of ops.entries()) await add(`${index === 0 ? '' : ','}${JSON.stringify(operation)}`);
  await add(']}');
  const sum = hash.digest('hex').slice(0, sumLength);
  return { sum, bytes: Buffer.concat([Buffer.from(`${sum} `), ...parts, Buffer.from('\n')]) };
}

/** What a segment holds up to the first byte that is wrong. */
export type ReadSegment = {
  readonly head: SegmentHead | undefined;
  readonly entries: readonly { readonly entry: Entry; readonly sum: string; readonly json: string }[];
  /** Why reading stopped before the end; `torn` is an unfinished last line, as a crash leaves it. */
  readonly stopped: 'no' | 'torn' | 'damaged' | 'newer';
};

function parseLine(line: string, previous: string): { json: string; sum: string } | undefined {
  const sum = line.slice(0, sumLength);
  const json = line.slice(sumLength + 1);
  return line[sumLength] === ' ' && chain(previous, json) === sum ? { json, sum } : undefined;
}

function safeJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the caller's schema refuses it, with the reason
  }
}

/** Reads a segment in slices, checking every line against the one before it. */
export async function readSegment(bytes: Uint8Array): Promise<ReadSegment> {
  const text = new TextDecoder().decode(bytes);
  const lines = text.split('\n');
  const pace = createPace();
  const unfinished = lines.pop() ?? '';
  const entries: { entry: Entry; sum: string; json: string }[] = [];
  const first = parseLine(lines[0] ?? '', noSum);
  // A segment comes into being whole: one without a head is no crash's doing.
  if (!first) return { head: undefined, entries, stopped: 'damaged' };
  const head = SegmentHead.safeParse(safeJson(first.json));
  if (!head.success) return { head: undefined, entries, stopped: 'damaged' };
  if (head.data.version > logVersion) return { head: head.data, entries, stopped: 'newer' };
  let sum = head.data.sum;
  let seq = head.data.after;
  for (const line of lines.slice(1)) {
    await pace();
    const read = parseLine(line, sum);
    await pace();
    const json = read && safeJson(read.json);
    await pace();
    const entry = Entry.safeParse(json);
    if (!read || !entry.success || entry.data.seq !== seq + 1) return { head: head.data, entries, stopped: 'damaged' };
    ({ sum } = read);
    ({ seq } = entry.data);
    entries.push({ entry: entry.data, ...read });
  }
  return { head: head.data, entries, stopped: unfinished === '' ? 'no' : 'torn' };
}

/** The text of a whole segment. */
export function writeSegment(head: Omit<SegmentHead, 'longhand' | 'version'>, lines: readonly { sum: string; json: string }[]): string {
  const json = JSON.stringify({ longhand: 'log', version: logVersion, ...head } satisfies SegmentHead);
  return toLine(chain(noSum, json), json) + lines.map((line) => toLine(line.sum, line.json)).join('');
}
