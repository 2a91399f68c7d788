import { expect, test, type Locator, type Page } from '@playwright/test';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { briefPage } from './pages/brief';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { libraryPage } from './pages/library';
import { outlinePage } from './pages/outline';
import { formats, publishPage } from './pages/publish';
import { writePage } from './pages/write';
import { launch, type Launched } from './support/launch';
import { unzipped, wordsOf } from './support/read-files';

const picture = () => join(test.info().config.rootDir, '../../resources/icons/128x128.png');
const answers = [
  'My grandfather kept the clock of the harbour for forty years. He never owned a watch.',
  'Every morning he climbed the ninety steps with a can of oil. The town set its bread by him.',
  'When he died the clock stopped. Nobody dared to start it again for a year.',
];

test('by mouse, an empty library becomes a book of the author’s own words in five formats', async () => {
  test.setTimeout(300_000);
  const launched = await launch();
  const { page } = launched;
  page.setDefaultTimeout(12_000);
  await test.step('library: start a book', () => startBook(page));
  await test.step('brief: what the book is', () => fillBrief(page));
  await test.step('outline: accept in parts and whole', () => acceptProposal(page));
  await test.step('outline: arrange', () => arrangeOutline(page));
  await test.step('interview: answer, judge, reorder', () => interview(page));
  await test.step('draft: make, compare, insert', () => draft(page));
  await test.step('write: every style and insertion', () => write(launched));
  await test.step('write: find, origins, snapshots, split and join', () => revise(page));
  await test.step('publish: five files', () => publish(launched));
  await launched.close();
});

async function startBook(page: Page): Promise<void> {
  const library = libraryPage(page);
  await library.startBook.click();
  await library.title.fill('The Clock Keeper');
  await library.author.fill('Ada Byrne');
  await library.start.click();
  await library.briefFirst.click();
  await expect(briefPage(page).heading).toBeVisible();
}

async function fillBrief(page: Page): Promise<void> {
  const brief = briefPage(page);
  const frame = framePage(page);
  await brief.field('Subtitle').fill('Forty years above the harbour');
  await brief.audience.click();
  await frame.option('Young adult').click();
  await expect(brief.audience).toContainText('Young adult');
  await brief.summary.fill(
    'A clock keeper who never owned a watch, and the town that told the time by him. '.repeat(3),
  );
  await brief.ask.click();
  await brief.question.fill('For my daughter, who never met him.');
  await brief.keepAnswer.click();
  await expect(brief.seen).toHaveCount(1);
  await brief.skip.click();
  await expect(brief.seen).toHaveCount(2);
  await expect(frame.saved).toBeVisible();
  await brief.next.click();
}

async function acceptProposal(page: Page): Promise<void> {
  const outline = outlinePage(page);
  await outline.propose.click();
  await expect(outline.proposal).toBeVisible();
  const offered = await outline.proposed.count();
  expect(offered).toBeGreaterThanOrEqual(6);
  await outline.chooseNone.click();
  await expect(outline.accept).toBeDisabled();
  for (const index of [0, 1, 2]) await outline.proposed.nth(index).click();
  await outline.accept.click();
  await expect(outline.summary).toHaveText('3 chapters, 0 words');
  await outline.propose.click();
  await outline.howToTake('Replace mine').click();
  await outline.accept.click();
  await expect(outline.summary).toHaveText(`${offered} chapters, 0 words`);
  await outline.undo.click();
  await expect(outline.summary).toHaveText('3 chapters, 0 words');
}

async function arrangeOutline(page: Page): Promise<void> {
  const outline = outlinePage(page);
  const frame = framePage(page);
  const rename = async (from: string, to: string) => {
    await outline.titles.filter({ hasText: from }).first().dblclick();
    await outline.renaming.fill(to);
    await page.keyboard.press('Enter');
    await expect(outline.row(to)).toBeVisible();
  };
  const chapters = await outline.rows.filter({ hasText: /Draft/u }).locator('.outline-title').allTextContents();
  for (const [index, title] of ['The Steps', 'The Oil', 'The Silence'].entries())
    await rename(chapters[index] ?? '', title);
  const order = () => outline.titles.filter({ hasText: /^The (?:Steps|Oil|Silence)$/u }).allTextContents();
  // A hand that lets go before the line is seen drags again.
  await expect(async () => {
    await outline.titles
      .filter({ hasText: 'The Silence' })
      .dragTo(outline.row('The Steps'), { targetPosition: { x: 120, y: 2 } });
    await expect.poll(order, { timeout: 2_000 }).toEqual(['The Silence', 'The Steps', 'The Oil']);
  }).toPass();
  await outline.undo.click();
  await expect.poll(order).toEqual(['The Steps', 'The Oil', 'The Silence']);
  await outline.row('The Steps').getByRole('button', { name: 'Status: Draft' }).click();
  await frame.menuItem('In progress').click();
  await expect(outline.row('The Steps').getByRole('button', { name: 'Status: In progress' })).toBeVisible();
  await outline.titles.filter({ hasText: 'The Silence' }).click();
  await outline.toTrash.click();
  await expect.poll(order).toEqual(['The Steps', 'The Oil']);
  await frame.undoMessage.click();
  await expect.poll(order).toEqual(['The Steps', 'The Oil', 'The Silence']);
}

