import { ModelServer } from '../../../src-shared/domain/co-writer';

/** Headers as one line of text. */
export const headersText = (headers: Readonly<Record<string, string>>): string =>
  Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}`)
    .join('; ');

/** Headers read from one line of text; `null` when it is none. */
export function headersOf(text: string): Record<string, string> | null {
  const parts = text.split(';').filter((part) => part.trim() !== '');
  const pairs = parts.map((part) => {
    const at = part.indexOf(':');
    return at < 1 ? null : ([part.slice(0, at).trim(), part.slice(at + 1).trim()] as const);
  });
  if (pairs.includes(null)) return null;
  const read = ModelServer.shape.headers.safeParse(Object.fromEntries(pairs.filter((pair) => pair !== null)));
  return read.success ? read.data : null;
}
