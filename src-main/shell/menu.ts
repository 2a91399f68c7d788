import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuTemplate, type MenuEntry } from './menu-template';

/** Keeps Electron from building a menu of its own while the window is awaited. Must run before it is ready. */
export function skipDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Shows the application menu; `choose` hears the id of a chosen command. */
export function showMenu(choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', choose).map(toElectron)));
}

function toElectron({ submenu, ...entry }: MenuEntry): MenuItemConstructorOptions {
  return submenu === undefined ? { ...entry } : { ...entry, submenu: submenu.map(toElectron) };
}
