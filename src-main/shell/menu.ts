import { Menu, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { menuTemplate, type MenuEntry } from './menu-template';
import { textMenuTemplate } from './text-menu-template';

/** Keeps Electron from building a menu of its own while the window is awaited. Must run before it is ready. */
export function skipDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Shows the application menu; `choose` hears the id of a chosen command. */
export function showMenu(choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', choose).map(toElectron)));
}

/** Shows the menu of text at a right click; where the page has a menu of its own, Chromium does not ask. */
export function offerTextMenu(window: BrowserWindow): void {
  window.webContents.on('context-menu', (_event, place) => {
    const template = textMenuTemplate(place).map(toElectron);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}

function toElectron({ submenu, ...entry }: MenuEntry): MenuItemConstructorOptions {
  return submenu === undefined ? { ...entry } : { ...entry, submenu: submenu.map(toElectron) };
}
