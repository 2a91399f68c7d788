import { expect, test } from '@playwright/test';
import { framePage, openWriting } from './pages/frame';
import { writePage } from './pages/write';
import { launch } from './support/launch';

const characters = 100 * 1024 * 1024;

test('a paste of 100 MB is refused in words, the application lives, and nothing is lost', async () => {
  test.setTimeout(180_000);
  const launched = await launch();
  const { page } = launched;
  await launched.call('library.openSample', null);
  await page.reload();
  await openWriting(page);
  const { text } = writePage(page);
  await expect(text).toBeFocused();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Before the paste.');
  const before = await text.textContent();
  const refused = page.getByText(/^That is more than 5,000,000 characters at once. Nothing was pasted/u);
  // Both ways that a page gets it: an event that carries it, and the clipboard of the system.
  await text.evaluate((element, length) => {
    const data = new DataTransfer();
    data.setData('text/plain', 'word '.repeat(length / 5));
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, characters);
  await expect(refused).toHaveCount(1);
  expect(await text.textContent()).toBe(before);
  await launched.app.evaluate(({ clipboard }, length) => clipboard.writeText('word '.repeat(length / 5)), characters);
  await text.focus();
  await page.keyboard.press('Control+v');
  await expect(refused).toHaveCount(2, { timeout: 60_000 });
  await launched.app.evaluate(({ clipboard }) => clipboard.clear());
  await text.focus();
  await page.keyboard.type(' After the paste.');
  await expect(text).toHaveText(`${before ?? ''} After the paste.`);
  await expect(framePage(page).saved).toBeVisible();
  await launched.close({ keepFolders: true });

  const again = await launch({ folders: launched.folders });
  if (!(await writePage(again.page).text.isVisible())) {
    await openWriting(again.page);
  }
  await expect(writePage(again.page).text).toContainText('Before the paste. After the paste.');
  await again.close();
});
