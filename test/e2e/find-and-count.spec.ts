import { expect, test } from '@playwright/test';
import { framePage } from './pages/frame';
import { launch } from './support/launch';

test('a search leads to the passage, what is typed there counts for today and on the shelf', async () => {
  const { page, call, close } = await launch();
  await call('library.openSample', null);
  await page.getByRole('row', { name: /The House with Two Doors/ }).focus();
  await page.keyboard.press('Enter');
  const status = page.getByRole('contentinfo', { name: 'Status' });
  await expect(status).toContainText('0 of 500 words today');
  await framePage(page).room('Write').waitFor();
  await page.keyboard.press('Control+Shift+F');
  await page.getByRole('searchbox', { name: 'Words to find' }).fill('dentist’s chair');
  await page.getByRole('option', { name: /dentist’s chair/ }).click();
  const text = page.getByRole('textbox', { name: 'Text of What the Rope Said' });
  await expect(text).toBeFocused();
  await expect.poll(() => page.evaluate('getSelection().toString()')).toBe('dentist’s chair');
  type Box = { readonly top: number; readonly bottom: number };
  const [caret, frame] = await page.evaluate<readonly Box[]>(
    `[getSelection().getRangeAt(0), document.querySelector('.write-scroll')].map((one) => one.getBoundingClientRect().toJSON())`,
  );
  expect(caret?.top).toBeGreaterThan(frame?.top ?? Infinity);
  expect(caret?.bottom).toBeLessThan(frame?.bottom ?? 0);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.type(' of all places');
  await expect(status).toContainText('3 of 500 words today');
  await expect(page.getByRole('row', { name: /What the Rope Said, .*586 words/ })).toBeVisible();
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByRole('row', { name: /The House with Two Doors/ })).toContainText('1,159 words');
  await close();
});

test('Escape closes the palette whatever is typed in it', async () => {
  const { page, close } = await launch();
  await page.getByRole('button', { name: /Start a book/ }).waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('sett');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await close();
});
