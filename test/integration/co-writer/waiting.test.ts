import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { WaitingAsk } from '../../../src-shared/ipc/co-writer-calls';
import type { WaitingWork } from '../../../src-shared/ipc/waiting-calls';
import { makeBook } from '../../support/co-writer-book';
import { startCoWriterApp, type CoWriterApp } from '../../support/start-co-writer-app';

const apps: CoWriterApp[] = [];
afterEach(async () => {
  for (const app of apps.splice(0)) await app.stop();
});

/** No work is begun by time alone: each test says when the server is tried. */
const never = 1e9;
const patient = { startMs: never, firstMs: never, mostMs: never };

async function start(options: Parameters<typeof startCoWriterApp>[0] = {}): Promise<CoWriterApp> {
  const app = await startCoWriterApp({ ...options, world: { waits: patient, ...options.world } });
  apps.push(app);
  return app;
}

const waitsIn = (app: CoWriterApp): Promise<WaitingWork[]> => app.get('waiting.list', null);

/** Resolves when the page has been told of works that are like this. */
async function untilWaiting(app: CoWriterApp, isSo: (works: readonly WaitingWork[]) => boolean): Promise<readonly WaitingWork[]> {
  const now = await waitsIn(app);
  if (isSo(now)) return now;
  return new Promise((resolve) => app.hear('waiting.changed', (works) => isSo(works) && resolve(works)));
}

const statesOf = (works: readonly WaitingWork[]): string[] => works.map(({ kind, state }) => `${kind} ${state}`);
const allDone = (works: readonly WaitingWork[]): boolean => works.length > 0 && works.every(({ state }) => state === 'done');
const noServer = (app: CoWriterApp) => app.change({ servers: [{ id: 'here', name: 'Scripted', kind: 'openai', baseUrl: 'http://127.0.0.1:9/v1', headers: {} }] });

type Stored = { proposals: number; questions: number; clarifications: number; drafts: number; suggestions: number };

async function storedOf(app: CoWriterApp, bookId: string): Promise<Stored> {
  const { records } = await app.dump(bookId);
  const count = (name: string): number => Object.keys(records[name] ?? {}).length;
  return { proposals: count('proposals'), questions: count('questions'), clarifications: count('clarifications'), drafts: count('drafts'), suggestions: count('suggestions') };
}

describe('what the author asked for while nobody answered', () => {
  test('is kept, outlives the application, and is done once the server answers: one request and one result each', async () => {
    const first = await start();
    const { bookId, works } = await makeBook(first);
    await noServer(first);
    expect(await first.run(works.outline)).toMatchObject({ ok: false, error: { code: 'ai-unreachable', reason: 'no-server' } });
    const asks: WaitingAsk[] = [works.outline, works.clarifying, works.questions, works['follow-up'], works.draft, works.edit];
    for (const ask of asks) await first.get('waiting.add', ask);
    expect(statesOf(await waitsIn(first))).toEqual(asks.map(({ kind }) => `${kind} waiting`));
    await first.get('waiting.tryNow', null);
    await untilWaiting(first, ([work]) => work?.error !== undefined);
    const before = await storedOf(first, bookId);
    apps.pop();
    await first.stop({ keep: true });

    // To be told of the server that answers is to try it.
    const second = await start({ folder: first.root });
    expect((await waitsIn(second)).map(({ kind }) => kind).sort()).toEqual(asks.map(({ kind }) => kind).sort());
    const done = await untilWaiting(second, allDone);
    expect(second.server.requests).toHaveLength(asks.length);
    expect(await storedOf(second, bookId)).toEqual({
      proposals: before.proposals + 1, drafts: before.drafts + 1, clarifications: before.clarifications + 3,
      questions: before.questions + 6, suggestions: before.suggestions + 1,
    });
    expect(Object.fromEntries(done.map(({ kind, gave }) => [kind, gave]))).toEqual({ outline: 6, clarifying: 3, questions: 3, 'follow-up': 3, draft: 3, edit: 1 });
    expect(JSON.parse(await readFile(join(second.root, 'Longhand', 'waiting.json'), 'utf8'))).toMatchObject({ data: { works: [] } });
  });

  test('is done when somebody else is answered, and when the settings change', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await noServer(app);
    await app.get('waiting.add', works.outline);
    await app.change({});
    await untilWaiting(app, allDone);

    app.server.play({ kind: 'storm', failures: 99 });
    await app.get('waiting.add', works.clarifying);
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, ([work]) => work?.state === 'waiting' && work.error !== undefined);
    app.server.play({ kind: 'good' });
    await app.run(works.readiness);
    await untilWaiting(app, allDone);
  });

  test('comes back by itself after a while', async () => {
    const app = await start({ world: { waits: { startMs: 1, firstMs: 5, mostMs: 20 } } });
    const { works } = await makeBook(app);
    app.server.play({ kind: 'storm', failures: 7 });
    await app.get('waiting.add', works.outline);
    await untilWaiting(app, allDone);
    // Each attempt is one request and two retries; the eighth request is answered.
    expect(app.server.requests).toHaveLength(8);
  });

  test('holds no prompt, no text of the chapter and no key, and is asked from the book as it is then', async () => {
    const app = await start();
    const { bookId, chapterId, works } = await makeBook(app);
    await app.get('coWriter.setKey', { serverId: 'here', key: 'sk-canary-991' });
    await app.get('waiting.add', works.edit);
    await app.get('waiting.add', works.questions);
    const kept = await readFile(join(app.root, 'Longhand', 'waiting.json'), 'utf8');
    for (const word of ['canary', 'ballads', 'tallow', 'You are']) expect(kept).not.toContain(word);
    await app.get('brief.update', { bookId, patch: { summary: 'Only pears are in this book now, and how they were dried.' } });
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, allDone);
    const [edit, questions] = app.server.requests.map(({ bytes }) => bytes.toString());
    expect(edit).toContain('ballads');
    expect(questions).toContain('pears');
    expect((await app.get('suggestion.list', { bookId, chapterId })).map(({ before }) => before)).toEqual([works.edit.passages[0]?.text]);
  });
});

