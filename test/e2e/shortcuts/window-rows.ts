import { expect } from '@playwright/test';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { coverPage } from '../pages/cover';
import { framePage } from '../pages/frame';
import { libraryPage } from '../pages/library';
import { writePage } from '../pages/write';
import { goTo, signOf, type Row, type Rows, type Where } from './stage';

/** A shortcut that opens something; Escape closes it. */
const opensDialog = (name: string): Row => ({
  where: 'shelf',
  async does({ page, keys }, press) {
    await press();
    await expect(page.getByRole('dialog', { name })).toBeVisible();
    await keys('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  },
});

/** A shortcut that goes to a room from another one. */
const goesTo = (room: Exclude<Where, 'shelf'> | 'publish'): Row => ({
  where: room === 'brief' ? 'outline' : 'brief',
  async does({ page }, press) {
    await expect(signOf(page)[room]).toBeHidden();
    await press();
    await expect(signOf(page)[room]).toBeVisible();
  },
});

/** A shortcut that goes to another chapter; `from` is where it must be pressed so that there is one. */
const turnsTo = (from: 'first' | 'second'): Row => ({
  where: 'write',
  async does({ page, keys }, press) {
    const title = page.getByRole('heading', { level: 1 });
    const first = (await title.textContent()) ?? '';
    if (from === 'second') {
      await keys('Control+Alt+PageDown');
      await expect(title).not.toHaveText(first);
    }
    await press();
    await (from === 'first' ? expect(title).not.toHaveText(first) : expect(title).toHaveText(first));
    if (from === 'first') await keys('Control+Alt+PageUp');
    await expect(title).toHaveText(first);
  },
});

/** What is pressed anywhere: the shelf, the window, the ways between the rooms. */
export const windowRows: Rows = {
  'library.newBook': {
    where: 'shelf',
    async does({ page, keys }, press) {
      await press();
      await expect(libraryPage(page).title).toBeFocused();
      await keys('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  'library.openSample': {
    where: 'shelf',
    async does({ page }, press) {
      await press();
      await expect(page.getByRole('banner')).toContainText('The House with Two Doors');
      await expect(framePage(page).room('Write')).toBeVisible();
    },
  },
  'library.importManuscript': {
    where: 'shelf',
    async does({ page, launched }, press) {
      const file = join(launched.folders.base, 'Brought.md');
      await writeFile(file, '# Only one\n\nWords.\n');
      await launched.stubDialogs({ open: file });
      await press();
      await expect(page.getByRole('button', { name: 'Make the book' })).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(page.getByRole('dialog')).toHaveCount(0);
      await expect(page.getByText('1 chapter, 1 word', { exact: true })).toBeVisible();
    },
  },
  'library.chooseFolder': {
    where: 'shelf',
    async does({ page, launched }, press) {
      const other = join(launched.folders.base, 'Another');
      await mkdir(other, { recursive: true });
      await launched.stubDialogs({ open: other });
      await press();
      await expect(libraryPage(page).startBook).toBeVisible();
      await launched.stubDialogs({ open: join(launched.folders.documents, 'Longhand') });
      await press();
      await expect(libraryPage(page).book('The House with Two Doors')).toBeVisible();
    },
  },
  'app.settings': {
    where: 'shelf',
    async does({ page }, press) {
      await press();
      await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
      await press();
      await expect(signOf(page).shelf).toBeVisible();
    },
  },
  'go.library': {
    where: 'outline',
    async does({ page }, press) {
      await press();
      await expect(signOf(page).shelf).toBeVisible();
    },
  },
  'go.brief': goesTo('brief'),
  'go.outline': goesTo('outline'),
  'go.interview': goesTo('interview'),
  'go.write': goesTo('write'),
  'go.publish': goesTo('publish'),
  'go.cover': {
    where: 'brief',
    async does({ page, keys }, press) {
      await press();
      await expect(coverPage(page).heading).toBeVisible();
      await keys('Alt+1');
      await expect(coverPage(page).heading).toHaveCount(0);
    },
  },
  'go.words': {
    where: 'brief',
    async does({ page }, press) {
      await press();
      await expect(page.getByRole('heading', { name: 'Whose words' })).toBeFocused();
      await expect(page.getByRole('button', { name: 'Count the words' })).toHaveCount(0);
    },
  },
  'go.activity': {
    where: 'shelf',
    async does({ page }, press) {
      await press();
      await expect(page.getByRole('tab', { name: /Tasks/u, selected: true })).toBeVisible();
      await press();
      await expect(signOf(page).shelf).toBeVisible();
    },
  },
  'waiting.tryNow': {
    where: 'shelf',
    async does({ page }, press) {
      await press();
      await expect(framePage(page).message('Nothing waits for the co-writer.')).toBeVisible();
    },
  },
  'go.spending': {
    where: 'shelf',
    async does({ page, keys }, press) {
      await press();
      await expect(page.getByRole('tab', { name: 'Spending', selected: true })).toBeVisible();
      await keys('Control+Shift+A');
      await expect(signOf(page).shelf).toBeVisible();
    },
  },
  'chapter.next': turnsTo('first'),
  'chapter.previous': turnsTo('second'),
  'app.palette': {
    where: 'shelf',
    async does({ page, keys }, press) {
      await press();
      await expect(framePage(page).palette).toBeFocused();
      await keys('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  'view.fullScreen': {
    where: 'shelf',
    async does({ launched }, press) {
      const isFull = () =>
        launched.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isFullScreen());
      await press();
      await expect.poll(isFull).toBe(true);
      await press();
      await expect.poll(isFull).toBe(false);
    },
  },
  'view.nextTheme': {
    where: 'shelf',
    async does({ page, launched }, press) {
      await launched.call('settings.update', { theme: 'light' });
      await expect(page.locator('[data-theme="light"]')).toBeVisible();
      await press();
      await expect(page.locator('[data-theme="sepia"]')).toBeVisible();
    },
  },
  'help.shortcuts': opensDialog('Keyboard shortcuts'),
  'help.diagnostics': {
    where: 'shelf',
    async does({ page }, press) {
      await press();
      await expect(page.getByRole('tab', { name: 'Diagnostics', selected: true })).toBeVisible();
    },
  },
  'text.saveSnapshot': {
    where: 'brief',
    async does({ page, launched, bookId }, press) {
      const kept = () => launched.call('snapshot.list', { bookId, chapterId: null });
      const before = ((await kept()) as { value: unknown[] }).value.length;
      await press();
      await expect(
        framePage(page)
          .message(/^Saved \d\d:\d\d:\d\d, with a snapshot$/u)
          .first(),
      ).toBeVisible();
      expect(((await kept()) as { value: unknown[] }).value).toHaveLength(before + 1);
    },
  },
  'book.search': {
    where: 'brief',
    async does({ page, keys }, press) {
      await press();
      await expect(page.getByRole('searchbox', { name: 'Words to find' })).toBeFocused();
      await keys('Escape');
      await expect(page.getByRole('dialog')).toHaveCount(0);
    },
  },
  'view.tree': {
    where: 'write',
    async does({ page }, press) {
      const tree = page.getByRole('navigation', { name: 'Book' });
      await press();
      await expect(tree).toHaveCount(0);
      await press();
      await expect(tree).toBeVisible();
    },
  },
  'view.support': {
    where: 'write',
    async does({ page }, press) {
      const panel = writePage(page).support('Snapshots');
      await press();
      await expect(panel).toBeHidden();
      await press();
      await expect(panel).toBeVisible();
    },
  },
  'view.focus': {
    where: 'write',
    async does(stage, press) {
      const { page } = stage;
      await press();
      await expect(page.getByRole('navigation', { name: 'Book' })).toBeHidden();
      await expect(writePage(page).text).toBeVisible();
      await press();
      await expect(page.getByRole('navigation', { name: 'Book' })).toBeVisible();
      await goTo(stage, 'write');
    },
  },
};
