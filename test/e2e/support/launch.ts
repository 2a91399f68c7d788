import { _electron, expect, type ElectronApplication, type Page } from '@playwright/test';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import type * as Net from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bridge } from '../../../src-shared/ipc/contract';

/** The page's `window`, for code that runs in it. */
export type PageWindow = { readonly bridge: Bridge };

/** Where one started application keeps its things; pass them on to start a second time on the same library. */
export type TestFolders = { readonly base: string; readonly user: string; readonly documents: string };

/** A started Longhand: the real Electron, the built page, folders of its own. */
export type Launched = {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly folders: TestFolders;
  /** Makes a call of the contract, as the page does. */
  readonly call: (name: string, input: unknown) => Promise<unknown>;
  /** Answers the next file dialogs: `open` is the path picked, `saveIn` the folder saved to; `null` cancels. */
  readonly stubDialogs: (answers: { readonly open?: string | null; readonly saveIn?: string | null }) => Promise<void>;
  /**
   * Closes the window as an author does and fails on console errors and network requests of the whole run, but for those to
   * the servers in `mayReach`.
   */
  readonly close: (options?: { readonly keepFolders?: boolean }) => Promise<void>;
  /** What has gone wrong so far; take entries out (`splice`) when a test provokes them. */
  readonly problems: string[];
};

const startTimeoutMs = 30_000;
const closeTimeoutMs = 15_000;

/** Starts the application. `arguments` come last on its command line. */
export async function launch(
  options: {
    readonly folders?: TestFolders;
    readonly arguments?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
    /** Addresses on this computer that the application may speak to, as `http://127.0.0.1:4711`; none unless named. */
    readonly mayReach?: readonly string[];
    /** What to start; the Electron of the global setup when it is left out. */
    readonly runtime?: Runtime;
  } = {},
): Promise<Launched> {
  const folders = options.folders ?? (await makeFolders());
  const env = { ...appEnvironment(folders), ...options.environment };
  const app = await startElectron(options.runtime ?? testRuntime(), env, options.arguments ?? []);
  const problems: string[] = [];
  watchPages(app, problems);
  await watchSockets(app);
  const page = await app.firstWindow({ timeout: startTimeoutMs });
  await page.waitForLoadState();
  return {
    app,
    page,
    folders,
    problems,
    call: (name, input) => callFrom(page, name, input),
    stubDialogs: (answers) => stubDialogs(app, answers),
    async close({ keepFolders = false } = {}) {
      const opened = await closeWindow(app);
      const sockets = opened.filter((socket) => !isAllowed(socket, options.mayReach ?? []));
      if (!keepFolders) await rm(folders.base, { recursive: true, force: true });
      expect([...problems, ...sockets], 'console errors and network requests').toEqual([]);
    },
  };
}

/** On a busy machine the debugger now and then misses the start of the process; the second try is a new process. */
async function startElectron(
  runtime: Runtime,
  env: Record<string, string>,
  last: readonly string[],
): Promise<ElectronApplication> {
  const args = [...(runtime.held ?? []), ...runtime.args, '--disable-gpu', ...last];
  const { executable: executablePath, isSandboxed: chromiumSandbox = false } = runtime;
  const start = () => _electron.launch({ executablePath, args, env, chromiumSandbox, timeout: startTimeoutMs });
  return start().catch((cause: unknown) => {
    if (cause instanceof Error && cause.name === 'TimeoutError') return start();
    throw cause;
  });
}

/** A program that starts the application, and what must come first on its command line. */
export type Runtime = {
  readonly executable: string;
  readonly args: readonly string[];
  /** What comes before them, so that the application waits for Playwright. */
  readonly held?: readonly string[];
  /** Whether Chromium’s sandbox is on: it needs an ordinary user and a kernel that allows it. */
  readonly isSandboxed?: boolean;
};

/** The Electron that the global setup found. */
export function testRuntime() {
  const found = process.env['LONGHAND_TEST_ELECTRON'];
  if (found === undefined) throw new Error('The end-to-end setup has not run.');
  return JSON.parse(found) as {
    readonly executable: string;
    readonly dist: string;
    readonly args: readonly string[];
    readonly held: readonly string[];
  };
}

