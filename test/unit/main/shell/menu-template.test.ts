import { expect, test } from 'vitest';
import { acceleratorOf, menuTemplate, type MenuEntry } from '../../../../src-main/shell/menu-template';
import { commands } from '../../../../src-shared/commands';

const flat = (entries: readonly MenuEntry[]): readonly MenuEntry[] =>
  entries.flatMap((entry) => [entry, ...flat(entry.submenu ?? [])]);

test.each([true, false])('every command with a menu is there once and says its id when chosen (mac: %s)', (isMac) => {
  const chosen: string[] = [];
  for (const entry of flat(menuTemplate(isMac, (id) => chosen.push(id)))) entry.click?.();
  expect([...chosen].sort()).toEqual(
    commands
      .filter((command) => command.menu !== 'none')
      .map((command) => command.id)
      .sort(),
  );
});

test.each([true, false])('cut, copy, paste and select all are there (mac: %s)', (isMac) => {
  const roles = flat(menuTemplate(isMac, () => undefined)).map((entry) => entry.role);
  expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll']));
});

test('macOS has its application and window menus, with settings and quit where they belong', () => {
  const [application, ...others] = menuTemplate(true, () => undefined);
  expect(application?.submenu?.map((entry) => entry.id ?? entry.role).filter(Boolean)).toEqual([
    'about',
    'app.settings',
    'services',
    'hide',
    'hideOthers',
    'unhide',
    'app.quit',
  ]);
  expect(others.map((menu) => menu.label)).toEqual([
    'File',
    'Edit',
    'Book',
    'Insert',
    'Format',
    'View',
    'Window',
    'Help',
  ]);
});

test('shortcuts are shown in Electron’s words, and the page hears the keys', () => {
  expect(acceleratorOf('Mod+Alt+PageDown')).toBe('CmdOrCtrl+Alt+PageDown');
  expect(acceleratorOf('Alt+ArrowUp')).toBe('Alt+Up');
  const withKeys = flat(menuTemplate(false, () => undefined)).filter((entry) => entry.accelerator !== undefined);
  expect(withKeys.length).toBeGreaterThan(40);
  expect(withKeys.every((entry) => entry.registerAccelerator === false)).toBe(true);
});

test('no menu begins or ends with a line, and no two lines meet', () => {
  for (const { submenu = [] } of menuTemplate(false, () => undefined)) {
    const kinds = submenu.map((entry) => entry.type ?? 'entry');
    expect([kinds[0], kinds.at(-1)]).toEqual(['entry', 'entry']);
    expect(kinds.join()).not.toContain('separator,separator');
  }
});
