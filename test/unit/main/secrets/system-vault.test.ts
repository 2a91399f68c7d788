import { expect, test } from 'vitest';
import { createLog } from '../../../../src-main/diagnostics/log';
import { createFiles } from '../../../../src-main/files/files';
import { createSystemVault } from '../../../../src-main/shell/secrets';
import { countIds } from '../../../support/builders';
import { createCrashDisk } from '../../../support/crash-disk';
import { createFailingDisk } from '../../../support/failing-disk';
import { createTestCipher } from '../../../support/system-cipher';

const path = '/user/secrets.json';
const key = 'correct-horse-battery';

function start() {
  const { cipher, state } = createTestCipher();
  const memory = createCrashDisk();
  const failing = createFailingDisk(memory.disk);
  const files = createFiles({ disk: failing.disk, newId: countIds('t') });
  const logged: string[] = [];
  const now = () => Date.UTC(2026, 10, 21);
  const log = createLog({ sink: (line) => void logged.push(line), now });
  const open = () => createSystemVault({ cipher, files, path, quarantineFolder: '/user/quarantine', log, now });
  const text = async (): Promise<string> => new TextDecoder().decode(await files.read(path));
  return { state, failing, files, open, vault: open(), text, logged };
}

test('a secret outlives the application and is nowhere in the file', async () => {
  const { vault, open, text } = start();
  await vault.set('openai', key);
  expect(vault.isDurable()).toBe(true);
  const next = open();
  expect(next.known()).toEqual([]);
  expect([await next.get('openai'), await next.has('openai'), await next.has('other')]).toEqual([key, true, false]);
  expect(next.known()).toEqual([key]);
  expect(await text()).not.toContain(key);
  expect(await text()).toContain('"backend":"gnome_libsecret"');
});

test('a removed secret is gone for good, and the others stay', async () => {
  const { vault, open } = start();
  await Promise.all([vault.set('one', key), vault.set('two', 'another key')]);
  await vault.remove('one');
  await vault.remove('never there');
  const next = open();
  expect([await next.get('one'), await next.get('two')]).toEqual([undefined, 'another key']);
  expect(vault.known()).toContain(key);
});

test.each([{ isAvailable: false }, { store: 'basic_text' }])('without a password store (%o) secrets last for the session', async (how) => {
  const { vault, open, state, files } = start();
  Object.assign(state, how);
  await vault.set('openai', key);
  expect(vault.isDurable()).toBe(false);
  expect(await vault.get('openai')).toBe(key);
  expect(await files.look(path)).toBeUndefined();
  expect(await open().get('openai')).toBeUndefined();
});

test('a secret of another password store counts as missing and is there again with its own', async () => {
  const { vault, open, state, text, logged } = start();
  await vault.set('openai', key);
  const before = await text();
  for (const how of [{ store: 'kwallet6' }, { store: 'basic_text' }, { store: 'gnome_libsecret', isLocked: true }]) {
    Object.assign(state, how);
    const next = open();
    expect([await next.get('openai'), await next.has('openai')]).toEqual([undefined, false]);
    expect(await text()).toBe(before);
  }
  expect(logged.join()).toContain('gnome_libsecret, now kwallet6');
  state.isLocked = false;
  expect(await open().get('openai')).toBe(key);
});

test('where the system refuses to encrypt, the secret lasts for the session and nobody claims more', async () => {
  const { vault, state, files } = start();
  state.isLocked = true;
  await vault.set('openai', key);
  expect([await vault.get('openai'), vault.isDurable()]).toEqual([key, false]);
  expect(await files.look(path)).toBeUndefined();
});

test('a disk that refuses is told, and the file keeps what it had', async () => {
  const { vault, failing, open } = start();
  await vault.set('openai', key);
  failing.plan({ at: 1, code: 'ENOSPC', forEver: true });
  await expect(vault.set('other', 'another key')).rejects.toMatchObject({ error: { code: 'disk-full' } });
  failing.plan(undefined);
  expect(await vault.get('other')).toBe('another key');
  expect([await open().get('openai'), await open().get('other')]).toEqual([key, undefined]);
});

test('no log line shows a secret that the vault knows', async () => {
  const { vault } = start();
  const lines: string[] = [];
  const log = createLog({ sink: (line) => void lines.push(line), now: () => 0, knownSecrets: vault.known });
  await vault.set('openai', key);
  log.warn('call.failed', { reason: `Bad key ${key} (${Buffer.from(key).toString('base64')})` });
  expect(lines.join()).not.toContain(key);
  expect(lines.join()).toContain('[redacted]');
});