async function interview(page: Page): Promise<void> {
  const desk = interviewPage(page);
  const frame = framePage(page);
  await outlinePage(page).titles.filter({ hasText: 'The Steps' }).click();
  await page.getByRole('button', { name: 'Interview' }).last().click();
  await desk.askFirst.click();
  await expect(desk.questions).toHaveCount(10);
  for (const answer of answers) {
    const asked = await desk.question.textContent();
    await desk.answer.fill(answer);
    await desk.goOn.click();
    await expect(desk.question).not.toHaveText(asked ?? '');
  }
  await desk.help('Why this question').click();
  const before = await desk.question.textContent();
  await desk.askDifferently.click();
  await expect(desk.question).not.toHaveText(before ?? '');
  await desk.earlierWordings.click();
  await expect(page.getByText(before ?? '', { exact: true }).first()).toBeVisible();
  await desk.feedback('Great').click();
  await expect(desk.feedback('Great')).toHaveAttribute('aria-pressed', 'true');
  await desk.writeOwn.click();
  await desk.ownQuestion.fill('Who kept the key to the tower when he was ill?');
  await desk.addOwn.click();
  await expect(desk.question).toHaveText('Who kept the key to the tower when he was ill?');
  await expect(desk.questions).toHaveCount(11);
  const [, second] = await desk.questionTexts.allTextContents();
  await desk.questionTexts.nth(1).dragTo(desk.questions.nth(0), { targetPosition: { x: 120, y: 2 } });
  await expect(desk.questionTexts.first()).toHaveText(second ?? '');
  await expect(frame.message('Moved the question.')).toBeVisible();
}

async function draft(page: Page): Promise<void> {
  const desk = interviewPage(page);
  await desk.draft.click();
  await desk.makeDraft.click();
  await expect(desk.draftSentences).toContainText('never owned a watch');
  await desk.manner('As you said it').click();
  await desk.makeDraft.click();
  await expect(desk.compareWith).toBeVisible();
  await desk.compareWith.click();
  await framePage(page)
    .option(/Tidied/iu)
    .click();
  await expect(page.getByText(/Every sentence is in both|only here, underlined/u).first()).toBeVisible();
  await desk.openInWrite.click();
  const room = writePage(page);
  await expect(room.heading('The Steps')).toBeVisible();
  await room.support('Draft').click();
  await room.inPanel('Compare').click();
  await expect(page.getByRole('dialog', { name: 'The chapter and the draft' })).toContainText('never owned a watch');
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
  await room.inPanel('Insert').click();
  await expect(room.text).toContainText('never owned a watch');
}

/** Waits until the page has drawn what the last event did: no hand is quicker. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** Puts the cursor at the end of the text and begins a new paragraph there. */
async function newParagraph(page: Page, words: string): Promise<void> {
  const room = writePage(page);
  const last = room.text.locator('> *').last();
  await last.click();
  await drawn(page);
  await page.keyboard.press('Control+End');
  await drawn(page);
  await page.keyboard.press('Enter');
  await page.keyboard.type(words);
}

async function chooseFrom(page: Page, opener: Locator, name: string | RegExp): Promise<void> {
  await opener.click();
  await framePage(page).menuItem(name).click();
  await expect(page.getByRole('menu')).toHaveCount(0);
}

const marked = [
  'Strong words here',
  'Stressed words here',
  'Underline words here',
  'Strikethrough words here',
  'Small Capitals words here',
  'Code words here',
  'A link to the harbour',
];

const blocks = [
  ['Heading 2', 'The tower', 'h2'],
  ['Block Quote', 'Time is a guest.', 'blockquote'],
  ['Bullet List', 'Oil and rags', 'ul li'],
  ['Numbered List', 'Climb first', 'ol li'],
  ['Verse', 'Tick says the stair', '[data-verse], .verse, p'],
  ['Code Block', 'tick();', 'pre'],
] as const;

