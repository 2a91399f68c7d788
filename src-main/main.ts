import { app } from 'electron';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runProcess } from './cli/run-process';
import { compose } from './compose';
import { createLog } from './diagnostics/log';
import { createLogFile } from './diagnostics/log-file';
import { createDesktop } from './shell/desktop';
import { createDesktopSettings } from './shell/desktop-settings';
import { createDialogs, createOpener } from './shell/dialogs';
import { findFolders } from './shell/folders';
import { failToStart } from './shell/mishaps';
import { registerSchemes } from './shell/protocols';

const platforms: Readonly<Record<string, 'mac' | 'windows'>> = { darwin: 'mac', win32: 'windows' };

// Where Chromium was told to run without a sandbox (as root it cannot have one), asking for it ends in crashes.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerSchemes();
const folders = findFolders(process.env);

const workerFile = join(__dirname, 'worker.js');
const commandLineAt = process.argv.indexOf('--cli');

if (commandLineAt >= 0) {
  void runCommandLine(process.argv.slice(commandLineAt + 1));
} else if (app.requestSingleInstanceLock()) {
  app.whenReady().then(run).catch(failToStart);
} else {
  process.stderr.write('Longhand is already open. Its window is now in front.\n');
  app.exit(0);
}

/** `longhand --cli …`: the command line instead of a window. A library that a window has open refuses it by its lock. */
async function runCommandLine(argv: readonly string[]): Promise<void> {
  // On a server there is no display, and none is needed.
  if (process.platform === 'linux') app.commandLine.appendSwitch('headless');
  app.disableHardwareAcceleration();
  app.dock?.hide();
  const runtime = `Electron ${process.versions.electron}`;
  app.exit(await runProcess(argv, { folders, version: app.getVersion(), runtime, workerFile }));
}

async function run(): Promise<void> {
  const now = () => Date.now();
  const log = createLog({ sink: createLogFile(folders.logs), now });
  const desktop = createDesktop({ folders, out: join(__dirname, '..'), log });
  const { electron, chrome, node } = process.versions;
  await desktop.open(
    compose({
      folders,
      settingsStore: createDesktopSettings(folders.user),
      dialogs: createDialogs(desktop.window),
      opener: createOpener(),
      windowControl: desktop.windowControl,
      publish: desktop.publish,
      log,
      version: app.getVersion(),
      platform: platforms[process.platform] ?? 'linux',
      runtime: `Electron ${electron}, Chromium ${chrome}, Node ${node}`,
      now,
      newId: randomUUID,
      workerFile,
    }),
  );
}
