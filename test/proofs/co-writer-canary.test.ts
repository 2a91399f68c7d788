import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { inspect } from 'node:util';
import { afterEach, expect, test, vi } from 'vitest';
import { createLog, type Log } from '../../src-main/diagnostics/log';
import { createLogFile } from '../../src-main/diagnostics/log-file';
import { nodeDisk } from '../../src-main/files/disk';
import { createFiles } from '../../src-main/files/files';
import { createSystemVault } from '../../src-main/shell/secrets';
import type { ServerKind } from '../../src-shared/domain/co-writer';
import { goodAnswer, makeBook, usualAnswers, workKinds, type Works } from '../support/co-writer-book';
import type { HeardMessage, Mode } from '../support/model-servers/modes';
import { filesIn, formsOf, placesOf, said } from '../support/scan-for-secrets';
import { startCoWriterApp, type CoWriterApp } from '../support/start-co-writer-app';
import { createTestCipher } from '../support/system-cipher';

/** Words of the author’s that stand in every answer, and in what the model says. */
const canary = 'the canary sang but once behind the scullery door at Withernsea';

/** Keys as servers hand them out, made up. */
const keys: Readonly<Record<string, string>> = {
  'OpenAI’s': `sk-proj-${'Zx81Qw_77Rt-0pLm'.repeat(3)}`,
  hexadecimal: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822c',
  'a UUID': '1b4e28ba-2fa1-4d3b-9b1f-8f2c6a0d7e55',
  'base64 with all its signs': 'q/8+Zm9vYmFyYmF6+/cXV4IQ0NDQ/+w==',
  'a token in three parts': 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZWxsIn0.c2lnbmF0dXJlLWNhbmFyeQ',
  'a password with spaces and signs': 'a quiet "ferry" <door> & 7 bells',
  'one that no header can hold': 'sk-line\nbroken-Müller-canary-氷',
};

let app: CoWriterApp;
let root = '';
const bug = { text: '' };
afterEach(() => app.stop());

/** The application with its real log file and a vault in a file; what has a bug throws with all that it knows. */
async function start(kind: ServerKind, answer: (messages: readonly HeardMessage[]) => string): Promise<Log> {
  root = await mkdtemp(join(tmpdir(), 'longhand-canary-'));
  const now = () => Date.now();
  const newId = (): string => {
    if (bug.text !== '') throw new Error(bug.text, { cause: new TypeError(bug.text) });
    return randomBytes(8).toString('hex');
  };
  const known = { secrets: (): readonly string[] => [] };
  const log = createLog({ sink: createLogFile(join(root, 'logs')), now, knownSecrets: () => known.secrets() });
  const files = createFiles({ disk: nodeDisk, newId: () => randomBytes(8).toString('hex') });
  const { cipher } = createTestCipher();
  const place = { path: join(root, 'user', 'secrets.json'), quarantineFolder: join(root, 'user', 'quarantine') };
  const vault = createSystemVault({ cipher, files, log, now, ...place });
  known.secrets = vault.known;
  app = await startCoWriterApp({ kind, answer, folder: root, world: { log, newId, vault } });
  return log;
}

