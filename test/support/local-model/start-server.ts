import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the server has told of itself. */
export type Told =
  | { readonly did: 'listen'; readonly port: number }
  | { readonly did: 'begin'; readonly tokensIn: number }
  | { readonly did: 'end' | 'stop'; readonly tokensIn: number; readonly tokensOut: number }
  | { readonly did: 'fail'; readonly why: string };

const scripts = join(import.meta.dirname, '../../../scripts/llama-cpp.mjs');

/**
 * Starts a model server of this computer on a model with random weights; each name of a model has the grammar (GBNF)
 * that its answers keep to, or null. `undefined` where the engine cannot be had.
 */
export async function startLocalServer(words: readonly string[], grammars: Readonly<Record<string, string | null>>) {
  const { findLlamaCpp } = (await import(scripts)) as { findLlamaCpp: () => string | undefined };
  const module = findLlamaCpp();
  if (module === undefined) return undefined;
  const { writeTinyModel } = (await import(join(import.meta.dirname, 'tiny-model.mjs'))) as {
    writeTinyModel: (file: string, words: readonly string[]) => void;
  };
  const root = await mkdtemp(join(tmpdir(), 'longhand-model-'));
  const file = join(root, 'tiny.gguf');
  writeTinyModel(file, words.map((word) => `▁${word}`));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.mjs'), module, file, JSON.stringify(grammars)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const told: Told[] = [];
  let onTold = (): void => undefined;
  createInterface(child.stdout).on('line', (line) => {
    told.push(JSON.parse(line) as Told);
    onTold();
  });

  /** Resolves with the first thing told that is what is looked for. */
  const hear = <T extends Told>(isIt: (one: Told) => one is T): Promise<T> =>
    new Promise((resolve) => {
      onTold = () => {
        const found = told.find(isIt);
        if (found) resolve(found);
      };
      onTold();
    });

  const { port } = await hear((one) => one.did === 'listen');
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    told,
    hear,
    async stop(): Promise<void> {
      const closed = once(child, 'close');
      child.kill('SIGKILL');
      await closed;
      await rm(root, { recursive: true, force: true });
    },
  };
}
