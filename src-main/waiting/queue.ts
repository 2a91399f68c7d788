import { hopeAfter, mayHaveCost } from '../../src-shared/domain/waiting';
import type { KeptAsk } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';

/** One work that waits, as it is kept. */
export type Waiting = {
  readonly id: string;
  readonly ask: KeptAsk;
  /** Where the result will stand; `null` for the whole book. */
  readonly chapterId: string | null;
  /** What it is about when its book is not open. */
  readonly about: string;
  readonly askedAt: string;
  /** Attempts that may have cost money. */
  readonly tries: number;
  /** Why it is not tried any more; `null` while it is. */
  readonly stopped: AppError | null;
};

type Item = Waiting & {
  /** Attempts since the start: who had fewer goes first, so that one that always fails holds up nobody. */
  readonly turns: number;
};

/** What keeps every work from being done: they all go to the same server, by the same settings. */
type Trouble = { readonly error: AppError; readonly hope: 'server' | 'settings' };

/** Everything that waits, in the order in which it is done. */
export type Queue = {
  readonly items: readonly Item[];
  readonly trouble: Trouble | null;
  /** How often in a row the server could not be reached. */
  readonly failures: number;
  readonly notBeforeMs: number;
};

/** How long is waited between attempts. */
export type Waits = {
  /** After the library was opened: the start of the application comes first. */
  readonly startMs: number;
  /** After the first failure; it doubles with each further one, up to `mostMs`. */
  readonly firstMs: number;
  readonly mostMs: number;
};

/** The usual waits: nobody is looking, and a server that is back is noticed within a quarter of an hour. */
export const usualWaits: Waits = { startMs: 3_000, firstMs: 15_000, mostMs: 15 * 60_000 };

/** A work that failed so often in ways that may have been paid for is left to the author. */
const mostTries = 5;
/** Waits are longer by up to this part of them, so that many programs do not come back to a server at once. */
const spread = 0.2;

/** A queue as it is when the application starts. */
export const queueOf = (works: readonly Waiting[]): Queue => ({
  items: works.map((work) => ({ ...work, turns: 0 })),
  trouble: null,
  failures: 0,
  notBeforeMs: 0,
});

/** What is to be kept of a queue. */
export const keptOf = ({ items }: Queue): Waiting[] =>
  items.map(({ id, ask, chapterId, about, askedAt, tries, stopped }) => ({ id, ask, chapterId, about, askedAt, tries, stopped }));

/** What to do next: one work, or nothing before a time, or nothing until something happens. */
export function nextOf(queue: Queue, nowMs: number): { readonly run: Waiting } | { readonly atMs: number } | undefined {
  const able = queue.items.filter(({ stopped }) => stopped === null);
  const least = Math.min(...able.map(({ turns }) => turns));
  const run = able.find(({ turns }) => turns === least);
  if (!run || queue.trouble?.hope === 'settings') return undefined;
  return nowMs < queue.notBeforeMs ? { atMs: queue.notBeforeMs } : { run };
}

const change = (queue: Queue, id: string, fields: Partial<Item>): Queue => ({
  ...queue,
  items: queue.items.map((item) => (item.id === id ? { ...item, ...fields } : item)),
});

/** The queue with one more work at its end, which is not begun before a time unless the server is known to be well. */
export const withWork = (queue: Queue, work: Waiting, notBeforeMs: number): Queue => ({
  ...queue,
  items: [...queue.items, { ...work, turns: 0 }],
  notBeforeMs: Math.max(queue.notBeforeMs, notBeforeMs),
});

/** The queue without a work. */
export const without = (queue: Queue, id: string): Queue => ({ ...queue, items: queue.items.filter((item) => item.id !== id) });

/** The queue once nothing stands in the way that is known: it is tried again at once, and in its order. */
export const untroubled = (queue: Queue): Queue => ({
  items: queue.items.map((item) => ({ ...item, turns: 0 })),
  trouble: null,
  failures: 0,
  notBeforeMs: 0,
});

/** The queue with a work at its head. */
export function withFirst(queue: Queue, id: string): Queue {
  const first = queue.items.filter((item) => item.id === id).map((item) => ({ ...item, turns: 0 }));
  return { ...queue, items: [...first, ...without(queue, id).items] };
}

/** The queue in which a work is tried now, whatever has become of it before. */
export const retried = (queue: Queue, id: string): Queue =>
  change(untroubled(queue), id, { stopped: null, tries: 0, turns: -1 });

function waitAfter(error: AppError, failures: number, { firstMs, mostMs }: Waits, random: () => number): number {
  const grown = Math.min(mostMs, firstMs * 2 ** failures) * (1 + spread * random());
  return error.code === 'ai-busy' ? Math.max(grown, error.retryAfterSeconds * 1_000) : grown;
}

/** The queue after a work has failed. */
export function afterFailure(
  queue: Queue,
  id: string,
  failed: { readonly error: AppError; readonly nowMs: number; readonly waits: Waits; readonly random: () => number },
): Queue {
  const { error, nowMs, waits, random } = failed;
  const item = queue.items.find((one) => one.id === id);
  const hope = hopeAfter(error);
  if (!item || hope === 'gone') return without(queue, id);
  if (hope === 'author') return change(queue, id, { stopped: error });
  if (hope === 'settings') return { ...queue, trouble: { error, hope } };
  const tries = item.tries + (mayHaveCost(error) ? 1 : 0);
  return {
    ...change(queue, id, { tries, turns: item.turns + 1, stopped: tries >= mostTries ? error : null }),
    trouble: { error, hope },
    failures: queue.failures + 1,
    notBeforeMs: nowMs + waitAfter(error, queue.failures, waits, random),
  };
}
