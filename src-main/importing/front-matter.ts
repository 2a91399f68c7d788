import { parse } from 'yaml';

/** What a Markdown file says of itself before its text. */
export type FrontMatter = {
  readonly title: string | null;
  readonly subtitle: string | null;
  readonly author: string | null;
  readonly language: string | null;
  readonly body: string;
};

const block = /^\ufeff?---[ \t]*\r?\n([\s\S]*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/u;
const longestBlock = 20_000;

/** Reads YAML front matter. What is not YAML is taken as text, so that nothing is lost. */
export function readFrontMatter(text: string): FrontMatter {
  const found = block.exec(text.slice(0, longestBlock));
  const fields = found === null ? null : fieldsOf(found[1] ?? '');
  if (found === null || fields === null) return { title: null, subtitle: null, author: null, language: null, body: text.replace(/^\ufeff/u, '') };
  const field = (...names: string[]): string | null => {
    for (const name of names) {
      const value = wordsOf(fields[name]);
      if (value !== '') return value;
    }
    return null;
  };
  return {
    title: field('title'), subtitle: field('subtitle'), author: field('author', 'authors', 'creator'),
    language: field('lang', 'language'), body: text.slice(found[0].length),
  };
}

function fieldsOf(yaml: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = parse(yaml, { maxAliasCount: 10, logLevel: 'silent' });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
  } catch (cause) {
    if (cause instanceof Error) return null; // not YAML: two rules with text between them
    throw cause;
  }
}

function wordsOf(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) return value.map(wordsOf).filter((words) => words !== '').join(', ');
  if (typeof value === 'object' && value !== null && 'name' in value) return wordsOf(value.name);
  return '';
}
