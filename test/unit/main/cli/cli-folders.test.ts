import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findCliFolders } from '../../../../src-main/cli/cli-folders';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'longhand-home-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const find = (platform: string, environment: Record<string, string> = {}) => findCliFolders({ environment, platform, home }, 'resources');

test('each system has its own places', () => {
  expect(find('linux')).toEqual({
    user: join(home, '.config', 'Longhand'), documents: join(home, 'Documents'), resources: 'resources', logs: join(home, '.config', 'Longhand', 'logs'),
  });
  expect(find('darwin').user).toBe(join(home, 'Library', 'Application Support', 'Longhand'));
  expect(find('win32').user).toBe(join(home, 'AppData', 'Roaming', 'Longhand'));
  expect(find('linux', { XDG_CONFIG_HOME: join(home, 'settings') }).user).toBe(join(home, 'settings', 'Longhand'));
});

test('a documents folder in the author’s language is found', () => {
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config', 'user-dirs.dirs'), '# folders\nXDG_DOCUMENTS_DIR="$HOME/Dokumente"\n');
  expect(find('linux').documents).toBe(join(home, 'Dokumente'));
});

test('folders can be chosen, when they are whole paths', () => {
  const chosen = find('linux', { LONGHAND_USER_DATA: join(home, 'u'), LONGHAND_DOCUMENTS: 'not/whole' });
  expect(chosen.user).toBe(join(home, 'u'));
  expect(chosen.documents).toBe(join(home, 'Documents'));
});
