import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBookState } from '../../../../src-main/book/state';
import type { Json } from '../../../../src-main/book/entry';

const stamp = (ms: number, device = 'a') => `${ms.toString(36).padStart(9, '0')}0000-${device}`;
const set = (collection: string, id: string, fields: Record<string, Json>) => ({ op: 'set', in: collection, id, fields }) as const;

test('the last stamp wins field by field, in whatever order and however often operations come', () => {
  const operation = fc.record({
    at: fc.tuple(fc.integer({ min: 1, max: 30 }), fc.constantFrom('a', 'b', 'c')).map(([ms, device]) => stamp(ms, device)),
    id: fc.constantFrom('n1', 'n2'), field: fc.constantFrom('title', 'order', 'trashedAt'),
  });
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (operations, order) => {
      // A device sets a field once in a stamp: the value follows from both.
      const all = operations.map(({ at, id, field }) => ({ at, op: set('nodes', id, { [field]: `${at}${field}` }) }));
      const one = createBookState();
      for (const { op, at } of all) one.apply(op, at);
      const other = createBookState();
      const shuffled = [...all, ...all].map((each) => ({ each, key: order.next().value as number })).sort((a, b) => a.key - b.key);
      for (const { each } of shuffled) other.apply(each.op, each.at);
      expect(JSON.stringify(other.store())).toBe(JSON.stringify(one.store()));
    }),
  );
});

test('what is stored starts the same state again', () => {
  const state = createBookState();
  state.apply(set('nodes', 'n1', { title: 'One', kind: 'chapter' }), stamp(1));
  state.apply(set('unknown', 'x', { later: [1, { deep: true }] }), stamp(2));
  const again = createBookState(state.store());
  expect(again.one('nodes', 'n1')).toEqual(state.one('nodes', 'n1'));
  expect(again.store()).toEqual(state.store());
  expect(again.stampOf('nodes', 'n1', 'title')).toBe(stamp(1));
});

test('a field before its record, a value of a later version and a null each read as the default, and are kept', () => {
  const state = createBookState();
  state.apply(set('nodes', 'n1', { status: 'typeset', title: null }), stamp(1));
  expect(state.one('nodes', 'n1')).toMatchObject({ id: 'n1', status: 'draft', title: '', kind: 'chapter' });
  expect(state.raw('nodes', 'n1', 'status')).toBe('typeset');
});

test('a record that was taken back is gone until it is done again', () => {
  const state = createBookState();
  state.apply(set('questions', 'q', { text: 'Why?' }), stamp(1));
  expect(state.all('questions').size).toBe(1);
  state.apply(set('questions', 'q', { gone: true }), stamp(2));
  expect(state.all('questions').size).toBe(0);
  expect(state.has('questions', 'q')).toBe(true);
  state.apply(set('questions', 'q', { gone: false }), stamp(3));
  expect(state.one('questions', 'q')?.text).toBe('Why?');
});

test('of two lines of writing the last words of the one that does not count are kept, in whatever order they come', () => {
  // Each device saves over its own last words; now and then it has taken another's in and writes over those.
  const save = fc.record({ device: fc.constantFrom('a', 'b', 'c'), takesIn: fc.option(fc.constantFrom('a', 'b', 'c')) });
  fc.assert(
    fc.property(fc.array(save, { maxLength: 20 }), fc.infiniteStream(fc.nat()), (saves, order) => {
      const desks = new Map(['a', 'b', 'c'].map((device) => [device, { state: createBookState(), known: new Map<string, ReturnType<typeof set>>() }]));
      saves.forEach(({ device, takesIn }, index) => {
        const desk = desks.get(device);
        for (const [at, operation] of desks.get(takesIn ?? '')?.known ?? []) {
          if (!desk?.known.has(at)) desk?.state.apply(operation, at);
          desk?.known.set(at, operation);
        }
        const operation = desk?.state.onLine(set('answers', 'q', { text: `${index}` }), device);
        const at = stamp(index + 1, device);
        if (operation) desk?.state.apply(operation, at);
        if (operation) desk?.known.set(at, operation);
      });
      const all = [...desks.values()].flatMap(({ known }) => [...known]);
      const one = createBookState();
      const other = createBookState();
      for (const [at, operation] of all) one.apply(operation, at);
      const shuffled = [...all, ...all].map((each) => ({ each, key: order.next().value as number })).sort((a, b) => a.key - b.key);
      for (const { each } of shuffled) other.apply(each[1], each[0]);
      expect(JSON.stringify(other.store())).toBe(JSON.stringify(one.store()));
      expect(JSON.stringify(createBookState(one.store()).store())).toBe(JSON.stringify(one.store()));
      // What was overwritten was on the screen of the device that did it: its own last save.
      const found = new Set([one.one('answers', 'q')?.text, ...one.overtaken('answers', 'q').map(({ text }) => text)]);
      const lasts = ['a', 'b', 'c'].map((device) => saves.findLastIndex((each) => each.device === device)).filter((index) => index >= 0);
      for (const index of lasts) expect(found).toContain(`${index}`);
    }),
  );
});

test('words written over another device’s leave those among the kept, and so does taking kept words up again', () => {
  const state = createBookState();
  const write = (device: string, text: string, ms: number) => state.apply(state.onLine(set('answers', 'q', { text }), device), stamp(ms, device));
  const kept = () => state.overtaken('answers', 'q').map(({ text }) => text);
  write('a', 'One', 1);
  write('a', 'One and a half', 2);
  expect(kept()).toEqual([]);
  write('b', 'Two', 3);
  write('b', 'Two and a half', 4);
  expect(kept()).toEqual(['One and a half']);
  write('b', 'One and a half', 5);
  expect(kept()).toEqual(['Two and a half', 'One and a half']);
});
