import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../src-main/files/disk';
import { createCrashDisk, withoutLocks } from '../support/crash-disk';
import { countIds } from '../support/builders';
import type { LedgerDeed } from '../support/ledger-child';
import { createRandom } from '../support/random';
import { callOf, createTestLedger, settledFor } from '../support/start-ledger';

const kills = Number(process.env['LEDGER_KILLS'] ?? 60);
const seed = Number(process.env['SEED'] ?? 1);
let root = '';
let child = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'longhand-ledger-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../support/ledger-child.ts'), outDir: join(root, 'child'), target: 'node18', rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  });
  child = join(root, 'child', 'child.mjs');
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

/** Lets a child make calls for a moment, kills it, and gives what it had said by then. */
async function workAndDie(folder: string, childSeed: number, afterMs: number): Promise<LedgerDeed[]> {
  const running = spawn(process.execPath, [child, folder, String(childSeed)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: LedgerDeed[] = [];
  let complaint = '';
  running.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
  createInterface(running.stdout).on('line', (line) => {
    said.push(JSON.parse(line) as LedgerDeed);
    if (said.length === 1) setTimeout(() => running.kill('SIGKILL'), afterMs);
  });
  await ended;
  if (running.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`);
  return said;
}

/** The least that each call must count for, by what was said of it. */
function leastOf(said: readonly LedgerDeed[]): Map<string, number> {
  const least = new Map<string, number>();
  for (const deed of said) {
    if (deed.did === 'reserved' || deed.did === 'settled') least.set(deed.id, deed.microUsd);
    // Nobody was told yet how it ended: both are true.
    if (deed.did === 'ending') least.set(deed.id, Math.min(least.get(deed.id) ?? 0, deed.microUsd));
    if (deed.did === 'void') least.set(deed.id, 0);
  }
  return least;
}

const sumOf = (numbers: Iterable<number>): number => [...numbers].reduce((sum, number) => sum + number, 0);

test(`after each of ${kills} kills with calls in flight the ledger counts all that was acknowledged`, { timeout: 300_000 }, async () => {
  const started = performance.now();
  const random = createRandom(seed);
  const folder = join(root, 'user');
  const said: LedgerDeed[] = [];
  for (let round = 0; round < kills; round += 1) {
    said.push(...(await workAndDie(folder, seed * 1_000 + round, random.below(80))));
    const { ledger, reported } = createTestLedger({ disk: nodeDisk, folder, newId: () => randomBytes(8).toString('hex') });
    await ledger.start();
    const told = `SEED=${seed}, round ${round}`;
    const rows = new Map(ledger.rows().map((row) => [row.id, row]));
    const least = leastOf(said);
    const charged = (id: string): number => {
      const row = rows.get(id);
      if (!row || row.state === 'void') return 0;
      return (row.settlement ?? row.call).microUsd;
    };
    const tooLow = [...least].filter(([id, microUsd]) => charged(id) < microUsd);
    expect(tooLow, told).toEqual([]);
    expect(ledger.spent('book').book, told).toBeGreaterThanOrEqual(sumOf(least.values()));
    expect(ledger.spent('book').book, told).toBe(sumOf([...rows.keys()].map(charged)));
    expect(reported, told).toEqual([]);
    await ledger.shutdown();
  }
  const reserved = said.filter(({ did }) => did === 'reserved').length;
  console.log(`SEED=${seed}: ${kills} kills, ${reserved} calls reserved, in ${Math.round(performance.now() - started)} ms`);
  expect(reserved).toBeGreaterThan(kills);
});

test('after a power cut at any moment the ledger counts all that was acknowledged', async () => {
  const memory = createCrashDisk();
  const { ledger } = createTestLedger({ disk: memory.disk, folder: '/user', newId: countIds('a') });
  /** What is sure to be owed, and what it will be when the step that is under way is done. */
  let [owed, next] = [0, 0];
  let images = 0;
  memory.onBoundary(async () => {
    for (const image of memory.images(64)) {
      images += 1;
      const booted = createTestLedger({ disk: createCrashDisk(withoutLocks(image)).disk, folder: '/user', newId: countIds('b') });
      await booted.ledger.start();
      expect(booted.ledger.spent('book').book).toBeGreaterThanOrEqual(Math.min(owed, next));
      expect(booted.reported).toEqual([]);
    }
  });
  const step = async <T>(change: number, work: () => Promise<T>): Promise<T> => {
    next = owed + change;
    const result = await work();
    owed = next;
    return result;
  };
  await ledger.start();
  for (let round = 0; round < 6; round += 1) {
    const id = await step(500, () => ledger.reserve(callOf(500)));
    await step(-200, () => ledger.settle(id, settledFor(300)));
    const unsent = await step(90, () => ledger.reserve(callOf(90)));
    await step(-90, () => ledger.void(unsent));
    await step(40, () => ledger.reserve(callOf(40)));
  }
  expect(ledger.spent('book').book).toBe(owed);
  expect(images).toBeGreaterThan(100);
  console.log(`${images} power cuts`);
});
