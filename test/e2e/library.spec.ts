import { expect, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { framePage } from './pages/frame';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { writePage } from './pages/write';
import { launch } from './support/launch';

test('books are searched, archived, trashed, put back and deleted for good', async () => {
  const launched = await launch();
  const { page, call } = launched;
  for (const title of ['Aviary', 'Bellows', 'Cartwheel']) await call('library.create', { title });
  const library = libraryPage(page);
  const frame = framePage(page);
  await expect(library.books).toHaveCount(3);
  await library.search.fill('bell');
  await expect(library.books).toHaveCount(1);
  await library.search.fill('');
  await expect(library.books).toHaveCount(3);
  const choose = async (title: string, action: string) => {
    await library.book(title).hover();
    await library.actionsFor(title).first().click();
    await frame.menuItem(action).click();
  };
  await choose('Aviary', 'Archive');
  await expect(library.books).toHaveCount(2);
  await choose('Bellows', 'Move to trash');
  await expect(library.books).toHaveCount(1);
  await library.shelf(/^Trash 1$/u).click();
  await choose('Bellows', 'Put back');
  await library.shelf(/^Books$/u).click();
  await expect(library.books).toHaveCount(2);
  await choose('Bellows', 'Move to trash');
  await library.shelf(/^Trash 1$/u).click();
  await choose('Bellows', 'Delete for good');
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect(page.getByText('The trash is empty')).toBeVisible();
  await launched.close();
});

test('the shelf is sorted as the author says, and comes back in that order and at that place', async () => {
  const first = await launch();
  const { page, call } = first;
  const titles = Array.from({ length: 40 }, (_, index) => `Volume ${String((index * 7) % 40).padStart(2, '0')}`);
  for (const title of titles) await call('library.create', { title });
  const library = libraryPage(page);
  await expect(library.books.first()).toBeVisible();
  const shown = () => page.locator('.book-card-title').allTextContents();
  await library.order.click();
  await framePage(page).option('Title').click();
  const sorted = [...titles].sort();
  await expect.poll(async () => (await shown()).slice(0, 5)).toEqual(sorted.slice(0, 5));
  // The covers of 40 books are not all in sight, and those that are not are not drawn.
  expect((await shown()).length).toBeLessThan(40);
  await library.books.first().press('End');
  await expect(library.book('Volume 39')).toBeFocused();
  const place = () => page.getByRole('grid').evaluate((shelf) => Math.round(shelf.scrollTop));
  await expect.poll(place).toBeGreaterThan(300);
  const left = await place();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('banner')).toContainText('Volume 39');
  await framePage(page).library.click();
  // A line of covers may be laid out a little higher; the place on the shelf is the same.
  await expect.poll(async () => Math.abs((await place()) - left)).toBeLessThan(100);
  await expect(library.book('Volume 39')).toBeVisible();
  await first.close({ keepFolders: true });

  const second = await launch({ folders: first.folders });
  await expect(libraryPage(second.page).book('Volume 39')).toBeVisible();
  await expect(libraryPage(second.page).order).toContainText('Title');
  await second.close();
});

test('a manuscript of 300 chapters is brought in, and only the chapters in sight are drawn', async () => {
  const launched = await launch();
  const { page, folders } = launched;
  const file = join(folders.base, 'long.md');
  const chapter = (_: unknown, index: number) => `# Chapter ${index + 1}\n\nWords of chapter ${index + 1}.\n`;
  await writeFile(file, Array.from({ length: 300 }, chapter).join('\n'));
  await launched.stubDialogs({ open: file });
  await libraryPage(page).bringManuscript.click();
  await expect(page.getByText(/^300 chapters/u)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Make the book' }).press('Enter');
  const { tree } = framePage(page);
  await expect(tree.getByRole('row').first()).toBeVisible();
  expect(await tree.getByRole('row').count()).toBeLessThan(60);
  await tree.getByRole('row').first().press('End');
  await expect(tree.getByRole('row', { name: /Chapter 300/u })).toBeFocused();
  expect(await tree.getByRole('row').count()).toBeLessThan(60);
  const outline = outlinePage(page);
  await expect(outline.rows.first()).toBeVisible();
  expect(await outline.rows.count()).toBeLessThan(60);
  await outline.rows.first().press('End');
  await expect(outline.row('Chapter 300')).toBeFocused();
  expect(await outline.rows.count()).toBeLessThan(60);
  await page.keyboard.press('Alt+4');
  await expect(writePage(page).text).toBeVisible();
  expect(await page.getByRole('row').count()).toBeLessThan(60);
  await launched.close();
});
