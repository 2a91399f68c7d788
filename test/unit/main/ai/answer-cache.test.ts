import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { answerKey, createAnswerCache, type AnswerQuestion } from '../../../../src-main/ai/answer-cache';
import { createLog } from '../../../../src-main/diagnostics/log';
import { createFiles } from '../../../../src-main/files/files';
import { countIds } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { createFailingDisk } from '../../../support/failing-disk';

const dayMs = 86_400_000;
const folder = '/user/answers';
const words = 'The harbour smelt of tar and rope.';
const question: AnswerQuestion = {
  origin: 'https://api.openai.com', model: 'gpt-4o', temperature: 0.6, mostTokens: 6_000, contextTokens: 16_000, promptVersion: 'draft-1',
  messages: [{ role: 'system', content: 'Arrange.' }, { role: 'user', content: 'Tar and rope.' }],
};
const key = answerKey(question);
const keyOf = (model: string): string => answerKey({ ...question, model });

function start({ mostBytes, random = 0.5 }: { mostBytes?: number; random?: number } = {}) {
  const memory = createCrashDisk();
  const failing = createFailingDisk(memory.disk);
  const files = createFiles({ disk: failing.disk, newId: countIds('t') });
  const clock = { ms: Date.UTC(2026, 10, 21) };
  const logged: string[] = [];
  const secret = { bytes: new Uint8Array(randomBytes(32)) };
  const open = () =>
    createAnswerCache({
      files, folder, now: () => clock.ms, random: () => random, encryptionKey: async () => secret.bytes,
      log: createLog({ sink: (line) => void logged.push(line), now: () => clock.ms }),
      ...(mostBytes === undefined ? {} : { mostBytes }),
    });
  const names = (): Promise<readonly string[]> => files.list(folder);
  const only = async (): Promise<string> => `${folder}/${(await names())[0] ?? ''}`;
  return { memory, failing, files, clock, logged, secret, open, cache: open(), names, only };
}

test('an answer is found again under its question, also after a restart, and is not readable on disk', async () => {
  const { cache, open, files, only } = start();
  expect(await cache.get(key)).toBeUndefined();
  await cache.put(key, words);
  expect(await cache.get(key)).toBe(words);
  expect(await open().get(key)).toBe(words);
  const bytes = Buffer.from((await files.read(await only())) ?? []);
  for (const part of ['harbour', 'Tar', 'gpt']) expect(bytes.includes(part)).toBe(false);
});

test('every part of a question counts', () => {
  const others: Partial<AnswerQuestion>[] = [
    { origin: 'http://127.0.0.1:1234' }, { model: 'gpt-4o-mini' }, { temperature: 0.7 }, { mostTokens: 6_001 }, { contextTokens: 8_000 },
    { promptVersion: 'draft-2' }, { messages: question.messages.slice(1) }, { messages: [...question.messages].reverse() },
    { messages: [{ role: 'user', content: 'Arrange.' }, { role: 'user', content: 'Tar and rope.' }] },
  ];
  const keys = others.map((other) => answerKey({ ...question, ...other }));
  expect(new Set([key, ...keys]).size).toBe(others.length + 1);
  expect(answerKey(structuredClone(question))).toBe(key);
});

test('one flipped bit anywhere makes an entry no answer, and removes it', async () => {
  const { cache, open, files, only, names } = start();
  await cache.put(key, words);
  const path = await only();
  const sound = (await files.read(path)) ?? new Uint8Array();
  for (let at = 0; at < sound.byteLength; at += 1) {
    const broken = Uint8Array.from(sound, (byte, place) => (place === at ? byte ^ 1 : byte));
    await files.replace(path, broken);
    expect(await open().get(key), `byte ${at}`).toBeUndefined();
    expect(await names()).toEqual([]);
  }
  await files.replace(path, sound.subarray(0, 10));
  expect(await open().get(key)).toBeUndefined();
});

test('entries that were swapped, renamed or given a longer life are refused', async () => {
  const { cache, open, files, names } = start();
  const other = keyOf('other');
  await cache.put(key, words);
  await cache.put(other, 'Another answer.');
  const [mine = '', theirs = ''] = await names();
  const bytes = (await files.read(`${folder}/${mine}`)) ?? new Uint8Array();
  await files.replace(`${folder}/${theirs}`, bytes);
  await files.move(`${folder}/${mine}`, `${folder}/${mine.replace(/-(\d)/u, '-9')}`);
  const next = open();
  expect([await next.get(key), await next.get(other)]).toEqual([undefined, undefined]);
  expect(await names()).toEqual([]);
});

test('an entry that was sealed with another key is removed', async () => {
  const { cache, open, secret, names } = start();
  await cache.put(key, words);
  secret.bytes = new Uint8Array(randomBytes(32));
  expect(await open().get(key)).toBeUndefined();
  expect(await names()).toEqual([]);
});

test.each([
  [0, 27],
  [0.5, 30],
  [1, 33],
])('an answer lives about thirty days (chance %d: %d)', async (random, days) => {
  const { cache, clock, names } = start({ random });
  await cache.put(key, words);
  clock.ms += days * dayMs - 1;
  expect(await cache.get(key)).toBe(words);
  clock.ms += 1;
  expect(await cache.get(key)).toBeUndefined();
  expect(await names()).toEqual([]);
});

test('what is over, and what a crash left half written, goes at the next start', async () => {
  const { cache, clock, open, files, names } = start();
  await cache.put(key, words);
  await files.replace(`${folder}/.half.tmp`, new Uint8Array(9));
  clock.ms += 31 * dayMs;
  await open().get(keyOf('nobody asked'));
  expect(await names()).toEqual([]);
});

test('the least recently used answers go first, also after a restart', async () => {
  const { cache, clock, open } = start({ mostBytes: 3 * 1_100 });
  const long = 'x'.repeat(1_000);
  for (const model of ['a', 'b', 'c']) {
    await cache.put(keyOf(model), long);
    clock.ms += 1;
  }
  await cache.get(keyOf('a'));
  clock.ms += 1;
  const next = open();
  await next.put(keyOf('d'), long);
  expect(await next.get(keyOf('b'))).toBeUndefined();
  for (const model of ['a', 'c', 'd']) expect(await next.get(keyOf(model))).toBe(long);
  await next.put(keyOf('e'), 'x'.repeat(9_000));
  expect(await next.get(keyOf('e'))).toBeUndefined();
  expect(await next.get(keyOf('c'))).toBe(long);
});

test('many at once do not get in each other’s way', async () => {
  const { cache, names } = start();
  const models = Array.from({ length: 40 }, (_, place) => `m${place % 8}`);
  await Promise.all(models.map((model) => cache.put(keyOf(model), model)));
  expect(await Promise.all(models.map((model) => cache.get(keyOf(model))))).toEqual(models);
  expect(await names()).toHaveLength(8);
});

test('a disk that refuses costs the answer and nothing else', async () => {
  const { cache, failing, logged } = start();
  failing.plan({ at: 1, code: 'ENOSPC', forEver: true });
  await cache.put(key, words);
  expect(await cache.get(key)).toBeUndefined();
  expect(logged.join()).toContain('answer-cache.failed');
  failing.plan(undefined);
  await cache.put(key, words);
  expect(await cache.get(key)).toBe(words);
});

test('clearing leaves nothing', async () => {
  const { cache, names } = start();
  await cache.put(key, words);
  await cache.clear();
  expect(await cache.get(key)).toBeUndefined();
  expect(await names()).toEqual([]);
});
