/** How long the page may take to send what is unsaved before the window closes without it. */
const patienceMs = 5_000;

/** The way out: the page is told, answers when all is sent, then everything is flushed, once. */
export type Closing = {
  /** Someone wants the window closed. Returns true when it may close now. */
  readonly request: () => boolean;
  /** The page has sent everything. */
  readonly pageIsDone: () => void;
};

/** Runs the closing protocol. `leave` flushes and ends the application; it runs exactly once. */
export function createClosing({
  tellPage,
  leave,
  onImpatient,
  wait = setTimeout,
}: {
  readonly tellPage: () => void;
  readonly leave: () => Promise<void>;
  /** The page did not answer in time. */
  readonly onImpatient: () => void;
  readonly wait?: (then: () => void, ms: number) => unknown;
}): Closing {
  let state: 'open' | 'asked' | 'leaving' | 'left' = 'open';

  function go(): void {
    if (state === 'leaving' || state === 'left') return;
    state = 'leaving';
    void leave().finally(() => (state = 'left'));
  }

  return {
    request() {
      if (state === 'open') {
        state = 'asked';
        tellPage();
        wait(() => {
          if (state === 'asked') onImpatient();
          go();
        }, patienceMs);
      }
      return state === 'left';
    },
    pageIsDone: go,
  };
}
