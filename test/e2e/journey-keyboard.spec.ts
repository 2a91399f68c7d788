import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { briefPage } from './pages/brief';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { formats, publishPage } from './pages/publish';
import { writePage } from './pages/write';
import { launch, type Launched } from './support/launch';
import { wordsOf } from './support/read-files';

const answers = [
  'My grandfather kept the clock of the harbour for forty years. He never owned a watch.',
  'Every morning he climbed the ninety steps with a can of oil. The town set its bread by him.',
  'When he died the clock stopped. Nobody dared to start it again for a year.',
];

test('by keyboard alone, an empty library becomes a book of the author’s own words in five formats', async () => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { page } = launched;
  await refusePointer(page);
  await test.step('library: start a book', () => startBook(page));
  await test.step('brief: what the book is', () => fillBrief(page));
  await test.step('outline: accept in parts, arrange, undo', () => outlineSteps(page));
  await test.step('interview: answer, judge, reorder', () => interviewSteps(page));
  await test.step('draft: make, compare, insert', () => draftSteps(page));
  await test.step('write: styles, notes, find, snapshots, split', () => writeSteps(page));
  await test.step('publish: five files', () => publishSteps(launched));
  await launched.close();
});

/** Whatever a step does, no pointer has done it. */
async function refusePointer(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const name of ['mousedown', 'pointerdown', 'touchstart'])
      window.addEventListener(name, () => console.error(`A pointer was used: ${name}`), { capture: true });
  });
}

const press = async (page: Page, ...keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

/** Walks with Tab until the focus is on it, as an author would who knows where it stands. */
async function tabTo(page: Page, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await expect(target).toBeVisible();
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 80; step += 1) {
    if (await isThere()) return;
    await page.keyboard.press(by);
  }
  throw new Error(`Tab does not reach ${String(target)}`);
}

/** Reaches a button and presses it. */
async function use(page: Page, target: Locator, by: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, by);
  await page.keyboard.press('Enter');
}

async function run(page: Page, title: string): Promise<void> {
  await press(page, 'Control+k');
  await expect(framePage(page).palette).toBeFocused();
  await page.keyboard.type(title);
  await expect(page.getByRole('option').first()).toContainText(title);
  await press(page, 'ArrowDown', 'Enter');
}

async function startBook(page: Page): Promise<void> {
  const library = libraryPage(page);
  await use(page, library.startBook);
  await expect(library.title).toBeFocused();
  await page.keyboard.type('The Clock Keeper');
  await tabTo(page, library.author);
  await page.keyboard.type('Ada Byrne');
  await press(page, 'Enter');
  await use(page, library.briefFirst, 'Shift+Tab');
  await expect(briefPage(page).heading).toBeVisible();
}

async function fillBrief(page: Page): Promise<void> {
  const brief = briefPage(page);
  await tabTo(page, brief.field('Subtitle'));
  await page.keyboard.type('Forty years above the harbour');
  await tabTo(page, brief.audience);
  await press(page, 'Enter');
  await page.keyboard.type('Young');
  await press(page, 'Enter');
  await expect(brief.audience).toContainText('Young adult');
  await tabTo(page, brief.summary);
  await page.keyboard.insertText(
    'A clock keeper who never owned a watch, and the town that told the time by him. '.repeat(3),
  );
  await use(page, brief.ask);
  await tabTo(page, brief.question);
  await page.keyboard.type('For my daughter, who never met him.');
  await use(page, brief.keepAnswer);
  await expect(brief.seen).toHaveCount(1);
  await use(page, brief.skip);
  await expect(brief.seen).toHaveCount(2);
  await expect(framePage(page).saved).toBeVisible();
  await press(page, 'Alt+2');
}

async function outlineSteps(page: Page): Promise<void> {
  const outline = outlinePage(page);
  await press(page, 'Control+Shift+O');
  await expect(outline.proposal).toBeVisible();
  await use(page, outline.chooseNone);
  for (const number of [1, 2, 3]) {
    await tabTo(page, page.getByRole('checkbox', { name: new RegExp(`^Take chapter ${number},`, 'u') }));
    await press(page, 'Space');
  }
  await use(page, outline.accept);
  await expect(outline.summary).toHaveText('3 chapters, 0 words');
  await tabTo(page, outline.rows.first());
  for (const title of ['The Steps', 'The Oil', 'The Silence']) {
    await press(page, 'F2');
    await expect(outline.renaming).toBeFocused();
    await page.keyboard.type(title);
    await press(page, 'Enter');
    await expect(outline.row(title)).toBeFocused();
    // Its sections fold away, so that the next line is the next chapter.
    if (title !== 'The Silence') await press(page, 'ArrowLeft', 'ArrowDown');
  }
  const order = () => outline.titles.filter({ hasText: /^The (?:Steps|Oil|Silence)$/u }).allTextContents();
  await press(page, 'Alt+ArrowUp');
  await expect.poll(order).toEqual(['The Steps', 'The Silence', 'The Oil']);
  await press(page, 'Control+z');
  await expect.poll(order).toEqual(['The Steps', 'The Oil', 'The Silence']);
  await press(page, 'Home');
  await expect(outline.row('The Steps')).toBeFocused();
  await tabTo(page, outline.status);
  await press(page, 'Enter');
  await expect(framePage(page).option('Draft')).toBeFocused();
  await press(page, 'ArrowDown', 'Enter');
  await expect(outline.row('The Steps').getByRole('button', { name: 'Status: In progress' })).toBeVisible();
}

