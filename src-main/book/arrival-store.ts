import * as Y from 'yjs';
import type { Arrival } from '../../src-shared/ipc/text-calls';
import { findArrivals, type ArrivalRun } from './arrivals';
import type { Book } from './book';
import type { Operation } from './entry';
import type { BookState } from './state';
import type { TextStore } from './text-store';

/** Names a run of an arrival so that every device names it alike. */
const idOf = (textId: string, run: ArrivalRun): string => `${textId}_${run.client}_${run.clock}_${run.text.length}`;

/** The run that an arrival id names. */
function runOf(id: string): { textId: string; client: number; from: number; to: number } {
  const [length = '', clock = '', client = '', ...rest] = id.split('_').reverse();
  return { textId: rest.reverse().join('_'), client: Number(client), from: Number(clock), to: Number(clock) + Number(length) };
}

/** Whether a character is in one of some runs. */
function within(ids: readonly string[]): (client: number, clock: number) => boolean {
  const runs = ids.map(runOf);
  return (client, clock) => runs.some((run) => run.client === client && clock >= run.from && clock < run.to);
}

/**
 * The arrivals of a book: which typed words stand on no page, by text. Derived from the log, and only as often as
 * something happened that can change them; reading asks for what is in doubt to be worked out first.
 */
export type ArrivalStore = ReturnType<typeof createArrivalStore>;

/** Starts from what the state file remembered. */
export function createArrivalStore(deps: {
  readonly state: BookState;
  readonly texts: TextStore;
  readonly book: Pick<Book, 'lineage' | 'alone'>;
  readonly readHistories: (textIds: ReadonlySet<string>) => Promise<ReadonlyMap<string, readonly Uint8Array[]>>;
  readonly stored: Readonly<Record<string, readonly ArrivalRun[]>>;
}) {
  const { state, book } = deps;
  const byText = new Map<string, readonly ArrivalRun[]>(Object.entries(deps.stored));
  const unsure = new Set<string>();

  /** What is already placed elsewhere, as a test on one character of a text. */
  function placed(textId: string): (client: number, clock: number) => boolean {
    const isSettled = within([...state.all('settled').keys()].filter((id) => id.startsWith(textId)));
    const lineage = book.lineage();
    const sealer = lineage.sealedBy.get(textId);
    const move = sealer === undefined ? undefined : state.one('moves', sealer);
    // What the move that made this text put into it stands elsewhere, unless that move counts and the text shows it.
    const seedClient = state.one('texts', textId)?.seedClient;
    if (move) {
      const moved = Y.decodeStateVector(Buffer.from(move.sealed[textId] ?? 'AA==', 'base64'));
      const hasWaited = within(move.waiting[textId] ?? []);
      return (client, clock) => isSettled(client, clock) || (clock < (moved.get(client) ?? 0) && !hasWaited(client, clock));
    }
    const isStillborn = lineage.isStillborn(textId);
    return (client, clock) => (isStillborn && client === seedClient) || isSettled(client, clock);
  }

  async function work(textId: string, updates: readonly Uint8Array[]): Promise<void> {
    const isPlaced = placed(textId);
    const isLive = book.lineage().liveTextOf.get(state.one('texts', textId)?.chapterId ?? '') === textId;
    const runs = isLive
      ? await deps.texts.use(textId, (live) => findArrivals({ updates, live, isPlaced }))
      : findArrivals({ updates, live: undefined, isPlaced });
    if (runs.length > 0) byText.set(textId, runs);
    else byText.delete(textId);
  }

  /** Works out what is in doubt. No transaction may come in between. */
  async function settleDoubts(): Promise<void> {
    if (unsure.size === 0) return;
    const textIds = new Set([...unsure].filter((textId) => state.one('texts', textId)));
    const histories = await deps.readHistories(textIds);
    for (const textId of textIds) await work(textId, histories.get(textId) ?? []);
    unsure.clear();
  }

  return {
    /** Takes note of operations after which the arrivals of some texts may be others. */
    doubt(ops: readonly Operation[]): void {
      const hasMoves = ops.some((op) => op.op === 'set' && op.in === 'moves');
      // A move decides what is live: with one among them, every text that was ever moved may have gained or lost.
      const moved = hasMoves ? [...state.all('moves').values()].flatMap((move) => [...move.from, ...move.to]) : [];
      for (const textId of moved) unsure.add(textId);
      for (const op of ops) {
        if (op.op === 'text') unsure.add(op.id);
        if (op.op === 'set' && op.in === 'settled') unsure.add(runOf(op.id).textId);
      }
    },
    /** What waits for a place in a chapter, in a fixed order. Never from inside a transaction. */
    async of(chapterId: string): Promise<Arrival[]> {
      if (unsure.size > 0) await book.alone(settleDoubts);
      const lineage = book.lineage();
      return [...byText.keys()]
        .sort()
        .filter((textId) => lineage.homeOf(textId) === chapterId)
        .flatMap((textId) => (byText.get(textId) ?? []).map((run) => ({ id: idOf(textId, run), text: run.text, device: String(run.client) })));
    },
    /** Arrival ids of one text, from inside a transaction. */
    async idsOf(textId: string): Promise<string[]> {
      await settleDoubts();
      return (byText.get(textId) ?? []).map((run) => idOf(textId, run));
    },
    /** All arrivals, from between transactions. */
    async store(): Promise<Record<string, readonly ArrivalRun[]>> {
      await settleDoubts();
      return Object.fromEntries([...byText].sort(([a], [b]) => (a < b ? -1 : 1)));
    },
  };
}
