import { orCancelled } from './abort';

/** One request under way, and everybody who waits for it. */
type Flight<T> = {
  readonly controller: AbortController;
  readonly done: Promise<T>;
  readonly hearers: Set<(text: string) => void>;
  textSoFar: string;
};

/** Lets identical requests share one answer while it is under way. */
export type Flights<T> = {
  /**
   * Gives the answer to `key`, begun by the first who asks. Each hears the text from its beginning. The request itself is
   * stopped when everybody who waited for it has gone.
   */
  readonly join: (
    key: string,
    signal: AbortSignal,
    onText: (text: string) => void,
    begin: (signal: AbortSignal, onText: (text: string) => void) => Promise<T>,
  ) => Promise<T>;
};

/** Starts without any flight. */
export function createFlights<T>(): Flights<T> {
  const flights = new Map<string, Flight<T>>();

  function start(key: string, begin: Parameters<Flights<T>['join']>[3]): Flight<T> {
    const controller = new AbortController();
    const hearers = new Set<(text: string) => void>();
    const flight: Flight<T> = {
      controller,
      hearers,
      textSoFar: '',
      done: Promise.resolve().then(() => begin(controller.signal, tell)),
    };
    function tell(text: string): void {
      flight.textSoFar += text;
      for (const hear of hearers) hear(text);
    }
    const forget = (): void => {
      if (flights.get(key) === flight) flights.delete(key);
    };
    flight.done.then(forget, forget);
    flights.set(key, flight);
    return flight;
  }

  return {
    async join(key, signal, onText, begin) {
      const flight = flights.get(key) ?? start(key, begin);
      if (flight.textSoFar !== '') onText(flight.textSoFar);
      const hear = (text: string): void => onText(text);
      flight.hearers.add(hear);
      try {
        return await orCancelled(flight.done, signal);
      } finally {
        flight.hearers.delete(hear);
        if (flight.hearers.size === 0) {
          flight.controller.abort();
          // Whoever comes now asks anew: this one is being stopped.
          if (flights.get(key) === flight) flights.delete(key);
        }
      }
    },
  };
}
