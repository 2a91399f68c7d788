import { refuse } from '../refusal';

/** What RTF is made of: groups, control words with a number, letters, and bytes in the code page of the font. */
export type RtfToken =
  | { readonly kind: 'open' } | { readonly kind: 'close' }
  | { readonly kind: 'word'; readonly name: string; readonly value: number | null }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'byte'; readonly byte: number }
  | { readonly kind: 'skip'; readonly bytes: number };

const deepest = 300;
const word = /([a-zA-Z]{1,40})(-?\d{1,10})? ?/uy;
const letters = /[^\\{}\r\n]+/uy;

/** Takes RTF apart. The text is one letter a byte. */
export function* rtfTokens(text: string): Generator<RtfToken> {
  let depth = 0;
  for (let at = 0; at < text.length;) {
    const sign = text[at];
    if (sign === '{') {
      depth += 1;
      if (depth > deepest) refuse('too-deep');
      at += 1;
      yield { kind: 'open' };
    } else if (sign === '}') {
      depth -= 1;
      at += 1;
      yield { kind: 'close' };
    } else if (sign === '\r' || sign === '\n') at += 1;
    else if (sign !== '\\') {
      letters.lastIndex = at;
      const found = letters.exec(text)?.[0] ?? '';
      at += Math.max(1, found.length);
      yield { kind: 'text', text: found };
    } else if (text[at + 1] === "'") {
      const byte = Number.parseInt(text.slice(at + 2, at + 4), 16);
      at += 4;
      if (!Number.isNaN(byte)) yield { kind: 'byte', byte };
    } else {
      word.lastIndex = at + 1;
      const found = word.exec(text);
      if (found === null) {
        yield symbol(text[at + 1] ?? '');
        at += 2;
        continue;
      }
      const value = found[2] === undefined ? null : Number(found[2]);
      at += 1 + found[0].length;
      yield { kind: 'word', name: found[1] ?? '', value };
      // Raw bytes follow, which may look like anything.
      if (found[1] === 'bin' && value !== null && value > 0) at += value;
    }
  }
}

const symbols: Readonly<Record<string, string>> = { '~': '\u00a0', '-': '\u00ad', _: '\u2011', '\\': '\\', '{': '{', '}': '}', '\t': '\t' };

function symbol(sign: string): RtfToken {
  if (sign === '*') return { kind: 'word', name: '*', value: null };
  if (sign === '\n' || sign === '\r') return { kind: 'word', name: 'par', value: null };
  const text = symbols[sign];
  return text === undefined ? { kind: 'word', name: '', value: null } : { kind: 'text', text };
}
