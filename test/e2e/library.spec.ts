import { expect, test } from '@playwright/test';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { framePage } from './pages/frame';
import { libraryPage } from './pages/library';
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

test('a manuscript of 300 chapters is brought in, and only the chapters in sight are drawn', async () => {
  const launched = await launch();
  const { page, folders } = launched;
  const file = join(folders.base, 'long.md');
  const chapter = (_: unknown, index: number) => `# Chapter ${index + 1}\n\nWords of chapter ${index + 1}.\n`;
  await writeFile(file, Array.from({ length: 300 }, chapter).join('\n'));
  await launched.stubDialogs({ open: file });
  await libraryPage(page).bringManuscript.click();
  await expect(page.getByText(/^300 chapters/u)).toBeVisible({ timeout: 30_000 });
  const { tree } = framePage(page);
  await expect(tree.getByRole('row').first()).toBeVisible();
  expect(await tree.getByRole('row').count()).toBeLessThan(60);
  await tree.getByRole('row').first().press('End');
  await expect(tree.getByRole('row', { name: /Chapter 300/u })).toBeFocused();
  expect(await tree.getByRole('row').count()).toBeLessThan(60);
  await launched.close();
});
