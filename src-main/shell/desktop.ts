import { app, nativeTheme, session, type BrowserWindow } from 'electron';
import { join } from 'node:path';
import type { Payload, Publish } from '../../src-shared/ipc/contract';
import type { Result } from '../../src-shared/result';
import type { Settings } from '../../src-shared/domain/settings';
import type { Log } from '../diagnostics/log';
import type { WindowControl } from '../shell-ports';
import type { ReadAsset } from './asset-files';
import { createClosing } from './closing';
import { createWindowMemory, recallTheme } from './desktop-settings';
import type { Folders } from './folders';
import { guardContents, guardSession } from './guards';
import { answerCalls, publishTo } from './ipc-bridge';
import { offerTextMenu, showMenu } from './menu';
import { logUncaught, watchPage } from './mishaps';
import { serveSchemes, warmAnswers } from './protocols';
import { followTheme } from './theme';
import { describeWindow, openWindow } from './window';

/** What the composed application gives its shell. */
export type Inner = {
  readonly dispatch: (name: string, input: unknown) => Promise<Result<unknown>>;
  readonly start: () => Promise<void>;
  readonly shutdown: () => Promise<void>;
  readonly readAsset: ReadAsset;
};

/** The desktop around the application: one window, its way in and its way out. */
export function createDesktop({
  folders,
  out,
  log,
}: {
  readonly folders: Folders;
  readonly out: string;
  readonly log: Log;
}) {
  let window: BrowserWindow | undefined;
  let inner: Inner | undefined;
  const isLive = () => (window && !window.isDestroyed() ? window : undefined);
  const memory = createWindowMemory(folders.user);
  const send = publishTo(isLive);
  const closing = createClosing({
    tellPage: () => send('app.closing', null),
    leave,
    onImpatient: () => log.warn('page.silent-at-close'),
  });

  const publish: Publish = (name, payload) => {
    if (name === 'settings.changed') followTheme((payload as Payload<'settings.changed'>).theme);
    send(name, payload);
  };

  async function leave(): Promise<void> {
    const last = isLive();
    const place = last && describeWindow(last);
    if (place) await memory.remember(place).catch((cause: unknown) => log.warn('window.forgotten', { cause }));
    await inner?.shutdown().catch((cause: unknown) => log.error('shutdown.failed', { cause }));
    last?.destroy();
    app.exit(0);
  }

  function focus(): void {
    const shown = isLive();
    if (shown?.isMinimized()) shown.restore();
    shown?.show();
    shown?.focus();
  }

  function showWindow(): void {
    followTheme(recallTheme(folders.user));
    // Before the window: one that comes later would take its height from the page.
    showMenu((id) => publish('command.chosen', { id }));
    const opened = openWindow({
      preload: join(out, 'preload', 'preload.js'),
      icon: join(folders.resources, 'icons', '256x256.png'),
      remembered: memory.recall(),
      isDark: nativeTheme.shouldUseDarkColors,
      allowDevTools: !app.isPackaged,
    });
    window = opened;
    offerTextMenu(opened);
    watchPage(opened, log, closing.pageIsDone);
    const mayClose = (event: { readonly preventDefault: () => void }) => {
      if (!closing.request()) event.preventDefault();
    };
    opened.on('close', mayClose);
    app.on('before-quit', mayClose);
    app.on('second-instance', focus);
  }

  /**
   * Shows the window first and makes the application while the page reads its script, which leaves this process idle.
   * What the page asks meanwhile is answered once the application is there.
   */
  async function open(makeApplication: () => Promise<Inner>): Promise<void> {
    logUncaught(log);
    guardSession(session.defaultSession, !app.isPackaged);
    app.on('web-contents-created', (_event, contents) => guardContents(contents));
    let onScripts: () => void = () => undefined;
    const pageReads = new Promise<void>((resolve) => (onScripts = resolve));
    const starting = pageReads.then(async () => {
      inner = await makeApplication();
      return { made: inner, started: inner.start() };
    });
    serveSchemes(session.defaultSession, {
      root: join(out, 'renderer'),
      fonts: join(folders.resources, 'fonts'),
      readAsset: async (bookId, assetId) => (await starting).made.readAsset(bookId, assetId),
      onScripts,
    });
    answerCalls({
      window: isLive,
      dispatch: async (name, input) => (await starting).made.dispatch(name, input),
      onRefused: () => log.warn('call.refused'),
    });
    showWindow();
    warmAnswers();
    const { made, started } = await starting;
    const settings = await made.dispatch('settings.read', null);
    if (settings.ok) followTheme((settings.value as Settings).theme);
    await started;
  }

  const windowControl: WindowControl = {
    toggleFullScreen: () => isLive()?.setFullScreen(!isLive()?.isFullScreen()),
    quit: closing.pageIsDone,
  };
  return { open, publish, windowControl, window: isLive };
}
