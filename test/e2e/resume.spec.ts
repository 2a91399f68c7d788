import { expect, test } from '@playwright/test';
import { framePage, openWriting } from './pages/frame';
import { writePage } from './pages/write';
import { launch } from './support/launch';

test('tabs, cursor and theme are where they were after a restart', async () => {
  const first = await launch();
  const opened = (await first.call('library.openSample', null)) as { readonly value: { readonly bookId: string } };
  await first.call('settings.update', { theme: 'sepia' });
  await first.page.reload();
  await openWriting(first.page);
  const room = writePage(first.page);
  await expect(room.text).toBeFocused();
  const title = await first.page.getByRole('heading', { level: 1 }).textContent();
  await first.page.keyboard.press('Control+Alt+PageDown');
  await expect(room.heading(title ?? '')).toHaveCount(0);
  const second = await first.page.getByRole('heading', { level: 1 }).textContent();
  await expect(room.text).toBeFocused();
  await first.page.keyboard.press('Control+End');
  await first.page.keyboard.type(' Here I was');
  await expect(framePage(first.page).saved).toBeVisible();
  await expect(room.tab(title ?? '')).toBeVisible();
  // Where the author is, is noted when the hands rest, and once more when the window closes.
  const workplace = () => first.call('book.workplace', { bookId: opened.value.bookId });
  await expect.poll(workplace).toMatchObject({ ok: true, value: { tabs: [expect.anything(), expect.anything()] } });
  await first.close({ keepFolders: true });

  const again = await launch({ folders: first.folders });
  const { page } = again;
  await expect(page.locator('[data-theme="sepia"]')).toBeVisible();
  const back = writePage(page);
  if (await page.getByRole('heading', { name: 'Your books' }).isVisible()) {
    await openWriting(page);
  }
  await expect(back.heading(second ?? '')).toBeVisible();
  await expect(back.tab(title ?? '')).toBeVisible();
  await expect(back.text).toBeFocused();
  await page.keyboard.type(', and here I am');
  await expect(back.text).toContainText('Here I was, and here I am');
  await again.close();
});

test('what was shown as saved is there after the process was killed while typing', async () => {
  const first = await launch();
  await first.call('library.openSample', null);
  await first.page.reload();
  await openWriting(first.page);
  const room = writePage(first.page);
  await expect(room.text).toBeFocused();
  await first.page.keyboard.press('Control+End');
  await first.page.keyboard.type(' Certain words.');
  await expect(framePage(first.page).saved).toBeVisible();
  await first.page.keyboard.type(' Words on the way');
  const ended = new Promise((resolve) => first.app.process().once('exit', resolve));
  first.app.process().kill('SIGKILL');
  await ended;

  const again = await launch({ folders: first.folders });
  await again.page.getByRole('row').first().or(writePage(again.page).text).first().waitFor();
  if (!(await writePage(again.page).text.isVisible())) {
    await openWriting(again.page);
  }
  await expect(writePage(again.page).text).toContainText('Certain words.');
  await again.close();
});
