import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createPacks } from '../../../../src-main/interview/packs';
import { failureOf, shippedPacks } from '../../../support/start-interview';

const asFailure = (loading: Promise<unknown>) => failureOf(loading.then((value) => ({ ok: true, value }) as const));

test('a language without a pack gets the English one of the same genre', async () => {
  const { packFor } = shippedPacks();
  for (const language of ['en', 'en-GB', 'de', 'zh-Hant-TW'])
    expect(await packFor('mystery', language)).toMatchObject({ genre: 'mystery', language: 'en' });
});

test('a pack of the language comes first, and each file is read once', async () => {
  const reads: string[] = [];
  const german = JSON.stringify({ ...(await shippedPacks().packFor('memoir', 'en')), language: 'de' });
  const { packFor } = createPacks({
    folder: 'packs',
    read: async (path) => {
      reads.push(path);
      return path === join('packs', 'de', 'memoir.json') ? new TextEncoder().encode(german) : undefined;
    },
  });
  expect((await packFor('memoir', 'de-AT')).language).toBe('de');
  expect((await packFor('memoir', 'de-AT')).language).toBe('de');
  expect(reads).toEqual([join('packs', 'de-AT', 'memoir.json'), join('packs', 'de', 'memoir.json')]);
});

test('a broken pack and a missing one are named, and can be mended without a restart', async () => {
  const files = new Map<string, string>([[join('packs', 'en', 'memoir.json'), '{ "version": 2']]);
  const read = async (path: string) => (files.has(path) ? new TextEncoder().encode(files.get(path)) : undefined);
  const { packFor } = createPacks({ folder: 'packs', read });
  expect(await asFailure(packFor('memoir', 'en'))).toEqual({
    code: 'unreadable-file',
    file: 'en/memoir.json',
    reason: 'not a pack',
  });
  expect(await asFailure(packFor('travel', 'en'))).toEqual({
    code: 'unreadable-file',
    file: 'en/travel.json',
    reason: 'missing',
  });
  files.set(join('packs', 'en', 'memoir.json'), JSON.stringify(await shippedPacks().packFor('memoir', 'en')));
  expect((await packFor('memoir', 'en')).genre).toBe('memoir');
});
