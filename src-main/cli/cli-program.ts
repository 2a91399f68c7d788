import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import type { World } from '../compose';
import { createLog } from '../diagnostics/log';
import { createLogFile } from '../diagnostics/log-file';
import { createSettingsFile } from '../settings/settings-file';
import type { CliWorld } from './session';

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };

/** What a program that has the command line in it is and where it keeps things. */
export type CliProgram = Pick<World, 'folders' | 'version' | 'runtime' | 'workerFile'>;

/** The command line's world on this machine, but for where it writes. */
export function createCliProgram(program: CliProgram): Omit<CliWorld, 'writeOut' | 'writeError' | 'signal'> {
  const { folders } = program;
  const now = () => Date.now();
  return {
    ...program,
    settingsStore: createSettingsFile(join(folders.user, 'settings.json')),
    log: createLog({ sink: createLogFile(folders.logs), now }),
    platform: platforms[process.platform] ?? 'linux',
    now,
    newId: randomUUID,
  };
}
