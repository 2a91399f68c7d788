import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startPiped, type PipedPage } from './support/devtools-pipe';
import { appEnvironment, makeFolders, testRuntime, type TestFolders } from './support/launch';

const root = join(__dirname, '..', '..');
const output = 'dist/test';
const unpacked = join(root, output, 'linux-unpacked');

let folders: TestFolders;
let running: PipedPage | undefined;

test.skip(process.platform !== 'linux', 'The package that builds without a download is the one for Linux.');

test.beforeAll(async () => {
  test.setTimeout(240_000);
  await packageForTest();
  folders = await makeFolders();
});
test.afterEach(() => {
  running?.process.kill('SIGKILL');
  running = undefined;
});
test.afterAll(async () => {
  await Promise.all([folders.base, join(root, output)].map((folder) => rm(folder, { recursive: true, force: true })));
});

/** Only what lets Chromium start as root; the path to the sources is not for the package. */
function testRuntimeFlags(): readonly string[] {
  return testRuntime().args.filter((argument) => argument.startsWith('--'));
}

function packageForTest(): Promise<void> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'package.mjs'), '--dir', `--output=${output}`], {
    cwd: root,
  });
  let said = '';
  child.stdout.on('data', (data) => (said += String(data)));
  child.stderr.on('data', (data) => (said += String(data)));
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => (code === 0 ? resolve() : reject(new Error(said))));
  });
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
function runPackagedCli(...argv: readonly string[]): Promise<{ code: number | null; out: string; error: string }> {
  const isDisplay = (name: string) => name === 'DISPLAY' || name === 'WAYLAND_DISPLAY';
  const environment = Object.entries(appEnvironment(folders)).filter(([name]) => !isDisplay(name));
  const child = spawn(join(unpacked, 'longhand'), [...testRuntimeFlags(), '--cli', ...argv], {
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
  expect(await runPackagedCli('new', '--brief', brief, '--library', library)).toMatchObject({ code: 0 });
  const imported = await runPackagedCli('import', words, '--library', library);
  const { bookId } = JSON.parse(imported.out) as { readonly bookId: string };
  const exported = await runPackagedCli('export', bookId, '--format', 'pdf', '--out', file, '--library', library);
  expect(exported).toMatchObject({ code: 0 });
  expect(JSON.parse(exported.out)).toMatchObject({ file, chapters: 1 });
  expect((await readFile(file)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(await runPackagedCli('fly')).toMatchObject({ code: 2, out: '' });
  expect((await runPackagedCli('--version')).out).toBe('0.1.0\n');
});

test('the package holds what runs and nothing else', async () => {
  const resources = await readdir(join(unpacked, 'resources'), { recursive: true });
  expect(resources).toContain('app.asar');
  const ofDevelopment = /\.map$|\.tsx?$|\.env|^(?:app\.asar\.unpacked\/)?(?:test|src-|scripts|\.git|\.cache)/;
  expect(resources.filter((name) => ofDevelopment.test(name))).toEqual([]);
  expect(resources.filter((name) => name.includes('@img/sharp-')).every((name) => name.includes('sharp-wasm32'))).toBe(
    true,
  );
  const shipped = new Set(
    resources.flatMap((name) => /node_modules\/(@[^/]+\/[^/]+|[^@/][^/]*)/.exec(name)?.[1] ?? []),
  );
  for (const bundled of ['react', 'electron', 'vite', 'typescript', 'zod', 'lowdb'])
    expect(shipped).not.toContain(bundled);
});
