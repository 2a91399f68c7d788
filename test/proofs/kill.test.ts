import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nodeDisk } from '../../src-main/files/disk';
import { textLines } from '../../src-shared/text/document';
import { createDevice } from '../support/builders';
import type { Acknowledged } from '../support/kill-child';
import { createRandom } from '../support/random';

const kills = Number(process.env['KILLS'] ?? 500);
const authors = 4;
let root = '';
let child = '';

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'longhand-kill-'));
  await build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '../support/kill-child.ts'), outDir: join(root, 'child'), target: 'node18', rolldownOptions: { output: { entryFileNames: 'child.mjs' } } },
  });
  child = join(root, 'child', 'child.mjs');
}, 60_000);
afterAll(() => rm(root, { recursive: true, force: true }));

/** Lets a child work for a moment after it has opened the book, kills it, and gives what it had been told is safe. */
async function workAndDie(folder: string, seed: number, afterMs: number): Promise<Acknowledged[]> {
  const running = spawn(process.execPath, [child, folder, String(seed)], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: Acknowledged[] = [];
  let complaint = '';
  running.stderr.on('data', (bytes: Buffer) => (complaint += bytes.toString()));
  const ended = new Promise<void>((resolve) => running.once('close', () => resolve()));
  const lines = createInterface(running.stdout);
  lines.on('line', (line) => {
    said.push(JSON.parse(line) as Acknowledged);
    // Every sixth dies while it is still opening and recovering.
    if (said.length === 1) setTimeout(() => running.kill('SIGKILL'), afterMs);
  });
  const early = seed % 6 === 0 ? setTimeout(() => running.kill('SIGKILL'), 60 + afterMs) : undefined;
  await ended;
  clearTimeout(early);
  if (running.signalCode !== 'SIGKILL') throw new Error(`the child ended by itself: ${complaint}`);
  return said;
}

/** Words that a child wrote are numbered in the order of their writing. */
const ageOf = (text: string): number => {
  const [, seed = 0, count = 0] = /k(\d+)n(\d+)x/.exec(text) ?? [];
  return Number(seed) * 100_000 + Number(count);
};

/** Reads the library as the next process would, and says which of the acknowledged changes are not there. */
async function findLost(folder: string, said: readonly Acknowledged[], readOnly: boolean): Promise<string[]> {
  const device = createDevice({ disk: nodeDisk, now: () => Date.now(), newId: () => randomBytes(8).toString('hex') });
  const lost: string[] = [];
  await device.library.openFolder(folder, { readOnly });
  const shelf = await device.library.summaries();
  for (const { id } of shelf) {
    const { book } = await device.library.open(id);
    const live = book.lineage().liveTextOf;
    const texts = new Map<string, string>();
    for (const [chapterId, textId] of live) texts.set(chapterId, textLines(await book.texts.document(textId)).join('\n'));
    for (const line of said) {
      if (line.did === 'chapter' && !live.has(line.chapterId)) lost.push(`chapter ${line.chapterId}`);
      if (line.did === 'write' && texts.get(line.chapterId)?.includes(line.word) !== true) lost.push(line.word);
      // A later answer may have reached the disk without a word about it.
      if (line.did === 'answer' && ageOf(book.state.one('answers', line.questionId)?.text ?? '') < ageOf(line.word)) lost.push(line.word);
      if (line.did === 'draft' && !book.state.has('drafts', line.draftId)) lost.push(`draft ${line.draftId}`);
      if (line.did === 'restore') for (const word of line.words) if (texts.get(line.chapterId)?.includes(word) !== true) lost.push(word);
    }
  }
  if (shelf.length === 0 && said.length > 0) lost.push('the book');
  for (const { file, reason } of device.problems) if (reason !== 'torn') lost.push(`${file} ${reason}`);
  await device.library.shutdown();
  return lost;
}

test(`of ${kills} killed processes none loses a chapter, makes a book unreadable or loses an acknowledged change`, { timeout: 600_000 }, async () => {
  const started = performance.now();
  const first = Number(process.env['SEED'] ?? 1);
  let acknowledged = 0;
  const kinds = new Map<Acknowledged['did'], number>();
  await Promise.all(
    Array.from({ length: authors }, async (_, author) => {
      const random = createRandom(first * 100 + author);
      let said: Acknowledged[] = [];
      let folder = '';
      for (let round = 0; round < kills / authors; round += 1) {
        // A book now and then begins anew, so that its first moments are under fire as well.
        if (round % 25 === 0) {
          folder = join(root, `library-${author}-${round}`);
          said = [];
        }
        const seed = first + author * kills + round;
        const now = await workAndDie(folder, seed, random.below(120));
        said.push(...now);
        acknowledged += now.length;
        for (const { did } of now) kinds.set(did, (kinds.get(did) ?? 0) + 1);
        expect(await findLost(folder, said, round % 2 === 0 && said.length > 0), `SEED=${first}, author ${author}, round ${round}`).toEqual([]);
      }
    }),
  );
  // Each of them was under fire: what was never acknowledged proves nothing.
  if (kills >= 500) expect([...kinds.keys()].sort()).toEqual(['answer', 'chapter', 'draft', 'open', 'restore', 'write']);
  console.log(`${kills} kills, ${acknowledged} acknowledged changes (${[...kinds].map(([did, count]) => `${did} ${count}`).join(', ')}), in ${Math.round(performance.now() - started)} ms`);
});
