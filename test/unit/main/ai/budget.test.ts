import { expect, test } from 'vitest';
import { createBudget, type BudgetRequest } from '../../../../src-main/ai/budget';
import { createPrices } from '../../../../src-main/ai/prices';
import { nodeDisk } from '../../../../src-main/files/disk';
import { CoWriterSettings, ModelServer } from '../../../../src-shared/domain/co-writer';
import { createCrashDisk } from '../../../support/crash-disk';
import { countIds } from '../../../support/builders';
import { createTestLedger } from '../../../support/start-ledger';

const openai = ModelServer.parse({ id: 'openai', name: 'OpenAI', kind: 'openai', baseUrl: 'https://api.openai.com/v1' });
const local = ModelServer.parse({ id: 'ollama', name: 'Ollama', kind: 'ollama', baseUrl: 'http://127.0.0.1:11434' });
const timing = { firstTokenMs: 200, totalMs: 900 };

/** A budget with prices of its own: a dollar a million tokens in, two out. */
function start(caps: Partial<CoWriterSettings['caps']> = {}) {
  const settings = CoWriterSettings.parse({
    caps: { book: 10, day: 10, month: 10, ...caps },
    prices: [{ model: 'own', usdPerMillionIn: 1, usdPerMillionOut: 2, checkedOn: '2026-11-01' }],
  });
  const memory = createCrashDisk();
  const clock = { ms: new Date(2026, 10, 21, 12).getTime() };
  const open = (prefix: string) => createTestLedger({ disk: memory.disk, folder: '/user', newId: countIds(prefix), now: () => clock.ms }).ledger;
  const ledger = open('a');
  const prices = createPrices({ read: nodeDisk.read, path: 'resources/model-prices.json', settings: () => settings });
  const budget = createBudget({ ledger, prices, settings: () => settings });
  const reserve = (wanted: Partial<BudgetRequest> = {}) =>
    budget.reserve({ task: 'draft', bookId: 'book', server: openai, model: 'own', tokensIn: 40_000, mostTokens: 30_000, ...wanted });
  return { reserve, ledger, open, clock };
}

test('of two hundred calls at once against a cap for ten, ten pass', async () => {
  const { reserve, ledger, open } = start({ day: 1 });
  const outcomes = await Promise.allSettled(Array.from({ length: 200 }, () => reserve()));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(10);
  const refused = outcomes.find((outcome) => outcome.status === 'rejected');
  expect(refused?.reason).toMatchObject({ error: { code: 'ai-budget', cap: 'day', capUsd: 1, spentUsd: 1 } });
  expect(ledger.spent('book').day).toBe(1_000_000);
  const next = open('b');
  await next.start();
  expect(next.spent('book').day).toBe(1_000_000);
});

test.each(['book', 'day', 'month'] as const)('the cap for the %s holds by itself', async (cap) => {
  const { reserve } = start({ [cap]: 0.1 });
  await reserve();
  await expect(reserve({ tokensIn: 1, mostTokens: 0 })).rejects.toMatchObject({ error: { code: 'ai-budget', cap } });
});

test('what was spent on one book holds back no other, and calls without a book have no cap of a book', async () => {
  const { reserve } = start({ book: 0.1 });
  await reserve();
  await reserve({ bookId: 'other' });
  await reserve({ bookId: null });
  await expect(reserve()).rejects.toMatchObject({ error: { cap: 'book', capUsd: 0.1, spentUsd: 0.1 } });
});

test('tomorrow the cap of the day is free again', async () => {
  const { reserve, clock } = start({ day: 0.1 });
  await reserve();
  clock.ms += 86_400_000;
  await expect(reserve()).resolves.toBeDefined();
});

test('what the server counted is charged, be it less or more than was reserved', async () => {
  const { reserve, ledger } = start();
  const less = await (await reserve()).settle({ tokensIn: 30_000, tokensOut: 10_001 }, timing, 'answered');
  expect(less).toEqual({ microUsd: 50_002 });
  const more = await (await reserve()).settle({ tokensIn: 90_000, tokensOut: 30_000 }, timing, 'answered');
  expect(more).toEqual({ microUsd: 150_000 });
  expect(ledger.spent('book').book).toBe(200_002);
});

test('a server that counts nothing is charged all that was reserved, and a call that was not sent nothing', async () => {
  const { reserve, ledger } = start();
  await (await reserve()).settle(undefined, { firstTokenMs: null, totalMs: 9 }, 'failed');
  await (await reserve()).void();
  expect(ledger.spent('book').book).toBe(100_000);
  expect(ledger.rows()[0]?.settlement).toMatchObject({ tokensIn: 40_000, tokensOut: 30_000, outcome: 'failed' });
});

test('a model whose price nobody knows is not asked', async () => {
  const { reserve, ledger } = start();
  await expect(reserve({ model: 'new' })).rejects.toMatchObject({ error: { code: 'ai-price-unknown', model: 'new' } });
  expect(ledger.rows()).toEqual([]);
});

test('a model on this computer is in the ledger, costs nothing and is never held back', async () => {
  const { reserve, ledger } = start({ book: 0, day: 0, month: 0 });
  await (await reserve({ server: local, model: 'llama3' })).settle({ tokensIn: 900, tokensOut: 90 }, timing, 'answered');
  await reserve({ server: local, model: 'llama3' });
  expect(ledger.spent('book').book).toBe(0);
  expect(ledger.rows()).toHaveLength(2);
});
