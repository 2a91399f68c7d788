/**
 * The letters of a Markdown file that an export has written, markup left out. It reads only what the writer writes, so
 * that a file can be compared with the book in one quick pass.
 */
export function readLetters(markdown: string): string {
  const body = markdown.replace(/^---\n[\s\S]*?\n---\n/u, '');
  const letters: string[] = [];
  let at = 0;
  while (at < body.length) {
    const special = nextSpecial(body, at);
    letters.push(body.slice(at, special));
    if (special >= body.length) break;
    const token = readToken(body, special);
    letters.push(token.letters);
    at = token.end;
  }
  return letters.join('');
}

const specials = /[\\`[\]<]/gu;

function nextSpecial(text: string, from: number): number {
  specials.lastIndex = from;
  return specials.exec(text)?.index ?? text.length;
}

type Token = { readonly letters: string; readonly end: number };

function readToken(text: string, at: number): Token {
  switch (text[at]) {
    case '\\':
      return { letters: text[at + 1] === '\n' ? '' : (text[at + 1] ?? ''), end: at + 2 };
    case '`':
      return readCode(text, at);
    case '<':
      return { letters: '', end: after(text, '>', at) };
    case '[':
      return text[at + 1] === '^' ? { letters: '', end: after(text, ']', at) } : { letters: '', end: at + 1 };
    default:
      return text.startsWith('](<', at) ? { letters: '', end: after(text, '>)', at) } : { letters: '', end: at + 1 };
  }
}

function after(text: string, wanted: string, from: number): number {
  const found = text.indexOf(wanted, from);
  return found === -1 ? text.length : found + wanted.length;
}

function readCode(text: string, at: number): Token {
  const fence = /^`+/u.exec(text.slice(at, at + 64))?.[0] ?? '`';
  for (let from = at + fence.length; ; ) {
    const close = text.indexOf(fence, from);
    if (close === -1) return { letters: text.slice(at + fence.length), end: text.length };
    const end = close + fence.length;
    if (text[end] !== '`' && text[close - 1] !== '`') return { letters: text.slice(at + fence.length, close), end };
    from = end;
    while (text[from] === '`') from += 1;
  }
}
