import { beforeEach, expect, test } from 'vitest';
import { traceLineage } from '../../../../src-main/book/lineage';
import { createBookState, type BookState } from '../../../../src-main/book/state';

let state: BookState;
beforeEach(() => {
  state = createBookState();
});

const stamp = (ms: number) => `${ms.toString(36).padStart(9, '0')}0000-a`;
const text = (id: string, chapterId: string) => state.apply({ op: 'set', in: 'texts', id, fields: { chapterId } }, stamp(0));
const move = (id: string, at: number, from: string[], to: string[], more: { takenBack?: boolean } = {}) =>
  state.apply({ op: 'set', in: 'moves', id, fields: { kind: 'replace', from, to, ...more } }, stamp(at));
const live = () => Object.fromEntries(traceLineage(state).liveTextOf);

test('a split gives both chapters new texts and seals the old one', () => {
  text('t0', 'one'); text('t1', 'one'); text('t2', 'two');
  move('m', 1, ['t0'], ['t1', 't2']);
  expect(live()).toEqual({ one: 't1', two: 't2' });
  expect(traceLineage(state).sealedBy.get('t0')).toBe('m');
  expect(traceLineage(state).homeOf('t0')).toBe('one');
});

test('of two that split the same chapter the earlier counts, and words typed into the other find its heir', () => {
  text('t0', 'one'); text('a1', 'one'); text('a2', 'two'); text('b1', 'one'); text('b2', 'three');
  move('late', 5, ['t0'], ['b1', 'b2']);
  move('early', 3, ['t0'], ['a1', 'a2']);
  const lineage = traceLineage(state);
  expect(live()).toEqual({ one: 'a1', two: 'a2' });
  expect([lineage.isStillborn('b1'), lineage.isStillborn('b2'), lineage.isStillborn('a1')]).toEqual([true, true, false]);
  expect(lineage.homeOf('b2')).toBe('one');
});

test('a move that was taken back does not count, nor what rests on it', () => {
  text('t0', 'one'); text('t1', 'one'); text('t2', 'two'); text('t3', 'one');
  move('split', 1, ['t0'], ['t1', 't2'], { takenBack: true });
  move('restore', 2, ['t1'], ['t3']);
  expect(live()).toEqual({ one: 't0' });
  expect(traceLineage(state).homeOf('t3')).toBe('one');
});

test('a chapter never has two texts: of two that bring back a joined chapter the earlier counts', () => {
  text('t0', 'one'); text('t1', 'two'); text('joined', 'one'); text('x', 'two'); text('y', 'two');
  move('join', 1, ['t0', 't1'], ['joined']);
  move('second', 3, [], ['y']);
  move('first', 2, [], ['x']);
  expect(live()).toEqual({ one: 'joined', two: 'x' });
  expect(traceLineage(state).isStillborn('y')).toBe(true);
  expect(traceLineage(state).homeOf('y')).toBe('two');
});

test('moves of one transaction are ordered by id, whichever came first', () => {
  text('t0', 'one'); text('a', 'one'); text('b', 'one');
  move('m2', 1, ['t0'], ['b']);
  move('m1', 1, ['t0'], ['a']);
  expect(live()).toEqual({ one: 'a' });
});

test('late words follow a chain of heirs', () => {
  for (const [id, chapter] of [['t0', 'one'], ['t1', 'one'], ['t2', 'one'], ['u0', 'two'], ['j', 'two']] as const) text(id, chapter);
  move('r1', 1, ['t0'], ['t1']);
  move('r2', 2, ['t1'], ['t2']);
  move('join', 3, ['u0', 't2'], ['j']);
  expect(['t0', 't1', 't2', 'u0'].map(traceLineage(state).homeOf)).toEqual(['two', 'two', 'two', 'two']);
});
