import { BrowserWindow, screen, type WebPreferences } from 'electron';
import { pageAddress } from './content-policy';
import { placeWindow, smallestWindow, type WindowState } from './window-bounds';

/** The window's paper colour before the page has painted, by whether the system is dark. */
const paper = { light: '#fbf9f5', dark: '#1c1b19' } as const;

/** What every window of ours runs with. Tests compare it with what Chromium reports. */
export function webPreferences(preload: string, allowDevTools: boolean): WebPreferences {
  return {
    preload,
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Only macOS has dictionaries of its own; elsewhere Chromium would fetch them from the network.
    spellcheck: process.platform === 'darwin',
    devTools: allowDevTools,
  };
}

/** Opens the application's window where it was last time and shows the page in it. */
export function openWindow(options: {
  readonly preload: string;
  readonly icon: string;
  readonly remembered: unknown;
  readonly isDark: boolean;
  readonly allowDevTools: boolean;
}): BrowserWindow {
  const displays = screen.getAllDisplays().map((display) => display.workArea);
  const { bounds, isMaximized, isFullScreen } = placeWindow(options.remembered, displays);
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    show: false,
    title: 'Longhand',
    icon: options.icon,
    backgroundColor: options.isDark ? paper.dark : paper.light,
    fullscreen: isFullScreen,
    webPreferences: webPreferences(options.preload, options.allowDevTools),
  });
  if (isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  void window.loadURL(pageAddress);
  return window;
}

/** The window's present place, to be remembered. */
export function describeWindow(window: BrowserWindow): WindowState {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized(), isFullScreen: window.isFullScreen() };
}
