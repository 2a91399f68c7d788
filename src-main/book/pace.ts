/** Long work stops for others this often. */
const sliceMs = 12;

/** Gives a function to call between small steps of long work: now and then it lets everything else that waits go first. */
export function createPace(): () => Promise<void> {
  let started = performance.now();
  return async () => {
    if (performance.now() - started < sliceMs) return;
    await new Promise<void>((resolve) => setImmediate(resolve));
    started = performance.now();
  };
}
