import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { SettingsStore, StoredSettings } from './settings-store';

/** Settings in a JSON file, for the command line and wherever there is no desktop. */
export function createSettingsFile(path: string): SettingsStore {
  return {
    read: () => readSettingsFile(path),
    async write(value) {
      mkdirSync(dirname(path), { recursive: true });
      const temporary = `${path}.${process.pid}.tmp`;
      const file = openSync(temporary, 'w', 0o600);
      try {
        writeSync(file, `${JSON.stringify(value, null, 2)}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      renameSync(temporary, path);
    },
    quarantine: (suffix) => quarantineFile(path, suffix),
  };
}

/** Reads a settings file without ever throwing: what cannot be read is an answer too. */
export function readSettingsFile(path: string): StoredSettings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    return code === 'ENOENT' ? { state: 'missing' } : { state: 'unreadable', reason: code };
  }
  try {
    return { state: 'read', value: JSON.parse(text) as unknown };
  } catch {
    return { state: 'unreadable', reason: 'not JSON' };
  }
}

/** Moves a file beside itself, so that nothing in it is lost, and gives its new name. */
export function quarantineFile(path: string, suffix: string): string {
  renameSync(path, `${path}.${suffix}`);
  return `${basename(path)}.${suffix}`;
}
