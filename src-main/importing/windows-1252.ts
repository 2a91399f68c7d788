// The places where Windows-1252 has letters and Latin-1 has none. Some versions of Node take the one for the other.
const letters = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes text of older Western programs. Every byte is a letter: it never fails. */
export const decodeWestern = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/gu, (sign) => letters[sign.charCodeAt(0) - 0x80] ?? sign);
