/** What to put in place of a typed character: how many characters before it go, and what comes. */
export type Replacement = { readonly deleteBefore: number; readonly insert: string };

type Quotes = { readonly open: string; readonly close: string };
type Style = { readonly double: Quotes; readonly single: Quotes; readonly spacedMarks: boolean };

const narrowSpace = '\u202f';
const english: Style = { double: { open: '“', close: '”' }, single: { open: '‘', close: '’' }, spacedMarks: false };
const angled: Style = { ...english, double: { open: '«', close: '»' } };

const styles: Readonly<Record<string, Style>> = {
  en: english,
  de: { double: { open: '„', close: '“' }, single: { open: '‚', close: '‘' }, spacedMarks: false },
  fr: { ...angled, double: { open: `«${narrowSpace}`, close: `${narrowSpace}»` }, spacedMarks: true },
  es: angled,
  it: angled,
  pt: angled,
  'pt-br': english,
};

function styleOf(language: string): Style {
  const tag = language.toLowerCase();
  return styles[tag] ?? styles[tag.split('-')[0] ?? ''] ?? english;
}

const opensAfter = /(?:^|[\s\u00a0\u202f([{<\u2013\u2014\-/“‘„‚«¿¡])$/u;
const letter = /[\p{L}\p{N}]$/u;

/**
 * The typographic form of what was just typed, by the customs of the language, or `null` to leave it as it is.
 *
 * `before` is the text of the block up to the cursor, `typed` a single character. Pure, so that every rule has a test.
 */
export function smartReplacement(before: string, typed: string, language: string): Replacement | null {
  const style = styleOf(language);
  if (typed === '"') return { deleteBefore: 0, insert: doubleQuote(before, style) };
  if (typed === "'") return { deleteBefore: 0, insert: singleQuote(before, style) };
  if (typed === '-') return dash(before);
  if (typed === '.' && before.endsWith('..') && !before.endsWith('...')) return { deleteBefore: 2, insert: '…' };
  if (style.spacedMarks && '?!;'.includes(typed) && before.endsWith(' ') && before.trim() !== '') {
    return { deleteBefore: 1, insert: `${narrowSpace}${typed}` };
  }
  return null;
}

function doubleQuote(before: string, { double }: Style): string {
  return opensAfter.test(before) ? double.open : double.close;
}

function singleQuote(before: string, { single }: Style): string {
  // Between letters it is an apostrophe in every language; after a space it opens.
  if (letter.test(before)) return isOpen(before, single) ? single.close : '’';
  return opensAfter.test(before) ? single.open : single.close;
}

function isOpen(before: string, quotes: Quotes): boolean {
  return quotes.open !== quotes.close && before.lastIndexOf(quotes.open) > before.lastIndexOf(quotes.close);
}

function dash(before: string): Replacement | null {
  // A line of three dashes is a scene break: the rule for that one sees the dashes as they are.
  if (before === '–' || before === '--' || before === '-') return null;
  if (before.endsWith('–')) return { deleteBefore: 1, insert: '—' };
  if (before.endsWith('-') && !before.endsWith('--')) return { deleteBefore: 1, insert: '–' };
  return null;
}
