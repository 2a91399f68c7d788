import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { launch } from './support/launch';

/** Fails with the names of what a screen reader or the eye would miss. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  // The old mode works in one page: Electron opens no second one.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes
        .map((node) => node.html)
        .join(' ')
        .slice(0, 300)}`,
  );
  expect(found, screen).toEqual([]);
}

test('by keyboard alone, an author with nothing answers the first question within a minute', async () => {
  const opened = await launch();
  const { page } = opened;
  const startedMs = Date.now();
  await expect(page.getByRole('button', { name: /Start a book/ })).toBeVisible();
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await page.keyboard.type('The Salt Road');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Use this outline and start answering' })).toBeFocused();
  await expectAccessible(page, 'the proposed shape');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Interview' })).toHaveAttribute('aria-current', 'page');
  await expect(page.getByRole('textbox').first()).toBeVisible();
  expect(Date.now() - startedMs).toBeLessThan(60_000);
  await opened.close();
});

test('a book is opened, left, trashed and brought back by keyboard, and the window opens where it was left', async () => {
  const opened = await launch();
  const { page, call } = opened;
  await call('library.create', { title: 'Northbound' });
  await expect(page.getByRole('row', { name: /Northbound/ })).toBeVisible();
  await page.getByRole('row', { name: /Northbound/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Brief' })).toBeVisible();
  await page.getByRole('textbox', { name: 'What is it about?' }).fill('A winter on the ice.');
  await page.keyboard.press('Control+Shift+L');
  await page.getByRole('row', { name: /Northbound/ }).focus();
  await page.keyboard.press('Delete');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await page.getByRole('row', { name: /Northbound/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: 'What is it about?' })).toHaveValue('A winter on the ice.');
  await opened.close();
});

const themes = ['Light', 'Sepia', 'Dark', 'High contrast'] as const;

test('library, brief, settings, activity and palette are accessible in every theme', async () => {
  test.setTimeout(240_000);
  const opened = await launch();
  const { page, call } = opened;
  await expectAccessible(page, 'first run');
  await call('library.create', { title: 'Northbound' });
  for (const theme of themes) {
    await page.keyboard.press('Control+,');
    await page.getByRole('radio', { name: theme }).press('Space');
    await expectAccessible(page, `settings, ${theme}`);
    await page.keyboard.press('Control+Shift+A');
    await expectAccessible(page, `activity, ${theme}`);
    await page.keyboard.press('Control+Shift+F12');
    await expect(page.getByRole('table')).toBeVisible();
    await expectAccessible(page, `diagnostics, ${theme}`);
    await page.keyboard.press('Control+Shift+L');
    await expectAccessible(page, `library, ${theme}`);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('combobox', { name: 'Find or do' })).toBeFocused();
    await expectAccessible(page, `palette, ${theme}`);
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /Northbound/ }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Brief' })).toBeVisible();
    await expectAccessible(page, `brief, ${theme}`);
    await page.keyboard.press('Control+Shift+L');
    await expect(page.getByRole('row', { name: /Northbound/ })).toBeVisible();
  }
  await opened.close();
});
