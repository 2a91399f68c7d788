import type { TidyData } from './language-data';

const opensAfter = /[\s([{«„“‘—–\-/]/u;
/** Words that have lost their beginning: the mark before them is an apostrophe. */
const shortened = /^(?:tis|twas|twere|em|cause|til|till|round|bout|n|\d\ds)\b/iu;
const wordCharacter = /[\p{L}\p{N}]/u;

function directDouble(text: string, [open, close]: TidyData['quotes']): string {
  const marks = text.match(/"/gu)?.length ?? 0;
  if (marks % 2 === 1) return text; // a measure in inches, or a mark that was forgotten: not ours to decide
  return text.replace(/"/gu, (_mark, at: number) => (at === 0 || opensAfter.test(text.charAt(at - 1)) ? open : close));
}

function directSingle(text: string, [, , open, close]: TidyData['quotes']): string {
  return text.replace(/'/gu, (mark, at: number) => {
    const before = text.charAt(at - 1);
    const rest = text.slice(at + 1);
    if (/\d/u.test(before) && !/^s\b/u.test(rest)) return mark; // feet and minutes
    if (wordCharacter.test(before) && wordCharacter.test(rest.charAt(0))) return '’';
    const isOpening =
      (at === 0 || opensAfter.test(before)) && wordCharacter.test(rest.charAt(0)) && !shortened.test(rest);
    if (isOpening) return open;
    return rest.startsWith(' ') || rest === '' || wordCharacter.test(before) ? singleClose(before, close) : '’';
  });
}

/** After a letter the mark is an apostrophe in every language; only after other marks can it be a closing one. */
const singleClose = (before: string, close: string): string => (wordCharacter.test(before) ? '’' : close);

/**
 * Typewriter quotation marks as typographic ones, by the language's custom. Each mark stays one character, so that places
 * in the text stay the same. Text with backticks is code and stays.
 */
export function directQuotes(text: string, quotes: TidyData['quotes']): string {
  return text.includes('`') ? text : directSingle(directDouble(text, quotes), quotes);
}

/** Typewriter dashes and dots as typographic ones. Two hyphens before a word, after a space, are an option: `ls --all`. */
export function joinDashes(text: string): string {
  if (text.includes('`')) return text;
  return text.replace(/(?<!-)--(?!-)(?!(?<=\s--)\S)/gu, '—').replace(/(?<!\.)\.{3}(?!\.)/gu, '…');
}

/** The spaces that French sets inside its quotation marks. */
export function spaceQuotes(text: string, language: string): string {
  return /^fr\b/iu.test(language) ? text.replace(/«(?=\S)/gu, '«\u00a0').replace(/(?<=\S)»/gu, '\u00a0»') : text;
}