/** Fresh folders for one application, removed by `close`. */
export async function makeFolders(): Promise<TestFolders> {
  const base = await mkdtemp(join(tmpdir(), 'longhand-e2e-'));
  const folders = { base, user: join(base, 'user'), documents: join(base, 'documents') };
  await Promise.all([mkdir(folders.user), mkdir(folders.documents)]);
  return folders;
}

/** The environment of an application that keeps its things in these folders. */
export function appEnvironment(folders: TestFolders): Record<string, string> {
  const inherited = Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { ...Object.fromEntries(inherited), LONGHAND_USER_DATA: folders.user, LONGHAND_DOCUMENTS: folders.documents };
}

function watchPages(app: ElectronApplication, problems: string[]): void {
  const context = app.context();
  context.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => problems.push(`page: ${error.error().message}`));
  context.on('request', (request) => {
    if (!/^(?:app|asset|blob|data|devtools):/.test(request.url())) problems.push(`request: ${request.url()}`);
  });
}

function callFrom(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([called, given]) => (window as unknown as PageWindow).bridge.call(called as string, given),
    [name, input],
  );
}

/** Notes every socket that the main process opens, whatever library asks for it. */
async function watchSockets(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    const shared = globalThis as unknown as { openedSockets: string[] };
    shared.openedSockets = [];
    // The application's own `require`: what is evaluated here has none.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- `require.main` cannot be reached from here
    const { Socket } = (process.mainModule as NodeJS.Module).require('node:net') as typeof Net;
    const connect = Reflect.get(Socket.prototype, 'connect') as (...parts: unknown[]) => unknown;
    Reflect.set(Socket.prototype, 'connect', function (this: unknown, ...parts: unknown[]) {
      shared.openedSockets.push(`socket: ${JSON.stringify(parts[0])}`);
      return connect.apply(this, parts);
    });
  });
}

/** A socket is noted with the options that it was opened with, or with the list whose first they are. */
function isAllowed(socket: string, addresses: readonly string[]): boolean {
  const opened = JSON.parse(socket.replace(/^socket: /u, '')) as unknown;
  const { host, port } = [opened].flat()[0] as { readonly host?: string; readonly port?: string | number };
  return addresses.some((address) => address === `http://${host ?? ''}:${String(port ?? '')}`);
}

async function stubDialogs(
  app: ElectronApplication,
  answers: { readonly open?: string | null; readonly saveIn?: string | null },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, saveIn }) => {
    if (open !== undefined) {
      dialog.showOpenDialog = async () => ({ canceled: open === null, filePaths: open === null ? [] : [open] });
    }
    if (saveIn !== undefined) {
      dialog.showSaveDialog = async (...parts: unknown[]) => {
        const { defaultPath = 'untitled' } = parts[parts.length - 1] as { defaultPath?: string };
        const name = defaultPath.split(/[/\\]/).pop() ?? 'untitled';
        return saveIn === null ? { canceled: true, filePath: '' } : { canceled: false, filePath: `${saveIn}/${name}` };
      };
    }
  }, answers);
}

/** Closes the window, waits for the end of the process and gives the sockets that were opened on the way. */
async function closeWindow(app: ElectronApplication): Promise<readonly string[]> {
  const running = app.process();
  if (running.exitCode !== null) return [];
  const ended = new Promise<void>((resolve) => running.once('exit', () => resolve()));
  const sockets = await app.evaluate(({ BrowserWindow }) => {
    // The answer must be on its way before the process ends.
    setTimeout(() => BrowserWindow.getAllWindows()[0]?.close(), 10);
    return (globalThis as unknown as { openedSockets: string[] }).openedSockets;
  });
  const late = setTimeout(() => running.kill('SIGKILL'), closeTimeoutMs);
  await ended;
  clearTimeout(late);
  if (running.signalCode === 'SIGKILL') throw new Error('The application did not close in time.');
  return sockets;
}
