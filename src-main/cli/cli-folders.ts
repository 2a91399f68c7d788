import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import type { World } from '../compose';

/** Where an application of this system keeps things: the same places that Electron gives the desktop application. */
export type Surroundings = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: string;
  readonly home: string;
};

const applicationName = 'Longhand';

/** Finds the folders of settings and books without Electron; `LONGHAND_USER_DATA` and `LONGHAND_DOCUMENTS` count here too. */
export function findCliFolders(around: Surroundings, resources: string): World['folders'] {
  const { environment } = around;
  const user = absolute(environment['LONGHAND_USER_DATA']) ?? join(settingsHome(around), applicationName);
  const documents = absolute(environment['LONGHAND_DOCUMENTS']) ?? documentsOf(around);
  return { user, documents, resources, logs: join(user, 'logs') };
}

const absolute = (path: string | undefined): string | undefined => (path !== undefined && isAbsolute(path) ? path : undefined);

function settingsHome({ environment, platform, home }: Surroundings): string {
  if (platform === 'darwin') return join(home, 'Library', 'Application Support');
  if (platform === 'win32') return absolute(environment['APPDATA']) ?? join(home, 'AppData', 'Roaming');
  return absolute(environment['XDG_CONFIG_HOME']) ?? join(home, '.config');
}

function documentsOf(around: Surroundings): string {
  const usual = join(around.home, 'Documents');
  if (around.platform === 'darwin' || around.platform === 'win32') return usual;
  const named = /^XDG_DOCUMENTS_DIR="(.*)"$/m.exec(readIfThere(join(settingsHome(around), 'user-dirs.dirs')))?.[1];
  return absolute(named?.replace(/^\$HOME/, around.home)) ?? usual;
}

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // most systems have none; the usual place holds then
  }
}
