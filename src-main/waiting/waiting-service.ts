import { isDeepStrictEqual } from 'node:util';
import type { CoWriterSettings } from '../../src-shared/domain/co-writer';
import type { Handlers, Publish } from '../../src-shared/ipc/contract';
import type { WaitingWork } from '../../src-shared/ipc/waiting-calls';
import { ok, type AppError } from '../../src-shared/result';
import type { CoWriterService } from '../co-writer/co-writer-service';
import type { Log } from '../diagnostics/log';
import type { ReportProblem } from '../diagnostics/problems';
import { AppFailure, fail } from '../failure';
import type { Files } from '../files/files';
import type { Library } from '../library/library';
import { askNow, keptAskOf, subjectOf } from './kept-ask';
import {
  afterFailure, keptOf, nextOf, queueOf, retried, untroubled, withFirst, without, withWork,
  type Queue, type Waiting, type Waits,
} from './queue';
import { countOf, showQueue, type Progress } from './show-waiting';
import { isStored, storingOnce } from './store-once';
import { createTeller } from './tell-waiting';
import { openWaitingFile } from './waiting-file';

/** Works that were done are remembered, so many of them, until the application ends. */
const mostDone = 50;

/** Works that wait for a server, done one after the other when they can be. */
export type WaitingService = Pick<Handlers, Extract<keyof Handlers, `waiting.${string}`>> & {
  /** Reads what waits in the open library, and with `mayRun` begins to do it. */
  readonly open: (how: { readonly mayRun: boolean }) => Promise<void>;
  /** Stops what runs, which then waits again, and lets the library go. */
  readonly halt: () => Promise<void>;
  /** To be told when a server has answered somebody, when settings were changed, and when books were. */
  readonly serverAnswered: () => void;
  readonly settingsChanged: () => void;
  readonly booksChanged: () => void;
};

type Running = {
  readonly id: string;
  readonly controller: AbortController;
  readonly done: Promise<void>;
  progress: Progress;
};

/**
 * Does the works that wait, one at a time, each through the same gate as if the author had asked now: by the budget, the
 * consent and the privacy of that moment. A work is in the library’s file until what it gave is in its book.
 */
