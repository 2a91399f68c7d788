import { afterAll, beforeAll, expect, test, type TestContext } from 'vitest';
import { taskLimits } from '../../src-shared/domain/co-writer';
import { makeBook, usualAnswers } from '../support/co-writer-book';
import { startLocalServer, type Told } from '../support/local-model/start-server';
import { startCoWriterApp, type CoWriterApp } from '../support/start-co-writer-app';

const words = [...new Set(usualAnswers.join(' ').toLowerCase().match(/[a-z]+/gu) ?? [])];
const choice = (of: readonly string[]): string => of.map((one) => `"${one}"`).join(' | ');
const grammarOf = (root: string): string => `${root}\nwords ::= word (" " word){7,11}\nword ::= ${choice(words)}\n`;
const key = (name: string): string => String.raw`"\"${name}\":"`;
const text = String.raw`"\"" words "\""`;
const newline = String.raw`"\n"`;

/** Models of one engine: one says anything at all; the others keep to a form, and fill it as the weights will. */
const grammars = {
  free: null,
  asks: grammarOf(
    `root ::= line{4}\nline ::= "{" ${key('text')} ask "," ${key('kind')} "\\"scene\\"" "," ${key('difficulty')} "\\"easy\\"" "}" ${newline}\nask ::= "\\"" ("What" | "Who" | "When") " " words "?\\""`,
  ),
  drafts: grammarOf(
    `root ::= line{6}\nline ::= "{" ${key('text')} ${text} "," ${key('paragraph')} "false," ${key('quotes')} "[{" ${key('answer')} "\\"A1\\"," ${key('quote')} ${text} "}]}" ${newline}`,
  ),
  endless: grammarOf(`root ::= line root\nline ::= "{" ${key('text')} ${text} "," ${key('paragraph')} "false," ${key('quotes')} "[]}" ${newline}`),
};

let server: Awaited<ReturnType<typeof startLocalServer>>;
let app: CoWriterApp | undefined;
beforeAll(async () => {
  server = await startLocalServer(words, grammars);
  if (server) app = await startCoWriterApp({ elsewhere: { baseUrl: server.baseUrl, model: 'asks' } });
}, 120_000);
afterAll(async () => {
  await app?.stop();
  await server?.stop();
});

/** The parts of a test; where the engine is not to be had, the test is skipped and says so. */
function here({ skip }: TestContext) {
  if (!server || !app) return skip('The engine llama.cpp could not be fetched from the package registry.');
  return { server, app };
}

/** A book, with the settings for a work that one of the models does. */
async function bookFor(app: CoWriterApp, model: string) {
  await app.change({ model });
  return makeBook(app);
}

test('the models of a server on this computer are listed, and one that it has not is named', async (context) => {
  const { app } = here(context);
  const [at] = app.coWriter.servers;
  if (!at) throw new Error('There is no server.');
  expect(await app.get('coWriter.models', { server: at })).toEqual(Object.keys(grammars));
  const { works } = await bookFor(app, 'gone');
  expect(await app.run(works.questions)).toEqual({ ok: false, error: { code: 'ai-no-such-model', model: 'gone' } });
});

test('questions drawn from a real model are asked, and its own count of tokens is in the ledger', async (context) => {
  const { app, server } = here(context);
  const { bookId, works } = await bookFor(app, 'asks');
  const ended = await app.run({ ...works.questions, count: 2 });
  expect(ended).toMatchObject({ ok: true, outcome: { kind: 'questions' } });
  if (!ended.ok || ended.outcome.kind !== 'questions') return;
  expect(ended.outcome.added).toBeGreaterThan(0);
  expect(app.events.filter(({ name }) => name === 'coWriter.progressed').length).toBeGreaterThan(1);
  const counted = await server.hear((one): one is Extract<Told, { did: 'end' | 'stop' }> => one.did === 'end');
  const { rows } = await app.get('spending.read', null);
  expect(rows.find((row) => row.bookId === bookId)).toMatchObject({ tokensIn: counted.tokensIn, tokensOut: counted.tokensOut, usd: 0, outcome: 'answered' });
});

test('a model that makes its quotes up drafts no sentence that counts as the author’s', async (context) => {
  const { app } = here(context);
  const { works } = await bookFor(app, 'drafts');
  const ended = await app.run(works.draft);
  if (!ended.ok || ended.outcome.kind !== 'draft') throw new Error(`No draft: ${JSON.stringify(ended)}`);
  const sentences = ended.outcome.draft.paragraphs.flatMap((paragraph) => paragraph.sentences);
  expect(sentences).toHaveLength(6);
  expect(ended.outcome.draft.unsupported).toBe(6);
});

test('letters without a meaning are refused, and nothing is stored', async (context) => {
  const { app } = here(context);
  const { bookId, works } = await bookFor(app, 'free');
  const before = await app.dump(bookId);
  expect(await app.run(works.readiness)).toMatchObject({ ok: false, error: { code: 'ai-answer' } });
  expect(await app.dump(bookId)).toEqual(before);
});

test('Stop reaches the engine: it draws no more', async (context) => {
  const { app, server } = here(context);
  const { works } = await bookFor(app, 'endless');
  const jobId = await app.begin(works.draft);
  await app.heardBy([jobId]);
  await app.get('coWriter.cancel', { jobId });
  expect(await app.ended(jobId)).toEqual({ ok: false, error: { code: 'cancelled' } });
  const stopped = await server.hear((one): one is Extract<Told, { did: 'end' | 'stop' }> => one.did === 'stop');
  expect(stopped.tokensOut).toBeLessThan(taskLimits.draft.mostTokens);
});

test('a prompt that the model’s memory cannot hold is told as one', async (context) => {
  const { app } = here(context);
  await app.change({ model: 'asks' });
  const { works } = await makeBook(app, { answers: [usualAnswers.join(' ').repeat(60), usualAnswers[1], usualAnswers[2]] });
  expect(await app.run(works.questions)).toMatchObject({ ok: false, error: { code: 'ai-answer', problem: 'prompt-cut' } });
});
