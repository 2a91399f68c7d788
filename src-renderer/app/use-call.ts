import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { BookPart } from '../../src-shared/ipc/book-calls';
import type { CallName, EventName, Input, Output, Payload } from '../../src-shared/ipc/contract';
import type { AppError } from '../../src-shared/result';
import { useClient } from './client-context';

/** Which events make the answer stale: `true` for each one, or a test of the event. */
export type RefreshOn = { readonly [K in EventName]?: true | ((payload: Payload<K>) => boolean) };

/** What is known of a call. While it refreshes, the last value stays. */
export type CallState<V> = { readonly refresh: () => void } & (
  | { readonly state: 'loading'; readonly value: null; readonly error: null }
  | { readonly state: 'ready'; readonly value: V; readonly error: null }
  | { readonly state: 'failed'; readonly value: null; readonly error: AppError }
);

type Known<V> = { readonly key: string; readonly answer: { ok: true; value: V } | { ok: false; error: AppError } };

/**
 * Reads with a call and reads again when one of the events says so.
 * Answers that were overtaken by a newer question are dropped.
 */
export function useCall<K extends CallName>(name: K, input: Input<K>, refreshOn: RefreshOn = {}): CallState<Output<K>> {
  const client = useClient();
  const key = `${name} ${JSON.stringify(input)}`;
  const [known, setKnown] = useState<Known<Output<K>> | null>(null);
  const turn = useRef(0);

  const read = useEffectEvent(async () => {
    turn.current += 1;
    const mine = turn.current;
    const answer = await client.call(name, input);
    if (mine === turn.current) setKnown({ key, answer });
  });
  const isStale = useEffectEvent((event: EventName, payload: unknown) => {
    const rule = refreshOn[event] as true | ((payload: unknown) => boolean) | undefined;
    return rule === true || (rule !== undefined && rule(payload));
  });

  const [asked, setAsked] = useState(0);
  const refresh = useCallback(() => setAsked((count) => count + 1), []);
  useEffect(() => {
    void read();
  }, [client, key, asked]);

  const heard = Object.keys(refreshOn).sort().join(' ');
  useEffect(() => {
    const names = heard === '' ? [] : (heard.split(' ') as EventName[]);
    const stops = names.map((event) =>
      client.on(event, (payload) => {
        if (isStale(event, payload)) void read();
      }),
    );
    return () => stops.forEach((stop) => stop());
  }, [client, heard]);

  if (known?.key !== key) return { state: 'loading', value: null, error: null, refresh };
  if (known.answer.ok) return { state: 'ready', value: known.answer.value, error: null, refresh };
  return { state: 'failed', value: null, error: known.answer.error, refresh };
}

/** The rule “when this part of this book changes”, for `useCall`'s third argument. */
export function whenBookChanges(bookId: string, ...parts: readonly BookPart[]): RefreshOn {
  return { 'book.changed': (event) => event.bookId === bookId && event.parts.some((part) => parts.includes(part)) };
}
