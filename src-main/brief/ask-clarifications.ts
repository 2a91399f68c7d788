import type { Pack } from '../../src-shared/domain/pack';

/** How many clarifying questions a book is asked at first, and at most. */
export const clarifyingLimits = { first: 4, most: 6 } as const;

type Question = Pack['clarifying'][number];

/** How far a text already speaks of what a question asks, 0 to 1. */
export type Speaks = (question: string) => number;

/**
 * The next clarifying questions: four at first, then what is left up to six, none that was asked before. Those that the
 * summary already speaks of come last.
 */
export function nextClarifications(pack: Pack, asked: ReadonlySet<string>, speaks: Speaks): Question[] {
  const room = asked.size === 0 ? clarifyingLimits.first : clarifyingLimits.most - asked.size;
  return pack.clarifying
    .filter(({ id }) => !asked.has(id))
    .map((question, index) => ({ question, index, spoken: speaks(question.question) }))
    .sort((a, b) => a.spoken - b.spoken || a.index - b.index)
    .slice(0, Math.max(0, room))
    .map(({ question }) => question);
}

/** Below this a shared word or two is chance. */
const chance = 0.25;

/** Measures by words of substance: the share of a question's that the text has too, and 0 where that is chance. */
export function speaksOf(tokens: ReadonlySet<string>, tokensOf: (text: string) => ReadonlySet<string>): Speaks {
  return (question) => {
    const asked = [...tokensOf(question)];
    const share = asked.filter((token) => tokens.has(token)).length / Math.max(1, asked.length);
    return share < chance ? 0 : share;
  };
}
