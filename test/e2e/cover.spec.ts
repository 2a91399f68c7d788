import { expect, test } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { CoverView } from '../../src-shared/ipc/cover-calls';
import type { DisclosureView } from '../../src-shared/ipc/disclosure-calls';
import { coverPage } from './pages/cover';
import { coWriterPage } from './pages/co-writer';
import { framePage } from './pages/frame';
import { libraryPage } from './pages/library';
import { publishPage } from './pages/publish';
import { expectAccessible } from './support/accessible';
import { startStage } from './support/co-writer-stage';
import { launch, type Launched } from './support/launch';
import { epubMessages, unzippedBytes } from './support/read-files';
import { makeFullBook } from './support/screens';

const themes = ['light', 'sepia', 'dark', 'contrast'] as const;

/** A bright picture, wider than a cover, that words are not read on. */
async function makePhoto(folder: string): Promise<string> {
  const file = join(folder, 'river.jpg');
  const sky = { create: { width: 1_800, height: 1_400, channels: 3, background: '#f4efe0' } } as const;
  const hill = await sharp({ create: { width: 900, height: 500, channels: 3, background: '#7a8f86' } })
    .png()
    .toBuffer();
  await sharp(sky)
    .composite([{ input: hill, left: 900, top: 500 }])
    .jpeg()
    .toFile(file);
  return file;
}

async function read<V>({ call }: Pick<Launched, 'call'>, name: string, bookId: string): Promise<V> {
  const answer = (await call(name, { bookId })) as { ok: boolean; value: V };
  expect(answer.ok).toBe(true);
  return answer.value;
}

async function bookIdOf(launched: Launched): Promise<string> {
  const answer = (await launched.call('library.list', null)) as { value: { books: { id: string; title: string }[] } };
  return answer.value.books.find(({ title }) => title.includes('Two Doors'))?.id ?? '';
}

test('a cover is made by mouse, with a picture of one’s own, and the EPUB wears it', async () => {
  test.setTimeout(180_000);
  const launched = await launch();
  const { page, folders } = launched;
  await makeFullBook(launched);
  const cover = coverPage(page);
  const bookId = await bookIdOf(launched);
  await libraryPage(page).book('Two Doors').press('Enter');
  await framePage(page).room('Publish').click();
  await page.getByRole('button', { name: 'Design the cover' }).click();
  await expect(cover.drawnAs('window')).toBeVisible();
  await cover.tile('Framed').click();
  await expect(cover.drawnAs('framed')).toBeVisible();
  await cover.swatch('Oxblood').click();
  await cover.line.fill('A memoir');

  await launched.stubDialogs({ open: await makePhoto(folders.base), saveIn: folders.documents });
  await cover.choosePicture.click();
  await expect(cover.drawnAs('photograph')).toBeVisible();
  await expect(cover.notices).toContainText('so a veil lies under them');
  const handle = (await cover.handle.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
  await page.mouse.move(handle.x + 200, handle.y + 100);
  await page.mouse.down();
  await page.mouse.move(handle.x + 120, handle.y + 100, { steps: 8 });
  await page.mouse.up();
  await expect
    .poll(async () => (await read<CoverView>(launched, 'cover.read', bookId)).design.picture?.focusX)
    .toBeGreaterThan(0.6);
  await page.getByRole('radio', { name: 'Never' }).click();
  await expect(cover.notices).toContainText('hard to read on this picture');
  await page.getByRole('radio', { name: 'As needed' }).click();

  await cover.use.click();
  await expect(
    framePage(page)
      .message(/^The book wears this cover/u)
      .first(),
  ).toBeVisible();
  await cover.save.click();
  await expect(
    framePage(page)
      .message(/^Saved as /u)
      .first(),
  ).toBeVisible();
  const jpeg = await readFile(join(folders.documents, 'The House with Two Doors – cover.jpg'));
  expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1_600, height: 2_560 });

  const view = await read<CoverView>(launched, 'cover.read', bookId);
  expect(view).toMatchObject({
    made: { pictureId: view.design.picture?.assetId },
    design: { line: 'A memoir', palette: 'oxblood' },
  });
  await cover.back.click();
  await expect(page.getByText('The book wears this cover.', { exact: true })).toBeVisible();
  await publishPage(page).saveAs('EPUB').click();
  await expect(publishPage(page).open('EPUB')).toBeVisible();
  const epub = join(folders.documents, 'The House with Two Doors.epub');
  expect((await unzippedBytes(epub, 'EPUB/images/cover.jpg')).equals(jpeg)).toBe(true);
  expect(await epubMessages(epub)).toEqual([]);
  await launched.close();
});

