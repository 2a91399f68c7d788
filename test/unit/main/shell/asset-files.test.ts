import { expect, test } from 'vitest';
import { createAssetFiles } from '../../../../src-main/shell/asset-files';

const id = 'ab'.repeat(32);
function start(
  asset: { bytes: Uint8Array; mime: string } | undefined = { bytes: new Uint8Array([1, 2]), mime: 'image/png' },
) {
  const asked: string[][] = [];
  const serve = createAssetFiles(async (...names) => {
    asked.push(names);
    return asset;
  });
  return { asked, get: (url: string, method = 'GET') => serve({ method, url }) };
}

test('a picture is served by its book and its digest, for ever', async () => {
  const { asked, get } = start();
  const answer = await get(`asset://Book_1/${id}`);
  expect(asked).toEqual([['Book_1', id]]);
  expect([answer.status, answer.body]).toEqual([200, new Uint8Array([1, 2])]);
  expect(answer.headers).toMatchObject({ 'Content-Type': 'image/png', 'X-Content-Type-Options': 'nosniff' });
});

test.each([
  `asset://b/${id}/x`,
  `asset://b/${id}?x`,
  `asset://b/../${id}`,
  `asset://../${id}`,
  `asset:///${id}`,
  `asset://b/${id.toUpperCase()}`,
  `asset://b/${id.slice(1)}`,
  `asset://b%2f/${id}`,
  `asset://u@b/${id}`,
  'asset://b/index.html',
])('%s asks for nothing', async (url) => {
  const { asked, get } = start();
  expect((await get(url)).status).toBe(404);
  expect(asked).toEqual([]);
});

test.each(['image/svg+xml', 'text/html', 'application/pdf', 'image/tiff'])('%s is not drawn', async (mime) => {
  expect((await start({ bytes: new Uint8Array(1), mime }).get(`asset://b/${id}`)).status).toBe(404);
});

test('what is too large, missing or not asked for with GET is refused', async () => {
  expect(
    (await start({ bytes: new Uint8Array(21 * 1024 * 1024), mime: 'image/png' }).get(`asset://b/${id}`)).status,
  ).toBe(413);
  expect((await createAssetFiles(async () => undefined)({ method: 'GET', url: `asset://b/${id}` })).status).toBe(404);
  expect((await start().get(`asset://b/${id}`, 'POST')).status).toBe(405);
});
