import fc from 'fast-check';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundlePath, createBundleFiles } from '../../../../src-main/shell/bundle-files';
import { contentSecurityPolicy } from '../../../../src-main/shell/content-policy';

const canary = 'outside the bundle';
let base: string;
let serve: ReturnType<typeof createBundleFiles>;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'longhand-bundle-'));
  const root = join(base, 'renderer');
  mkdirSync(join(root, 'assets'), { recursive: true });
  writeFileSync(join(root, 'index.html'), '<title>Longhand</title>');
  writeFileSync(join(root, 'assets', 'index-Ab1_.js'), '1');
  writeFileSync(join(root, 'notes.exe'), 'MZ');
  writeFileSync(join(base, 'secret.js'), canary);
  symlinkSync(join(base, 'secret.js'), join(root, 'assets', 'link.js'));
  symlinkSync(base, join(root, 'up'));
  const fonts = join(base, 'fonts');
  mkdirSync(fonts);
  writeFileSync(join(fonts, 'Garamond-Regular.ttf'), 'letters');
  writeFileSync(join(fonts, 'README.md'), 'about letters');
  symlinkSync(join(base, 'secret.js'), join(fonts, 'Link.ttf'));
  serve = createBundleFiles({ root, fonts });
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

const get = (url: string) => serve({ method: 'GET', url });

test('files of the bundle are served with their type', async () => {
  expect((await get('app://bundle/index.html')).headers).toMatchObject({ 'Content-Type': 'text/html; charset=utf-8' });
  const script = await get('app://bundle/assets/index-Ab1_.js?v=1#x');
  expect([script.status, script.headers['Content-Type']]).toEqual([200, 'text/javascript; charset=utf-8']);
});

test('the book faces that ship are served under their own name, and nothing else of their folder', async () => {
  const face = await get('app://bundle/book-faces/Garamond-Regular.ttf');
  expect([face.status, face.headers['Content-Type']]).toEqual([200, 'font/ttf']);
  for (const path of ['README.md', 'Link.ttf', 'Missing.ttf', '../secret.js']) {
    expect((await get(`app://bundle/book-faces/${path}`)).status).toBe(404);
  }
});

describe('what is not a plain file of the bundle is not found', () => {
  test.each([
    'app://bundle/',
    'app://bundle',
    'app://bundle/../secret.js',
    'app://bundle/assets/../../secret.js',
    'app://bundle/%2e%2e/secret.js',
    'app://bundle/..%2fsecret.js',
    'app://bundle/..%5csecret.js',
    'app://bundle/%5c..%5csecret.js',
    'app://bundle/index.html%00.js',
    'app://bundle//etc/passwd',
    'app://bundle/C:/secret.js',
    'app://bundle/%5c%5chost%5cshare.js',
    'app://bundle/assets/link.js',
    'app://bundle/up/secret.js',
    'app://bundle/assets',
    'app://bundle/%E0%A4%A',
    'app://bundle/.env.js',
    'app://bundle/notes.exe',
    'app://other/index.html',
    'app://bundle.evil/index.html',
    'app://user@bundle/index.html',
    'https://bundle/index.html',
    'file:///etc/passwd',
    `app://bundle/${'a'.repeat(5_000)}.js`,
    'app://bundle/missing.js',
  ])('%s', async (url) => {
    const answer = await get(url);
    expect([answer.status, answer.body]).toEqual([404, null]);
  });
});

test.each(['POST', 'PUT', 'HEAD', 'DELETE'])('%s is refused', async (method) => {
  expect((await serve({ method, url: 'app://bundle/index.html' })).status).toBe(405);
});

test('every answer carries the policy', async () => {
  for (const url of ['app://bundle/index.html', 'app://bundle/missing.js', 'app://other/']) {
    expect((await get(url)).headers).toMatchObject({
      'Content-Security-Policy': contentSecurityPolicy,
      'X-Content-Type-Options': 'nosniff',
    });
  }
});

test('the policy has no hole', () => {
  expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:|ws:/);
  for (const part of [
    "default-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-src 'none'",
    "form-action 'none'",
  ]) {
    expect(contentSecurityPolicy).toContain(part);
  }
});

test('no address, however written, reads outside the bundle', async () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '%2e',
    '%2e%2e',
    '/',
    '%2f',
    '\\',
    '%5c',
    '%00',
    'secret.js',
    'up',
    'assets',
    'link.js',
    '%',
    ':',
    'C:',
    '~',
    '%252e',
    'index.html',
    '?',
    '#',
    ' ',
  );
  const address = fc
    .array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 8 })
    .map((pieces) => `app://bundle/${pieces.join('')}`);
  await fc.assert(
    fc.asyncProperty(address, async (url) => {
      const { body } = await get(url);
      if (body !== null) expect(Buffer.from(body).toString()).not.toContain(canary);
      const path = bundlePath(url);
      if (path !== null) expect(path).not.toMatch(/\.\.|\\|\0|:|^\/|\/\//);
    }),
    { numRuns: 2_000 },
  );
});
