import { compareLines } from './compare-text';
import { segmentsOf } from './segments';

/** A piece of a comparison, word by word. */
export type WordRun = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** What makes one text of another: the words from `from` to `to` give way to `text`. */
export type WordChange = { readonly from: number; readonly to: number; readonly text: string };

const hasWord = /[\p{L}\p{N}]/u;

/** What became of a passage, in reading order; what was removed stands before what came in its place. */
export function compareWords(before: string, after: string, language: string): WordRun[] {
  const runs: WordRun[] = [];
  let at = 0;
  for (const { from, to, text } of wordChanges(before, after, language)) {
    runs.push({ kind: 'same', text: before.slice(at, from) });
    runs.push({ kind: 'removed', text: before.slice(from, to) }, { kind: 'added', text });
    at = to;
  }
  return [...runs, { kind: 'same' as const, text: before.slice(at) }].filter(({ text }) => text !== '');
}

/** The changes between two passages, in order. Spaces and signs alone do not part two changes. */
export function wordChanges(before: string, after: string, language: string): WordChange[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  const words = (text: string) => [...segmentsOf(text, segmenter)].map(({ segment }) => segment);
  const changes: { from: number; to: number; text: string }[] = [];
  let at = 0;
  let between = '';
  for (const { kind, text } of compareLines(words(before), words(after))) {
    if (kind === 'same') {
      at += text.length;
      between += text;
      continue;
    }
    const last = changes.at(-1);
    const change = last && !hasWord.test(between) ? last : { from: at, to: at, text: '' };
    if (change === last) {
      change.text += between;
      change.to = at;
    } else changes.push(change);
    between = '';
    if (kind === 'added') change.text += text;
    else change.to = at += text.length;
  }
  return changes;
}
