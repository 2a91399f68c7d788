import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compose, type World } from '../../src-main/compose';
import { createLog } from '../../src-main/diagnostics/log';
import { createSettingsFile } from '../../src-main/settings/settings-file';
import type { Answer, CallName, EventName, Input, Output, Payload } from '../../src-shared/ipc/contract';

/** What the dialogs of a test answer, one after the other. */
export type Choices = { folder?: string | null; file?: string | null; saveFile?: string | null };

/**
 * Starts the whole application without Electron: real services on a folder of their own, behind a bridge that copies
 * values as the real one does. `stop` shuts it down and removes the folder.
 */
export async function startApp({ folder, world = {} }: { folder?: string; world?: Partial<World> } = {}) {
  const root = folder ?? (await mkdtemp(join(tmpdir(), 'longhand-test-')));
  const heard: { name: string; payload: unknown }[] = [];
  const choices: Choices = {};
  const opened: string[] = [];
  const app = compose({
    folders: { user: join(root, 'user'), documents: root, resources: join(import.meta.dirname, '../../resources'), logs: join(root, 'logs') },
    settingsStore: createSettingsFile(join(root, 'user', 'settings.json')),
    dialogs: {
      chooseFolder: async () => choices.folder ?? null,
      chooseFile: async () => choices.file ?? null,
      chooseSaveFile: async () => choices.saveFile ?? null,
    },
    opener: { openFile: async (file) => void opened.push(file), showFile: async (file) => void opened.push(file) },
    windowControl: { toggleFullScreen: () => undefined, quit: () => undefined },
    publish: (name, payload) => void heard.push({ name, payload: structuredClone(payload) }),
    log: createLog({ sink: () => undefined, now: () => Date.now() }),
    version: '0.0.0-test',
    platform: 'linux',
    runtime: `Node ${process.versions.node}`,
    now: () => Date.now(),
    newId: () => randomBytes(8).toString('hex'),
    workerFile: join(import.meta.dirname, '../../out/main/worker.js'),
    checkOutputs: true,
    ...world,
  });
  await app.start();

  const call = async <K extends CallName>(name: K, input: Input<K>): Answer<K> =>
    structuredClone(await app.dispatch(name, structuredClone(input))) as Awaited<Answer<K>>;

  return {
    app,
    root,
    call,
    choices,
    opened,
    heard: <K extends EventName>(name: K): Payload<K>[] => heard.filter((event) => event.name === name).map((event) => event.payload as Payload<K>),
    /** The value of a call that is expected to work. */
    async get<K extends CallName>(name: K, input: Input<K>): Promise<Output<K>> {
      const answer = await call(name, input);
      if (!answer.ok) throw new Error(`${name} failed: ${JSON.stringify(answer.error)}`);
      return answer.value;
    },
    async stop({ keep = false } = {}): Promise<void> {
      await app.shutdown();
      if (!keep) await rm(root, { recursive: true, force: true });
    },
  };
}

export type TestApp = Awaited<ReturnType<typeof startApp>>;
