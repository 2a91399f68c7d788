import { app, dialog, type BrowserWindow } from 'electron';
import type { Log } from '../diagnostics/log';

/** Logs what nobody caught. The application goes on: every saved word is already on disk, and closing flushes the rest. */
export function logUncaught(log: Log): void {
  process.on('uncaughtException', (cause) => log.error('main.uncaught', { cause }));
  process.on('unhandledRejection', (cause) => log.error('main.unhandled', { cause }));
  app.on('child-process-gone', (_event, details) =>
    log.error('process.gone', { op: details.type, reason: details.reason, status: details.exitCode }),
  );
}

/** Says that the application could not start, and ends it: a process without a window would only hold the lock. */
export function failToStart(cause: unknown): void {
  const detail = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(`Longhand could not start. ${detail}\n`);
  // A box waits for a click; where nobody can click, the line above must do.
  if (process.stderr.isTTY || app.isPackaged)
    dialog.showErrorBox('Longhand could not start.', `Your books are untouched. ${detail}`);
  app.exit(1);
}

/** Offers to load the page again after it has crashed or hangs; what was saved is safe in the main process. */
export function watchPage(window: BrowserWindow, log: Log, quit: () => void): void {
  let isAsking = false;

  async function offer(message: string, choices: readonly [string, string]): Promise<number> {
    if (isAsking || window.isDestroyed()) return -1;
    isAsking = true;
    const detail = 'Everything that was saved is safe.';
    const options = { type: 'warning' as const, message, detail, buttons: [...choices], defaultId: 0, cancelId: 0 };
    const { response } = await dialog.showMessageBox(window, options);
    isAsking = false;
    return response;
  }

  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('page.gone', { reason, status: exitCode });
    void offer('Longhand’s page has stopped.', ['Load It Again', 'Quit']).then((choice) => {
      if (choice === 0) window.webContents.reload();
      if (choice === 1) quit();
    });
  });

  window.on('unresponsive', () => {
    log.warn('page.unresponsive');
    void offer('Longhand is not answering.', ['Keep Waiting', 'Load It Again']).then((choice) => {
      if (choice === 1) window.webContents.forcefullyCrashRenderer();
      if (choice === 1) window.webContents.reload();
    });
  });
}
