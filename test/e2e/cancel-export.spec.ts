import { expect, test } from '@playwright/test';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { framePage } from './pages/frame';
import { libraryPage } from './pages/library';
import { publishPage } from './pages/publish';
import { launch } from './support/launch';

const sentence = 'He climbed the ninety steps with a can of oil, and the town set its bread by him. ';
const chapter = (_: unknown, index: number) => `# Chapter ${index + 1}\n\n${`${sentence.repeat(8)}\n\n`.repeat(20)}`;
/** A worker that does not stop by itself is ended after a second. */
const patienceMs = 2_000;

test('a running export shows how far it is, stops when it is told to, and leaves the folder as it was', async () => {
  const launched = await launch();
  const { page, folders } = launched;
  const files = join(folders.base, 'files');
  const manuscript = join(folders.base, 'The Clock Keeper.md');
  const old = 'The Clock Keeper.docx';
  await mkdir(files);
  await writeFile(join(files, old), 'an older file of that name');
  await writeFile(manuscript, Array.from({ length: 120 }, chapter).join('\n'));
  await launched.stubDialogs({ open: manuscript, saveIn: files });
  await libraryPage(page).bringManuscript.click();
  await expect(page.getByText(/^120 chapters/u)).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Make the book' }).press('Enter');
  await framePage(page).room('Publish').click();
  const room = publishPage(page);
  const cancelled = async (format: 'PDF' | 'Word') => {
    await room.cancel(format).click();
    const stopped = 'Stopped, as you asked. No file was left behind.';
    await expect(room.outcome(format)).toContainText(stopped, { timeout: patienceMs });
    expect(await readdir(files)).toEqual([old]);
    await expect(page.getByRole('status').getByText(/stopped\.$/u)).toBeAttached();
    await expect(room.saveAs(format)).toBeEnabled();
  };
  await room.saveAs('PDF').click();
  await expect(room.outcome('PDF').getByRole('progressbar')).toHaveAttribute('aria-valuenow', /^[1-9]/u);
  expect((await readdir(files)).sort()).toEqual([old, 'The Clock Keeper.pdf.partial']);
  await cancelled('PDF');
  // As soon as there is a button to press, and with an older file of that name.
  await room.saveAs('Word').click();
  await cancelled('Word');
  expect(await readFile(join(files, old), 'utf8')).toBe('an older file of that name');
  await launched.close();
});
