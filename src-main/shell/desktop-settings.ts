import { ipcMain } from 'electron';
import { join } from 'node:path';
import { themes } from '../../src-shared/domain/default-settings';
import type { Theme } from '../../src-shared/domain/settings';
import { quarantineFile, readSettingsFile } from '../settings/settings-file';
import type { SettingsStore } from '../settings/settings-store';

type Values = Readonly<Record<string, unknown>>;

const settingsPath = (folder: string): string => join(folder, 'settings.json');

/**
 * Settings in electron-store. The file is looked at first: electron-store throws on a damaged one at its creation,
 * so it is made only once the file is known to be sound or has been moved aside.
 */
export function createDesktopSettings(folder: string): SettingsStore {
  return {
    read: () => readSettingsFile(settingsPath(folder)),
    write: (value) => writeStore(folder, 'settings', value),
    quarantine: (suffix) => quarantineFile(settingsPath(folder), suffix),
  };
}

/** The theme that the window is to open in, before the settings are judged in full. */
export function recallTheme(folder: string): Theme {
  const stored = readSettingsFile(settingsPath(folder));
  const value: unknown = stored.state === 'read' ? stored.value : undefined;
  const theme = typeof value === 'object' && value !== null && 'theme' in value ? value.theme : undefined;
  return themes.find((known) => known === theme) ?? 'system';
}

/** Remembers one small thing of the window, as unchecked data: whoever reads it back checks it. */
export function createWindowMemory(folder: string) {
  const path = join(folder, 'window.json');
  return {
    recall: (): unknown => {
      const stored = readSettingsFile(path);
      if (stored.state === 'unreadable') quarantineFile(path, 'broken');
      return stored.state === 'read' ? stored.value : undefined;
    },
    remember: (value: Values): Promise<void> => writeStore(folder, 'window', value),
  };
}

/** electron-store is loaded when something is written: reading needs none of it, and the window opens sooner. */
async function writeStore(folder: string, name: string, value: Values): Promise<void> {
  const { default: ElectronStore } = await import('electron-store');
  const store = new ElectronStore({ cwd: folder, name, accessPropertiesByDotNotation: false });
  // electron-store opens a channel for pages that use it directly. Ours does not, so nobody may ask there.
  ipcMain.removeAllListeners('electron-store-get-data');
  store.store = value;
}
