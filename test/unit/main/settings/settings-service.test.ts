import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createSettingsFile } from '../../../../src-main/settings/settings-file';
import { createSettingsService } from '../../../../src-main/settings/settings-service';
import { defaultSettings } from '../../../../src-shared/domain/default-settings';
import type { Publish } from '../../../../src-shared/ipc/contract';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'longhand-settings-'));
  path = join(folder, 'settings.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(at = path) {
  const reported: string[] = [];
  const published: unknown[] = [];
  const publish: Publish = (name, payload) => published.push([name, payload]);
  const settings = createSettingsService({
    store: createSettingsFile(at),
    publish,
    report: (severity, message) => reported.push(`${severity}: ${message}`),
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  });
  const repaired = settings.start();
  return { settings, reported, published, repaired };
}

const kept = () => readdirSync(folder).filter((name) => name.includes('.broken-'));

test('without a file the usual settings are in use and nobody is told', async () => {
  const { settings, reported } = start();
  expect(await settings.read()).toEqual({ ok: true, value: defaultSettings });
  expect(reported).toEqual([]);
  expect(existsSync(path)).toBe(false);
});

test('a change is on disk, announced, and there at the next start', async () => {
  const { settings, published } = start();
  const changed = await settings.update({ theme: 'sepia', authorName: 'Ada' });
  expect(changed).toMatchObject({ ok: true, value: { theme: 'sepia', authorName: 'Ada' } });
  expect(published).toEqual([['settings.changed', settings.current()]]);
  expect(start().settings.current()).toMatchObject({ theme: 'sepia', authorName: 'Ada', measureCharacters: 66 });
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('two changes at once are both kept', async () => {
  const { settings } = start();
  await Promise.all([settings.update({ theme: 'sepia' }), settings.update({ authorName: 'Ada' })]);
  expect(start().settings.current()).toMatchObject({ theme: 'sepia', authorName: 'Ada' });
});

test('a value that is not valid is refused and changes nothing', async () => {
  const { settings, published } = start();
  expect(await settings.update({ questionsPerChapter: 99 })).toMatchObject({
    ok: false,
    error: { code: 'invalid-input' },
  });
  expect(settings.current()).toEqual(defaultSettings);
  expect(published).toEqual([]);
});

test('a field that is named without a value keeps its value', async () => {
  const { settings } = start();
  await settings.update({ authorName: 'Ada' });
  await settings.update({ authorName: undefined, theme: 'dark' });
  expect(settings.current()).toMatchObject({ authorName: 'Ada', theme: 'dark' });
});

describe('a broken file is moved aside byte for byte, with a problem and the usual settings', () => {
  test.each([
    ['cut off', '{ "version": 1, "theme": "da'],
    ['empty', ''],
    ['zeros', '\0\0\0\0'],
    ['a list', '[]'],
    ['a word', '"dark"'],
    ['nothing', 'null'],
  ])('%s', async (_name, text) => {
    writeFileSync(path, text);
    const { settings, reported } = start();
    expect(settings.current()).toEqual(defaultSettings);
    expect(kept()).toEqual(['settings.json.broken-2026-01-02T03-04-05-000Z']);
    expect(readFileSync(join(folder, kept()[0] ?? ''), 'utf8')).toBe(text);
    expect(reported).toHaveLength(1);
    expect(reported[0]).toContain('settings.json.broken-');
    expect(await settings.update({ theme: 'dark' })).toMatchObject({ ok: true });
    expect(start().settings.current().theme).toBe('dark');
  });
});

test('one bad value costs that value only', async () => {
  writeFileSync(path, JSON.stringify({ version: 1, theme: 'dark', manuscriptSizePx: 900, authorName: 'Ada' }));
  const { settings, reported, repaired } = start();
  await repaired;
  expect(settings.current()).toMatchObject({ theme: 'dark', authorName: 'Ada', manuscriptSizePx: 18 });
  expect(reported[0]).toContain('manuscriptSizePx is not valid');
  expect(kept()).toHaveLength(1);
  expect(start().settings.current()).toMatchObject({ theme: 'dark', authorName: 'Ada' });
});

test('unknown keys and borrowed names are dropped without a word', () => {
  writeFileSync(path, '{ "version": 1, "theme": "dark", "telemetry": true, "__proto__": { "authorName": "Eve" } }');
  const { settings, reported } = start();
  expect(settings.current()).toEqual({ ...defaultSettings, theme: 'dark' });
  expect(reported).toEqual([]);
});

test('a file of a newer release is left as it is, and changes last for the session', async () => {
  const text = JSON.stringify({ version: 2, theme: 'dark', authorName: 7, future: [1] });
  writeFileSync(path, text);
  const { settings, reported } = start();
  expect(settings.current()).toEqual({ ...defaultSettings, theme: 'dark' });
  expect(await settings.update({ theme: 'sepia' })).toMatchObject({ ok: true, value: { theme: 'sepia' } });
  expect(readFileSync(path, 'utf8')).toBe(text);
  expect(reported[0]).toContain('newer Longhand');
});

test('a disk that refuses is an answer, and the settings stay as they were', async () => {
  const blocked = join(folder, 'place');
  const { settings } = start(join(blocked, 'settings.json'));
  writeFileSync(blocked, 'A file now stands where the folder should be.');
  expect(await settings.update({ theme: 'dark' })).toMatchObject({ ok: false, error: { code: 'disk-failed' } });
  expect(settings.current().theme).toBe('system');
});

test('settings that cannot be read nor moved are left, and the session uses the usual ones', async () => {
  const reported: string[] = [];
  const settings = createSettingsService({
    store: {
      read: () => ({ state: 'unreadable', reason: 'EACCES' }),
      write: async () => expect.unreachable('what cannot be read must not be replaced'),
      quarantine: () => {
        throw Object.assign(new Error('no'), { code: 'EACCES' });
      },
    },
    publish: () => undefined,
    report: (_severity, message) => reported.push(message),
    now: () => 0,
  });
  await settings.start();
  expect(await settings.update({ theme: 'dark' })).toMatchObject({ ok: true });
  expect(reported[0]).toContain('EACCES');
});

test('a full disk has its own code', async () => {
  const settings = createSettingsService({
    store: {
      read: () => ({ state: 'read', value: { version: 1, measureCharacters: 'wide' } }),
      write: () => Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })),
      quarantine: (suffix) => `settings.json.${suffix}`,
    },
    publish: () => undefined,
    report: () => undefined,
    now: () => 0,
  });
  await settings.start();
  expect(await settings.update({ theme: 'dark' })).toEqual({
    ok: false,
    error: { code: 'disk-full', file: 'settings.json' },
  });
});
