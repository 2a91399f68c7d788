import type { Answer, Bridge, CallName, EventName, Input, Payload } from '../../src-shared/ipc/contract';

/** The bridge with types: failures are values, so there is nothing to catch. */
export const createClient = (bridge: Bridge) => ({
  /** Asks the main process; the answer is the value or a failure with a code. */
  call: <K extends CallName>(name: K, input: Input<K>) => bridge.call(name, input) as Answer<K>,
  /** Hears an event until the returned function is called. */
  on: <K extends EventName>(name: K, hear: (payload: Payload<K>) => void) =>
    bridge.on((heard, payload) => {
      if (heard === name) hear(payload as Payload<K>);
    }),
});

export type Client = ReturnType<typeof createClient>;
