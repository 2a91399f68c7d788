/** How soon a key is on the page, beside a plain editable element of the same look in the same window. */
import { readFileSync, writeFileSync } from 'node:fs';
import { heldByPlaywright } from '../electron-runtime.mjs';
import { median, memoryOf, percentile95 } from './measure.mjs';
import { launch, preparedLibrary, tryTwice, withDisplay } from './window-bench.mjs';

const runs = 3;
const keys = 120;
const warmUpKeys = 15;
const keyEveryMs = 40;

export async function editorBenchmark({ workspace, texts }) {
  const rows = [];
  for (const words of [10_000, 50_000]) {
    const { env } = await preparedLibrary(workspace, chapterOf(workspace, texts[0].file, words));
    const found = await withDisplay(async (runtime, display) => {
      const all = [];
      for (let run = 0; run < runs; run += 1) all.push(await typeInBoth(runtime, { ...display, ...env }, run % 2 === 1));
      return all;
    });
    const label = `${words.toLocaleString('en')} words`;
    const goal = words === 10_000 ? '≤ 16.7 ms, ≤ 1.3×' : '≤ 1.3×';
    rows.push(...rowsOf(label, 'contenteditable', found, goal));
  }
  return [...rows, ...(await inLongBook(workspace, texts.at(-1)))];
}

/** Two rows of runs that were measured in pairs: the median over the runs of each run's median and 95th percentile. */
export function rowsOf(label, peer, found, goal) {
  const of = (side, pick) => median(found.map((run) => pick(run[side])));
  const p50 = ({ times }) => median(times);
  const p95 = ({ times }) => percentile95(times);
  const peak = ({ peakMiB }) => peakMiB;
  return [
    { work: `key to frame, median, ${label}`, ms: of('ours', p50), peer, peerMs: of('theirs', p50) },
    {
      work: `key to frame, 95th, ${label}`,
      ms: of('ours', p95), peer, peerMs: of('theirs', p95), peakMiB: of('ours', peak), peerPeakMiB: of('theirs', peak), goal,
    },
  ];
}

/** The first chapter of a long book, and the same chapter as a book of its own, in turns. */
async function inLongBook(workspace, text) {
  const whole = await preparedLibrary(workspace, text.file);
  return withDisplay(async (runtime, display) => {
    const paragraphs = await inEditor(runtime, { ...display, ...whole.env }, (page) =>
      page.locator('.manuscript > p').allTextContents(),
    );
    const file = workspace.path('chapter-alone.md');
    writeFileSync(file, `# The same chapter\n\n${paragraphs.join('\n\n')}\n`);
    const alone = await preparedLibrary(workspace, file);
    const measure = (library) => inEditor(runtime, { ...display, ...library.env }, measureKeys);
    const found = [];
    for (let run = 0; run < runs; run += 1) found.push({ theirs: await measure(alone), ours: await measure(whole) });
    return rowsOf(`a chapter of ${text.label}`, 'the same chapter alone', found, '≤ 1.1×');
  });
}

/** A chapter of so many words, from the first text. */
export function chapterOf(workspace, source, words) {
  const all = readFileSync(source, 'utf8').replace(/^#.*$/gmu, '').split(/\n\s*\n/u).filter((paragraph) => paragraph.trim() !== '');
  const chosen = [];
  for (let count = 0; count < words; count += chosen.at(-1).split(/\s+/u).length) chosen.push(all[chosen.length % all.length]);
  const file = workspace.path(`chapter-${words}.md`);
  writeFileSync(file, `# One long chapter\n\n${chosen.join('\n\n')}\n`);
  return file;
}

/** Starts the application on a library, opens the last book's first chapter, and works in it. */
export async function inEditor(runtime, env, work) {
  const app = await tryTwice(() => launch(runtime.executable, [...heldByPlaywright, ...runtime.args], env));
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(60_000);
    await openChapter(page);
    return await work(page, app.process().pid);
  } finally {
    // The plain page cannot answer the question about unsaved words.
    app.process().kill('SIGKILL');
  }
}

export async function openChapter(page) {
  await page.getByRole('row').first().waitFor();
  await page.getByRole('row').last().focus();
  await page.keyboard.press('Enter');
  await page.locator('.book-room').waitFor();
  await page.keyboard.press('Alt+4');
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.waitFor();
  await text.locator('p').nth(2).click();
}

/** Ours and the plain one in the same window; which comes first changes from run to run. */
function typeInBoth(runtime, env, isPlainFirst) {
  return inEditor(runtime, env, async (page, pid) => {
    if (!isPlainFirst) {
      const ours = await measureKeys(page, pid);
      await showPlain(page);
      return { ours, theirs: await measureKeys(page, pid) };
    }
    await showPlain(page);
    const theirs = await measureKeys(page, pid);
    await page.reload();
    await openChapter(page);
    return { ours: await measureKeys(page, pid), theirs };
  });
}

/**
 * Puts a still picture of the page in its place: the same elements and styles around, the same scroll container, the
 * same paragraphs, editable by the browser alone. Opening the document anew takes every listener of ours off.
 */
async function showPlain(page) {
  await page.evaluate(async () => {
    const scrolled = document.querySelector('.write-scroll').scrollTop;
    const copy = document.documentElement.cloneNode(true);
    for (const element of copy.querySelectorAll('script, [rel=modulepreload]')) element.remove();
    // The policy refuses written styles; they are set by hand below.
    for (const element of [copy, ...copy.querySelectorAll('[style]')]) {
      element.dataset.style = element.style.cssText;
      element.removeAttribute('style');
    }
    for (const paragraph of copy.querySelectorAll('.manuscript > p')) paragraph.textContent = String(paragraph.textContent);
    document.open();
    document.write(`<!doctype html>${copy.outerHTML}`);
    document.close();
    await new Promise((resolve) => globalThis.addEventListener('load', resolve, { once: true }));
    for (const element of document.querySelectorAll('[data-style]')) element.style.cssText = element.dataset.style;
    const plain = document.querySelector('.manuscript');
    const place = plain.querySelectorAll('p')[2].firstChild;
    plain.focus();
    getSelection()?.setBaseAndExtent(place, 5, place, 5);
    document.querySelector('.write-scroll').scrollTop = scrolled;
  });
}

/** Types keys one by one; each is timed from its event to the moment after the frame that shows it. */
export async function measureKeys(page, pid) {
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
    await page.waitForTimeout(keyEveryMs);
  }
  const times = await page.evaluate(() => globalThis.keyTimes);
  return { times: times.slice(warmUpKeys), peakMiB: memoryOf(pid) };
}
