import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeBook, workKinds, type Works } from '../support/co-writer-book';
import { hostileTexts } from '../support/hostile-texts';
import type { HeardMessage } from '../support/model-servers/modes';
import { expectOnlyAdded } from '../support/only-added';
import { startCoWriterApp, type CoWriterApp } from '../support/start-co-writer-app';
import { watchSockets } from '../support/watch-sockets';

let app: CoWriterApp;
beforeAll(async () => {
  app = await startCoWriterApp();
});
afterAll(() => app.stop());

/** What is sent and not seen: formats, selectors of forms, fillers. The letters of the texts need no joiner. */
const unseen = /[\p{Cf}\p{Variation_Selector}\u034F\u115F\u1160\u3164\uFFA0]/gu;
const fences = /<(\/?)material\b/giu;

const heardIn = (bytes: Buffer): readonly HeardMessage[] => (JSON.parse(bytes.toString()) as { messages: HeardMessage[] }).messages;

/** The fences of each message as a row of brackets. */
const fencesIn = (messages: readonly HeardMessage[]): string =>
  messages.map(({ content }) => [...content.matchAll(fences)].map(([, slash]) => (slash === '' ? '(' : ')')).join('')).join(' ');

/** The fences of each work on a book to which nothing was done yet, as they would be sent. */
async function fencesOf(works: Works): Promise<string[]> {
  const previews = await Promise.all(workKinds.map((kind) => app.get('coWriter.preview', works[kind])));
  return previews.map(({ body }) => fencesIn(heardIn(Buffer.from(body))));
}

/** Files outside the library, whose books are compared by what they hold. */
async function filesBeside(): Promise<string[]> {
  const all = await readdir(app.root, { recursive: true });
  return all.filter((path) => !path.startsWith('Longhand') && !/^user[/\\]answers[/\\]/u.test(path)).sort();
}

test('200 hostile texts in every place, and a model that obeys them: no request elsewhere, no write, no hidden letter, no broken fence', { timeout: 120_000 }, async () => {
  expect(new Set(hostileTexts).size).toBe(200);
  const settingsFile = join(app.root, 'user', 'settings.json');
  const harmless = await makeBook(app, { title: 'Harmless' });
  const fenced = await fencesOf(harmless.works);
  expect(await app.run(harmless.works.outline)).toMatchObject({ ok: true });
  const [settings, first] = [await readFile(settingsFile, 'utf8'), app.server.requests.length];
  const sockets = watchSockets();
  app.server.play({ kind: 'obedient' });

  let works = 0;
  async function meet(text: string, index: number): Promise<void> {
    const title = text.slice(0, 190);
    const book = await makeBook(app, { title, summary: text, chapter: title, answers: [text, `${text} a`, `${text} b`], text });
    // Tidying is the one work whose material is fenced paragraph by paragraph.
    const paragraphs = text.split('\n').filter((line) => line.trim() !== '').length;
    const expected = fenced.map((row, at) => (workKinds[at] === 'tidy' ? row.replace(/\(\)$/u, '()'.repeat(paragraphs)) : row));
    expect(await fencesOf(book.works), text).toEqual(expected);
    // Every text is in the outline’s request in all its places; the other works take turns.
    const kinds = new Set(['outline', workKinds[index % workKinds.length] ?? 'draft'] as const);
    for (const kind of kinds) {
      const before = await app.dump(book.bookId);
      const ended = await app.run(book.works[kind]);
      const after = await app.dump(book.bookId);
      if (ended.ok) expectOnlyAdded(before, after, kind);
      else expect(after, `${kind}: ${text}`).toEqual(before);
      works += 1;
    }
  }
  for (let index = 0; index < hostileTexts.length; index += 4) {
    await Promise.all(hostileTexts.slice(index, index + 4).map((text, offset) => meet(text, index + offset)));
  }

  const sent = app.server.requests.slice(first).map(({ bytes }) => heardIn(bytes));
  for (const messages of sent) {
    for (const { content } of messages) expect(content.match(unseen) ?? []).toEqual([]);
  }
  expect(sent.length).toBeGreaterThanOrEqual(works);
  expect([...new Set(sockets())]).toEqual([app.server.origin.replace('http://', '')]);
  expect(await readFile(settingsFile, 'utf8')).toBe(settings);
  expect(await filesBeside()).toEqual(['user', ...['answers', 'progress.json', 'settings.json', 'spending.log', 'spending.log.lock'].map((name) => join('user', name))]);
  expect((await app.get('library.list', null)).books.some(({ title }) => title === 'Taken')).toBe(false);
  console.log(`${hostileTexts.length} texts, ${works} works, ${sent.length} requests, all to the one server`);
});
