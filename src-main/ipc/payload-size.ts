/**
 * Whether a value weighs more than a limit, counted roughly as it crosses the process boundary: two bytes a letter,
 * bytes as they are, a little for each thing in a list or object. Stops counting at the limit, so that looking at a
 * payload that is far too large costs no more than one that just fits.
 */
export function isLargerThan(value: unknown, limitBytes: number): boolean {
  const waiting: unknown[] = [value];
  let bytes = 0;
  while (waiting.length > 0 && bytes <= limitBytes) {
    const next = waiting.pop();
    bytes += 8;
    if (typeof next === 'string') bytes += next.length * 2;
    else if (ArrayBuffer.isView(next) || next instanceof ArrayBuffer) bytes += next.byteLength;
    else if (typeof next === 'object' && next !== null) {
      for (const [key, item] of Object.entries(next)) {
        bytes += key.length * 2;
        if (bytes > limitBytes) return true;
        waiting.push(item);
      }
    }
  }
  return bytes > limitBytes;
}
