import { Menu, type MenuItemConstructorOptions } from 'electron';
import { menuTemplate, type MenuEntry } from './menu-template';

/** Shows the application menu; `choose` hears the id of a chosen command. */
export function showMenu(choose: (id: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', choose).map(toElectron)));
}

function toElectron({ submenu, ...entry }: MenuEntry): MenuItemConstructorOptions {
  return submenu === undefined ? { ...entry } : { ...entry, submenu: submenu.map(toElectron) };
}
