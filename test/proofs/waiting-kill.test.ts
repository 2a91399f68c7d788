import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createRandom } from '../support/random';
import { makeBook } from '../support/co-writer-book';
import { startCoWriterApp } from '../support/start-co-writer-app';
import type { WaitingDeed } from '../support/waiting-child';

const kills = Number(process.env['WAITING_KILLS'] ?? 30);
const seed = Number(process.env['SEED'] ?? 1);
const resources = join(import.meta.dirname, '../../resources');
let root = '';
let child = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'longhand-waiting-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../support/waiting-child.ts'), outDir: join(root, 'child'), target: 'node18', rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  });
  child = join(root, 'child', 'child.mjs');
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

/** Lets a child ask and work for a moment, kills it, and gives what it had said by then. */
async function workAndDie(given: readonly string[], afterMs: number): Promise<WaitingDeed[]> {
  const running = spawn(process.execPath, [child, ...given], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: WaitingDeed[] = [];
  let complaint = '';
  running.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
  createInterface(running.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as WaitingDeed);
    if (said.length === 1) setTimeout(() => running.kill('SIGKILL'), afterMs);
  });
  await ended;
  if (running.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`);
  return said;
}

test(`after each of ${kills} kills what waited still waits or is done, and nothing is done twice`, { timeout: 300_000 }, async () => {
  const started = performance.now();
  const random = createRandom(seed);
  const folder = join(root, 'home');
  // One server for all: the address in the settings stays.
  const app = await startCoWriterApp({ folder });
  const { server } = app;
  const { bookId, chapterId } = await makeBook(app);
  await app.app.shutdown();
  const said: WaitingDeed[] = [];
  for (let round = 0; round < kills; round += 1) {
    server.play(random.below(3) === 0 ? { kind: 'storm', failures: 6 } : { kind: 'slow', beforeFirstMs: random.below(30), betweenMs: 0 });
    said.push(...(await workAndDie([folder, resources, bookId, chapterId, String(round)], 200 + random.below(1_300))));
  }
  const killed = server.requests.length;
  server.play({ kind: 'good' });
  const last = await startCoWriterApp({ folder, world: { waits: { startMs: 0, firstMs: 1, mostMs: 20 } } });
  const left = (await last.get('waiting.list', null)).length;
  // The settings name another server now, which answers as well.
  await last.get('waiting.tryNow', null);
  await new Promise<void>((resolve) => {
    const isOver = (works: readonly { readonly state: string }[]): void => {
      if (works.every(({ state }) => state === 'done')) resolve();
    };
    last.hear('waiting.changed', isOver);
    void last.get('waiting.list', null).then(isOver);
  });

  const { records } = await last.dump(bookId);
  const marks = Object.keys(records['doneWorks'] ?? {});
  const drafts = Object.keys(records['drafts'] ?? {});
  const added = said.flatMap((deed) => (deed.did === 'added' ? [deed.id] : []));
  const told = `SEED=${seed}`;
  expect(added.filter((id) => !marks.includes(id)), `${told}: lost`).toEqual([]);
  // Each result is stored with its mark: more of them than marks would be a work that was done twice.
  expect(drafts.length, `${told}: results against works`).toBe(marks.length);
  expect(marks.length - added.length, `${told}: works that nobody was told of`).toBeLessThanOrEqual(kills);
  const stopped = (await last.get('waiting.list', null)).filter(({ state }) => state !== 'done');
  expect(stopped, told).toEqual([]);
  console.log(
    `${told}: ${kills} kills, ${added.length} works, ${drafts.length} results (${left} of them after the last kill), ` +
      `${killed + last.server.requests.length} requests, in ${Math.round(performance.now() - started)} ms`,
  );
  expect(added.length).toBeGreaterThan(kills);
  await last.stop({ keep: true });
  await server.stop();
});