async function interviewSteps(page: Page): Promise<void> {
  const desk = interviewPage(page);
  await press(page, 'Alt+3');
  await use(page, desk.askFirst);
  await expect(desk.questions).toHaveCount(10);
  for (const answer of answers) {
    await tabTo(page, desk.answer);
    const asked = await desk.question.textContent();
    await page.keyboard.insertText(answer);
    await press(page, 'Control+Shift+Enter');
    await expect(desk.question).not.toHaveText(asked ?? '');
  }
  const before = await desk.question.textContent();
  await press(page, 'Control+Shift+R');
  await expect(desk.question).not.toHaveText(before ?? '');
  await use(page, desk.feedback('Great'));
  await expect(desk.feedback('Great')).toHaveAttribute('aria-pressed', 'true');
  await press(page, 'Control+Shift+Q');
  await tabTo(page, desk.ownQuestion);
  await page.keyboard.type('Who kept the key to the tower when he was ill?');
  await use(page, desk.addOwn);
  await expect(desk.question).toHaveText('Who kept the key to the tower when he was ill?');
  const last = desk.questions.last();
  await tabTo(page, last);
  await press(page, 'Alt+ArrowUp');
  await expect(desk.questionTexts.nth(9)).toHaveText('Who kept the key to the tower when he was ill?');
}

async function draftSteps(page: Page): Promise<void> {
  const desk = interviewPage(page);
  await press(page, 'Control+Shift+D');
  await use(page, desk.makeDraft);
  await expect(desk.draftSentences).toContainText('never owned a watch');
  await tabTo(page, desk.manner('Tidied'), 'Shift+Tab');
  await press(page, 'ArrowRight', 'Enter');
  await use(page, desk.makeDraft);
  await use(page, desk.compareWith);
  await press(page, 'ArrowDown', 'Enter');
  await expect(page.getByText(/Every sentence is in both|only here, underlined/u).first()).toBeVisible();
  await use(page, desk.openInWrite, 'Shift+Tab');
  const room = writePage(page);
  await expect(room.text).toBeFocused();
  await press(page, 'Control+Alt+d');
  await use(page, room.inPanel('Insert'));
  await expect(room.text).toContainText('never owned a watch');
  await expect(room.text).toBeFocused();
}

/** Each mark by its shortcut, and what it must be in the text. */
const marks = [
  ['Control+b', 'strong'],
  ['Control+i', 'em'],
  ['Control+u', 'u'],
  ['Control+Shift+x', 's'],
  ['Control+e', 'code'],
] as const;

const styles = [
  ['Control+Alt+2', 'h2'],
  ['Control+Shift+b', 'blockquote'],
  ['Control+Shift+8', 'ul'],
  ['Control+Shift+7', 'ol'],
  ['Control+Alt+e', 'pre'],
] as const;

async function writeSteps(page: Page): Promise<void> {
  const room = writePage(page);
  await press(page, 'Control+End', 'Enter');
  for (const [shortcut, element] of marks) {
    await press(page, shortcut);
    await page.keyboard.type(`${element} words`);
    await press(page, shortcut);
    await page.keyboard.type(' ');
    await expect(room.text.locator(element)).toHaveText(`${element} words`);
  }
  for (const [shortcut, element] of styles) {
    await press(page, 'Enter', shortcut);
    await page.keyboard.type(`In ${element}`);
    await expect(room.text.locator(element)).toContainText(`In ${element}`);
    await press(page, 'Control+Enter', 'Enter', 'Control+Alt+0');
  }
  await page.keyboard.type('He wrote it down');
  await press(page, 'Control+Alt+n');
  await page.keyboard.type('In the almanac of 1902.');
  await press(page, 'Escape', 'Control+Alt+Enter');
  await press(page, 'Control+Alt+t');
  await page.keyboard.type('Brass');
  await press(page, 'Control+End', 'Control+h');
  await page.keyboard.type('almanac of 1902');
  await press(page, 'Escape', 'Control+h');
  await page.keyboard.type('em words');
  await tabTo(page, room.replaceWith);
  await page.keyboard.type('tender words');
  await use(page, room.replaceAll);
  await expect(room.text.locator('em')).toHaveText('tender words');
  await press(page, 'Escape');
  await press(page, 'Control+Shift+w');
  await expect(room.origins.getByText('From a draft')).toBeVisible();
  await press(page, 'Control+s');
  await expect(framePage(page).message(/^Saved \d\d:\d\d:\d\d, with a snapshot$/u)).toBeVisible();
  await press(page, 'Control+Shift+s');
  await expect(page.getByText('Kept by you').first()).toBeVisible();
}

async function publishSteps(launched: Launched): Promise<void> {
  const { page, folders } = launched;
  const files = join(folders.base, 'files');
  await mkdir(files);
  await launched.stubDialogs({ saveIn: files });
  await run(page, 'Go to Publish');
  const room = publishPage(page);
  await expect(room.heading).toBeVisible();
  for (const format of formats) {
    await use(page, room.saveAs(format));
    await expect(room.open(format)).toBeVisible({ timeout: 60_000 });
  }
  const names = await readdir(files);
  expect(names).toHaveLength(formats.length);
  for (const name of names) {
    const words = await wordsOf(join(files, name));
    for (const part of ['never owned a watch', 'tender words', 'In the almanac of 1902.', 'Brass'])
      expect.soft(words, name).toContain(part);
  }
}
