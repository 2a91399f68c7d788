/** One line of the palette. */
export type PaletteEntry = {
  readonly id: string;
  readonly title: string;
  readonly group: 'Commands' | 'Chapters' | 'Books';
  readonly keys: string | null;
  readonly isReachable: boolean;
};

/** The most lines that are shown at once. */
const mostEntries = 80;

/**
 * How well a query fits a title: higher is better, `null` not at all. The letters must come in order; letters side by
 * side, at the start of a word and at the start of the title count more, so that “gtw” finds “Go to Writing”.
 */
export function fuzzyScore(query: string, title: string): number | null {
  const wanted = fold(query);
  const text = fold(title);
  if (wanted === '') return 0;
  const whole = text.indexOf(wanted);
  if (whole !== -1) return 1_000 - whole + (isWordStart(text, whole) ? 500 : 0) + (whole === 0 ? 500 : 0);
  return scatteredScore(wanted.replaceAll(' ', ''), text);
}

function scatteredScore(letters: string, text: string): number | null {
  let score = 0;
  let loose = 0;
  let at = -1;
  for (const letter of letters) {
    const next = nextPlace(text, letter, at);
    if (next === -1) return null;
    const isTied = isWordStart(text, next) || (at !== -1 && next === at + 1);
    score += isTied ? 10 : 1;
    loose += isTied ? 0 : 1;
    at = next;
  }
  // Letters strewn over a long title say nothing.
  return loose * 2 >= letters.length ? null : score;
}

/** The start of a word is preferred to a nearer letter inside one, unless the letter comes right next. */
function nextPlace(text: string, letter: string, after: number): number {
  const near = text.indexOf(letter, after + 1);
  if (near === -1 || near === after + 1) return near;
  for (let at = near; at !== -1; at = text.indexOf(letter, at + 1)) if (isWordStart(text, at)) return at;
  return near;
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s“"'(\-–—]/u.test(text.charAt(at - 1));

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();

/** The entries that fit, best first; what can be done now before what cannot. */
export function findEntries(entries: readonly PaletteEntry[], query: string): readonly PaletteEntry[] {
  return entries
    .map((entry, index) => ({ entry, index, score: fuzzyScore(query, entry.title) }))
    .filter((scored): scored is typeof scored & { score: number } => scored.score !== null)
    .sort((a, b) => Number(b.entry.isReachable) - Number(a.entry.isReachable) || b.score - a.score || a.index - b.index)
    .slice(0, mostEntries)
    .map(({ entry }) => entry);
}
