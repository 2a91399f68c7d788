import type { SearchHit } from '../../src-shared/ipc/book-calls';
import { createPace } from '../book/pace';

/** Characters shown on each side of a match. */
const around = 60;

const marks = /\p{M}+/gu;
const foldedCharacters = new Map<string, string>();

function foldCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const bare = character.normalize('NFD').replace(marks, '').toLowerCase();
  // A Greek sigma looks different at the end of a word and is the same letter.
  const made = bare.length === character.length ? bare.replace('ς', 'σ') : character;
  foldedCharacters.set(character, made);
  return made;
}

/** Case and accents folded, one character for each of the text's, so that places in both are the same. */
export const fold = (text: string): string => text.replace(/[^\p{ASCII}]/gu, foldCharacter).toLowerCase();

/** Lines as they are shown and as they are searched. Letters and their accents may be stored apart or as one: here as one. */
type SearchedLines = { readonly shown: readonly string[]; readonly folded: readonly string[] };

/** By a text's lines, so that a second search only scans. */
const searched = new WeakMap<readonly string[], SearchedLines>();

function searchedLines(lines: readonly string[]): SearchedLines {
  const known = searched.get(lines);
  if (known) return known;
  const shown = lines.map((line) => line.normalize('NFC'));
  const made = { shown, folded: shown.map(fold) };
  searched.set(lines, made);
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
  const wanted = fold(query.normalize('NFC'));
  const hits: SearchHit[] = [];
  let total = 0;
  const pace = createPace();
  for (const chapter of chapters) {
    const { shown, folded } = searchedLines(await chapter.lines());
    await pace();
    for (const [line, text] of folded.entries()) {
      for (let from = text.indexOf(wanted); from >= 0; from = text.indexOf(wanted, from + wanted.length)) {
        total += 1;
        if (hits.length < limit) hits.push(hitAt(chapter.chapterId, shown, line, from, wanted.length));
      }
    }
  }
  return { hits, total };
}
