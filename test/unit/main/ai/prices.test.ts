import { expect, test } from 'vitest';
import fc from 'fast-check';
import { costOf, createPrices } from '../../../../src-main/ai/prices';
import { nodeDisk } from '../../../../src-main/files/disk';
import { ModelServer } from '../../../../src-shared/domain/co-writer';

const server = (baseUrl: string) => ModelServer.parse({ id: 'one', name: 'One', kind: 'openai', baseUrl });
const openai = server('https://api.openai.com/v1');
const own = { model: 'gpt-4o', usdPerMillionIn: 1, usdPerMillionOut: 2, checkedOn: '2026-11-01' };

const pricesWith = (prices: (typeof own)[] = [], path = 'resources/model-prices.json') =>
  createPrices({ read: nodeDisk.read, path, settings: () => ({ prices, imagePrices: [] }) });

test('the prices that ship are dated and hold at the provider’s own address only', async () => {
  const { priceOf } = pricesWith();
  expect(await priceOf(openai, 'gpt-4o')).toEqual({ model: 'gpt-4o', usdPerMillionIn: 2.5, usdPerMillionOut: 10, checkedOn: '2025-08-31' });
  expect(await priceOf(openai, 'gpt-5-nano')).toMatchObject({ usdPerMillionIn: 0.05, usdPerMillionOut: 0.4 });
  expect(await priceOf(openai, 'gpt-4o-2024-05-13')).toBeUndefined();
  expect(await priceOf(server('https://models.example.org/v1'), 'gpt-4o')).toBeUndefined();
});

test('the author’s price wins, and a model on this computer costs nothing', async () => {
  const { priceOf } = pricesWith([own]);
  expect(await priceOf(openai, 'gpt-4o')).toEqual(own);
  expect(await priceOf(server('https://models.example.org'), 'gpt-4o')).toEqual(own);
  expect(await priceOf(server('http://localhost:8080/v1'), 'gpt-4o')).toEqual({ usdPerMillionIn: 0, usdPerMillionOut: 0 });
});

test('a broken file of prices is named', async () => {
  const { priceOf } = pricesWith([], 'resources/missing.json');
  await expect(priceOf(openai, 'gpt-4o')).rejects.toMatchObject({ error: { code: 'unreadable-file', file: 'missing.json' } });
});

test('costs are exact and rounded up', () => {
  const nano = { usdPerMillionIn: 0.1, usdPerMillionOut: 0.4 };
  expect(costOf(nano, { tokensIn: 10, tokensOut: 0 })).toBe(1);
  expect(costOf(nano, { tokensIn: 11, tokensOut: 0 })).toBe(2);
  expect(costOf({ usdPerMillionIn: 0.07, usdPerMillionOut: 0 }, { tokensIn: 100, tokensOut: 0 })).toBe(7);
  expect(costOf(nano, { tokensIn: 1_000_000, tokensOut: 1_000_000 })).toBe(500_000);
  expect(costOf(nano, { tokensIn: 0, tokensOut: 0 })).toBe(0);
});

test('a cost is never less than the tokens times the price', () => {
  const price = fc.integer({ min: 0, max: 20_000_000 });
  const tokens = fc.integer({ min: 0, max: 2_000_000 });
  fc.assert(
    fc.property(price, price, tokens, tokens, (inMicro, outMicro, tokensIn, tokensOut) => {
      const cost = costOf({ usdPerMillionIn: inMicro / 1e6, usdPerMillionOut: outMicro / 1e6 }, { tokensIn, tokensOut });
      const parts = BigInt(tokensIn) * BigInt(inMicro) + BigInt(tokensOut) * BigInt(outMicro);
      return BigInt(cost) * 1_000_000n >= parts && BigInt(cost) * 1_000_000n < parts + 1_000_000n;
    }),
  );
});
