import { expect, test } from '@playwright/test';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
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
  expect(await page.evaluate('location.href')).toMatch(/^app:\/\/bundle\//);
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
