import { segmentsOf } from '../../src-shared/text/segments';
import { tidyDataOf } from './language-data';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterFor(language: string): Intl.Segmenter {
  const made = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'sentence' });
  segmenters.set(language, made);
  return made;
}

const initial = /(?:^|[\s(“"'‘])\p{Lu}\.$/u;
const endsQuoted = /[.?!…]["'”’»“‘]+$|[…—–]$/u;
const startsLower = /^["'“‘«„]*\p{Ll}/u;

/** An end of a sentence is judged by this much of what stands before it: a long run of signs must not be read again and again. */
const tailCharacters = 40;

/** Whether what looks like the end of a sentence is none: an abbreviation, an initial, or speech that goes on. */
function goesOn(
  before: string,
  after: string,
  how: { abbreviations: readonly string[]; hasCapitals: boolean },
): boolean {
  const tail = before.slice(-tailCharacters).trimEnd();
  const last = (tail.split(/\s+/u).at(-1) ?? '').replace(/^[("'“‘]+/u, '');
  if (how.abbreviations.includes(last)) return true;
  if (initial.test(tail) && last !== 'I.') return true;
  // Somebody who writes capitals means the small letter after “!”; somebody who writes none does not.
  return startsLower.test(after) && (how.hasCapitals || endsQuoted.test(tail));
}

/** The sentences of a paragraph, in any script, each exactly as it was written. Joined they are the paragraph again. */
export function sentencesOf(paragraph: string, language: string): string[] {
  const { abbreviations } = tidyDataOf(language);
  const how = { abbreviations, hasCapitals: /^\P{L}*\p{Lu}/u.test(paragraph) };
  const sentences: string[][] = [];
  let before = '';
  for (const { segment } of segmentsOf(paragraph, segmenterFor(language))) {
    if (before !== '' && goesOn(before, segment, how)) sentences.at(-1)?.push(segment);
    else sentences.push([segment]);
    before = segment;
  }
  return sentences.map((segments) => segments.join(''));
}

const lineBreak = /\r\n|[\n\r\u2028\u2029]/u;
const wrappedFrom = 45;
const wrappedTo = 100;

/** Whether lines were broken by a machine at a fixed width rather than by the author. */
function isWrapped(lines: readonly string[]): boolean {
  return (
    lines.length >= 3 && lines.slice(0, -1).every((line) => line.length >= wrappedFrom && line.length <= wrappedTo)
  );
}

/** A paragraph as the author set it; `isLine` for one of several short lines, as in verse or a list. */
export type Block = { readonly text: string; readonly isLine: boolean };

const endsAsSentence = /[.?!…:;。？！؟۔।]["'”’»)\]]*$/u;

/** The paragraphs of an answer. Every line that the author ended is one; lines of a fixed width are joined. */
export function blocksOf(text: string): Block[] {
  const groups: string[][] = [[]];
  for (const line of text.split(lineBreak)) {
    if (line.trim() === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((lines) => {
    if (isWrapped(lines)) return [{ text: lines.join('\n'), isLine: false }];
    const isVerse = lines.slice(0, -1).some((line) => !endsAsSentence.test(line.trim()));
    return lines.map((line) => ({ text: line, isLine: isVerse }));
  });
}
