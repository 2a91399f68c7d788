/**
 * A hybrid logical clock (Kulkarni et al., 2014): follows the wall clock, never runs backwards, and stands after every
 * stamp it has seen. A stamp is text that sorts in time order: 9 characters of milliseconds and 4 of a counter in base
 * 36, then the device.
 */
export type Clock = ReturnType<typeof createClock>;

const counterLimit = 36 ** 4;
const stampShape = /^[0-9a-z]{9}[0-9a-z]{4}-[A-Za-z0-9_-]+$/;

/** Whether a text is a stamp of such a clock. */
export const isStamp = (text: string): boolean => stampShape.test(text);

/** Milliseconds since 1970 that a stamp stands for. */
export const stampTime = (stamp: string): number => Number.parseInt(stamp.slice(0, 9), 36);

/** The device that made a stamp. */
export const stampDevice = (stamp: string): string => stamp.slice(14);

/** Starts a clock for one device. */
export function createClock({ now, device }: { now: () => number; device: string }) {
  let lastMs = 0;
  let counter = 0;

  return {
    /** The next stamp, greater than every one made or seen before. */
    tick(): string {
      const wallMs = Math.floor(now());
      if (wallMs > lastMs) {
        lastMs = wallMs;
        counter = 0;
      } else {
        counter += 1;
        if (counter === counterLimit) {
          lastMs += 1;
          counter = 0;
        }
      }
      return `${lastMs.toString(36).padStart(9, '0')}${counter.toString(36).padStart(4, '0')}-${device}`;
    },
    /** The last stamp made or seen, as far as time goes; for starting a clock again where this one stands. */
    last: (): string => `${lastMs.toString(36).padStart(9, '0')}${counter.toString(36).padStart(4, '0')}-${device}`,
    /** Takes note of a stamp from the log, ours or another device's. */
    see(stamp: string): void {
      const ms = stampTime(stamp);
      const count = Number.parseInt(stamp.slice(9, 13), 36);
      if (ms > lastMs || (ms === lastMs && count > counter)) {
        lastMs = ms;
        counter = count;
      }
    },
  };
}
