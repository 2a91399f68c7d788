import type { Brief, Clarification } from '../../../src-shared/domain/brief';

/** Why a title cannot be saved, or `undefined`. */
export function titleProblem(title: string): string | undefined {
  if (title.trim() === '') return 'A book needs a title, if only a working one. The last one is kept until then.';
  return title.trim().length > 200 ? 'A title can have 200 characters.' : undefined;
}

/** What of the touched fields can be saved: a title only when it is one. */
export function savablePatch({ title, ...rest }: Partial<Brief>): Partial<Brief> {
  return title === undefined || titleProblem(title) !== undefined ? rest : { ...rest, title };
}

/** The most questions that are ever asked about the book as a whole. */
const mostClarifications = 6;

/** Where the author is in the questions about the book. */
export type ClarificationProgress = {
  readonly current: Clarification | null;
  readonly done: number;
  readonly total: number;
  readonly canAskMore: boolean;
};

/** The question on the desk: the chosen one, else the first that is open. */
export function clarificationProgress(all: readonly Clarification[], chosenId: string | null): ClarificationProgress {
  const chosen = all.find((one) => one.id === chosenId);
  const open = all.find((one) => one.state === 'open');
  return {
    current: chosen ?? open ?? null,
    done: all.filter((one) => one.state !== 'open').length,
    total: all.length,
    canAskMore: open === undefined && all.length < mostClarifications,
  };
}
