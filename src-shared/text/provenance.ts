import { countWords } from '../domain/word-count';
import { segmentsOf } from './segments';
import { inlineText, lineBlocks, type DocumentNode, type OriginMark } from './document';

/**
 * Whose words a run of text is, as far as the chapter knows. `draft` is the built-in drafter’s, which only arranges what
 * the author said; the three of a model differ by whether the author’s own words carry the sentence, and by whether the
 * author has worked on it since.
 */
export const provenances = [
  'typed',
  'answer',
  'draft',
  'pasted',
  'imported',
  'model-supported',
  'model-unsupported',
  'model-edited',
] as const;
export type Provenance = (typeof provenances)[number];

/** Words by provenance. */
export type ProvenanceWords = Readonly<Record<Provenance, number>>;

const none: ProvenanceWords = Object.fromEntries(provenances.map((kind) => [kind, 0])) as Record<Provenance, number>;

/** A short sum of a sentence as it was drafted: when the text no longer has it, somebody worked on it (FNV-1a, 32 bits). */
export function sentenceSum(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text.trim()) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The provenance of a run that carries this origin from end to end. */
export function provenanceOf(origin: OriginMark | undefined, text: string): Provenance {
  if (!origin) return 'typed';
  if (origin.kind !== 'co-writer') return origin.kind;
  if (origin.sum !== sentenceSum(text)) return 'model-edited';
  return origin.ref === '' ? 'model-unsupported' : 'model-supported';
}

/** Text that comes from one place, in the order of its line. */
export type ProvenanceRun = {
  readonly provenance: Provenance;
  readonly origin: OriginMark | undefined;
  readonly text: string;
};

const sameOrigin = (one: OriginMark | undefined, other: OriginMark | undefined): boolean =>
  one?.kind === other?.kind && one?.ref === other?.ref && one?.sum === other?.sum;

/** Joins pieces of a line that carry the same origin, whatever else they are marked with. */
export function joinRuns(
  pieces: readonly { readonly origin: OriginMark | undefined; readonly text: string }[],
): ProvenanceRun[] {
  const joined: { origin: OriginMark | undefined; text: string }[] = [];
  for (const { origin, text } of pieces) {
    const last = joined.at(-1);
    if (last && sameOrigin(last.origin, origin)) last.text += text;
    else joined.push({ origin, text });
  }
  return joined.map(({ origin, text }) => ({ provenance: provenanceOf(origin, text), origin, text }));
}

/** The runs of one line of a chapter. */
export function runsOf(line: DocumentNode): ProvenanceRun[] {
  return joinRuns(
    (line.content ?? []).flatMap((node) => {
      const text = node.type === 'text' ? (node.text ?? '') : inlineText({ type: 'paragraph', content: [node] });
      return text === '' ? [] : [{ origin: originOf(node), text }];
    }),
  );
}

/** The origin that a piece of text carries. */
export function originOf(node: DocumentNode): OriginMark | undefined {
  const attrs = node.marks?.find(({ type }) => type === 'origin')?.attrs;
  if (!attrs) return undefined;
  const read = (name: string): string => (typeof attrs[name] === 'string' ? attrs[name] : '');
  return { kind: read('kind') as OriginMark['kind'], ref: read('ref'), sum: read('sum') };
}

/** Adds words up, provenance by provenance. */
export function addWords(one: ProvenanceWords, other: ProvenanceWords): ProvenanceWords {
  return Object.fromEntries(provenances.map((kind) => [kind, one[kind] + other[kind]])) as Record<Provenance, number>;
}

/** Counts the words of runs by where they came from. */
export function countRuns(runs: readonly ProvenanceRun[], language: string): ProvenanceWords {
  const words: Record<Provenance, number> = { ...none };
  for (const { provenance, text } of runs) words[provenance] += countWords(text, language);
  return words;
}

/** Counts the words of a chapter by where they came from. */
export function countProvenance(node: DocumentNode, language: string): ProvenanceWords {
  if (lineBlocks.has(node.type)) return countRuns(runsOf(node), language);
  return (node.content ?? []).map((child) => countProvenance(child, language)).reduce(addWords, none);
}

/** A sentence of a line with its words by where they came from. */
export type SentenceWords = { readonly start: number; readonly text: string; readonly words: ProvenanceWords };

/** The sentences of a line. What a run is depends on all of it, so runs are known before they are cut. */
export function sentencesOf(line: DocumentNode, language: string): SentenceWords[] {
  const runs = runsOf(line);
  const whole = runs.map(({ text }) => text).join('');
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  let start = 0;
  return [...segmentsOf(whole, segmenter)].map(({ segment }) => {
    const from = start;
    start += segment.length;
    return { start: from, text: segment, words: countRuns(cut(runs, from, start), language) };
  });
}

/** The pieces of runs between two places of their line. */
function cut(runs: readonly ProvenanceRun[], from: number, to: number): ProvenanceRun[] {
  let at = 0;
  return runs.flatMap((run) => {
    const start = at;
    at += run.text.length;
    const text = run.text.slice(Math.max(0, from - start), Math.max(0, to - start));
    return text === '' ? [] : [{ ...run, text }];
  });
}

/** Counts the words of a chapter that came with certain sums: a model’s text that is known from elsewhere. */
export function countWithSums(node: DocumentNode, sums: ReadonlySet<string>, language: string): number {
  if (lineBlocks.has(node.type)) {
    const known = runsOf(node).filter(({ origin }) => origin?.kind === 'co-writer' && sums.has(origin.sum));
    return known.reduce((total, { text }) => total + countWords(text, language), 0);
  }
  return (node.content ?? []).reduce((total, child) => total + countWithSums(child, sums, language), 0);
}
