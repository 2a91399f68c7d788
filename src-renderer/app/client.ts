import type { Answer, Bridge, CallName, EventName, Hear, Input, Payload } from '../../src-shared/ipc/contract';

/** The bridge with types: failures are values, so there is nothing to catch. */
export function createClient(bridge: Bridge) {
  const hearers = new Set<Hear>();
  let stop: (() => void) | undefined;

  /** However many hear, an event crosses the bridge once. */
  function hear(hearer: Hear): () => void {
    hearers.add(hearer);
    stop ??= bridge.on((name, payload) => hearers.forEach((each) => each(name, payload)));
    return () => {
      hearers.delete(hearer);
      if (hearers.size > 0) return;
      stop?.();
      stop = undefined;
    };
  }

  return {
    /** Asks the main process; the answer is the value or a failure with a code. */
    call: <K extends CallName>(name: K, input: Input<K>) => bridge.call(name, input) as Answer<K>,
    /** Hears an event until the returned function is called. */
    on: <K extends EventName>(name: K, hearIt: (payload: Payload<K>) => void) =>
      hear((heard, payload) => {
        if (heard === name) hearIt(payload as Payload<K>);
      }),
  };
}

export type Client = ReturnType<typeof createClient>;
