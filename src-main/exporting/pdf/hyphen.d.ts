declare module 'hyphen' {
  export type Patterns = { readonly patterns: unknown };
  export type HyphenationOptions = { readonly async: false; readonly hyphenChar: string; readonly minWordLength: number };
  // eslint-disable-next-line no-restricted-syntax -- the library's own way
  export default function createHyphenator(patterns: Patterns, options: HyphenationOptions): (text: string) => string;
}

declare module 'hyphen/patterns/*' {
  const patterns: { readonly patterns: unknown };
  // eslint-disable-next-line no-restricted-syntax -- the library's own way
  export default patterns;
}
