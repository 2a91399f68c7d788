import type { World } from '../../src-main/compose';
import type { Patience } from '../../src-main/ai/patience';
import { CoWriterSettings, type ServerKind } from '../../src-shared/domain/co-writer';
import type { Work, WorkOutcome } from '../../src-shared/ipc/co-writer-calls';
import type { EventName, Payload } from '../../src-shared/ipc/contract';
import type { AppError } from '../../src-shared/result';
import { goodAnswer } from './co-writer-book';
import { dumpOf } from './builders';
import { startOllamaServer } from './model-servers/ollama-server';
import { startOpenAiServer } from './model-servers/openai-server';
import type { Answer } from './model-servers/plan';
import { startApp } from './start-app';

/** How a work ended. */
export type Ended = { readonly ok: true; readonly outcome: WorkOutcome } | { readonly ok: false; readonly error: AppError };

export const model = 'scripted-1';

/** Short waits, and a server that is never left alone or made to queue. */
const hasty: Partial<Patience> = {
  firstTokenMs: 20_000, betweenTokensMs: 20_000, retries: 2, retryBaseMs: 1, retryCapMs: 2, longestRetryAfterSeconds: 5, breakAfter: 1_000_000, atOnce: 1_000,
};

/** The whole application with a scripted server that it is set up for. */
export async function startCoWriterApp(
  options: {
    kind?: ServerKind;
    answer?: Answer;
    patience?: Partial<Patience>;
    settings?: Partial<CoWriterSettings>;
    /** The server counts as one that is not on this computer, though it is. */
    isRemote?: boolean;
    world?: Partial<World>;
    folder?: string;
    /** Another server of the OpenAI protocol to ask in place of the scripted one. */
    elsewhere?: { readonly baseUrl: string; readonly model: string };
  } = {},
) {
  const { kind = 'openai', answer = goodAnswer, isRemote = false, world, elsewhere } = options;
  const server = await (kind === 'ollama' ? startOllamaServer : startOpenAiServer)({ answer, models: [model] });
  const ends = new Map<string, Ended>();
  const waiting = new Map<string, (ended: Ended) => void>();
  const events: { readonly name: EventName; readonly payload: unknown }[] = [];

  const hearers: { readonly name: EventName; readonly hear: (payload: never) => void }[] = [];
  const heard = new Set<string>();
  let onHeard = (): void => undefined;

  function publish<K extends EventName>(name: K, payload: Payload<K>): void {
    events.push({ name, payload: structuredClone(payload) });
    for (const each of hearers) if (each.name === name) each.hear(payload as never);
    if (name === 'coWriter.progressed') {
      heard.add((payload as Payload<'coWriter.progressed'>).jobId);
      onHeard();
    }
    if (name !== 'coWriter.ended') return;
    const { jobId, result } = payload as unknown as { jobId: string; result: Ended };
    ends.set(jobId, result);
    waiting.get(jobId)?.(result);
  }

  const app = await startApp({
    ...(options.folder === undefined ? {} : { folder: options.folder }),
    world: { publish, patience: { ...hasty, ...options.patience }, ...world },
  });
  // Every system takes this for 127.0.0.1; by its letters it is not one of the addresses that are.
  const scripted = isRemote ? server.baseUrl.replace('127.0.0.1', '127.1') : server.baseUrl;
  const { baseUrl, model: asked } = elsewhere ?? { baseUrl: scripted, model };
  const coWriter = CoWriterSettings.parse({
    isOn: true, servers: [{ id: 'here', name: 'Here', kind, baseUrl }], serverId: 'here', model: asked,
    requestsPerMinute: 10_000, tokensPerMinute: 100_000_000,
    consents: isRemote ? [new RegExp('^https?://[^/]+', 'u').exec(baseUrl)?.[0]] : [],
    ...options.settings,
  });
  await app.get('settings.update', { coWriter });

  const begin = async (work: Work): Promise<string> => (await app.get('coWriter.start', work)).jobId;
  const ended = (jobId: string): Promise<Ended> =>
    new Promise((resolve) => {
      const known = ends.get(jobId);
      if (known) resolve(known);
      else waiting.set(jobId, resolve);
    });

  return {
    ...app,
    server,
    events,
    coWriter,
    ended,
    change: (patch: Partial<CoWriterSettings>) => app.get('settings.update', { coWriter: { ...coWriter, ...patch } }),
    begin,
    /** Hears every further event of this name. */
    hear: <K extends EventName>(name: K, hear: (payload: Payload<K>) => void): void => void hearers.push({ name, hear }),
    /** Does a work to its end. */
    run: async (work: Work): Promise<Ended> => ended(await begin(work)),
    /** Resolves when something has come in for each of some works. */
    heardBy: (jobIds: readonly string[]): Promise<void> =>
      new Promise((resolve) => {
        onHeard = () => {
          if (jobIds.every((jobId) => heard.has(jobId))) resolve();
        };
        onHeard();
      }),
    /** Everything that is stored of a book. */
    dump: async (bookId: string): Promise<Dump> => JSON.parse(await dumpOf(await app.app.tools.library.open(bookId))) as Dump,
    async stop(how: { keep?: boolean } = {}): Promise<void> {
      await app.stop(how);
      await server.stop();
    },
  };
}

export type CoWriterApp = Awaited<ReturnType<typeof startCoWriterApp>>;

/** A book as it is stored. */
export type Dump = {
  /** Fields with their stamps, by collection and id. */
  readonly records: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, unknown>>>>>>;
  readonly texts: unknown;
  readonly waiting: unknown;
};
