import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../../..');
const sources = ['src-main', 'src-renderer', 'src-shared'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => ({ name: relative(root, join(root, folder, name)), text: readFileSync(join(root, folder, name), 'utf8') })),
);

/** The files that hold something, by name. */
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name).sort();

test.each([
  ['certificates are checked by Chromium alone', /certificate-error|setCertificateVerifyProc|NODE_TLS_REJECT_UNAUTHORIZED/u],
  ['no address is handed to the system', /openExternal/u],
  ['no text becomes code', /\beval\(|new Function\(|executeJavaScript|\bvm\.run/u],
  ['no text becomes HTML', /dangerouslySetInnerHTML|\.(?:innerHTML|outerHTML)\s*=|insertAdjacentHTML|document\.write/u],
  ['nobody opens the tools of developers', /openDevTools|toggleDevTools/u],
  ['the page gets no way around the bridge', /@electron\/remote|nodeIntegration: true|contextIsolation: false|webSecurity: false/u],
])('%s', (_name, pattern) => {
  expect(filesWith(pattern)).toEqual([]);
});

test('one file hears the page, and windows show one address', () => {
  expect(filesWith(/ipcMain\.(?:handle|on)\(/u)).toEqual(['src-main/shell/ipc-bridge.ts']);
  const loads = sources.flatMap(({ text }) => text.match(/\bload(?:URL|File)\([^)]*\)/gu) ?? []);
  expect(new Set(loads)).toEqual(new Set(['loadURL(pageAddress)']));
});

/** Beginnings that an author can choose a model’s server from, and where the rules of disclosure are written. */
const namedFor: ReadonlySet<string> = new Set([
  'src-renderer/features/settings/co-writer-server.tsx 127.0.0.1',
  'src-shared/domain/co-writer.ts api.openai.com',
  'src-shared/domain/co-writer.ts 127.0.0.1',
  'src-shared/domain/disclosure.ts kdp.amazon.com',
  'src-shared/domain/disclosure.ts www.federalregister.gov',
]);

test('no address of the web is named but those of formats, of servers to choose, of sources, and the example of a link', () => {
  const known = /^(?:www\.w3\.org|schemas\.openxmlformats\.org|schemas\.microsoft\.com|purl\.org|www\.idpf\.org|www\.daisy\.org|ns\.adobe\.com)$/u;
  const named = sources.flatMap(({ name, text }) =>
    [...text.matchAll(/\b(?:https?|wss?):\/\/([\w.-]+)/gu)].map(([, host = '']) => `${name} ${host}`),
  );
  const unknown = named.filter((line) => !known.test(line.split(' ')[1] ?? '') && !line.endsWith(' example.org'));
  expect(unknown.filter((line) => !namedFor.has(line))).toEqual([]);
});

test('the Electron that is shipped is one that is still mended, pinned to the last digit', () => {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: Record<string, string> };
  const version = devDependencies['electron'] ?? '';
  expect(version).toMatch(/^\d+\.\d+\.\d+$/u);
  // Before 35.7.5 the archive's checksum could be gone around.
  expect(Number(version.split('.')[0])).toBeGreaterThan(35);
});
