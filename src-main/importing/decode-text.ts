import { refuse } from './refusal';
import { decodeWestern } from './windows-1252';

const sampleBytes = 65_536;
/** Of a text in Windows-1252 most letters are plain ones; of what is no text, or in another script, they are not. */
const fewestPlain = 0.7;

/** Less tells nothing of how letters are written. */
const fewestPairs = 4;

const decode = (bytes: Uint8Array, encoding: string): string => new TextDecoder(encoding).decode(bytes);

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch (cause) {
    if (cause instanceof TypeError) return false;
    throw cause;
  }
}

/** UTF-16 without a mark shows by its zeros: in one of each two bytes, and in nothing else that is text. */
function zerosOf(bytes: Uint8Array): { readonly even: number; readonly odd: number } {
  let [even, odd] = [0, 0];
  const end = Math.min(bytes.length, sampleBytes);
  for (let at = 0; at < end; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  return { even: (2 * even) / Math.max(1, end), odd: (2 * odd) / Math.max(1, end) };
}

function plainShare(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, sampleBytes);
  let plain = 0;
  for (const byte of sample) {
    const isLetter = (byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 0x09;
    if (isLetter) plain += 1;
    else if (byte < 0x20) return 0;
  }
  return plain / Math.max(1, sample.length);
}

/** Decodes text in UTF-8, UTF-16 or Windows-1252, whichever it is. What is no text is refused. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return decode(bytes, 'utf-16le');
  if (first === 0xfe && second === 0xff) return decode(bytes, 'utf-16be');
  const { even, odd } = zerosOf(bytes);
  const isInPairs = bytes.length >= fewestPairs * 2 && bytes.length % 2 === 0;
  if (isInPairs && odd > 0.4 && even < 0.1) return decode(bytes, 'utf-16le');
  if (isInPairs && even > 0.4 && odd < 0.1) return decode(bytes, 'utf-16be');
  if (even + odd > 0.1) refuse('unknown-kind');
  if (isUtf8(bytes)) return decode(bytes, 'utf-8');
  return plainShare(bytes) >= fewestPlain ? decodeWestern(bytes) : refuse('unknown-kind');
}
