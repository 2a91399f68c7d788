import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chain, noSum, readSegment, toLine, writeLine, writeSegment, type Entry } from '../../../../src-main/book/entry';

const at = '0mjt91xc20000-here';

function segmentOf(count: number, after = 0, sum = noSum): { bytes: Uint8Array; entries: Entry[] } {
  const entries = Array.from({ length: count }, (_, index): Entry => ({
    seq: after + index + 1, at, label: 'Rename',
    ops: [{ op: 'set', in: 'nodes', id: `n${index}`, fields: { title: `Ünïcode ${index} 🙂` } }, { op: 'text', id: 't', update: 'AAA=' }],
  }));
  let last = sum;
  const lines = entries.map((entry) => {
    const json = JSON.stringify(entry);
    last = chain(last, json);
    return { sum: last, json };
  });
  return { bytes: new TextEncoder().encode(writeSegment({ after, sum }, lines)), entries };
}

test('what is written is read back', async () => {
  const { bytes, entries } = segmentOf(5, 7, 'a'.repeat(16));
  const read = await readSegment(bytes);
  expect(read.stopped).toBe('no');
  expect(read.head).toMatchObject({ after: 7, sum: 'a'.repeat(16) });
  expect(read.entries.map(({ entry }) => entry)).toEqual(entries);
});

test('a segment cut anywhere gives the whole entries before the cut', async () => {
  const { bytes, entries } = segmentOf(4);
  const ends = [...bytes].flatMap((byte, index) => (byte === 10 ? [index + 1] : []));
  for (let length = ends[0] ?? 0; length < bytes.length; length += 1) {
    const read = await readSegment(bytes.subarray(0, length));
    const whole = ends.filter((end) => end <= length).length - 1;
    expect(read.entries.map(({ entry }) => entry)).toEqual(entries.slice(0, whole));
    expect(read.stopped).toBe(ends.includes(length) ? 'no' : 'torn');
  }
});

test('a segment without a whole first line is damaged: none ever comes to be without one', async () => {
  const { bytes } = segmentOf(1);
  for (const length of [0, 1, 20]) expect((await readSegment(bytes.subarray(0, length))).stopped).toBe('damaged');
});

test('any changed byte is noticed, and nothing from there on is taken', async () => {
  const { bytes, entries } = segmentOf(3);
  await fc.assert(
    fc.asyncProperty(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
      const changed = Uint8Array.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ flip;
      const read = await readSegment(changed);
      expect(read.stopped).not.toBe('no');
      expect(read.entries.map(({ entry }) => entry)).toEqual(entries.slice(0, read.entries.length));
    }),
  );
});

test('a line that is dropped, doubled or moved breaks the chain', async () => {
  const { bytes } = segmentOf(4);
  const lines = new TextDecoder().decode(bytes).split('\n').slice(0, -1);
  const [head = '', one = '', two = '', three = '', four = ''] = lines;
  for (const order of [[head, two, three, four], [head, one, one, two], [head, one, three, two, four]]) {
    const read = await readSegment(new TextEncoder().encode(`${order.join('\n')}\n`));
    expect(read.stopped).toBe('damaged');
  }
});

test('a segment of a newer version is named as such and not read', async () => {
  const json = JSON.stringify({ longhand: 'log', version: 99, after: 0, sum: noSum });
  const read = await readSegment(new TextEncoder().encode(toLine(chain(noSum, json), json)));
  expect(read).toMatchObject({ stopped: 'newer', entries: [], head: { version: 99 } });
});

test('a line with a good checksum that is no entry counts as damage', async () => {
  const head = new TextDecoder().decode(segmentOf(0).bytes);
  const json = JSON.stringify({ seq: 1, at: 'not a stamp', label: '', ops: [] });
  const read = await readSegment(new TextEncoder().encode(head + toLine(chain(noSum, json), json)));
  expect(read).toMatchObject({ stopped: 'damaged', entries: [] });
});

test('others get their turn while the line of a whole manuscript is made', async () => {
  const ops = Array.from({ length: 300 }, (_, index) => ({ op: 'text' as const, id: `t${index}`, update: 'AAAA'.repeat(25_000) }));
  let turns = 0;
  const count = setInterval(() => (turns += 1), 0);
  await writeLine(noSum, { seq: 1, at, label: 'Import', ops });
  clearInterval(count);
  expect(turns).toBeGreaterThan(0);
});

test('a line made in slices is the line of the whole, however much it holds', async () => {
  const { entries } = segmentOf(1);
  for (const size of [0, 1, 3_000_000]) {
    const entry: Entry = { ...(entries[0] as Entry), ops: size === 0 ? [] : [{ op: 'text', id: 't', update: 'AAAA'.repeat(size) }, ...(entries[0]?.ops ?? [])] };
    const json = JSON.stringify(entry);
    const line = await writeLine(noSum, entry);
    expect(line.sum).toBe(chain(noSum, json));
    expect(Buffer.compare(line.bytes, Buffer.from(toLine(line.sum, json)))).toBe(0);
  }
});
