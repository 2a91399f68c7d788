import { ipcMain } from 'electron';
import ElectronStore from 'electron-store';
import { quarantineFile, readSettingsFile } from '../settings/settings-file';
import type { SettingsStore } from '../settings/settings-store';
import { join } from 'node:path';

/**
 * Settings in electron-store. The file is looked at first: electron-store throws on a damaged one at its creation,
 * so it is made only once the file is known to be sound or has been moved aside.
 */
export function createDesktopSettings(folder: string): SettingsStore {
  const path = join(folder, 'settings.json');
  return {
    read: () => readSettingsFile(path),
    write: (value) => void (openStore(folder, 'settings').store = value),
    quarantine: (suffix) => quarantineFile(path, suffix),
  };
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
    remember: (value: Readonly<Record<string, unknown>>) => void (openStore(folder, 'window').store = value),
  };
}

function openStore(folder: string, name: string): ElectronStore {
  const store = new ElectronStore({ cwd: folder, name, accessPropertiesByDotNotation: false });
  // electron-store opens a channel for pages that use it directly. Ours does not, so nobody may ask there.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
}
