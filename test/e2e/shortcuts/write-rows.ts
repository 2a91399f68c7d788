import { expect } from '@playwright/test';
import { join } from 'node:path';
import { framePage } from '../pages/frame';
import { writePage } from '../pages/write';
import { writeAnew, type Row, type Rows } from './stage';

const words = 'The bell on the far bank';

/** A shortcut that marks what is chosen with an element, and takes the mark away again. */
const marks = (element: string): Row => ({
  where: 'write',
  async does(stage, press) {
    const text = await writeAnew(stage, words);
    await stage.keys('Control+a');
    await press();
    await expect(text.locator(element)).toHaveText(words);
    await press();
    await expect(text.locator(element)).toHaveCount(0);
  },
});

/** A shortcut that makes the paragraph another kind of block, from which “Paragraph” brings it back. */
const makes = (element: string): Row => ({
  where: 'write',
  async does(stage, press) {
    const text = await writeAnew(stage, words);
    await press();
    await expect(text.locator(element)).toHaveText(words);
    await stage.keys('Control+Alt+0');
    await expect(text.locator('> p')).toHaveText(words);
  },
});

/** A shortcut that puts something into the text. */
const inserts = (element: string): Row => ({
  where: 'write',
  async does(stage, press) {
    const text = await writeAnew(stage, words);
    await press();
    await expect(text.locator(element)).toHaveCount(1);
    await stage.keys('Escape');
  },
});

/** A shortcut that shows a part of the panel beside the page. */
const shows = (tab: string): Row => ({
  where: 'write',
  async does({ page }, press) {
    await writePage(page).support('Answers').click();
    await press();
    await expect(page.getByRole('tab', { name: tab, selected: true })).toBeVisible();
  },
});

/** What a shortcut for suggestions does is shown where there is a model (`suggestions.spec.ts`); here none waits. */
const saysNothingWaits: Row = {
  where: 'write',
  async does(stage, press) {
    await writeAnew(stage, words);
    await press();
    await expect(stage.page.getByText('No suggestions in this chapter')).toBeAttached();
  },
};

/** What is pressed in a chapter’s text. */
export const writeRows: Rows = {
  'edit.undo': {
    where: 'write',
    async does(stage, press) {
      const text = await writeAnew(stage, words);
      await stage.keys('Control+a', 'Control+b');
      await press();
      await expect(text.locator('strong')).toHaveCount(0);
    },
  },
  'edit.redo': {
    where: 'write',
    async does(stage, press) {
      const text = await writeAnew(stage, words);
      await stage.keys('Control+a', 'Control+b', 'Control+z');
      await expect(text.locator('strong')).toHaveCount(0);
      await press();
      await expect(text.locator('strong')).toHaveText(words);
      // What is typed over words in bold would be in bold.
      await stage.keys('Control+z');
    },
  },
  'edit.find': {
    where: 'write',
    async does(stage, press) {
      const { page } = stage;
      await writeAnew(stage, words);
      await press();
      await expect(writePage(page).find).toBeFocused();
      await expect(writePage(page).replaceWith).toHaveCount(0);
      await stage.keys('Escape');
      await expect(writePage(page).text).toBeFocused();
    },
  },
  'edit.replace': {
    where: 'write',
    async does(stage, press) {
      const { page } = stage;
      await writeAnew(stage, words);
      await press();
      await expect(writePage(page).replaceWith).toBeVisible();
      await stage.keys('Escape');
      await expect(writePage(page).text).toBeFocused();
    },
  },
  'insert.footnote': {
    where: 'write',
    async does(stage, press) {
      const { page } = stage;
      await writeAnew(stage, words);
      await press();
      await expect(writePage(page).footnoteText).toBeFocused();
      await stage.keys('Escape');
    },
  },
  'insert.image': {
    where: 'write',
    async does(stage, press) {
      const { page, launched } = stage;
      await writeAnew(stage, words);
      await launched.stubDialogs({ open: join(__dirname, '../../../resources/icons/128x128.png') });
      await press();
      await expect(writePage(page).alt).toBeVisible();
    },
  },
  'insert.table': inserts('table'),
  'insert.sceneBreak': inserts('hr'),
  'insert.link': {
    where: 'write',
    async does(stage, press) {
      const { page } = stage;
      await writeAnew(stage, words);
      await stage.keys('Control+a');
      await press();
      await expect(writePage(page).address).toBeFocused();
      await stage.keys('Escape');
      await expect(writePage(page).text).toBeFocused();
    },
  },
  'insert.draft': shows('Draft'),
  'text.history': shows('Snapshots'),
  'edit.restyle': shows('Suggestions'),
  'edit.tighten': shows('Suggestions'),
  'edit.expand': shows('Suggestions'),
  'edit.clarify': shows('Suggestions'),
  'edit.grammar': shows('Suggestions'),
  'edit.tidy': shows('Suggestions'),
  'suggestion.next': saysNothingWaits,
  'suggestion.accept': saysNothingWaits,
  'suggestion.reject': saysNothingWaits,
  'format.private': marks('[data-private]'),
  'format.bold': marks('strong'),
  'format.italic': marks('em'),
  'format.underline': marks('u'),
  'format.strike': marks('s'),
  'format.smallCaps': marks('.small-caps'),
  'format.code': marks('code'),
  'format.paragraph': {
    where: 'write',
    async does(stage, press) {
      const text = await writeAnew(stage, words);
      await stage.keys('Control+Alt+2');
      await expect(text.locator('h2')).toHaveText(words);
      await press();
      await expect(text.locator('> p')).toHaveText(words);
    },
  },
  'format.heading1': makes('h1, h2'),
  'format.heading2': makes('h2, h3'),
  'format.heading3': makes('h3, h4'),
  'format.quote': makes('blockquote'),
  'format.bulletList': makes('ul li'),
  'format.orderedList': makes('ol li'),
  'format.verse': {
    where: 'write',
    async does(stage, press) {
      const text = await writeAnew(stage, words);
      await press();
      await expect(text.locator('.verse .verse-line')).toHaveText(words);
      await stage.keys('Control+Alt+2');
      await expect(text.locator('> h2')).toHaveText(words);
      await stage.keys('Control+z');
      await expect(text.locator('.verse .verse-line')).toHaveText(words);
      await press();
      await expect(text.locator('> p')).toHaveText(words);
    },
  },
  'format.codeBlock': makes('pre'),
  'chapter.splitHere': {
    where: 'write',
    async does(stage, press) {
      await writeAnew(stage, words);
      await stage.keys('Enter');
      await stage.page.keyboard.type('And the other bank');
      await press();
      await expect(
        framePage(stage.page)
          .message(/is a chapter of its own now$/u)
          .first(),
      ).toBeVisible();
      await stage.undo();
    },
  },
  'view.provenance': {
    where: 'write',
    async does({ page }, press) {
      await press();
      await expect(writePage(page).origins).toBeVisible();
      await press();
      await expect(writePage(page).origins).toHaveCount(0);
    },
  },
  'tab.close': {
    where: 'write',
    async does({ page, keys }, press) {
      const title = page.getByRole('heading', { level: 1 });
      const before = (await title.textContent()) ?? '';
      await keys('Control+Alt+PageDown');
      await expect(title).not.toHaveText(before);
      const closed = (await title.textContent()) ?? '';
      await expect(writePage(page).tab(closed)).toBeVisible();
      await expect(writePage(page).text).toBeFocused();
      await press();
      await expect(title).not.toHaveText(closed);
      await expect(writePage(page).tab(closed)).toHaveCount(0);
    },
  },
};