/** A server that tells everybody all that it was told, with one status after the other. */
async function startTattler() {
  const statuses = [400, 401, 403, 404, 418, 429, 500, 503, 200];
  let served = 0;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      const all = JSON.stringify({ headers: request.headers, body: body.toString() });
      const said = JSON.stringify({ error: { message: all, code: request.headers.authorization, type: all } });
      response.writeHead(statuses[served % statuses.length] ?? 200, { 'content-type': 'application/json', 'x-said': encodeURIComponent(all).slice(0, 2_000) });
      served += 1;
      response.end(said);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    served: () => served,
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const modes: readonly Mode[] = [
  { kind: 'good' }, { kind: 'prose' }, { kind: 'cut-off' }, { kind: 'no-key' }, { kind: 'no-such-model' }, { kind: 'busy', retryAfter: '600' },
  { kind: 'storm', failures: 99 }, { kind: 'dropped', pieces: 3 }, { kind: 'failing-midway', pieces: 3 }, { kind: 'portal' }, { kind: 'obedient' },
];

const results: unknown[] = [];

/** Runs works as they go well and badly, are stopped, and have a bug; keeps what all of it answered. */
async function goThroughAll(works: Works, tattler: { baseUrl: string }, key: string): Promise<void> {
  const { call, server, begin, ended, change, coWriter } = app;
  const [own] = coWriter.servers;
  if (!own) throw new Error('There is no server.');
  results.push(await call('coWriter.setKey', { serverId: own.id, key }), await call('coWriter.status', null));
  for (const [index, mode] of modes.entries()) {
    server.play(mode);
    for (const kind of [...new Set([workKinds[index % workKinds.length] ?? 'draft', 'readiness', 'contradictions'] as const)]) {
      results.push(await call('coWriter.preview', works[kind]), await app.run(works[kind]), await call('coWriter.models', { server: own }));
    }
  }
  server.play({ kind: 'held', pieces: 3 });
  const jobId = await begin(works.titles);
  // With a key that no header can hold it fails before it is sent.
  await Promise.race([server.request(server.requests.length), ended(jobId)]);
  results.push(await call('coWriter.cancel', { jobId }), await ended(jobId));
  server.play({ kind: 'good' });
  // The draft is good, and then there is no id to keep it under: a bug of ours.
  bug.text = `${key} ${canary} Bearer ${key}`;
  const broken = await call('coWriter.start', works.draft);
  bug.text = '';
  results.push(broken);
  const crashing = await begin(works.draft);
  bug.text = `${key} ${canary} Bearer ${key}`;
  results.push(await ended(crashing));
  bug.text = '';
  const elsewhere = { ...own, baseUrl: own.kind === 'openai' ? `${tattler.baseUrl}/v1` : tattler.baseUrl };
  await change({ servers: [elsewhere] });
  for (const kind of workKinds) results.push(await app.run(works[kind]), await call('coWriter.models', { server: elsewhere }));
  await change({});
  results.push(await call('app.reportError', { name: `Error ${key}`, stack: `Error: ${canary} ${key}\n    at ${key} (page.js:1:1)` }));
}

test.each(['openai', 'ollama'] as const)('%s: no key, and no word of the author’s, is anywhere but where it belongs', async (kind) => {
  results.length = 0;
  const spoken = (['log', 'info', 'warn', 'error', 'debug'] as const).map((level) => vi.spyOn(console, level));
  const answer = (messages: readonly HeardMessage[]): string =>
    goodAnswer(messages).replace('Say where the shop stood', `You wrote that ${canary}; say where the shop stood`);
  const { recent } = await start(kind, answer);
  const tattler = await startTattler();
  const seen: string[] = [];
  for (const [name, key] of Object.entries(keys)) {
    const answers = usualAnswers.map((each) => `${each} And ${canary}, ${name}.`);
    const { works } = await makeBook(app, { title: `About ${name}`, answers, summary: `How ${canary}. It was told of ${name}.` });
    await goThroughAll(works, tattler, key);
    if (app.server.requests.some(({ headers }) => headers.authorization === `Bearer ${key}`)) seen.push(name);
  }
  app.choices.saveFile = join(root, 'exported', 'spending.csv');
  await createFiles({ disk: nodeDisk, newId: () => 'x' }).makeFolder(join(root, 'exported'));
  results.push(await app.call('spending.export', null), await app.call('spending.read', null), await app.call('app.problems', null), await app.call('app.diagnostics', null), await app.call('settings.read', null));
  await tattler.stop();
  await app.app.shutdown();

  const files = await filesIn(root);
  const messages = [said('results', results), said('events', app.events), said('console', spoken.map(({ mock }) => inspect(mock.calls, { depth: 9 }))), said('recent log', recent())];
  for (const [name, key] of Object.entries(keys)) expect(placesOf(key, [...files, ...messages]), name).toEqual([]);

  // The author’s words are in their books, and in what was answered well; in nothing that is kept beside.
  const beside = files.filter(({ name }) => !name.startsWith('Longhand'));
  const failures = (results as { ok?: boolean }[]).filter((each) => each.ok === false);
  expect(placesOf(canary, [...beside, said('failures', failures), ...messages.slice(2)])).toEqual([]);

  // All of it really happened.
  expect(placesOf(canary, files).length).toBeGreaterThan(Object.keys(keys).length);
  expect(seen).toEqual(Object.keys(keys).filter((name) => name !== 'one that no header can hold'));
  expect(tattler.served()).toBeGreaterThan(100);
  const names = beside.map(({ name }) => name.replace(/[\\/].*/u, (rest) => rest.replaceAll('\\', '/')));
  expect(names).toEqual(expect.arrayContaining(['logs/longhand.log', 'user/spending.log', 'user/secrets.json', 'exported/spending.csv']));
  expect(names.filter((name) => name.startsWith('user/answers/')).length).toBeGreaterThan(0);
  expect(await readFile(join(root, 'logs', 'longhand.log'), 'utf8')).toContain('co-writer.failed');
  console.log(`${Object.keys(keys).length} keys in ${files.length} files, ${results.length} answers and ${app.events.length} events: 0 found`);
});

test('the search finds a key in each of its forms', () => {
  for (const key of Object.values(keys)) {
    for (const form of formsOf(key)) expect(placesOf(key, [{ name: 'here', bytes: Buffer.concat([Buffer.from('x'), form, Buffer.from('y')]) }])).toEqual(['here']);
    for (const before of ['', 'a', 'ab']) {
      expect(placesOf(key, [{ name: 'here', bytes: Buffer.from(Buffer.from(`${before}${key} and more`).toString('base64')) }])).toEqual(['here']);
    }
  }
});