describe('the author', () => {
  test('puts one first, and asking for the same again is asking once', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    const { id } = await app.get('waiting.add', works.outline);
    const { id: second } = await app.get('waiting.add', works.draft);
    expect(await app.get('waiting.add', works.outline)).toEqual({ id });
    await app.get('waiting.runFirst', { id: second });
    expect((await waitsIn(app)).map((work) => work.id)).toEqual([second, id]);
    app.server.play({ kind: 'good' });
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, allDone);
    expect(app.server.requests).toHaveLength(2);
    expect(app.server.requests[0]?.bytes.toString()).toContain('tallow');
  });

  test('cancels one in flight: its line is closed at once, and nothing is stored', async () => {
    const app = await start();
    const { bookId, works } = await makeBook(app);
    app.server.play({ kind: 'held', pieces: 40 });
    const { id } = await app.get('waiting.add', works.outline);
    await app.get('waiting.add', works.clarifying);
    const before = await storedOf(app, bookId);
    await app.get('waiting.retry', { id });
    const held = await app.server.request(0);
    app.server.play({ kind: 'good' });
    const cancelledAt = performance.now();
    await app.get('waiting.cancel', { id });
    expect(await held.ended).toBe('left');
    console.log(`closed after ${Math.round(performance.now() - cancelledAt)} ms`);
    await untilWaiting(app, (works) => works.every(({ id: other }) => other !== id));
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, allDone);
    expect(await storedOf(app, bookId)).toEqual({ ...before, clarifications: before.clarifications + 3 });
    expect(await app.call('waiting.cancel', { id })).toMatchObject({ ok: false, error: { code: 'not-found', what: 'task' } });
  });

  test('turns the co-writer off: what is on its way is called back, waits, and is done when it is on again', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    app.server.play({ kind: 'held', pieces: 40 });
    const { id } = await app.get('waiting.add', works.outline);
    await app.get('waiting.retry', { id });
    const held = await app.server.request(0);
    await app.change({ isOn: false });
    expect(await held.ended).toBe('left');
    const [off] = await untilWaiting(app, ([work]) => work?.state === 'waiting' && work.error !== undefined);
    expect(off).toMatchObject({ error: { code: 'ai-off' }, nextAt: null });
    await app.get('waiting.tryNow', null);
    expect(app.server.requests).toHaveLength(1);
    app.server.play({ kind: 'good' });
    await app.change({});
    await untilWaiting(app, allDone);
  });

  test.each([
    ['a key that is refused', { kind: 'no-key' }, 'ai-key-refused'],
    ['a model that is not there', { kind: 'no-such-model' }, 'ai-no-such-model'],
    ['an answer that cannot be used', { kind: 'refusal' }, 'ai-answer'],
  ] as const)('hears of %s, and may try again', async (_, mode, code) => {
    const app = await start();
    const { works } = await makeBook(app);
    app.server.play(mode);
    const { id } = await app.get('waiting.add', works.outline);
    await app.get('waiting.tryNow', null);
    const [stopped] = await untilWaiting(app, ([work]) => work?.state === 'stopped');
    expect(stopped?.error).toMatchObject({ code });
    const asked = app.server.requests.length;
    await app.get('waiting.tryNow', null);
    expect(app.server.requests).toHaveLength(asked);
    app.server.play({ kind: 'good' });
    await app.get('waiting.retry', { id });
    await untilWaiting(app, allDone);
  });

  test('is held to the budget as it is then', async () => {
    const price = { model: 'scripted-1', usdPerMillionIn: 3, usdPerMillionOut: 15, checkedOn: '2026-11-25' };
    const app = await start({ isRemote: true, settings: { prices: [price] } });
    const { works } = await makeBook(app);
    await app.change({ caps: { book: 0, day: 0, month: 0 } });
    const { id } = await app.get('waiting.add', works.outline);
    await app.get('waiting.tryNow', null);
    expect(await untilWaiting(app, ([work]) => work?.state === 'stopped')).toMatchObject([{ error: { code: 'ai-budget' } }]);
    await app.change({ consents: [] });
    await app.get('waiting.retry', { id });
    expect(await untilWaiting(app, ([work]) => work?.state === 'waiting' && work.error !== undefined)).toMatchObject([{ error: { code: 'ai-consent-needed' } }]);
    expect(app.server.requests).toHaveLength(0);
  });
});

