import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createClock, isStamp, stampTime } from '../../../../src-main/book/clock';

test('every stamp is later than all made or seen before, however the wall clock jumps', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.record({ wall: fc.integer({ min: 1, max: 4e12 }) }), fc.record({ seen: fc.integer({ min: 1, max: 4e12 }) }))), (events) => {
      let wall = 1;
      const clock = createClock({ now: () => wall, device: 'here' });
      let last = '';
      for (const event of events) {
        if ('wall' in event) wall = event.wall;
        else {
          const stamp = createClock({ now: () => event.seen, device: 'there' }).tick();
          clock.see(stamp);
          if (stamp > last) last = stamp;
        }
        const made = clock.tick();
        expect(isStamp(made)).toBe(true);
        expect(made > last).toBe(true);
        last = made;
      }
    }),
  );
});

test('a stamp says its time, even when the clock gives fractions', () => {
  const stamp = createClock({ now: () => 1_767_225_600_000.7, device: 'a1' }).tick();
  expect(isStamp(stamp)).toBe(true);
  expect(stampTime(stamp)).toBe(1_767_225_600_000);
});

test('more stamps than a millisecond can count run on into the next one', () => {
  const clock = createClock({ now: () => 5, device: 'a' });
  let last = clock.tick();
  for (let count = 0; count < 36 ** 4; count += 1) last = clock.tick();
  expect(stampTime(last)).toBe(6);
  expect(clock.last()).toBe(last);
});

test('text of another shape is no stamp', () => {
  for (const text of ['', 'x', '0mjt91xc20000', '0mjt91xc20000-', 'mjx4ylld.fhu0000-c1']) expect(isStamp(text)).toBe(false);
});
