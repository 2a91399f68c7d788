declare module 'hyphen' {
  export type Patterns = { readonly patterns: unknown };
  export type HyphenationOptions = { readonly async: false; readonly hyphenChar: string; readonly minWordLength: number };
  export default function createHyphenator(patterns: Patterns, options: HyphenationOptions): (text: string) => string;
}

declare module 'hyphen/patterns/*' {
  const patterns: import('hyphen').Patterns;
  export default patterns;
}