describe('a book', () => {
  test('takes its works with it, and so does a chapter; what comes back waits again', async () => {
    const app = await start();
    const one = await makeBook(app, { title: 'One' });
    const two = await makeBook(app, { title: 'Two' });
    await app.get('waiting.add', one.works.draft);
    await app.get('waiting.add', two.works.outline);
    await app.get('library.trash', { bookId: two.bookId });
    await app.get('outline.trash', { bookId: one.bookId, nodeIds: [one.chapterId] });
    expect(await waitsIn(app)).toEqual([]);
    await app.get('outline.restore', { bookId: one.bookId, nodeId: one.chapterId });
    expect(statesOf(await waitsIn(app))).toEqual(['draft waiting']);
    await app.get('library.purge', { bookId: two.bookId });
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, (works) => works.some(({ state }) => state === 'done'));
    expect(app.server.requests).toHaveLength(1);
  });

  test('may be closed and opened again while a work is on it', async () => {
    const app = await start();
    const { bookId, works } = await makeBook(app);
    app.server.play({ kind: 'slow', beforeFirstMs: 100, betweenMs: 1 });
    await app.get('waiting.add', works.outline);
    await app.get('waiting.tryNow', null);
    await app.server.request(0);
    await app.get('book.close', { bookId });
    await app.get('book.open', { bookId });
    await app.get('book.close', { bookId });
    await untilWaiting(app, allDone);
    expect((await app.get('outline.proposals', { bookId })).length).toBe(1);
  });

  test('is not changed by what comes in otherwise than by adding, and undo leaves it alone', async () => {
    const app = await start();
    const { bookId, works } = await makeBook(app);
    await app.get('brief.update', { bookId, patch: { subtitle: 'Mine' } });
    const undo = (await app.get('book.undoState', { bookId })).undo;
    await app.get('waiting.add', works.outline);
    await app.get('waiting.tryNow', null);
    await untilWaiting(app, allDone);
    expect((await app.get('book.undoState', { bookId })).undo).toBe(undo);
    await app.get('book.undo', { bookId });
    expect(await app.get('outline.proposals', { bookId })).toHaveLength(1);
  });

  test('whose passages were changed meanwhile is asked only about those that stand', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await app.get('waiting.add', { ...works.edit, passages: [{ line: 4, text: 'Words that stand nowhere.' }] });
    await app.get('waiting.tryNow', null);
    expect(await untilWaiting(app, ([work]) => work?.state === 'stopped')).toMatchObject([{ error: { code: 'not-found', what: 'passage' } }]);
    expect(app.server.requests).toHaveLength(0);
  });
});

describe('a library', () => {
  test('that is copied is another device, which asks for nothing again', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await app.get('waiting.add', works.outline);
    const copy = `${app.root}-copy`;
    await cp(app.root, copy, { recursive: true });
    const other = await start({ folder: copy });
    expect(await waitsIn(other)).toEqual([]);
    expect(statesOf(await waitsIn(app))).toEqual(['outline waiting']);
  });

  test('that another process has is left to it', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await app.get('waiting.add', works.outline);
    const reader = await start({ folder: app.root, world: { library: { folder: join(app.root, 'Longhand'), readOnly: true } } });
    await reader.get('waiting.tryNow', null);
    expect(await waitsIn(reader)).toEqual([]);
    expect(await reader.call('waiting.add', works.draft)).toMatchObject({ ok: false, error: { code: 'read-only' } });
    expect(reader.server.requests).toHaveLength(0);
  });

  test('that a command has open may be asked to wait, and does nothing', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await app.get('waiting.add', works.outline);
    apps.pop();
    await app.stop({ keep: true });
    const command = await start({ folder: app.root, world: { library: { folder: join(app.root, 'Longhand'), readOnly: false } } });
    await command.get('waiting.tryNow', null);
    expect(statesOf(await waitsIn(command))).toEqual(['outline waiting']);
    expect(command.server.requests).toHaveLength(0);
  });

  test('whose list is damaged says so, keeps it aside and goes on', async () => {
    const app = await start();
    const { works } = await makeBook(app);
    await app.get('waiting.add', works.outline);
    apps.pop();
    await app.stop({ keep: true });
    const path = join(app.root, 'Longhand', 'waiting.json');
    const text = await readFile(path, 'utf8');
    await writeFile(path, text.replace('outline', 'outlime'));
    const again = await start({ folder: app.root });
    expect(await waitsIn(again)).toEqual([]);
    expect((await again.get('app.problems', null)).map(({ message }) => message).join()).toContain('waited for the co-writer');
    await again.get('waiting.add', works.draft);
    expect(statesOf(await waitsIn(again))).toEqual(['draft waiting']);
  });
});
