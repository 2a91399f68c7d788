const escaped: Readonly<Record<string, string>> = { '(': '\\(', ')': '\\)', '\\': '\\\\', '\r': '\\r' };

/** What stands between the parentheses of a PDF string for some glyphs, given by their codes of four hexadecimal digits. */
export function glyphLetters(codes: string): string {
  let letters = '';
  for (let at = 0; at < codes.length; at += 2) {
    const letter = String.fromCharCode(Number.parseInt(codes.slice(at, at + 2), 16));
    letters += escaped[letter] ?? letter;
  }
  return letters;
}
