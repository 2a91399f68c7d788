/** How soon the window is there. */
import { _electron } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from '../display.mjs';
import { findElectron } from '../electron-runtime.mjs';
import { createCli } from './cli.mjs';
import { median, memoryOf } from './measure.mjs';
import { chromiumSwitches, plainApplication } from './plain-electron.mjs';

const starts = 7;
/** What is loaded in idle moments after the start counts as memory, too. */
const settleMs = 2_000;

export async function withDisplay(work) {
  const runtime = await findElectron();
  const display = await openDisplay();
  try {
    return await work(runtime, display.name ? { DISPLAY: display.name } : {});
  } finally {
    display.stop();
  }
}

export function launch(executablePath, args, env) {
  const timeout = 30_000;
  return _electron.launch({ executablePath, args: [...chromiumSwitches, ...args], env: { ...process.env, ...env }, timeout });
}

/** On a busy machine the debugger now and then misses the start of a process: that run is made once more. */
export function tryTwice(run) {
  return run().catch((cause) => {
    if (cause instanceof Error && cause.name === 'TimeoutError') return run();
    throw cause;
  });
}

/** An application that opens a window with nothing in it, with a user folder of its own as ours has. */
const emptyWindow = `const { app, BrowserWindow } = require('electron');
app.setPath('userData', process.env.LONGHAND_USER_DATA);
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<title>empty</title><p role=row>.'));`;

/** From the start of the process until what the window is for is in it, and what all its processes then hold. */
async function timeStart({ executable, args }, env) {
  const started = performance.now();
  const app = await launch(executable, args, env);
  const page = await app.firstWindow();
  await page.waitForSelector('[role=row]');
  const ms = performance.now() - started;
  const atOnce = memoryOf(app.process().pid);
  await page.waitForTimeout(settleMs);
  const settled = memoryOf(app.process().pid);
  await app.close();
  return { ms, peakMiB: atOnce === undefined ? undefined : Math.max(atOnce, settled) };
}

export async function startBenchmark({ workspace, texts }) {
  const { env, open } = await preparedLibrary(workspace, texts.at(-1).file);
  return withDisplay(async (runtime, display) => {
    const empty = plainApplication({ workspace, runtime, name: 'empty', script: emptyWindow });
    const user = workspace.path('empty-user');
    mkdirSync(user);
    const [ours, theirs] = [[], []];
    // In turns, so that whatever else the machine does meets both. The first of each makes its user folder: not counted.
    for (let run = 0; run <= starts; run += 1) {
      const their = await tryTwice(() => timeStart(empty, { ...display, LONGHAND_USER_DATA: user }));
      const our = await tryTwice(() => timeStart(runtime, { ...display, ...env }));
      if (run === 0) continue;
      theirs.push(their);
      ours.push(our);
    }
    empty.remove();
    const of = (runs, field) => median(runs.map((run) => run[field]));
    return [
      {
        work: `start to the library with ${open}`,
        ms: of(ours, 'ms'), peer: 'empty Electron window', peerMs: of(theirs, 'ms'),
        peakMiB: of(ours, 'peakMiB'), peerPeakMiB: of(theirs, 'peakMiB'),
        goal: '≤ 1.5×',
      },
    ];
  });
}

let libraries = 0;

/** A library as the application finds it, with one imported book. */
export async function preparedLibrary(workspace, file) {
  libraries += 1;
  const user = workspace.path(`user-${libraries}`);
  const documents = workspace.path(`documents-${libraries}`);
  mkdirSync(user);
  mkdirSync(documents);
  const cli = createCli(workspace);
  await cli(join(documents, 'Longhand'), 'import', file);
  return { env: { LONGHAND_USER_DATA: user, LONGHAND_DOCUMENTS: documents }, open: 'one long book' };
}
