import { useCallback, useEffect, useEffectEvent, useId, useSyncExternalStore } from 'react';
import type { WorkKind, WorkOf, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import { useAnnounce } from '../ui/live-region';
import type { OutcomeOf, WorkState } from './work-desk';
import { useWorkDesk } from './work-desk-context';

/** One place where the co-writer can be asked for one kind of work. */
export type Asking<K extends WorkKind> = {
  readonly state: WorkState<K>;
  /** What the last work came to, in words; `null` while there is none. */
  readonly said: string | null;
  readonly start: (work: WorkOf<K>) => Promise<void>;
  readonly cancel: () => void;
  /** Takes what came of it off the screen. */
  readonly forget: () => void;
};

/**
 * Runs one work at a time for a component and says what came of it. It lives where the author stays while it works, not
 * where the button is: that may be on a tab. Leaving the component stops the work; one whose outcome is kept in the book
 * is given a `place` instead, goes on there, and is found again by every component that names the same place.
 */
export function useWork<K extends WorkKind>(
  say: (outcome: OutcomeOf<K>) => string,
  onDone?: (outcome: OutcomeOf<K>) => void,
  place?: `${K} ${string}`,
): Asking<K> {
  const desk = useWorkDesk();
  const announce = useAnnounce();
  const own = useId();
  const name = place ?? own;
  const stops = place === undefined;
  // Works of other kinds are at other places: what is here is of the kind that was started.
  const state = useSyncExternalStore(
    useCallback((draw: () => void) => desk.watch(name, draw), [desk, name]),
    () => desk.stateOf(name) as WorkState<K>,
  );
  const done = useEffectEvent((outcome: WorkOutcome) => {
    announce(say(outcome as OutcomeOf<K>));
    onDone?.(outcome as OutcomeOf<K>);
  });
  useEffect(() => desk.hearDone(name, (outcome) => done(outcome)), [desk, name]);
  const start = useCallback((work: WorkOf<K>) => desk.start(name, work), [desk, name]);
  const cancel = useCallback(() => desk.cancel(name), [desk, name]);
  const forget = useCallback(() => desk.forget(name), [desk, name]);
  useEffect(() => (stops ? cancel : undefined), [stops, cancel]);
  return { state, said: state.state === 'done' ? say(state.outcome) : null, start, cancel, forget };
}
