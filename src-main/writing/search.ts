import type { SearchHit } from '../../src-shared/ipc/book-calls';

/** Characters shown on each side of a match. */
const around = 60;

const marks = /\p{M}+/gu;
/** Case and accents folded, one character for each of the text's, so that places in both are the same. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length && !/[^\p{ASCII}]/u.test(lower)) return lower;
  return Array.from(text, (character) => {
    const folded = character.normalize('NFD').replace(marks, '').toLowerCase();
    return folded.length === character.length ? folded : character;
  }).join('');
}

/** Folded lines by their text's lines, so that a second search only scans. */
const folded = new WeakMap<readonly string[], readonly string[]>();

function foldedLines(lines: readonly string[]): readonly string[] {
  const known = folded.get(lines);
  if (known) return known;
  const made = lines.map(fold);
  folded.set(lines, made);
  return made;
}

function hitAt(chapterId: string, lines: readonly string[], line: number, from: number, length: number): SearchHit {
  const text = lines[line] ?? '';
  return {
    chapterId, line,
    before: text.slice(Math.max(0, from - around), from),
    match: text.slice(from, from + length),
    after: text.slice(from + length, from + length + around),
  };
}

/** Finds a literal text in chapters, in reading order. The first `limit` hits are shown, all are counted. */
export async function searchLines(
  chapters: readonly { readonly chapterId: string; readonly lines: () => Promise<readonly string[]> }[],
  query: string,
  limit: number,
): Promise<{ hits: SearchHit[]; total: number }> {
  const wanted = fold(query);
  const hits: SearchHit[] = [];
  let total = 0;
  for (const chapter of chapters) {
    const lines = await chapter.lines();
    for (const [line, text] of foldedLines(lines).entries()) {
      for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
        total += 1;
        if (hits.length < limit) hits.push(hitAt(chapter.chapterId, lines, line, from, wanted.length));
      }
    }
  }
  return { hits, total };
}
