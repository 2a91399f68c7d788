import { expect, test } from '@playwright/test';
import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startPiped, type PipedPage } from './support/devtools-pipe';
import { filesIn, kindOf, listArchive, packagesIn, readFuses } from './support/package-files';
import { appEnvironment, makeFolders, testRuntime, type TestFolders } from './support/launch';

const run = promisify(execFile);
const root = join(__dirname, '..', '..');
const output = join(root, 'dist', 'test');
const unpacked = join(output, 'longhand-0.1.0');
const installed = join(output, 'installed');

let folders: TestFolders;
let running: PipedPage | undefined;

test.skip(process.platform !== 'linux', 'The package that builds without a download is the one for Linux.');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await run(process.execPath, [join(root, 'scripts', 'package.mjs'), '--store', '--output=dist/test']);
  await run('tar', ['-xzf', join(output, 'longhand-0.1.0.tar.gz'), '-C', output]);
  folders = await makeFolders();
});
test.afterEach(() => {
  running?.process.kill('SIGKILL');
  running = undefined;
});
test.afterAll(async () => {
  await Promise.all([folders.base, output].map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Only what lets Chromium start as root; the path to the sources is not for the package. */
function testRuntimeFlags(): readonly string[] {
  return testRuntime().args.filter((argument) => argument.startsWith('--'));
}

/** Starts the packaged application. */
async function startPackaged(environment: Readonly<Record<string, string>> = {}, extra: readonly string[] = []) {
  const args = [...testRuntimeFlags(), '--disable-gpu', ...extra];
  running = await startPiped(join(unpacked, 'longhand'), args, { ...appEnvironment(folders), ...environment });
  return running;
}

async function call({ evaluate }: PipedPage, name: string): Promise<string> {
  return JSON.stringify(await evaluate(`window.bridge.call(${JSON.stringify(name)}, null)`));
}

test('the packaged application starts, knows its version and opens its sample book', async () => {
  const page = await startPackaged();
  // A window is there before its page is.
  await expect.poll(() => page.evaluate('location.href').catch(() => '')).toMatch(/^app:\/\/bundle\//);
  await expect.poll(() => page.evaluate('typeof window.bridge')).toBe('object');
  expect(await call(page, 'app.info')).toContain('"version":"0.1.0"');
  expect(await call(page, 'library.openSample')).toContain('"ok":true');
  expect(await call(page, 'library.list')).toContain('"words":');
});

test('it does not run as Node, takes no options for Node and opens no inspector', async () => {
  const evil = join(folders.base, 'evil.js');
  const trace = join(folders.base, 'trace');
  await writeFile(evil, `require('node:fs').writeFileSync(${JSON.stringify(trace)}, 'ran');`);
  const hostile = { ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${evil}` };
  const page = await startPackaged(hostile, ['--inspect=0']);
  page.process.kill('SIGUSR1');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(page.said()).not.toContain('Debugger listening');
  expect(existsSync(trace)).toBe(false);
});

/** Runs the packaged application as a command line, where there is no display. */
function runPackagedCli(
  argv: readonly string[],
  folder = unpacked,
): Promise<{ code: number | null; out: string; error: string }> {
  const isDisplay = (name: string) => name === 'DISPLAY' || name === 'WAYLAND_DISPLAY';
  const environment = Object.entries(appEnvironment(folders)).filter(([name]) => !isDisplay(name));
  const child = spawn(join(folder, 'longhand'), [...testRuntimeFlags(), '--cli', ...argv], {
    env: Object.fromEntries(environment),
    timeout: 60_000,
    killSignal: 'SIGKILL',
  });
  let out = '';
  let error = '';
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (error += String(data)));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, error })));
}

test('it is a command line too, without a window and without a display', async () => {
  const brief = join(folders.base, 'brief.json');
  const words = join(folders.base, 'words.md');
  const library = join(folders.base, 'by-command');
  const file = join(folders.base, 'salt.pdf');
  await writeFile(brief, JSON.stringify({ title: 'The Salt Road' }));
  await writeFile(words, '# The Salt Road\n\nWe walked at night, when the salt was cool.\n');
  expect(await runPackagedCli(['new', '--brief', brief, '--library', library])).toMatchObject({ code: 0 });
  const imported = await runPackagedCli(['import', words, '--library', library]);
  const { bookId } = JSON.parse(imported.out) as { readonly bookId: string };
  const exported = await runPackagedCli(['export', bookId, '--format', 'pdf', '--out', file, '--library', library]);
  expect(exported).toMatchObject({ code: 0 });
  expect(JSON.parse(exported.out)).toMatchObject({ file, chapters: 1 });
  expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(await runPackagedCli(['fly'])).toMatchObject({ code: 2, out: '' });
  expect((await runPackagedCli(['--version'])).out).toBe('0.1.0\n');
});

test('what Electron can be made to do from outside is fused off in the program itself', async () => {
  expect(readFuses(await readFile(join(unpacked, 'longhand')))).toMatchObject({
    runAsNode: 'off',
    cookieEncryption: 'on',
    nodeOptions: 'off',
    nodeCliInspect: 'off',
    asarIntegrity: 'on',
    onlyLoadAppFromAsar: 'on',
    ownV8Snapshot: 'off',
  });
});

const kindsOfFiles = [
  'app.asar/node_modules',
  'app.asar/out/main/*.js',
  'app.asar/out/main/chunks/*.js',
  'app.asar/out/preload/*.js',
  'app.asar/out/renderer/*.html',
  'app.asar/out/renderer/assets/*.css',
  'app.asar/out/renderer/assets/*.js',
  'app.asar/out/renderer/assets/*.woff2',
  'app.asar/package.json',
  'resources/*.json',
  'resources/fonts/*.ttf',
  'resources/fonts/*.txt',
  'resources/icons/*.png',
  'resources/icons/*.svg',
  'resources/packs/en/*.json',
  'resources/sample/*.json',
];

test('the package holds what runs and nothing else', async () => {
  const resources = join(unpacked, 'resources');
  const archived = await listArchive(join(resources, 'app.asar'));
  const beside = (await filesIn(resources)).filter((name) => !/^app(?:\.asar|armor-profile)/u.test(name));
  expect([...new Set([...archived, ...beside].map(kindOf))].sort()).toEqual(kindsOfFiles);
  const all = [...(await filesIn(unpacked)), ...archived];
  expect(all.filter((name) => /\.map$|\.[cm]?tsx?$|(?:^|\/)(?:\.env|\.npmrc|\.git|test|tests)/u.test(name))).toEqual(
    [],
  );
  expect(packagesIn(archived)).not.toEqual(expect.arrayContaining(['react', 'electron', 'vite', 'zod', 'lowdb']));
  const sharp = all.filter((name) => name.includes('@img/sharp-'));
  expect(sharp.filter((name) => !name.includes('sharp-wasm32'))).toEqual([]);
});

test('the Debian package puts the same files in their places, and they run', async () => {
  test.skip(!existsSync('/usr/bin/dpkg-deb'), 'Only Debian and its children make Debian packages.');
  const deb = join(output, 'longhand_0.1.0_amd64.deb');
  const { stdout: fields } = await run('dpkg-deb', ['--field', deb]);
  expect(fields).toMatch(/^Package: longhand\nVersion: 0\.1\.0\nArchitecture: amd64\n/u);
  expect(fields).toMatch(/^Depends: .*libgtk-3-0.*libnss3/mu);
  await mkdir(installed);
  await run('dpkg-deb', ['--raw-extract', deb, installed]);
  const program = join(installed, 'opt', 'Longhand');
  const wanted = (await filesIn(unpacked)).filter((name) => !name.endsWith('apparmor-profile'));
  expect(await filesIn(program)).toEqual(expect.arrayContaining(wanted));
  expect(await readFile(join(installed, 'usr/share/applications/longhand.desktop'), 'utf8')).toContain('Name=Longhand');
  expect(await filesIn(join(installed, 'usr/share/icons'))).toContain('hicolor/512x512/apps/longhand.png');
  expect(await readFile(join(installed, 'DEBIAN/postinst'), 'utf8')).toContain('chrome-sandbox');
  expect(await runPackagedCli(['--version'], program)).toMatchObject({ code: 0, out: '0.1.0\n' });
});
