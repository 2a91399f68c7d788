import { isDeepStrictEqual } from 'node:util';
import type { Publish } from '../../src-shared/ipc/contract';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import type { Log } from '../diagnostics/log';

/** The page hears of the pieces of an answer no more often than this. */
const tellEveryMs = 300;

/** Tells the page what waits, when that has changed; the last word is always told. */
export function createTeller({ publish, log, later, list }: {
  readonly publish: Publish;
  readonly log: Log;
  readonly later: (run: () => void, afterMs: number) => () => void;
  readonly list: () => Promise<WaitingWork[]>;
}) {
  let told: WaitingWork[] = [];
  let isStale = false;
  let telling: Promise<void> = Promise.resolve();
  let isSoon = false;

  async function tellNow(): Promise<void> {
    if (!isStale) return;
    isStale = false;
    const works = await list();
    if (isDeepStrictEqual(works, told)) return;
    told = works;
    publish('waiting.changed', works);
  }

  function tell(): void {
    isStale = true;
    telling = telling.then(tellNow).catch((cause: unknown) => log.warn('waiting.untold', { cause }));
  }

  return {
    /** Tells it now. */
    tell,
    /** The same within a moment, however often it is asked for. */
    tellSoon: (): void => {
      if (isSoon) return;
      isSoon = true;
      later(() => {
        isSoon = false;
        tell();
      }, tellEveryMs);
    },
  };
}