async function write(launched: Launched): Promise<void> {
  const { page } = launched;
  const room = writePage(page);
  for (const words of marked) await newParagraph(page, words);
  const mark = async (words: string, apply: () => Promise<void>) => {
    await room.paragraph(words).click({ clickCount: 3 });
    await drawn(page);
    await apply();
  };
  await mark('Strong words here', () => room.tool('Strong').click());
  await mark('Stressed words here', () => room.tool('Emphasis').click());
  for (const name of ['Underline', 'Strikethrough', 'Small Capitals', 'Code'])
    await mark(`${name} words here`, () => chooseFrom(page, room.tool('More'), new RegExp(`^${name}`, 'u')));
  for (const [element, words] of [
    ['strong', 'Strong'],
    ['em', 'Stressed'],
    ['u', 'Underline'],
    ['s', 'Strikethrough'],
    ['code', 'Code'],
  ] as const)
    await expect(room.text.locator(element)).toHaveText(`${words} words here`);
  await mark('A link to the harbour', () => room.tool('Link').click());
  await room.address.fill('https://example.org/harbour');
  await room.setLink.click();
  await expect(room.text.locator('a')).toHaveText('A link to the harbour');
  for (const [style, words, selector] of blocks) {
    await newParagraph(page, '');
    await chooseFrom(page, room.style, new RegExp(`^${style}`, 'u'));
    await expect(room.text).toBeFocused();
    await drawn(page);
    await page.keyboard.type(words);
    await expect(room.text.locator(selector).filter({ hasText: words }).first()).toBeVisible();
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Enter');
    await chooseFrom(page, room.style, /^Paragraph/u);
    await expect(room.text).toBeFocused();
    await drawn(page);
  }
  await newParagraph(page, 'He wrote it down');
  await room.tool('Footnote').click();
  await room.footnoteText.pressSequentially('In the almanac of 1902.');
  await room.paragraph('He wrote it down').click();
  await chooseFrom(page, room.tool('More'), /^Scene Break/u);
  await launched.stubDialogs({ open: picture() });
  await newParagraph(page, 'Before the picture');
  await room.tool('Image').click();
  await room.alt.fill('A brass clock seen from below');
  await room.caption.fill('The clock in 1950');
  await newParagraph(page, 'Before the table');
  await chooseFrom(page, room.tool('More'), /^Table/u);
  await expect(room.text.locator('table')).toBeVisible();
  await expect(room.text).toBeFocused();
  await page.keyboard.type('Brass');
  await expect(framePage(page).saved).toBeVisible();
}

async function revise(page: Page): Promise<void> {
  const room = writePage(page);
  const frame = framePage(page);
  await room.tool('Show Where the Words Came From').click();
  await expect(room.origins.getByText('From a draft')).toBeVisible();
  await expect(room.text.locator('[data-origin="draft"]').first()).toBeVisible();
  await chooseFrom(page, room.tool('More'), /^Find and Replace/u);
  await room.find.fill('Stressed');
  await room.replaceWith.fill('Tender');
  await room.replaceAll.click();
  await expect(room.text.locator('em')).toHaveText('Tender words here');
  await room.closeFind.click();
  await room.support('Snapshots').click();
  await expect(page.getByText('Before the draft')).toBeVisible();
  await room.inPanel(/^Compare/u).click();
  await expect(page.getByRole('dialog')).toContainText(/Stressed|Both are the same/u);
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).first().click();
  await room.paragraph('A link to the harbour').click();
  await chooseFrom(page, room.tool('More'), /^Split Chapter Here/u);
  await expect(frame.message(/is a chapter of its own now/u)).toBeVisible();
  await frame.room('Outline').click();
  const outline = outlinePage(page);
  await outline.titles.filter({ hasText: 'The Steps' }).click();
  await outline.join.click();
  await expect(frame.message(/^Joined/u)).toBeVisible();
  await expect(frame.saved.or(page.getByText('Everything is saved'))).toBeVisible();
}

const everywhere = [
  'never owned a watch',
  'Strong words here',
  'Tender words here',
  'The tower',
  'Time is a guest.',
  'tick();',
  'In the almanac of 1902.',
  'The clock in 1950',
  'Brass',
];

async function publish(launched: Launched): Promise<void> {
  const { page, app, folders } = launched;
  const files = join(folders.base, 'files');
  await mkdir(files);
  await app.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      (globalThis as unknown as { openedFile: string }).openedFile = path;
      return '';
    };
  });
  await framePage(page).room('Publish').click();
  const room = publishPage(page);
  await launched.stubDialogs({ saveIn: null });
  await room.saveAs('PDF').click();
  await expect(room.saveAs('PDF')).toBeEnabled();
  expect(await readdir(files)).toEqual([]);
  await launched.stubDialogs({ saveIn: files });
  for (const format of formats) {
    await room.saveAs(format).click();
    await expect(room.open(format)).toBeVisible({ timeout: 60_000 });
  }
  await room.open('EPUB').click();
  const opened = () => app.evaluate(() => (globalThis as unknown as { openedFile?: string }).openedFile ?? '');
  await expect.poll(opened).toMatch(/\.epub$/u);
  await expectFiles(files);
}

async function expectFiles(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(?:pdf|docx|epub|md|txt)$/u.test(name));
  expect(names).toHaveLength(formats.length);
  for (const name of names) {
    const file = join(folder, name);
    const words = await wordsOf(file);
    for (const part of everywhere) expect.soft(words, name).toContain(part);
    if (name.endsWith('.pdf')) expect((await readFile(file)).subarray(0, 5).toString()).toBe('%PDF-');
    if (name.endsWith('.docx')) expect(await unzipped(file, 'word/footnotes.xml')).toContain('In the almanac of 1902.');
    if (name.endsWith('.epub'))
      expect(await unzipped(file, '*.xhtml')).toContain('alt="A brass clock seen from below"');
  }
}
