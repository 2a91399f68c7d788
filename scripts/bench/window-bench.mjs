/** What an author feels in the window: how soon it is there, and how soon a key is on the page. */
import { _electron } from '@playwright/test';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDisplay } from '../display.mjs';
import { findElectron } from '../electron-runtime.mjs';
import { createCli } from './cli.mjs';
import { median, percentile95 } from './measure.mjs';
import { chromiumSwitches, plainApplication } from './plain-electron.mjs';

const starts = 3;
const keys = 120;
const warmUpKeys = 15;

async function withDisplay(work) {
  const runtime = await findElectron();
  const display = await openDisplay();
  try {
    return await work(runtime, display.name ? { DISPLAY: display.name } : {});
  } finally {
    display.stop();
  }
}

function launch(executablePath, args, env) {
  return _electron.launch({ executablePath, args: [...chromiumSwitches, ...args], env: { ...process.env, ...env } });
}

/** An application that opens a window with nothing in it. */
const emptyWindow = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadURL('data:text/html,<title>empty</title><p id=there>.'));`;

/** From the start of the process until `ready` says that the window can be used. */
async function timeStart({ executable, args }, env, ready) {
  const started = performance.now();
  const app = await launch(executable, args, env);
  const page = await app.firstWindow();
  await ready(page);
  const ms = performance.now() - started;
  await app.close();
  return ms;
}

export async function startBenchmark({ workspace, texts }) {
  const { env, open } = await preparedLibrary(workspace, texts.at(-1).file);
  return withDisplay(async (runtime, display) => {
    const empty = plainApplication({ workspace, runtime, name: 'empty', script: emptyWindow });
    const [ours, theirs] = [[], []];
    // In turns, so that whatever else the machine does meets both.
    for (let run = 0; run < starts; run += 1) {
      theirs.push(await timeStart(empty, display, (page) => page.waitForSelector('#there')));
      ours.push(await timeStart({ executable: runtime.executable, args: runtime.args }, { ...display, ...env }, (page) => page.getByRole('row').first().waitFor()));
    }
    empty.remove();
    return [{ work: `cold start to the library with ${open}`, ms: median(ours), peer: 'empty Electron window', peerMs: median(theirs), goal: '≤ 1.5×' }];
  });
}

/** A library as the application finds it, with one imported book. */
async function preparedLibrary(workspace, file) {
  const user = workspace.path(`user-${Date.now()}`);
  const documents = workspace.path(`documents-${Date.now()}`);
  mkdirSync(user);
  mkdirSync(documents);
  const cli = createCli(workspace);
  await cli(join(documents, 'Longhand'), 'import', file);
  return { env: { LONGHAND_USER_DATA: user, LONGHAND_DOCUMENTS: documents }, open: 'one long book' };
}

/** A chapter of so many words, from the first text. */
function chapterOf(workspace, source, words) {
  const all = readFileSync(source, 'utf8').replace(/^#.*$/gmu, '').split(/\n\s*\n/u).filter((paragraph) => paragraph.trim() !== '');
  const chosen = [];
  for (let count = 0; count < words; count += chosen.at(-1).split(/\s+/u).length) chosen.push(all[chosen.length % all.length]);
  const file = workspace.path(`chapter-${words}.md`);
  writeFileSync(file, `# One long chapter\n\n${chosen.join('\n\n')}\n`);
  return file;
}

export async function editorBenchmark({ workspace, texts }) {
  const rows = [];
  for (const words of [10_000, 50_000]) {
    const { env } = await preparedLibrary(workspace, chapterOf(workspace, texts[0].file, words));
    const { ours, theirs } = await withDisplay((runtime, display) => typeInBoth(runtime, { ...display, ...env }));
    const label = `${words.toLocaleString('en')} words`;
    const peer = 'contenteditable';
    rows.push({ work: `key to frame, median, ${label}`, ms: median(ours), peer, peerMs: median(theirs) });
    rows.push({ work: `key to frame, 95th, ${label}`, ms: percentile95(ours), peer, peerMs: percentile95(theirs), goal: words === 10_000 ? '≤ 16.7 ms, ≤ 1.3×' : '≤ 1.3×' });
  }
  return rows;
}

async function typeInBoth(runtime, env) {
  const app = await launch(runtime.executable, runtime.args, env);
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(60_000);
    await page.getByRole('row').first().waitFor();
    await page.getByRole('row').last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Brief' }).waitFor();
    await page.keyboard.press('Alt+4');
    const text = page.getByRole('textbox', { name: /^Text of/ });
    await text.waitFor();
    await text.locator('p').nth(2).click();
    const ours = await measureKeys(page);
    await showPlain(page);
    const theirs = await measureKeys(page);
    return { ours, theirs };
  } finally {
    // The plain page cannot answer the question about unsaved words.
    app.process().kill('SIGKILL');
  }
}

/** The same words in a plain editable element of the same look, in the same window. */
async function showPlain(page) {
  await page.evaluate(() => {
    const editor = document.querySelector('[role=textbox][aria-label^="Text of"]');
    const { font, lineHeight } = getComputedStyle(editor);
    const { width } = editor.getBoundingClientRect();
    const plain = document.createElement('div');
    plain.contentEditable = 'true';
    plain.style.cssText = `font:${font};line-height:${lineHeight};width:${width}px;margin:auto;height:90vh;overflow:auto`;
    for (const paragraph of editor.querySelectorAll('p')) {
      const copy = document.createElement('p');
      copy.textContent = paragraph.textContent;
      plain.append(copy);
    }
    document.body.replaceChildren(plain);
    plain.focus();
    getSelection()?.setBaseAndExtent(plain.children[2].firstChild, 5, plain.children[2].firstChild, 5);
  });
}

/** Types keys one by one; each is timed from its event to the moment after the frame that shows it. */
async function measureKeys(page) {
  await page.evaluate(() => {
    globalThis.keyTimes = [];
    globalThis.addEventListener(
      'keydown',
      (event) =>
        requestAnimationFrame(() => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => globalThis.keyTimes.push(performance.now() - event.timeStamp);
          channel.port2.postMessage(null);
        }),
      { capture: true },
    );
  });
  for (let index = 0; index < keys + warmUpKeys; index += 1) {
    await page.keyboard.press('a');
    await page.waitForTimeout(40);
  }
  const times = await page.evaluate(() => globalThis.keyTimes);
  return times.slice(warmUpKeys);
}
