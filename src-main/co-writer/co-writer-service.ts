import { originOf } from '../../src-shared/domain/co-writer';
import type { Handlers, Publish } from '../../src-shared/ipc/contract';
import type { Work, WorkItem, WorkKind, WorkOf, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import { ok, type AppError } from '../../src-shared/result';
import type { Gate } from '../ai/gate';
import type { Prices } from '../ai/prices';
import type { Book } from '../book/book';
import type { Log } from '../diagnostics/log';
import { AppFailure } from '../failure';
import { languageOf } from './book-material';
import { createKeptParts } from './kept-parts';
import type { Ask, Draw, PicturePlan, Plan, Prepare } from './work';

/** How each kind of work is prepared. */
export type Works = { readonly [K in WorkKind]: Prepare<WorkOf<K>> };

/** How a work is done by whoever asks for it. */
export type Performance = {
  readonly signal: AbortSignal;
  /** Hears what comes in; provisional until the work is done. */
  readonly tell: (item: WorkItem) => void;
  /** What was heard so far does not count. */
  readonly restart: () => void;
  /** Hears which of the work’s parts is asked for, counted from 1. */
  readonly onPart?: (part: number, parts: number) => void;
  /** The book to work on and to store in, where it is not simply the one that is open. */
  readonly book?: Book;
};

export type CoWriterService = Pick<Handlers, 'coWriter.preview' | 'coWriter.start' | 'coWriter.cancel'> & {
  /** Does a work to its end. Fails as the gate and the services do; then nothing is stored. */
  readonly perform: (work: Work, how: Performance) => Promise<WorkOutcome>;
  /** Stops every work and waits until it has stopped. */
  readonly shutdown: () => Promise<void>;
};

/** Items are told to the page in batches of this age: a fast model must not flood it. */
const batchMs = 50;
const microUsdPerUsd = 1_000_000;

/** Runs works with the co-writer and tells the page what comes in. A work that fails or is stopped has changed nothing. */
export function createCoWriterService(deps: {
  readonly openBook: (bookId: string) => Promise<{ readonly book: Book }>;
  readonly gate: Gate;
  readonly works: Works;
  readonly prices: Prices;
  readonly publish: Publish;
  readonly newId: () => string;
  readonly log: Log;
}): CoWriterService {
  const running = new Map<string, { readonly controller: AbortController; readonly done: Promise<void> }>();
  const parts = createKeptParts({ preview: deps.gate.preview });

  async function prepare(work: Work, given?: Book): Promise<{ book: Book; plan: Plan | PicturePlan }> {
    deps.gate.admit();
    const book = given ?? (await deps.openBook(work.bookId)).book;
    // TypeScript cannot link a kind to its preparation here; both come from the same union.
    const prepareIt = deps.works[work.kind] as Prepare<Work>;
    return { book, plan: await prepareIt(book, work) };
  }

  async function perform(work: Work, how: Performance): Promise<WorkOutcome> {
    const { signal, tell, restart, onPart } = how;
    const { book, plan } = await prepare(work, how.book);
    const draw: Draw = (prompt) => deps.gate.draw({ prompt, bookId: work.bookId, signal });
    if ('paint' in plan) return plan.paint(draw);
    let asked = 0;
    const askGate: Ask = ({ wordsOf, show, prompt, item }) =>
      deps.gate.ask({
        prompt,
        item,
        bookId: work.bookId,
        ...(wordsOf ? { language: { tag: languageOf(book), wordsOf } } : {}),
        signal,
        onItem(each) {
          const shown = show(each);
          if (shown) tell(shown);
        },
        onRestart: restart,
      });
    // An answer to the whole of a work is never kept: whoever asks again wants another.
    const attempt = plan.prompts.length > 1 ? parts.attempt(askGate, tell) : { ask: askGate, forget: () => undefined };
    const ask: Ask = (request) => {
      onPart?.((asked += 1), plan.prompts.length);
      return attempt.ask(request);
    };
    try {
      const outcome = await plan.run(ask);
      attempt.forget();
      return outcome;
    } catch (cause) {
      if (signal.aborted) attempt.forget();
      throw cause;
    }
  }

  function failureOf(cause: unknown): AppError {
    if (cause instanceof AppFailure) return cause.error;
    deps.log.error('co-writer.failed', { op: 'co-writer', cause });
    return { code: 'internal', message: 'The work stopped because of a mistake in Longhand. Your book is safe.' };
  }

  async function run(jobId: string, work: Work, signal: AbortSignal): Promise<void> {
    const { tell, restart, flush } = createTeller(jobId, deps.publish);
    try {
      const outcome = await perform(work, { signal, tell, restart });
      flush();
      deps.publish('coWriter.ended', { jobId, result: { ok: true, outcome } });
    } catch (cause) {
      flush();
      deps.publish('coWriter.ended', { jobId, result: { ok: false, error: failureOf(cause) } });
    } finally {
      running.delete(jobId);
    }
  }

  return {
    perform,

    async 'coWriter.preview'(work) {
      const { plan } = await prepare(work);
      const previews = await Promise.all(plan.prompts.map(deps.gate.preview));
      const [first] = previews;
      if (!first) throw new Error(`The work “${work.kind}” sends nothing.`);
      const tokensIn = previews.reduce((sum, preview) => sum + preview.tokensIn, 0);
      const mostTokens = previews.reduce((sum, preview) => sum + preview.mostTokens, 0);
      const { server, model } = first;
      const images = previews.reduce((sum, preview) => sum + preview.images, 0);
      const mostMicroUsd = await deps.prices.mostCost(server, model, { tokensIn, mostTokens, images });
      return ok({
        server: server.name,
        origin: originOf(server),
        model,
        body: previews.map(({ body }) => body).join('\n\n'),
        tokensIn,
        mostTokens,
        images,
        mostUsd: mostMicroUsd === undefined ? null : mostMicroUsd / microUsdPerUsd,
      });
    },

    async 'coWriter.start'(work) {
      const jobId = deps.newId();
      const controller = new AbortController();
      // The page learns the id before the first event of the work.
      const done = new Promise<void>((resolve) => setImmediate(resolve)).then(() =>
        run(jobId, work, controller.signal),
      );
      running.set(jobId, { controller, done });
      return ok({ jobId });
    },

    async 'coWriter.cancel'({ jobId }) {
      running.get(jobId)?.controller.abort();
      return ok(null);
    },

    async shutdown() {
      const all = [...running.values()];
      for (const { controller } of all) controller.abort();
      await Promise.all(all.map(({ done }) => done));
    },
  };
}

/** Tells the page of items in order and in batches. */
function createTeller(jobId: string, publish: Publish) {
  let sequence = 0;
  let waiting: WorkItem[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function send(items: WorkItem[], restarted: boolean): void {
    publish('coWriter.progressed', { jobId, sequence: (sequence += 1), items, restarted });
  }
  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (waiting.length > 0) send(waiting, false);
    waiting = [];
  }
  return {
    tell: (item: WorkItem): void => {
      waiting.push(item);
      timer ??= setTimeout(flush, batchMs);
    },
    restart: (): void => {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
      send([], true);
    },
    flush,
  };
}
