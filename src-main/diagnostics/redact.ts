/** What stands where a secret stood. */
export const redacted = '[redacted]';

/** Shapes that keys and tokens are known to have. */
const keyShapes: readonly RegExp[] = [
  /\bsk-[A-Za-z0-9_-]{8,}/g,
  /\b(?:AKIA|ASIA|AROA)[A-Z0-9]{12,}/g,
  /\bAIza[A-Za-z0-9_-]{20,}/g,
  /\bgh[pousr]_[A-Za-z0-9]{16,}/g,
  /\bxox[abeprs]-[A-Za-z0-9-]{8,}/g,
  /\beyJ[A-Za-z0-9_-]{6,}\.[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*)?/g,
  /\b(?:Bearer|Basic|Token)\s+[A-Za-z0-9._~+/=-]{6,}/gi,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
  /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:]+:[^\s/@]+@/gi,
  /\b(?:api[_-]?key|secret|password|passphrase|passwd|token|authorization)\b["']?\s*[:=]\s*["']?[^\s"',;}]{4,}/gi,
];

const longWord = /[A-Za-z0-9+/_=-]{32,}/g;
/** Bits a character: hexadecimal digests and ordinary words stay below it, random keys do not. */
const randomnessLimit = 4.25;

/** Control characters, terminal escapes and marks that reorder text: a log line must read as it is. */
const unprintable =
  /\u001b(?:\[[0-9;?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)|[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Makes a text safe to log: one line, no keys, no secrets that are known by value. */
export function redact(text: string, knownSecrets: readonly string[] = []): string {
  let safe = text.replace(unprintable, ' ');
  for (const secret of knownSecrets.filter((candidate) => candidate.length >= 4)) {
    for (const form of formsOf(secret)) safe = safe.replaceAll(form, redacted);
  }
  for (const shape of keyShapes) safe = safe.replace(shape, redacted);
  return safe.replace(longWord, (word) => (randomness(word) > randomnessLimit ? redacted : word));
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [secret, bytes.toString('base64').replace(/=+$/, ''), bytes.toString('hex'), encodeURIComponent(secret)];
}

function randomness(word: string): number {
  const counts = new Map<string, number>();
  for (const letter of word) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / word.length) * Math.log2(count / word.length);
  return bits;
}
