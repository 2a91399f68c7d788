/** What an author waits for inside a book: saving, opening, searching. Measured in the services, without a window. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openApplication } from './application.mjs';
import { libraryOf } from './cli.mjs';
import { median, percentile95 } from './measure.mjs';

const edits = 200;
const wholeFileWrites = 3;
const openings = 5;

/** One edit saved: a typed letter as the editor sends it, on disk when the call answers. */
export async function saveBenchmark({ workspace, texts }) {
  const rows = [];
  for (const text of [...texts, ...threeMillion(workspace, texts)]) {
    const { library, bookId } = await libraryOf({ workspace, text });
    const app = await openApplication({ workspace, library });
    const floorFile = await open(workspace.path('floor'), 'a');
    const { times, floor, blockedMs } = await typeInto(app, bookId, floorFile);
    await floorFile.close();
    const ours = { ms: median(times), work: `save one edit, ${text.label}` };
    rows.push({ ...ours, peer: 'append and sync', peerMs: median(floor), goal: '≤ 2×' });
    rows.push({ ...ours, peer: 'one lowdb file', peerMs: await wholeFile(app.parts, workspace, text) });
    rows.push({ work: '  95th percentile', ms: percentile95(times), peer: 'append and sync', peerMs: percentile95(floor) });
    rows.push({ work: '  thread held up (95th)', ms: blockedMs, goal: '0 ms' });
    await app.close();
  }
  return rows;
}

function threeMillion(workspace, texts) {
  const million = texts.find(({ words }) => words === 1_000_000);
  if (!million) return [];
  const file = workspace.path('three-million.md');
  if (!existsSync(file)) writeFileSync(file, `${readFileSync(million.file, 'utf8')}\n\n`.repeat(3));
  return [{ label: million.label.replace('1 million', '3 million'), words: 3_000_000, file }];
}

async function middleChapter(app, bookId) {
  const { nodes } = await app.call('outline.read', { bookId });
  const chapters = nodes.filter(({ kind }) => kind === 'chapter');
  return chapters[Math.floor(chapters.length / 2)].id;
}

/** Types letters; after each, the least that any program needs for the same is measured beside it. */
async function typeInto(app, bookId, floorFile) {
  const { Y } = app.parts;
  const opened = await app.call('text.open', { bookId, chapterId: await middleChapter(app, bookId) });
  const doc = new Y.Doc();
  Y.applyUpdate(doc, opened.update);
  const updates = [];
  doc.on('update', (update) => updates.push(update));
  const paragraph = doc.getXmlFragment('prosemirror').get(0);
  const line = paragraph.get(0);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [times, floor] = [[], []];
  delay.enable();
  for (let index = 0; index < edits; index += 1) {
    line.insert(index, 'a');
    const update = updates.pop();
    const started = performance.now();
    await app.call('text.append', { bookId, textId: opened.textId, update, words: opened.words });
    times.push(performance.now() - started);
    floor.push(await appendFloor(floorFile, update.byteLength));
  }
  delay.disable();
  // The histogram counts its own sampling step.
  return { times, floor, blockedMs: Math.max(0, delay.percentile(95) / 1e6 - 1) };
}

/** The same number of bytes, with the label of an entry around, appended and synced. */
async function appendFloor(file, bytes) {
  const record = Buffer.alloc(Math.ceil((bytes * 4) / 3) + 160, 120);
  const started = performance.now();
  await file.appendFile(record);
  await file.datasync();
  return performance.now() - started;
}

/** A book as one lowdb file, written whole for each edit. */
async function wholeFile({ Low, JSONFile }, workspace, text) {
  const chapters = readFileSync(text.file, 'utf8').split(/^# /mu).map((part, index) => ({ id: index, text: part }));
  const db = new Low(new JSONFile(workspace.path('whole.json')), { chapters });
  const times = [];
  for (let index = 0; index < wholeFileWrites; index += 1) {
    db.data.chapters[1].text += 'a';
    const started = performance.now();
    await db.write();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** From a closed library to the outline of a book, and from there to one chapter's text. */
export async function openBenchmark({ workspace, texts }) {
  const rows = [];
  for (const text of texts) {
    const { library, bookId } = await libraryOf({ workspace, text });
    const [book, chapter] = [[], []];
    for (let index = 0; index < openings; index += 1) {
      const started = performance.now();
      const app = await openApplication({ workspace, library });
      await app.call('book.open', { bookId });
      const chapterId = await middleChapter(app, bookId);
      const between = performance.now();
      await app.call('text.open', { bookId, chapterId });
      chapter.push(performance.now() - between);
      book.push(between - started);
      await app.close();
    }
    rows.push({ work: `open a book, ${text.label}`, ms: median(book), goal: '≤ 500 ms' });
    rows.push({ work: `open one of its chapters`, ms: median(chapter), goal: '≤ 60 ms' });
  }
  return rows;
}

/** Literal search, accents and case folded: the first one reads the texts, later ones only scan. */
export async function searchBenchmark({ workspace, texts }) {
  const rows = [];
  for (const text of texts) {
    const { library, bookId } = await libraryOf({ workspace, text });
    const app = await openApplication({ workspace, library });
    const times = [];
    for (const query of ['Natasha', 'harbour', 'the whale', 'winter', 'Natasha']) {
      const started = performance.now();
      await app.call('book.search', { bookId, query, limit: 200 });
      times.push(performance.now() - started);
    }
    const lines = readFileSync(text.file, 'utf8').toLowerCase().split('\n');
    const started = performance.now();
    lines.filter((line) => line.includes('natasha'));
    const scanMs = performance.now() - started;
    rows.push({ work: `search, first time, ${text.label}`, ms: times[0] });
    rows.push({ work: `search, after that`, ms: median(times.slice(1)), peer: 'plain scan', peerMs: scanMs, goal: 'as the scan' });
    await app.close();
  }
  return rows;
}
