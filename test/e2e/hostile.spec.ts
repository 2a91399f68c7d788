import { expect, test, type Page } from '@playwright/test';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { briefPage } from './pages/brief';
import { framePage, openWriting } from './pages/frame';
import { interviewPage } from './pages/interview';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { publishPage } from './pages/publish';
import { writePage } from './pages/write';
import { launch, makeFolders, type Launched } from './support/launch';
import { unzipped } from './support/read-files';

const hostile = '"><img src=x onerror="window.hacked=1"><script>window.hacked=2</script>{{7*7}}';

test('hostile HTML in every text field is only text, in the window and in the files', async () => {
  test.setTimeout(180_000);
  const launched = await launch();
  const { page } = launched;
  page.setDefaultTimeout(10_000);
  await test.step('shelf and brief', () => fillBrief(page));
  await test.step('outline and interview', () => fillOutlineAndInterview(page));
  await test.step('the text and what belongs to it', () => fillText(launched));
  await test.step('files', () => expectHarmlessFiles(launched));
  await framePage(page).library.click();
  await libraryPage(page).search.fill(hostile);
  await expect(page.getByRole('row').first()).toContainText('{{7*7}}');
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await launched.close();
});

async function fillBrief(page: Page): Promise<void> {
  const library = libraryPage(page);
  await library.startBook.click();
  await library.title.fill(hostile);
  await library.author.fill(hostile);
  await library.start.click();
  await page.getByRole('button', { name: 'Use this outline and start answering' }).click();
  await expect(interviewPage(page).answer).toBeVisible();
  await page.keyboard.press('Alt+1');
  for (const name of ['Subtitle', 'What is it about?', 'For the back of the book'])
    await briefPage(page).field(name).fill(hostile);
}

async function fillOutlineAndInterview(page: Page): Promise<void> {
  await page.keyboard.press('Alt+2');
  const outline = outlinePage(page);
  await outline.titles.first().dblclick();
  await outline.renaming.fill(hostile);
  await page.keyboard.press('Enter');
  await outline.titles.first().click();
  await outline.description.fill(hostile);
  await page.keyboard.press('Alt+3');
  const desk = interviewPage(page);
  await desk.writeOwn.click();
  await desk.ownQuestion.fill(`${hostile} Who was it?`);
  await desk.addOwn.click();
  await expect(desk.question).toHaveText(`${hostile} Who was it?`);
  await desk.answer.fill(hostile);
}

async function fillText(launched: Launched): Promise<void> {
  const { page } = launched;
  const room = writePage(page);
  await page.keyboard.press('Alt+4');
  await expect(room.text).toBeVisible();
  await room.text.click();
  await page.keyboard.insertText(hostile);
  await page.keyboard.press('Control+Alt+n');
  await page.keyboard.insertText(hostile);
  await page.keyboard.press('Escape');
  await launched.stubDialogs({ open: join(__dirname, '../../resources/icons/128x128.png') });
  await page.keyboard.press('Control+Alt+i');
  await room.alt.fill(hostile);
  await room.caption.fill(hostile);
  await room.text.locator('p').first().click();
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toContain('hacked');
  await page.keyboard.press('Control+l');
  for (const address of [hostile, 'javascript:window.hacked=3', 'data:text/html,<script>window.hacked=4</script>']) {
    await room.address.fill(address);
    await room.setLink.click();
    await expect(page.getByText('A link goes to a web page or a mail address.')).toBeVisible();
  }
  await room.address.fill(`https://example.org/?q=${hostile}`);
  await room.setLink.click();
  await expect(room.text.locator('a').first()).toHaveAttribute('href', /^https:\/\/example\.org\//u);
  await page.keyboard.press('Control+h');
  await room.find.fill(hostile);
  await room.replaceWith.fill(`${hostile}!`);
  await room.replaceAll.click();
  await room.closeFind.click();
  await expect(room.text.locator('script, img[onerror]')).toHaveCount(0);
  await expect(room.text).toContainText(`${hostile}!`);
  await expect(framePage(page).saved).toBeVisible();
}

/** What a reader’s program would take for more than words in a part of a book, and whether it can read it at all. */
const aliveIn = (page: Page, part: string): Promise<readonly string[]> =>
  page.evaluate((xml) => {
    const parsed = new DOMParser().parseFromString(xml, 'application/xml');
    const isAlive = (element: Element) =>
      ['script', 'parsererror'].includes(element.localName) ||
      element.getAttributeNames().some((name) => name.startsWith('on')) ||
      /^(?:javascript|data):/iu.test(element.getAttribute('href') ?? element.getAttribute('src') ?? '');
    return [...parsed.querySelectorAll('*')].filter(isAlive).map((element) => element.outerHTML);
  }, part);

async function expectHarmlessFiles(launched: Launched): Promise<void> {
  const { page, folders } = launched;
  const files = join(folders.base, 'files');
  await mkdir(files);
  await launched.stubDialogs({ saveIn: files });
  await page.keyboard.press('Alt+5');
  const room = publishPage(page);
  for (const format of ['EPUB', 'Word', 'Markdown'] as const) {
    await room.saveAs(format).click();
    await expect(room.open(format)).toBeVisible({ timeout: 30_000 });
  }
  const fileOf = async (ending: string) =>
    join(files, (await readdir(files)).find((name) => name.endsWith(ending)) ?? 'none');
  for (const [file, kind] of [
    [await fileOf('.epub'), /\.(?:xhtml|opf|ncx)$/u],
    [await fileOf('.docx'), /^word\/(?:document|footnotes|styles)\.xml$/u],
  ] as const) {
    const names = execFileSync('unzip', ['-Z1', file], { encoding: 'utf8' }).split('\n');
    const parts = await Promise.all(names.filter((name) => kind.test(name)).map((name) => unzipped(file, name)));
    for (const part of parts) expect(await aliveIn(page, part)).toEqual([]);
    expect(parts.join('\n')).toContain('&lt;script&gt;window.hacked=2');
  }
  // In Markdown an angle bracket begins HTML unless it is escaped, or holds the address of a picture.
  const [, , ...text] = (await readFile(await fileOf('.md'), 'utf8')).split(/^---$/mu);
  expect(text.join('---')).not.toMatch(/(?<!\\|\]\()<(?:script|img)/iu);
}

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
    await openWriting(page);
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
