import { ipcMain, type BrowserWindow } from 'electron';
import type { Publish } from '../../src-shared/ipc/contract';
import { err, type Result } from '../../src-shared/result';
import { isOwnCall } from './call-source';

/** The one place where the page is heard. Calls of anybody else are refused and counted in the log. */
export function answerCalls(options: {
  readonly window: () => BrowserWindow | undefined;
  readonly dispatch: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly onRefused: () => void;
}): void {
  ipcMain.handle('call', (event, name: unknown, input: unknown) => {
    const isOwn = isOwnCall(event, options.window()?.webContents.id);
    if (isOwn && typeof name === 'string') return options.dispatch(name, input);
    options.onRefused();
    return err({ code: 'internal', message: 'Refused.' });
  });
}

/** Sends events to the page that is shown; before and after there is nobody to hear them. */
export function publishTo(window: () => BrowserWindow | undefined): Publish {
  return (name, payload) => {
    const contents = window()?.webContents;
    if (contents && !contents.isDestroyed()) contents.send('event', name, payload);
  };
}
