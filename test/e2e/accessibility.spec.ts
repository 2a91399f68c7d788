import { expect, test, type Page } from '@playwright/test';
import type { Outline } from '../../src-shared/domain/outline';
import type { Result } from '../../src-shared/result';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { outlinePage } from './pages/outline';
import { publishPage } from './pages/publish';
import { writePage } from './pages/write';
import { expectAccessible } from './support/accessible';
import { launch, type Launched } from './support/launch';

const themes = ['light', 'sepia', 'dark', 'contrast'] as const;

/** Opens the sample, with a draft of its first chapter that has enough answers, so that no room is empty. */
async function openSample({ page, call }: Launched): Promise<void> {
  const opened = (await call('library.openSample', null)) as Result<{ bookId: string }>;
  if (!opened.ok) throw new Error(opened.error.code);
  const { bookId } = opened.value;
  const outline = (await call('outline.read', { bookId })) as Result<Outline>;
  if (!outline.ok) throw new Error(outline.error.code);
  const chapter = outline.value.nodes.find((node) => node.answered >= 3);
  if (!chapter) throw new Error('The sample has no chapter with three answers.');
  await call('draft.create', { bookId, chapterId: chapter.id, style: 'tidied' });
  await page.reload();
  await page.getByRole('row').first().press('Enter');
  await expect(framePage(page).room('Interview')).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(framePage(page).room('Interview')).toHaveAttribute('aria-current', 'page');
  await framePage(page)
    .tree.getByRole('row', { name: new RegExp(chapter.title, 'u') })
    .click();
  await expect(interviewPage(page).answer).toBeVisible();
}

/** Every room of a book, and what can stand over it. */
const screens: readonly { readonly name: string; readonly open: (page: Page) => Promise<void> }[] = [
  {
    name: 'outline',
    open: async (page) => {
      await page.keyboard.press('Alt+2');
      await outlinePage(page).rows.first().click();
      await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    },
  },
  {
    name: 'proposed outline',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+O');
      await expect(outlinePage(page).proposal).toBeVisible();
    },
  },
  {
    name: 'interview',
    open: async (page) => {
      await page.keyboard.press('Alt+3');
      await expect(interviewPage(page).answer).toBeVisible();
    },
  },
  {
    name: 'draft',
    open: async (page) => {
      await interviewPage(page).draft.click();
      await expect(interviewPage(page).makeDraft).toBeVisible();
    },
  },
  {
    name: 'write',
    open: async (page) => {
      await page.keyboard.press('Alt+4');
      await expect(writePage(page).text).toBeVisible();
    },
  },
  {
    name: 'publish',
    open: async (page) => {
      await page.keyboard.press('Alt+5');
      await expect(publishPage(page).heading).toBeVisible();
    },
  },
  {
    name: 'search in the book',
    open: async (page) => {
      await page.keyboard.press('Control+Shift+F');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type('the');
    },
  },
  {
    name: 'shortcuts',
    open: async (page) => {
      // The first empties the field, the second closes the dialog.
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
  },
];

test('every room of a book is accessible in every theme', async () => {
  test.setTimeout(240_000);
  const launched = await launch();
  const { page } = launched;
  await openSample(launched);
  for (const theme of themes) {
    await launched.call('settings.update', { theme });
    await expect(page.locator(`[data-theme="${theme}"]`)).toBeVisible();
    for (const { name, open } of screens) {
      await open(page);
      // The themes share one structure: what differs between them is colour.
      await expectAccessible(page, `${name}, ${theme}`, theme === 'light' ? 'everything' : 'colours');
    }
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  await launched.close();
});

test('at 200 % nothing is cut and every room stays accessible', async () => {
  test.setTimeout(180_000);
  const launched = await launch();
  const { page, app } = launched;
  await openSample(launched);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  for (const { name, open } of screens) {
    await open(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(beyond, `${name}: pixels beyond the edge`).toBeLessThanOrEqual(0);
    await expectAccessible(page, `${name} at 200 %`);
  }
  await launched.close();
});
