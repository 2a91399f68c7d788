import { randomBytes } from 'node:crypto';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { compose } from '../../src-main/compose';
import { createLog } from '../../src-main/diagnostics/log';
import { createSettingsFile } from '../../src-main/settings/settings-file';
import type { Result } from '../../src-shared/result';

/** What the child has been told: that a work waits, and what waited when it started. One line each on its standard output. */
export type WaitingDeed = { readonly did: 'open'; readonly waits: number } | { readonly did: 'added'; readonly id: string };

const say = (deed: WaitingDeed): void => void writeSync(1, `${JSON.stringify(deed)}\n`);
const never = async (): Promise<null> => null;
/** As many works as may wait at once: most of the time goes into doing them. */
const mostWaiting = 4;

/** The whole application, that asks for one draft after the other to be made later, until it is killed. */
async function work(root: string, resources: string, book: { bookId: string; chapterId: string }, seed: number): Promise<void> {
  let waiting: readonly unknown[] = [];
  let onLess = (): void => undefined;
  const app = compose({
    folders: { user: join(root, 'user'), documents: root, resources, logs: join(root, 'logs') },
    settingsStore: createSettingsFile(join(root, 'user', 'settings.json')),
    dialogs: { chooseFolder: never, chooseFile: never, chooseSaveFile: never },
    opener: { openFile: async () => undefined, showFile: async () => undefined },
    windowControl: { toggleFullScreen: () => undefined, quit: () => undefined },
    publish: (name, payload) => {
      if (name !== 'waiting.changed') return;
      waiting = (payload as readonly { readonly state: string }[]).filter(({ state }) => state !== 'done');
      if (waiting.length < mostWaiting) onLess();
    },
    log: createLog({ sink: () => undefined, now: () => Date.now() }),
    ...{ version: '0.0.0-test', platform: 'linux', runtime: 'test', workerFile: '' },
    now: () => Date.now(),
    newId: () => randomBytes(8).toString('hex'),
    patience: { retries: 0, breakAfter: 1_000_000 },
    waits: { startMs: 0, firstMs: 1, mostMs: 20 },
  });
  const get = async <T>(name: string, input: unknown): Promise<T> => {
    const answer = (await app.dispatch(name, input)) as Result<T>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.value;
  };
  await app.start();
  waiting = await get<unknown[]>('waiting.list', null);
  say({ did: 'open', waits: waiting.length });
  for (let count = 0; ; count += 1) {
    if (waiting.length >= mostWaiting) await new Promise<void>((resolve) => (onLess = resolve));
    // Each differs from all others by its length, so that none is taken for one that waits.
    const draft = { kind: 'draft', ...book, style: 'professional', words: 100 + ((seed * 400 + count) % 9_900), freedom: 'closer', sample: '' };
    const { id } = await get<{ id: string }>('waiting.add', draft);
    say({ did: 'added', id });
    waiting = await get<unknown[]>('waiting.list', null);
  }
}

// What the application does later keeps no process alive.
setInterval(() => undefined, 60_000);
const [, , root = '', resources = '', bookId = '', chapterId = '', seed = '1'] = process.argv;
await work(root, resources, { bookId, chapterId }, Number(seed));
