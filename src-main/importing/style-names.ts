/** What a paragraph is for, by the name of its style. */
export type StyleKind =
  | 'text' | 'heading' | 'title' | 'subtitle' | 'author' | 'quote' | 'verse' | 'code' | 'caption' | 'scene' | 'contents'
  | 'label' | 'list' | 'figure' | 'lost-figure' | 'centered' | 'copyright';

const byName: Readonly<Record<string, StyleKind>> = {
  title: 'title', subtitle: 'subtitle', author: 'author', quote: 'quote', 'intense quote': 'quote', 'block text': 'quote',
  'block quotation': 'quote', 'block quote': 'quote', quotations: 'quote', verse: 'verse', poem: 'verse', poetry: 'verse',
  'source code': 'code', code: 'code', 'html preformatted': 'code', 'preformatted text': 'code', caption: 'caption',
  'image caption': 'caption', 'scene break': 'scene', 'toc heading': 'contents', 'table of figures': 'contents',
  'contents heading': 'contents', 'chapter label': 'label', 'list text': 'list', figure: 'figure', 'captioned figure': 'figure',
  'lost figure': 'lost-figure', 'centered text': 'centered', copyright: 'copyright',
};

/** What a style of this name, in small letters, is for; `null` when its name says nothing. Word names its own in English everywhere. */
export function kindByName(name: string): { readonly kind: StyleKind; readonly level: number } | null {
  const heading = /^heading\s?([1-9])$/u.exec(name)?.[1];
  if (heading !== undefined) return { kind: 'heading', level: Number(heading) };
  if (/^(?:toc|contents|index)\s?\d$/u.test(name)) return { kind: 'contents', level: 0 };
  const kind = Object.hasOwn(byName, name) ? byName[name] : undefined;
  return kind === undefined ? null : { kind, level: 0 };
}