export function createWaitingService(deps: {
  readonly files: Files;
  readonly library: Pick<Library, 'folder' | 'isOpen' | 'summaries' | 'peek' | 'use'>;
  readonly perform: CoWriterService['perform'];
  /** Refuses while the co-writer is off. */
  readonly admit: () => void;
  readonly settings: () => CoWriterSettings;
  readonly publish: Publish;
  readonly report: ReportProblem;
  readonly log: Log;
  readonly newId: () => string;
  readonly now: () => number;
  readonly random: () => number;
  readonly waits: Waits;
  /** Runs something later, without keeping the process alive for it; answers the way to call it off. */
  readonly later: (run: () => void, afterMs: number) => () => void;
}): WaitingService {
  const { library, now, later } = deps;
  let place: { queue: Queue; readonly keep: (works: readonly Waiting[]) => Promise<void> } | undefined;
  let closedBecause: AppError = { code: 'read-only' };
  let mayRun = false;
  let running: Running | undefined;
  /** Works that are being forgotten: they are not begun again while the disk takes its time. */
  const unwanted = new Set<string>();
  let done: readonly WaitingWork[] = [];
  let callOff: (() => void) | undefined;
  let changing: Promise<unknown> = Promise.resolve();
  let knownSettings: CoWriterSettings | undefined;

  const here = () => place ?? fail(closedBecause);
  const teller = createTeller({ publish: deps.publish, log: deps.log, later, list });

  async function list(): Promise<WaitingWork[]> {
    const shown = place && library.isOpen() ? await showQueue(place.queue, running, library) : [];
    return [...shown, ...done];
  }

  /** Changes what waits, in turn; when the disk refuses nothing has changed. */
  function change(step: (queue: Queue) => Queue): Promise<void> {
    const turn = changing.then(async () => {
      const at = here();
      const next = step(at.queue);
      if (!isDeepStrictEqual(keptOf(next), keptOf(at.queue))) await at.keep(keptOf(next));
      at.queue = next;
    });
    changing = turn.catch(() => undefined); // told to whoever asked for it
    return turn.then(teller.tell);
  }

  /** The same for what has happened, whether the disk takes it or not: the next start finds out for itself. */
  async function note(step: (queue: Queue) => Queue): Promise<void> {
    await change(step).catch((cause: unknown) => {
      if (!(cause instanceof AppFailure)) throw cause;
      deps.log.warn('waiting.unsaved', { code: cause.error.code });
      if (place) place.queue = step(place.queue);
    });
  }

  /** Begins what can be done now, or comes back when it can. */
  function look(): void {
    callOff?.();
    callOff = undefined;
    if (!place || !mayRun || running) return;
    const next = nextOf(place.queue, now());
    if (!next) return;
    if ('atMs' in next) callOff = later(look, next.atMs - now());
    else if (!unwanted.has(next.run.id)) begin(next.run);
  }

  function begin(work: Waiting): void {
    const controller = new AbortController();
    const progress: Progress = { part: 1, parts: 1, pieces: 0 };
    const ended = attempt(work, controller.signal).then(
      (gave) => finish(work, gave),
      (cause: unknown) => (controller.signal.aborted ? undefined : note((queue) => failed(queue, work, cause))),
    );
    const run: Running = { id: work.id, controller, progress, done: ended.finally(() => {
      running = undefined;
      teller.tell();
      look();
    }) };
    running = run;
    teller.tell();
  }

  /** Does one work on its book as it is now; how many things it gave, `null` when that was done before. */
  async function attempt({ id, ask }: Waiting, signal: AbortSignal): Promise<number | null> {
    deps.admit();
    const report = (progress: Partial<Progress>): void => {
      if (running?.id === id) running.progress = { ...running.progress, ...progress };
      teller.tellSoon();
    };
    return library.use(ask.bookId, async ({ book }) => {
      if (isStored(book, id)) return null;
      if (!subjectOf(book, ask)) fail({ code: 'not-found', what: 'chapter', id });
      let pieces = 0;
      const outcome = await deps.perform(await askNow(book, ask), {
        signal,
        book: storingOnce(book, id, now),
        tell: () => report({ pieces: (pieces += 1) }),
        restart: () => report({ pieces: (pieces = 0) }),
        onPart: (part, parts) => report({ part, parts }),
      });
      return countOf(outcome);
    });
  }

  async function finish({ id }: Waiting, gave: number | null): Promise<void> {
    const work = (await list()).find((one) => one.id === id);
    if (work) done = [{ ...work, state: 'done' as const, progress: null, gave }, ...done].slice(0, mostDone);
    await note((queue) => untroubled(without(queue, id)));
  }

  function failed(queue: Queue, { id }: Waiting, cause: unknown): Queue {
    if (!(cause instanceof AppFailure)) deps.log.error('waiting.failed', { op: 'waiting', cause });
    const error: AppError = cause instanceof AppFailure ? cause.error : { code: 'internal', message: 'A waiting work failed.' };
    return afterFailure(queue, id, { error, nowMs: now(), waits: deps.waits, random: deps.random });
  }

  function tryNow(): void {
    if (place) place.queue = untroubled(place.queue);
    teller.tell();
    look();
  }

  function check(id: string): void {
    if (!here().queue.items.some((item) => item.id === id)) fail({ code: 'not-found', what: 'task', id });
  }

  return {
    async open(how) {
      if (!library.isOpen() || library.folder().readOnly) return;
      const onDamaged = (): void =>
        deps.report('warning', 'The list of what waited for the co-writer could not be read, so it is empty now. Your books are safe.');
      try {
        const { works, keep } = await openWaitingFile({ files: deps.files, folder: library.folder(), now, onDamaged });
        place = { queue: queueOf(works), keep };
      } catch (cause) {
        if (!(cause instanceof AppFailure)) throw cause;
        closedBecause = cause.error;
        deps.log.warn('waiting.closed', { code: cause.error.code });
        return;
      }
      ({ mayRun } = how);
      knownSettings = deps.settings();
      callOff = later(look, deps.waits.startMs);
      teller.tell();
    },

    async halt() {
      mayRun = false;
      callOff?.();
      running?.controller.abort();
      await running?.done;
      await changing;
      place = undefined;
    },

    serverAnswered() {
      if (place && place.queue.trouble?.hope !== 'settings' && place.queue.notBeforeMs > now()) tryNow();
    },

    settingsChanged() {
      const settings = deps.settings();
      if (isDeepStrictEqual(settings, knownSettings)) return;
      knownSettings = settings;
      // What is on its way when the author turns the co-writer off is called back.
      if (!settings.isOn) running?.controller.abort();
      tryNow();
    },

    booksChanged: () => {
      if (place && place.queue.items.length > 0) teller.tell();
    },

    'waiting.list': async () => ok(await list()),

    async 'waiting.add'(ask) {
      const kept = keptAskOf(ask);
      const same = here().queue.items.find((item) => isDeepStrictEqual(item.ask, kept));
      if (same?.stopped) await change((queue) => retried(queue, same.id));
      if (same) {
        look();
        return ok({ id: same.id });
      }
      const subject = await library.use(ask.bookId, async ({ book }) => subjectOf(book, ask));
      if (!subject) fail({ code: 'not-found', what: 'chapter', id: ask.bookId });
      const id = deps.newId();
      const work: Waiting = { id, ask: kept, ...subject, askedAt: new Date(now()).toISOString(), tries: 0, stopped: null };
      // The author has just seen that it does not work now.
      await change((queue) => withWork(queue, work, now() + deps.waits.firstMs));
      look();
      return ok({ id });
    },

    async 'waiting.runFirst'({ id }) {
      check(id);
      await change((queue) => withFirst(queue, id));
      look();
      return ok(null);
    },

    async 'waiting.retry'({ id }) {
      check(id);
      await change((queue) => retried(queue, id));
      look();
      return ok(null);
    },

    async 'waiting.cancel'({ id }) {
      const isDone = done.some((work) => work.id === id);
      if (!isDone) check(id);
      done = done.filter((work) => work.id !== id);
      unwanted.add(id);
      if (running?.id === id) running.controller.abort();
      await change((queue) => without(queue, id)).finally(() => {
        unwanted.delete(id);
        look();
      });
      return ok(null);
    },

    async 'waiting.tryNow'() {
      tryNow();
      return ok(null);
    },
  };
}