test('the same by keyboard, with every step undone by Ctrl+Z', async () => {
  test.setTimeout(180_000);
  const launched = await launch();
  const { page, folders } = launched;
  await makeFullBook(launched);
  const cover = coverPage(page);
  const bookId = await bookIdOf(launched);
  const design = async () => (await read<CoverView>(launched, 'cover.read', bookId)).design;
  await libraryPage(page).book('Two Doors').press('Enter');
  await framePage(page).room('Publish').waitFor();
  await page.keyboard.press('Alt+6');
  await expect(cover.drawnAs('window')).toBeVisible();
  await cover.layout('Window').focus();
  await page.keyboard.press('ArrowRight');
  await expect(cover.drawnAs('framed')).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(cover.drawnAs('window')).toBeVisible();
  await page.keyboard.press('Control+Shift+Z');
  await expect(cover.drawnAs('framed')).toBeVisible();
  await page.keyboard.press('ArrowLeft');
  await expect(cover.drawnAs('window')).toBeVisible();

  await launched.stubDialogs({ open: await makePhoto(folders.base) });
  await cover.choosePicture.press('Enter');
  await cover.handle.focus();
  await page.keyboard.press('+');
  await page.keyboard.press('+');
  await expect.poll(async () => (await design()).picture?.zoom).toBe(1.2);
  await page.keyboard.press('Shift+ArrowLeft');
  await expect.poll(async () => (await design()).picture?.focusX).toBeGreaterThan(0.5);
  await cover.slider('Zoom').focus();
  await page.keyboard.press('Home');
  await expect.poll(async () => (await design()).picture?.zoom).toBe(1);
  await page.keyboard.press('Control+Z');
  await expect.poll(async () => (await design()).picture?.zoom).toBe(1.2);

  await cover.use.press('Enter');
  await expect(
    framePage(page)
      .message(/^The book wears this cover/u)
      .first(),
  ).toBeVisible();
  await cover.back.press('Enter');
  await expect(publishPage(page).heading).toBeVisible();
  await launched.close();
});

test('the cover can be designed in every theme, small, and with words of any script', async () => {
  test.setTimeout(240_000);
  const launched = await launch();
  const { page, app, call, folders } = launched;
  await makeFullBook(launched);
  const cover = coverPage(page);
  await libraryPage(page).book('Two Doors').press('Enter');
  await framePage(page).room('Publish').waitFor();
  await page.keyboard.press('Alt+6');
  await launched.stubDialogs({ open: await makePhoto(folders.base) });
  await cover.choosePicture.click();
  await expect(cover.handle).toBeVisible();
  for (const theme of themes) {
    await call('settings.update', { theme });
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
    await expectAccessible(page, `cover, ${theme}`);
  }
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2));
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(beyond).toBeLessThanOrEqual(0);
  await expectAccessible(page, 'cover at 200 %');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1));
  const bookId = await bookIdOf(launched);
  for (const title of ['رائحة البحر في مدينة قديمة', '時計職人の孫と港町の冬', '항구', 'שומר השעון', 'A'.repeat(200)]) {
    await call('brief.update', { bookId, patch: { title } });
    await expect(page.getByRole('img', { name: `The cover of ${title}` })).toBeVisible();
    await expect(page.getByText('The cover could not be drawn.')).toHaveCount(0);
  }
  await launched.close();
});

test('a picture is asked of a model, waits beside the cover until it is taken, and is disclosed', async () => {
  test.setTimeout(180_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  const { bookId } = await stage.makeBook();
  const [cover, coWriter] = [coverPage(page), coWriterPage(page)];
  await coWriter.ask('Propose titles and a text for the back').press('Enter');
  await page
    .getByRole('button', { name: /^Keep the idea/u })
    .first()
    .click();
  await page.keyboard.press('Alt+6');
  await expect(cover.idea).not.toHaveValue('');
  const idea = await cover.idea.inputValue();

  await coWriter.ask('Ask for a picture').click();
  await expect(page.getByText('No model for pictures is chosen yet.')).toBeVisible();
  const { coWriter: wish } = await stage.value<{ coWriter: object }>('settings.read', null);
  await stage.value('settings.update', { coWriter: { ...wish, imageModel: 'painter-1' } });
  await coWriter.ask('Ask for a picture').click();
  await expect(page.getByText(/makes no pictures\.$/u)).toBeVisible();

  const painted = await sharp({ create: { width: 1_024, height: 1_536, channels: 3, background: '#224466' } })
    .png()
    .toBuffer();
  server.playPictures({ kind: 'good', bytes: painted });
  await coWriter.preview('Ask for a picture').click();
  const shown = await page.getByRole('dialog', { name: 'What would be sent' }).locator('pre').textContent();
  expect(shown).toContain(idea);
  await page.keyboard.press('Escape');
  await coWriter.ask('Ask for a picture').click();
  await expect(cover.takeMade).toBeVisible();
  expect(server.requests.at(-1)?.bytes.toString()).toBe(shown);
  await expect(page.getByRole('img', { name: idea })).toHaveJSProperty('naturalWidth', 1_024);
  expect((await read<CoverView>(stage, 'cover.read', bookId)).design.picture).toBeNull();
  await expectAccessible(page, 'cover with a picture by a model');

  await cover.takeMade.click();
  await cover.tile('Whole picture').click();
  await expect(cover.handle).toBeVisible();
  await cover.use.click();
  await expect(
    framePage(page)
      .message(/^The book wears this cover/u)
      .first(),
  ).toBeVisible();
  await cover.back.click();
  expect((await read<DisclosureView>(stage, 'disclosure.read', bookId)).suggested.images).toBe('few-minimal');
  await stage.end();
});
