import { expect, test } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { briefPage } from './pages/brief';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { writePage } from './pages/write';
import { launch, makeFolders } from './support/launch';

const hostile = '"><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>{{7*7}}';

test('hostile HTML in every text field is only text', async () => {
  const launched = await launch();
  const { page } = launched;
  const library = libraryPage(page);
  await library.startBook.click();
  await library.title.fill(hostile);
  await library.author.fill(hostile);
  await library.start.click();
  await page.getByRole('button', { name: 'Use this outline and start answering' }).click();
  const desk = interviewPage(page);
  await desk.answer.fill(hostile);
  await page.keyboard.press('Alt+1');
  for (const name of ['Subtitle', 'What is it about?', 'For the back of the book'])
    await briefPage(page).field(name).fill(hostile);
  await page.keyboard.press('Alt+2');
  const outline = outlinePage(page);
  await outline.titles.first().dblclick();
  await outline.renaming.fill(hostile);
  await page.keyboard.press('Enter');
  await outline.titles.first().click();
  await outline.description.fill(hostile);
  await page.keyboard.press('Alt+4');
  await expect(writePage(page).text).toBeVisible();
  await writePage(page).text.click();
  await page.keyboard.insertText(hostile);
  await expect(framePage(page).saved).toBeVisible();
  await page.keyboard.press('Alt+5');
  await framePage(page).library.click();
  await expect(library.books).toHaveCount(1);
  await expect(page.getByRole('row').first()).toContainText('{{7*7}}');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await launched.close();
});

test('a damaged or newer library is told in words with a next step, and stays untouched', async () => {
  for (const content of ['{ "version": 1, "bo', '{"version":99,"sha256":"","data":{}}']) {
    const folders = await makeFolders();
    const folder = join(folders.documents, 'Longhand');
    await mkdir(folder);
    const file = join(folder, 'library.json');
    await writeFile(file, content);
    const launched = await launch({ folders });
    const isNewer = content.includes('99');
    if (isNewer) {
      await expect(launched.page.getByRole('main')).toContainText(/newer/iu);
      await expect(launched.page.getByRole('button', { name: 'Open another folder' })).toBeVisible();
      expect(await readFile(file, 'utf8')).toBe(content);
    } else {
      await expect(libraryPage(launched.page).startBook).toBeVisible();
      const kept = await readdir(folders.documents, { recursive: true });
      expect(kept.join('\n')).toMatch(/quarantine/u);
    }
    await launched.close();
  }
});

test('a full disk while typing shows “not saved”, and the words are saved when there is room again', async () => {
  test.skip(process.platform !== 'linux' || process.getuid?.() !== 0, 'needs a small file system of its own');
  const folders = await makeFolders();
  const disk = join(folders.documents, 'Longhand');
  await mkdir(disk);
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', disk]);
  try {
    const launched = await launch({ folders });
    const { page } = launched;
    await launched.call('library.openSample', null);
    await page.reload();
    await page.getByRole('row').first().press('Enter');
    await page.keyboard.press('Alt+4');
    await expect(writePage(page).text).toBeFocused();
    const filler = join(disk, 'filler');
    execFileSync('sh', ['-c', `cat /dev/zero > '${filler}' || true`], { stdio: 'ignore' });
    await page.keyboard.insertText('These words wait for room. '.repeat(400));
    await expect(framePage(page).notSaved).toBeVisible({ timeout: 20_000 });
    await chmod(filler, 0o600);
    await rm(filler);
    await page.keyboard.type(' And more.');
    await expect(framePage(page).saved).toBeVisible({ timeout: 20_000 });
    // What the page or the browser said of the full disk is no failure of this test.
    launched.problems.splice(0);
    await page.keyboard.press('Alt+1');
    await page.keyboard.press('Alt+4');
    await expect(writePage(page).text).toContainText('These words wait for room.');
    await expect(writePage(page).text).toContainText('And more.');
    await launched.close({ keepFolders: true });
  } finally {
    execFileSync('umount', ['-l', disk]);
    await rm(folders.base, { recursive: true, force: true });
  }
});
