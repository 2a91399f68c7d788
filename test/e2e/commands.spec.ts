import { expect, test, type Page } from '@playwright/test';
import { commands, type Command, type CommandScope } from '../../src-shared/commands';
import { framePage } from './pages/frame';
import { launch, type Launched } from './support/launch';

/** What the menu says of one command. */
type MenuLine = { readonly id: string; readonly label: string; readonly menu: string; readonly keys: string };

const readMenu = ({ app }: Launched): Promise<readonly MenuLine[]> =>
  app.evaluate(({ Menu }) =>
    (Menu.getApplicationMenu()?.items ?? []).flatMap((top) =>
      (top.submenu?.items ?? [])
        .filter((item) => item.type !== 'separator')
        .map((item) => ({
          id: item.id,
          label: item.label,
          menu: top.label.toLowerCase(),
          keys: item.accelerator ?? '',
        })),
    ),
  );

test('every command is in the menu where the registry says, and nowhere else', async () => {
  const launched = await launch();
  const lines = await readMenu(launched);
  for (const { id, title, menu } of commands as readonly Command[]) {
    const found = lines.filter((line) => line.id === id).map((line) => [line.menu, line.label]);
    expect.soft(found, id).toEqual(menu === 'none' ? [] : [[menu, title]]);
  }
  await launched.close();
});

const shortcuts: Readonly<Record<CommandScope, string | null>> = {
  app: null,
  book: 'Alt+1',
  outline: 'Alt+2',
  interview: 'Alt+3',
  write: 'Alt+4',
};

/** What can run with the sample open in a room, as the palette shows it. */
async function reachableIn(page: Page): Promise<readonly string[]> {
  await page.keyboard.press('Control+k');
  await expect(framePage(page).palette).toBeFocused();
  const options = page.getByRole('option', { disabled: false });
  const titles = await options.locator('.palette-title').allTextContents();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  return titles;
}

/** Needs something that an untouched book does not have: a step to undo or to do again. */
const needsHistory: ReadonlySet<string> = new Set(['edit.undo', 'edit.redo']);

test('every command can run from the palette in the room that it belongs to', async () => {
  const launched = await launch();
  const { page } = launched;
  await launched.call('library.openSample', null);
  await page.reload();
  await page.getByRole('row').first().press('Enter');
  for (const [scope, keys] of Object.entries(shortcuts)) {
    if (keys !== null) await page.keyboard.press(keys);
    await page.waitForLoadState();
    if (scope === 'outline')
      await page.getByRole('treegrid', { name: 'Outline', exact: true }).getByRole('row').first().click();
    if (scope === 'write') await expect(page.getByRole('textbox', { name: /^Text of/u })).toBeVisible();
    const wanted = (commands as readonly Command[]).filter((one) => one.scope === scope && !needsHistory.has(one.id));
    await expect
      .poll(
        async () => {
          const reachable = await reachableIn(page);
          return wanted.filter(({ title }) => !reachable.includes(title)).map(({ id }) => id);
        },
        { message: scope },
      )
      .toEqual([]);
  }
  await launched.close();
});

/** The text styles and marks: each shortcut changes the document, and does so again in the other direction or not. */
test('every shortcut of text changes the text, and those of the window change the window', async () => {
  const launched = await launch();
  const { page } = launched;
  await launched.call('library.openSample', null);
  await page.reload();
  await page.getByRole('row').first().press('Enter');
  await expect(page.getByRole('navigation', { name: 'Book' })).toBeVisible();
  await page.keyboard.press('Alt+4');
  const text = page.getByRole('textbox', { name: /^Text of/u });
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+End');
  const paragraph = 'format.paragraph';
  const formats = (commands as readonly Command[]).filter(({ id }) => id.startsWith('format.') && id !== paragraph);
  for (const { id, shortcut = '' } of formats) {
    const before = await text.innerHTML();
    await page.keyboard.press('Enter');
    await page.keyboard.press(shortcut.replace('Mod', 'Control'));
    await page.keyboard.type(`By ${id}`);
    await expect.soft(text, id).toContainText(`By ${id}`);
    const plain = `<p>By ${id}</p>`;
    const after = await text.innerHTML();
    expect.soft(after.includes(plain) || after === before, `${id} leaves a plain paragraph`).toBe(false);
    for (let undo = 0; undo < 40 && (await text.textContent())?.includes(`By ${id}`); undo += 1)
      await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+End');
  }
  for (const { keys, shown } of [
    { keys: 'Control+,', shown: page.getByRole('heading', { name: 'Settings' }) },
    { keys: 'Control+Shift+A', shown: page.getByRole('tab', { name: /Tasks/u }) },
    { keys: 'Control+Shift+F12', shown: page.getByRole('table') },
    { keys: 'Control+/', shown: page.getByRole('dialog', { name: 'Keyboard shortcuts' }) },
  ]) {
    await page.keyboard.press(keys);
    await expect.soft(shown.first(), keys).toBeVisible();
  }
  await launched.close();
});
