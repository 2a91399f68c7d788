import { expect, test } from '@playwright/test';
import { expectAccessible } from './support/accessible';
import { launch, type Launched } from './support/launch';
import { makeFullBook, screens } from './support/screens';

const themes = ['light', 'sepia', 'dark', 'contrast'] as const;

/** Opens one screen after the other and looks at each; a screen that does not open is named. */
async function atEachScreen(launched: Launched, look: (name: string) => Promise<void>): Promise<void> {
  const { page } = launched;
  for (const { name, open, leave } of screens) {
    await test.step(name, async () => {
      await open(launched);
      await look(name);
      await leave?.(page);
      await expect(page.getByRole('dialog')).toHaveCount(0);
    });
  }
}

test('every screen is accessible in every theme', async () => {
  test.setTimeout(360_000);
  const launched = await launch();
  const { page, call } = launched;
  await expect(page.getByRole('button', { name: /^Start a book/u })).toBeVisible();
  const inEachTheme = async (name: string) => {
    for (const theme of themes) {
      await call('settings.update', { theme });
      await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
      await expectAccessible(page, `${name}, ${theme}`);
    }
  };
  await inEachTheme('first run');
  await makeFullBook(launched);
  await atEachScreen(launched, inEachTheme);
  await launched.close();
});

test('at 200 % nothing is cut and every screen stays accessible', async () => {
  test.setTimeout(240_000);
  const launched = await launch();
  const { page, app } = launched;
  await makeFullBook(launched);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  await atEachScreen(launched, async (name) => {
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name}: pixels beyond the edge`).toBeLessThanOrEqual(0);
    await expectAccessible(page, `${name} at 200 %`);
  });
  await launched.close();
});
