import { expect, test } from '@playwright/test';
import { framePage } from './pages/frame';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { launch } from './support/launch';

test('a file dropped on the library becomes a book, and the window is named after it', async () => {
  const launched = await launch();
  const { page, app } = launched;
  await expect(libraryPage(page).bringManuscript).toBeVisible();
  const held = await page.evaluateHandle(() => {
    const files = new DataTransfer();
    files.items.add(new File(['# The first day\n\nWords of it.\n'], 'River house.md'));
    return files;
  });
  const library = page.getByRole('main', { name: 'Library' });
  await library.dispatchEvent('dragover', { dataTransfer: held });
  await expect(page.getByText('Let go to make a book of it')).toBeVisible();
  await library.dispatchEvent('drop', { dataTransfer: held });
  await expect(page.getByRole('button', { name: 'Make the book' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(outlinePage(page).row('The first day')).toBeVisible();
  await expect(page).toHaveTitle('River house – Longhand');
  const title = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle());
  await expect.poll(title).toBe('River house – Longhand');
  await page.keyboard.press('Control+Shift+L');
  await expect(page).toHaveTitle('Longhand');
  await launched.close();
});

test('the menu key opens a line’s menu; its choices and Escape leave the focus where the hand is', async () => {
  const launched = await launch();
  const { page, call } = launched;
  await call('library.openSample', null);
  await page.reload();
  await page.getByRole('row').first().press('Enter');
  await expect(framePage(page).room('Outline')).toBeVisible();
  await page.keyboard.press('Alt+2');
  const outline = outlinePage(page);
  const { menuItem } = framePage(page);
  const line = outline.row('What the Rope Said');
  await line.click();
  await page.keyboard.press('ContextMenu');
  await expect(menuItem('Open in Write')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(line).toBeFocused();
  await page.keyboard.press('ContextMenu');
  await menuItem(/^Rename/u).click();
  await expect(outline.renaming).toBeFocused();
  await page.keyboard.type('What the Bell Said');
  await page.keyboard.press('Enter');
  const renamed = outline.row('What the Bell Said');
  await expect(renamed).toBeFocused();
  await renamed.getByRole('button', { name: 'Status: Draft' }).press('Enter');
  await expect(menuItem('In progress')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(renamed.getByRole('button', { name: 'Status: In progress' })).toBeVisible();
  await launched.close();
});

test('a right click in text offers the clipboard; on a book it offers the book’s own menu', async () => {
  const launched = await launch();
  const { page, app, call } = launched;
  await call('library.create', { title: 'Aviary' });
  await app.evaluate(({ Menu }) => {
    const shared = globalThis as unknown as { shownMenus: string[][] };
    shared.shownMenus = [];
    Menu.prototype.popup = function (this: Electron.Menu) {
      shared.shownMenus.push(this.items.filter(({ type }) => type !== 'separator').map(({ role }) => String(role)));
    };
  });
  const shown = () => app.evaluate(() => (globalThis as unknown as { shownMenus: string[][] }).shownMenus);
  await libraryPage(page).search.click({ button: 'right' });
  await expect.poll(shown).toHaveLength(1);
  expect((await shown())[0]?.map((role) => role.toLowerCase())).toEqual([
    'cut',
    'copy',
    'paste',
    'pasteandmatchstyle',
    'selectall',
  ]);
  await libraryPage(page).book('Aviary').click({ button: 'right' });
  await expect(framePage(page).menuItem('Archive')).toBeVisible();
  expect(await shown()).toHaveLength(1);
  await page.keyboard.press('Escape');
  await launched.close();
});
