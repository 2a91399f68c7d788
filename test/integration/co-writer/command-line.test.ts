import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { headLine } from '../../../src-main/ai/ledger-line';
import { sampleFile, startCli } from '../../support/cli';
import { goodAnswer } from '../../support/co-writer-book';
import { startOpenAiServer } from '../../support/model-servers/openai-server';
import { watchSockets } from '../../support/watch-sockets';

test('the command line asks no model and leaves the ledger to the application, whatever the settings say', async () => {
  const server = await startOpenAiServer({ answer: goodAnswer });
  const cli = await startCli();
  const user = join(cli.root, 'user');
  await mkdir(user, { recursive: true });
  const servers = [{ id: 'here', name: 'Here', kind: 'openai', baseUrl: server.baseUrl, headers: {} }];
  await writeFile(join(user, 'settings.json'), JSON.stringify({ version: 1, coWriter: { isOn: true, servers, serverId: 'here', model: 'scripted-1' } }));
  // Torn, as by another process that is just writing: who opened it would mend it.
  const ledger = join(user, 'spending.log');
  await writeFile(ledger, `${headLine()}0123abcd {"kind":"rese`);
  const [bytes, { mtimeMs }] = [await readFile(ledger), await stat(ledger)];
  const sockets = watchSockets();

  const bookId = await cli.makeSample();
  for (const command of [['draft', bookId], ['merge', '--from', cli.library], ['verify'], ['list'], ['new', '--brief', sampleFile]]) await cli.run(...command);
  expect((await cli.run('draft', bookId)).code).toBe(0);

  expect(sockets()).toEqual([]);
  expect(server.requests).toEqual([]);
  expect(await readFile(ledger)).toEqual(bytes);
  expect((await stat(ledger)).mtimeMs).toBe(mtimeMs);
  expect((await readdir(user)).filter((name) => /quarantine|answers/u.test(name))).toEqual([]);
  await cli.stop();
  await server.stop();
});
