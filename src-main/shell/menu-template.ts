import { commands, type Command, type CommandMenu } from '../../src-shared/commands';

/** An entry of a menu, as plain data: what Electron's own template type is made from. */
export type MenuEntry = {
  readonly label?: string;
  readonly id?: string;
  readonly type?: 'separator';
  readonly role?:
    | 'cut'
    | 'copy'
    | 'paste'
    | 'pasteAndMatchStyle'
    | 'selectAll'
    | 'about'
    | 'services'
    | 'hide'
    | 'hideOthers'
    | 'unhide'
    | 'minimize'
    | 'zoom'
    | 'front'
    | 'help'
    | 'window'
    | 'resetZoom'
    | 'zoomIn'
    | 'zoomOut';
  readonly accelerator?: string;
  /** The page hears the keys itself, so that scopes are respected; the menu only shows them. */
  readonly registerAccelerator?: boolean;
  readonly click?: () => void;
  readonly submenu?: readonly MenuEntry[];
};

const separator: MenuEntry = { type: 'separator' };
const titles: readonly (readonly [Exclude<CommandMenu, 'none'>, string])[] = [
  ['file', 'File'],
  ['edit', 'Edit'],
  ['book', 'Book'],
  ['insert', 'Insert'],
  ['format', 'Format'],
  ['view', 'View'],
  ['help', 'Help'],
];

const clipboard: readonly MenuEntry[] = [
  separator,
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
  separator,
];

/** The application menu, from the one registry of commands. `choose` hears the id of a chosen command. */
export function menuTemplate(isMac: boolean, choose: (id: string) => void): readonly MenuEntry[] {
  const menus = titles.map(([menu, label]): MenuEntry => {
    const entries = commands.filter((command) => command.menu === menu && !(isMac && isInMacAppMenu(command.id)));
    const submenu = separated(entries).map((entry) => (entry === null ? separator : commandEntry(entry, choose)));
    if (menu === 'edit') submenu.splice(2, 0, ...clipboard);
    if (menu === 'view') submenu.push(separator, { role: 'resetZoom' }, { role: 'zoomIn' }, { role: 'zoomOut' });
    return menu === 'help' ? { label, role: 'help', submenu } : { label, submenu };
  });
  return isMac ? [macAppMenu(choose), ...menus.slice(0, -1), macWindowMenu, ...menus.slice(-1)] : menus;
}

/** Electron's words for a shortcut of the registry. */
export function acceleratorOf(shortcut: string): string {
  return shortcut
    .split('+')
    .map((key) => (key === 'Mod' ? 'CmdOrCtrl' : key.replace(/^Arrow/, '')))
    .join('+');
}

function commandEntry(command: Command, choose: (id: string) => void): MenuEntry {
  const keys = command.shortcut === undefined ? {} : { accelerator: acceleratorOf(command.shortcut) };
  return { id: command.id, label: command.title, ...keys, registerAccelerator: false, click: () => choose(command.id) };
}

/** Commands with a line between those that concern different things (`library.…`, `text.…`). */
function separated(entries: readonly Command[]): readonly (Command | null)[] {
  const topic = (command: Command | undefined) => command?.id.split('.')[0];
  return entries.flatMap((command, index) =>
    index > 0 && topic(command) !== topic(entries[index - 1]) ? [null, command] : [command],
  );
}

function isInMacAppMenu(id: string): boolean {
  return id === 'app.settings' || id === 'app.quit';
}

function macAppMenu(choose: (id: string) => void): MenuEntry {
  const own = (id: string) =>
    commands.filter((command) => command.id === id).map((command) => commandEntry(command, choose));
  const system: readonly MenuEntry[] = [
    { role: 'services' },
    separator,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
  ];
  return {
    label: 'Longhand',
    submenu: [
      { role: 'about' },
      separator,
      ...own('app.settings'),
      separator,
      ...system,
      separator,
      ...own('app.quit'),
    ],
  };
}

const macWindowMenu: MenuEntry = {
  label: 'Window',
  role: 'window',
  submenu: [{ role: 'minimize' }, { role: 'zoom' }, separator, { role: 'front' }],
};
