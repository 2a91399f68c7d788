import { useCallback, useEffect, useReducer, useRef } from 'react';
import type { Payload } from '../../src-shared/ipc/contract';
import type { WorkItem, WorkKind, WorkOf, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { AppError } from '../../src-shared/result';
import { useAnnounce } from '../ui/live-region';
import { useClient, useEvent } from './client-context';

export type OutcomeOf<K extends WorkKind> = Extract<WorkOutcome, { kind: K }>;

/** Where a work of the co-writer stands. Items are provisional until it is done. */
export type WorkState<K extends WorkKind> =
  | { readonly state: 'idle' }
  | { readonly state: 'working'; readonly items: readonly WorkItem[] }
  | { readonly state: 'done'; readonly outcome: OutcomeOf<K> }
  | { readonly state: 'failed'; readonly error: AppError };

type Step<K extends WorkKind> =
  | { readonly do: 'begin' | 'forget' }
  | { readonly do: 'progress'; readonly items: readonly WorkItem[]; readonly restarted: boolean }
  | { readonly do: 'end'; readonly outcome: OutcomeOf<K> }
  | { readonly do: 'fail'; readonly error: AppError };

function next<K extends WorkKind>(state: WorkState<K>, step: Step<K>): WorkState<K> {
  switch (step.do) {
    case 'begin':
      return { state: 'working', items: [] };
    case 'forget':
      return { state: 'idle' };
    case 'progress':
      if (state.state !== 'working') return state;
      return { state: 'working', items: step.restarted ? [] : [...state.items, ...step.items] };
    case 'end':
      return { state: 'done', outcome: step.outcome };
    case 'fail':
      return step.error.code === 'cancelled' ? { state: 'idle' } : { state: 'failed', error: step.error };
  }
}

type Ended = Payload<'coWriter.ended'>;
type Progressed = Payload<'coWriter.progressed'>;

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
 * Runs one work at a time for a component and says what came of it; leaving the component stops it. It lives where the
 * author stays while it works, not where the button is: that may be on a tab.
 */
export function useWork<K extends WorkKind>(
  say: (outcome: OutcomeOf<K>) => string,
  onDone?: (outcome: OutcomeOf<K>) => void,
): Asking<K> {
  const client = useClient();
  const announce = useAnnounce();
  const [state, step] = useReducer(next<K>, { state: 'idle' });
  const jobId = useRef<string | null>(null);
  /** Whether a start is under way whose id is not known yet: its first events may come before it. */
  const isStarting = useRef(false);
  /** Stop was pressed before the id was known. */
  const isUnwanted = useRef(false);
  const early = useRef<(() => void)[]>([]);

  const progress = ({ items, restarted }: Progressed): void => step({ do: 'progress', items, restarted });
  const end = ({ result }: Ended): void => {
    jobId.current = null;
    if (!result.ok) {
      step({ do: 'fail', error: result.error as AppError });
      return;
    }
    // Works of other kinds have other ids: this one is of the kind that was started.
    const outcome = result.outcome as OutcomeOf<K>;
    step({ do: 'end', outcome });
    announce(say(outcome));
    onDone?.(outcome);
  };
  const hear = <E extends { readonly jobId: string }>(event: E, act: (event: E) => void): void => {
    if (event.jobId === jobId.current) act(event);
    else if (isStarting.current) early.current.push(() => hear(event, act));
  };
  useEvent('coWriter.progressed', (event) => hear(event, progress));
  useEvent('coWriter.ended', (event) => hear(event, end));

  const start = useCallback(
    async (work: WorkOf<K>) => {
      if (jobId.current !== null || isStarting.current) return;
      isStarting.current = true;
      step({ do: 'begin' });
      const answer = await client.call('coWriter.start', work);
      isStarting.current = false;
      const isStopped = isUnwanted.current;
      isUnwanted.current = false;
      if (!answer.ok) {
        step({ do: 'fail', error: answer.error });
        return;
      }
      jobId.current = answer.value.jobId;
      if (isStopped) void client.call('coWriter.cancel', answer.value);
      for (const replay of early.current.splice(0)) replay();
    },
    [client],
  );
  const cancel = useCallback(() => {
    if (jobId.current !== null) void client.call('coWriter.cancel', { jobId: jobId.current });
    else if (isStarting.current) isUnwanted.current = true;
  }, [client]);
  useEffect(() => cancel, [cancel]);
  const forget = useCallback(() => step({ do: 'forget' }), []);
  return { state, said: state.state === 'done' ? say(state.outcome) : null, start, cancel, forget };
}
