import * as Y from 'yjs';
import type { Arrival } from '../../src-shared/ipc/text-calls';
import { findArrivals, type ArrivalRun } from './arrivals';
import type { Lineage } from './lineage';
import type { BookState } from './state';
import type { TextStore } from './text-store';

/** Names a run of an arrival so that every device names it alike. */
const idOf = (textId: string, run: ArrivalRun): string => `${textId}_${run.client}_${run.clock}_${run.text.length}`;

/** The run that an arrival id names. */
function runOf(id: string): { textId: string; client: number; from: number; to: number } {
  const [textId = '', client, clock, length] = id.split('_');
  return { textId, client: Number(client), from: Number(clock), to: Number(clock) + Number(length) };
}

/** The arrivals of a book: which typed words stand on no page, by text. Derived; worked out again after each merge. */
export type ArrivalStore = ReturnType<typeof createArrivalStore>;

/** Starts from what the state file remembered. */
export function createArrivalStore(deps: {
  readonly state: BookState;
  readonly texts: TextStore;
  readonly lineage: () => Lineage;
  readonly readHistory: (textId: string) => Promise<readonly Uint8Array[]>;
  readonly stored: Readonly<Record<string, readonly ArrivalRun[]>>;
}) {
  const { state } = deps;
  const byText = new Map<string, readonly ArrivalRun[]>(Object.entries(deps.stored));

  /** What is already placed elsewhere, as a test on one character of a text. */
  function placed(textId: string): (client: number, clock: number) => boolean {
    const settled = [...state.all('settled').keys()].map(runOf).filter((run) => run.textId === textId);
    const isSettled = (client: number, clock: number) =>
      settled.some((run) => run.client === client && clock >= run.from && clock < run.to);
    const lineage = deps.lineage();
    const sealer = lineage.sealedBy.get(textId);
    const move = sealer === undefined ? undefined : state.one('moves', sealer);
    if (move) {
      const moved = Y.decodeStateVector(Buffer.from(move.sealed[textId] ?? 'AA==', 'base64'));
      const waiting = (move.waiting[textId] ?? []).map(runOf);
      const hasWaited = (client: number, clock: number) =>
        waiting.some((run) => run.client === client && clock >= run.from && clock < run.to);
      return (client, clock) => isSettled(client, clock) || (clock < (moved.get(client) ?? 0) && !hasWaited(client, clock));
    }
    const seedClient = lineage.isStillborn(textId) ? state.one('texts', textId)?.seedClient : undefined;
    return (client, clock) => client === seedClient || isSettled(client, clock);
  }

  async function work(textId: string): Promise<void> {
    const updates = await deps.readHistory(textId);
    const lineage = deps.lineage();
    const chapterId = state.one('texts', textId)?.chapterId ?? '';
    const isPlaced = placed(textId);
    const isLive = lineage.liveTextOf.get(chapterId) === textId;
    const runs = isLive
      ? await deps.texts.use(textId, (live) => findArrivals({ updates, live, isPlaced }))
      : findArrivals({ updates, live: undefined, isPlaced });
    if (runs.length > 0) byText.set(textId, runs);
    else byText.delete(textId);
  }

  return {
    /** Works out the arrivals of these texts again. */
    async update(textIds: Iterable<string>): Promise<void> {
      for (const textId of textIds) if (state.one('texts', textId)) await work(textId);
    },
    /** What waits for a place in a chapter, in a fixed order. */
    of(chapterId: string): Arrival[] {
      const lineage = deps.lineage();
      return [...byText.keys()]
        .sort()
        .filter((textId) => lineage.homeOf(textId) === chapterId)
        .flatMap((textId) => (byText.get(textId) ?? []).map((run) => ({ id: idOf(textId, run), text: run.text, device: String(run.client) })));
    },
    /** Arrival ids of one text. */
    idsOf: (textId: string): string[] => (byText.get(textId) ?? []).map((run) => idOf(textId, run)),
    store: (): Record<string, readonly ArrivalRun[]> => Object.fromEntries([...byText].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}
