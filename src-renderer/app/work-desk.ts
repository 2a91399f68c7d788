import type { Payload } from '../../src-shared/ipc/contract';
import type { WorkItem, WorkKind, WorkOf, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';
import type { Client } from './client';

export type OutcomeOf<K extends WorkKind> = Extract<WorkOutcome, { kind: K }>;

/** Where a work of the co-writer stands. Items are provisional until it is done. */
export type WorkState<K extends WorkKind = WorkKind> =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly items: readonly WorkItem[] }
  | { readonly state: 'done'; readonly outcome: OutcomeOf<K> }
  | { readonly state: 'failed'; readonly error: AppError };

type Ended = Payload<'coWriter.ended'>;
type Progressed = Payload<'coWriter.progressed'>;

/** One place where a work can be asked for, and what is known of it. */
type Place = {
  readonly name: string;
  state: WorkState;
  jobId: string | null;
  /** Stop was pressed before the id was known. */
  isUnwanted: boolean;
  readonly redraw: Set<() => void>;
  readonly hearDone: Set<(outcome: WorkOutcome) => void>;
};

const idle: WorkState = { state: 'idle' };

/** Holds the works that were asked for, each at a place with a name: who comes back to the place finds the work again. */
export type WorkDesk = ReturnType<typeof createWorkDesk>;

/** Makes a desk; `open` hears of works until what it gives is called. */
export function createWorkDesk(client: Client) {
  const places = new Map<string, Place>();
  /** A start is under way whose id is not known yet: its first events may come before it. */
  let starting = 0;
  let early: (() => void)[] = [];

  function placeOf(name: string): Place {
    const known = places.get(name);
    if (known) return known;
    const place: Place = { name, state: idle, jobId: null, isUnwanted: false, redraw: new Set(), hearDone: new Set() };
    places.set(name, place);
    return place;
  }
  function set(place: Place, state: WorkState): void {
    place.state = state;
    for (const draw of place.redraw) draw();
    clear(place);
  }
  /** Nobody is there and nothing is left to say. */
  function clear({ name, state, redraw, hearDone }: Place): void {
    if (state.state === 'idle' && redraw.size === 0 && hearDone.size === 0) places.delete(name);
  }
  function fail(place: Place, error: AppError): void {
    set(place, error.code === 'cancelled' ? idle : { state: 'failed', error });
  }
  function progress(place: Place, { items, restarted }: Progressed): void {
    if (place.state.state === 'working')
      set(place, { state: 'working', items: restarted ? [] : [...place.state.items, ...items] });
  }
  function end(place: Place, { result }: Ended): void {
    place.jobId = null;
    if (!result.ok) {
      fail(place, result.error as AppError);
      return;
    }
    const { outcome } = result;
    set(place, { state: 'done', outcome });
    for (const hear of place.hearDone) hear(outcome);
  }
  function hear<E extends { readonly jobId: string }>(event: E, act: (place: Place, event: E) => void): void {
    const place = [...places.values()].find(({ jobId }) => jobId === event.jobId);
    if (place) act(place, event);
    else if (starting > 0) early.push(() => hear(event, act));
  }
  function replayEarly(): void {
    const waiting = early;
    early = [];
    for (const replay of waiting) replay();
  }

  async function start(name: string, work: WorkOf<WorkKind>): Promise<void> {
    const place = placeOf(name);
    if (place.state.state === 'working') return;
    set(place, { state: 'working', items: [] });
    starting += 1;
    const answer = await client.call('coWriter.start', work);
    starting -= 1;
    if (answer.ok) {
      place.jobId = answer.value.jobId;
      if (place.isUnwanted) void client.call('coWriter.cancel', answer.value);
    } else fail(place, answer.error);
    place.isUnwanted = false;
    replayEarly();
  }
  function cancel(name: string): void {
    const place = placeOf(name);
    if (place.jobId !== null) void client.call('coWriter.cancel', { jobId: place.jobId });
    else if (place.state.state === 'working') place.isUnwanted = true;
  }

  return {
    start,
    cancel,
    stateOf: (name: string): WorkState => places.get(name)?.state ?? idle,
    forget: (name: string): void => set(placeOf(name), idle),
    /** Draws anew when the work at a place has changed. */
    watch(name: string, draw: () => void): () => void {
      const place = placeOf(name);
      place.redraw.add(draw);
      return () => {
        place.redraw.delete(draw);
        clear(place);
      };
    },
    /** Hears what the work at a place comes to. What was said is over when its last hearer leaves; a work goes on. */
    hearDone(name: string, hearIt: (outcome: WorkOutcome) => void): () => void {
      const place = placeOf(name);
      place.hearDone.add(hearIt);
      return () => {
        place.hearDone.delete(hearIt);
        if (place.hearDone.size === 0 && place.state.state !== 'working') place.state = idle;
        clear(place);
      };
    },
    open(): () => void {
      const stopProgress = client.on('coWriter.progressed', (event) => hear(event, progress));
      const stopEnd = client.on('coWriter.ended', (event) => hear(event, end));
      return () => {
        stopProgress();
        stopEnd();
      };
    },
  };
}
