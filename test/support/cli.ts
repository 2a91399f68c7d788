import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runCli } from '../../src-main/cli/run-cli';
import type { CliWorld } from '../../src-main/cli/session';
import { createLog } from '../../src-main/diagnostics/log';
import { createSettingsFile } from '../../src-main/settings/settings-file';
import { builtCli } from './built';

/** What a command line came to: exit code, the JSON on standard output, and the lines on standard error. */
export type CliRun = { readonly code: number; readonly json: Printed; readonly out: string; readonly lines: readonly string[] };
/** The fields that commands print, each by some of them; a test says what it expects of the rest. */
export type Printed = {
  readonly bookId: string;
  readonly chapterId: string;
  readonly sha256: string;
  readonly words: number;
  readonly pages?: number;
  readonly chapters: readonly { readonly id: string; readonly title: string; readonly words: number }[];
  readonly outline: readonly { readonly parentId: string | null }[];
  readonly snapshots: readonly { readonly id: string; readonly words: number }[];
  readonly books: readonly { readonly bookId: string; readonly title: string }[];
  readonly findings: unknown;
  readonly drafts: unknown;
  readonly questions: unknown;
  readonly proposal: unknown;
};

export const sampleFile = join(import.meta.dirname, '../../resources/sample/sample-book.json');

function asRun(code: number, out: string, error: string): CliRun {
  // Help is text, and after a problem there is nothing.
  const json = (out.startsWith('{') ? JSON.parse(out) : {}) as Printed;
  return { code, json, out, lines: error.split('\n').filter((line) => line !== '') };
}

/** A folder of its own with a library in it, and two ways to run commands there: in this process and in one of their own. */
export async function startCli(world: Partial<CliWorld> = {}) {
  const root = await mkdtemp(join(tmpdir(), 'longhand-cli-'));
  const library = join(root, 'library');
  const processes: ChildProcess[] = [];

  /** Runs a command line in this process. */
  async function run(...argv: string[]): Promise<CliRun> {
    let [out, error] = ['', ''];
    const code = await runCli(argv, {
      folders: { user: join(root, 'user'), documents: root, resources: join(import.meta.dirname, '../../resources'), logs: join(root, 'logs') },
      settingsStore: createSettingsFile(join(root, 'user', 'settings.json')),
      log: createLog({ sink: () => undefined, now: () => Date.now() }),
      version: '0.0.0-test',
      platform: 'linux',
      runtime: `Node ${process.versions.node}`,
      now: () => Date.now(),
      newId: randomUUID,
      workerFile: join(import.meta.dirname, '../../out/main/worker.js'),
      checkOutputs: true,
      writeOut: (text) => void (out += text),
      writeError: (text) => void (error += text),
      ...world,
    });
    return asRun(code, out, error);
  }

  /** Runs a command line as a process of its own, as users do. */
  function spawnCli(argv: readonly string[], as: { readonly uid?: number; readonly gid?: number } = {}): Promise<CliRun> {
    const environment = { ...process.env, LONGHAND_USER_DATA: join(root, 'user'), LONGHAND_DOCUMENTS: root };
    const child = spawn(process.execPath, [builtCli, ...argv], { env: environment, stdio: ['ignore', 'pipe', 'pipe'], ...as });
    processes.push(child);
    let [out, error] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(asRun(code ?? -1, out, error)));
    });
  }

  return {
    root,
    library,
    run: (...argv: string[]) => run(...argv, '--library', library),
    runBare: run,
    spawn: (...argv: string[]) => spawnCli([...argv, '--library', library]),
    spawnBare: (...argv: string[]) => spawnCli(argv),
    spawnAs: (as: { readonly uid: number; readonly gid: number }, ...argv: string[]) => spawnCli(argv, as),
    /** A new book of the sample's brief and interview; answers its id. */
    async makeSample(): Promise<string> {
      const { bookId } = (await run('new', '--brief', sampleFile, '--library', library)).json as { bookId: string };
      await run('interview', bookId, '--from', sampleFile, '--library', library);
      return bookId;
    },
    async stop(): Promise<void> {
      for (const child of processes) child.kill('SIGKILL');
      await rm(root, { recursive: true, force: true });
    },
  };
}

export type TestCli = Awaited<ReturnType<typeof startCli>>;
