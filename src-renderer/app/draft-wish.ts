import type { CoWriterStyle, Draft } from '../../src-shared/domain/draft';
import type { WorkItem, WorkOf } from '../../src-shared/ipc/co-writer-calls';
import { countOf, formatNumber } from '../ui/words';

/** How the author wants a draft of the co-writer’s. */
export type DraftWish = Pick<WorkOf<'draft'>, 'style' | 'words' | 'freedom' | 'sample'>;

/** What each manner of the co-writer’s is called. */
export const coWriterStyles: readonly { readonly id: CoWriterStyle; readonly name: string }[] = [
  { id: 'own-voice', name: 'In my own voice' },
  { id: 'conversational', name: 'Conversational' },
  { id: 'professional', name: 'Professional' },
  { id: 'creative', name: 'Creative' },
  { id: 'technical', name: 'Technical' },
  { id: 'academic', name: 'Academic' },
];

/** How near a draft keeps to the author’s wording. */
export const freedoms = [
  { id: 'closer', name: 'Closer to my words' },
  { id: 'freer', name: 'Freer' },
] as const;

const asLongAsCarried = 'carried';
const wordCounts = [500, 1_000, 2_000, 3_000, 5_000] as const;

/** The lengths to choose from. */
export const draftLengths: readonly { readonly id: string; readonly name: string }[] = [
  { id: asLongAsCarried, name: 'As long as the answers carry' },
  ...wordCounts.map((words) => ({ id: String(words), name: `About ${formatNumber(words)} words` })),
];

/** The choice that stands for a length, and back. */
export const lengthId = (words: number | null): string => (words === null ? asLongAsCarried : String(words));
export const wordsOfLength = (id: string): number | null => wordCounts.find((words) => String(words) === id) ?? null;

/** The wish that a chapter begins with: the sample that shaped an earlier draft is used again. */
export const firstWish = (drafts: readonly Draft[]): DraftWish => {
  const sample = drafts.find((draft) => draft.sample !== '')?.sample ?? '';
  return { style: sample === '' ? 'conversational' : 'own-voice', words: null, freedom: 'closer', sample };
};

/** What is still missing before the co-writer can be asked, or `null`. */
export function missingInWish({ style, sample }: DraftWish): string | null {
  return style === 'own-voice' && sample.trim() === '' ? 'Paste a page of your own writing first.' : null;
}

/** The paragraphs of a draft that is still coming in. */
export function incomingParagraphs(items: readonly WorkItem[]): Draft['paragraphs'] {
  const paragraphs: Draft['paragraphs'] = [];
  for (const item of items) {
    if (item.kind !== 'sentence') continue;
    const last = paragraphs.at(-1);
    if (last && !item.startsParagraph) last.sentences.push(item.sentence);
    else paragraphs.push({ sentences: [item.sentence] });
  }
  return paragraphs;
}

/** “3 sentences without support”, or that there is none. */
export const supportText = (unsupported: number): string =>
  unsupported === 0 ? 'Every sentence rests on your words.' : `${countOf(unsupported, 'sentence')} without support.`;

/** Names, numbers and dates of a draft that no answer holds, each once, in order. */
export const flaggedIn = ({ paragraphs }: Pick<Draft, 'paragraphs'>): readonly string[] => [
  ...new Set(paragraphs.flatMap(({ sentences }) => sentences.flatMap(({ flagged = [] }) => flagged))),
];

/** What drafting came to. */
export const draftSaid = ({ draft }: { draft: Draft }): string =>
  `A draft of ${countOf(draft.words, 'word')}. ${supportText(draft.unsupported)}`;

/** What a manner is called, the built-in drafter’s or the co-writer’s. */
export function styleName(style: Draft['style']): string {
  if (style === 'tidied') return 'Tidied';
  if (style === 'as-spoken') return 'As you said it';
  return coWriterStyles.find(({ id }) => id === style)?.name ?? style;
}
