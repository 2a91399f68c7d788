/** How large a generated cover sets a title: by its longest word and its length. */
export function coverSize(title: string): 'short' | 'medium' | 'long' | 'longest' {
  const longestWord = Math.max(0, ...title.split(/\s+/).map((word) => word.length));
  if (title.length > 90) return 'longest';
  if (title.length > 40 || longestWord > 13) return 'long';
  return title.length > 18 || longestWord > 9 ? 'medium' : 'short';
}

/** One of the cloth colours, always the same for the same book. */
export function coverCloth(bookId: string): number {
  let hash = 7;
  for (const character of bookId) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) % 9_973;
  return (hash % 6) + 1;
}
