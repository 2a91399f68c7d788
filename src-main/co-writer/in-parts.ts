/** Cuts texts into parts of at most about so many characters, in order; a longer text is a part of its own. */
export function inParts<T extends { readonly text: string }>(texts: readonly T[], partCharacters: number): T[][] {
  const parts: T[][] = [[]];
  let characters = 0;
  for (const one of texts) {
    if (characters > 0 && characters + one.text.length > partCharacters) {
      parts.push([]);
      characters = 0;
    }
    parts.at(-1)?.push(one);
    characters += one.text.length;
  }
  return parts;
}
