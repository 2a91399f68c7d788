import { app, safeStorage } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runInThread } from './cli/run-in-thread';
import { createLog } from './diagnostics/log';
import { createLogFile } from './diagnostics/log-file';
import { nodeDisk } from './files/disk';
import { createFiles } from './files/files';
import type { SecretVault } from './secrets/secret-vault';
import { createDesktop } from './shell/desktop';
import { createDesktopSettings } from './shell/desktop-settings';
import { createDialogs, createOpener } from './shell/dialogs';
import { findFolders } from './shell/folders';
import { skipDefaultMenu } from './shell/menu';
import { failToStart } from './shell/mishaps';
import { registerSchemes } from './shell/protocols';
import { createSystemVault } from './shell/secrets';

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };

// Where Chromium was told to run without a sandbox (as root it cannot have one), asking for it ends in crashes.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
const folders = findFolders(process.env);
const version = app.getVersion();
const workerFile = join(__dirname, 'worker.js');

// `longhand --cli …` is the command line, without a window and without a display.
const cliAt = process.argv.indexOf('--cli');
if (cliAt >= 0) {
  const argv = process.argv.slice(cliAt + 1);
  const runtime = `Electron ${process.versions.electron}`;
  process.exit(runInThread(join(__dirname, 'cli-thread.js'), { argv, folders, version, runtime, workerFile }));
}

registerSchemes();
skipDefaultMenu();
if (app.requestSingleInstanceLock()) {
  app.whenReady().then(run).catch(failToStart);
} else {
  process.stderr.write('Longhand is already open. Its window is now in front.\n');
  app.exit(0);
}

async function run(): Promise<void> {
  const now = () => Date.now();
  const log = createLog({ sink: createLogFile(folders.logs), now, knownSecrets: () => vault.known() });
  const vault: SecretVault = createSystemVault({
    cipher: safeStorage,
    files: createFiles({ disk: nodeDisk, newId: randomUUID }),
    path: join(folders.user, 'secrets.json'),
    quarantineFolder: join(folders.user, 'quarantine'),
    log,
    now,
  });
  const desktop = createDesktop({ folders, out: join(__dirname, '..'), log });
  const { electron, chrome, node } = process.versions;
  await desktop.open(async () => {
    // The services are most of the program; the window does not wait for them.
    const { compose } = await import('./compose');
    return compose({
      folders,
      settingsStore: createDesktopSettings(folders.user),
      dialogs: createDialogs(desktop.window),
      opener: createOpener(),
      windowControl: desktop.windowControl,
      publish: desktop.publish,
      log,
      vault,
      version,
      platform: platforms[process.platform] ?? 'linux',
      runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
      now,
      newId: randomUUID,
      workerFile,
    });
  });
}
