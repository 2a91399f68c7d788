import { expect, test } from '@playwright/test';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Draft } from '../../src-shared/domain/draft';
import { coWriterPage } from './pages/co-writer';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { outlinePage } from './pages/outline';
import { writePage } from './pages/write';
import { expectAccessible } from './support/accessible';
import { startStage, type CoWriterStage } from './support/co-writer-stage';
import { invented } from './support/model-answers';

const key = 'sk-canary-7Qf2mL9xW4';
/** Port 9 of this computer: “discard”, which nobody serves. */
const nobody = 'http://127.0.0.1:9';
const themes = ['light', 'sepia', 'dark', 'contrast'] as const;

/** Checks a screen in every theme. */
async function isAccessible({ page, value }: CoWriterStage, screen: string): Promise<void> {
  for (const theme of themes) {
    await value('settings.update', { theme });
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
    await expectAccessible(page, `${screen}, ${theme}`);
  }
}

/** Every file below a folder, as bytes. */
async function filesIn(folder: string): Promise<readonly Buffer[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(files.map((file) => readFile(join(file.parentPath, file.name))));
}

test('the co-writer is turned on in the settings, with a server of one’s own and a key that lies nowhere in the clear', async () => {
  test.setTimeout(180_000);
  const stage = await startStage([nobody]);
  const { page, server, folders } = stage;
  const coWriter = coWriterPage(page);
  await expect(page.getByRole('button', { name: /^Start a book/u })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(coWriter.isOn).not.toBeChecked();
  await coWriter.isOn.focus();
  await page.keyboard.press('Space');
  await expect(coWriter.isOn).toBeChecked();
  await coWriter.server.click();
  await page.getByRole('option', { name: 'My own server' }).click();

  await coWriter.address.fill(`${nobody}/v1`);
  await coWriter.address.press('Tab');
  await coWriter.test.click();
  await expect(page.getByText('Nobody answers at 127.0.0.1:9.')).toBeVisible();

  await coWriter.address.fill(server.baseUrl);
  await coWriter.address.press('Tab');
  await expect(coWriter.key).toHaveAttribute('type', 'password');
  await coWriter.key.fill(key);
  await coWriter.keepKey.click();
  await expect(page.getByText(/^(?:The key is kept|This computer has no safe place)/u).first()).toBeVisible();
  await expect(coWriter.key).toHaveValue('');
  await coWriter.test.click();
  await expect(page.getByText('The server answers and has 2 models.').first()).toBeVisible();
  expect(server.requests.at(-1)?.headers.authorization).toBe(`Bearer ${key}`);
  // A list that opens while the page still scrolls to its field is closed by that.
  await expect(async () => {
    await coWriter.model.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: 'quill-7b' }).click({ timeout: 2_000 });
  }).toPass();
  await expect(coWriter.model).toHaveValue('quill-7b');
  await isAccessible(stage, 'settings of the co-writer');

  await stage.makeBook();
  const label = 'Ask the co-writer what is missing';
  await coWriter.preview(label).click();
  const dialog = page.getByRole('dialog', { name: 'What would be sent' });
  const shown = await dialog.locator('pre').textContent();
  await expectAccessible(page, 'what would be sent');
  await page.keyboard.press('Escape');
  await coWriter.ask(label).press('Enter');
  await expect(page.getByText('Say who the clock keeper was to you.')).toBeVisible();
  expect(server.requests.at(-1)?.bytes.toString()).toBe(shown);

  await page.keyboard.press('Control+Shift+M');
  await expect(page.getByRole('table', { name: 'Each request, newest first' })).toContainText('Reading the summary');
  await isAccessible(stage, 'spending');
  await stage.stubDialogs({ saveIn: folders.documents });
  await page.getByRole('button', { name: 'Save as CSV' }).click();
  await expect(framePage(page).message('Saved what was spent as a table.')).toBeVisible();
  const table = await readFile(join(folders.documents, 'Longhand spending.csv'), 'utf8');
  expect(table).toContain('quill-7b');

  const hold = (await filesIn(folders.base)).filter((bytes) => bytes.includes(key));
  expect(hold, 'files with the key in the clear').toEqual([]);
  await stage.end();
});

test('the brief and the outline take what the author chooses from the co-writer, and nothing else', async () => {
  test.setTimeout(180_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  const { bookId } = await stage.makeBook();
  const [coWriter, outline] = [coWriterPage(page), outlinePage(page)];
  const title = page.getByRole('textbox', { name: 'Title', exact: true });

  await coWriter.ask('Let the co-writer ask about the book').press('Enter');
  await expect(page.getByRole('textbox', { name: 'Whom do you want to read this book first?' })).toBeVisible();
  await coWriter.ask('Propose titles and a text for the back').press('Enter');
  await page.getByRole('button', { name: 'Take “No Watch of His Own”' }).click();
  await expect(title).toHaveValue('No Watch of His Own');
  await isAccessible(stage, 'brief with the co-writer');
  await framePage(page).undoMessage.click();
  await expect(title).toHaveValue('The Clock Keeper');

  server.play({ kind: 'dropped', pieces: 2 });
  await page.keyboard.press('Alt+2');
  await expect(outline.summary).toBeVisible();
  await page.keyboard.press('Control+Shift+G');
  await expect(page.getByText(/^The line to .* broke off in the middle/u)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use the template' })).toBeVisible();

  server.play({ kind: 'slow', beforeFirstMs: 0, betweenMs: 30 });
  await coWriter.ask('Ask again').press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'The Stopped Clock' })).toBeVisible();
  await expect(coWriter.stop).toBeVisible();
  await expect(outline.accept).toBeVisible({ timeout: 30_000 });
  await isAccessible(stage, 'proposal of the co-writer');
  await outline.chooseNone.click();
  await outline.proposed.filter({ has: page.getByRole('checkbox', { name: /The Stopped Clock/u }) }).click();
  await outline.accept.click();
  await expect(outline.row('The Stopped Clock')).toBeVisible();
  const { nodes } = await stage.value<{ nodes: { kind: string }[] }>('outline.read', { bookId });
  expect(nodes.filter(({ kind }) => kind === 'chapter')).toHaveLength(3);

  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await page.getByRole('menuitem', { name: /7 chapters$/u }).click();
  await page.getByRole('button', { name: 'Discard this proposal' }).click();
  await framePage(page).undoMessage.click();
  await page.getByRole('button', { name: 'Propose', exact: true }).click();
  await expect(page.getByRole('menuitem', { name: /7 chapters$/u })).toBeVisible();
  await page.keyboard.press('Escape');
  await stage.end();
});

test('the interview takes in the co-writer’s questions, follows up, and names what does not go together', async () => {
  test.setTimeout(180_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  await stage.makeBook();
  const [coWriter, interview] = [coWriterPage(page), interviewPage(page)];
  await page.keyboard.press('Alt+3');
  await expect(interview.answer).toBeVisible();
  await framePage(page)
    .tree.getByRole('row', { name: /The Workshop/u })
    .click();
  await expect(interview.questions).toHaveCount(3);

  server.play({ kind: 'refusal' });
  await coWriter.ask('Ask the co-writer').press('Enter');
  await expect(page.getByText('The model declined to answer.')).toBeVisible();
  server.play({ kind: 'good' });
  await page.keyboard.press('Control+Shift+G');
  await expect(page.getByText(/^3 questions from the co-writer\./u).first()).toBeVisible();
  await expect(interview.questions).toHaveCount(6);

  await interview.questions.first().click();
  await expect(interview.question).toHaveText('What did your grandfather do all day?');
  await page.keyboard.press('Control+Shift+U');
  await expect(page.getByText(/^2 questions from the co-writer\./u).first()).toBeVisible();
  const followUp = 'What did the workshop of your grandfather smell of?';
  await expect.poll(async () => (await interview.questionTexts.allTextContents()).slice(1, 3)).toContain(followUp);
  await interview.questions.filter({ hasText: followUp }).click();
  await expect(page.getByText('From the co-writer', { exact: true })).toBeVisible();
  await isAccessible(stage, 'interview with the co-writer');

  await page.keyboard.press('Control+Shift+Y');
  const dialog = page.getByRole('dialog', { name: 'These answers may not go together' });
  await expect(dialog.getByText('My grandfather kept the clock', { exact: true })).toBeVisible();
  await isAccessible(stage, 'contradictions');
  await dialog.getByRole('button', { name: /^Go to the answer to “Which winter/u }).press('Enter');
  await expect(interview.question).toHaveText('Which winter do you remember best?');
  await stage.end();
});

test('a draft streams in, is stopped and drafted again, and leads from each sentence to its answer', async () => {
  test.setTimeout(240_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  const { bookId, chapterId } = await stage.makeBook();
  const [coWriter, interview] = [coWriterPage(page), interviewPage(page)];
  await page.keyboard.press('Alt+3');
  await expect(interview.answer).toBeVisible();
  await framePage(page)
    .tree.getByRole('row', { name: /The Workshop/u })
    .click();
  await expect(interview.questions).toHaveCount(3);
  await page.keyboard.press('Control+Shift+E');

  server.play({ kind: 'held', pieces: 24 });
  await coWriter.ask('Draft with the co-writer').press('Enter');
  await expect(coWriter.incoming).toContainText('My grandfather kept the clock in the tower');
  const held = await server.request(server.requests.length - 1);
  await isAccessible(stage, 'a draft that comes in');
  await coWriter.stop.press('Enter');
  expect(await held.ended).toBe('left');
  await expect(coWriter.stop).toHaveCount(0);
  expect(await stage.value<Draft[]>('draft.list', { bookId, chapterId })).toEqual([]);

  server.play({ kind: 'good' });
  await coWriter.ask('Draft with the co-writer').press('Enter');
  await expect(page.getByText('2 sentences without support.').last()).toBeVisible();
  await expect(page.getByText(/^In no answer of yours: .*Hornby/u)).toBeVisible();
  await interview.draftSentences.getByRole('button', { name: invented }).click();
  await expect(page.getByText('No answer of yours says this.', { exact: false })).toBeVisible();
  await isAccessible(stage, 'a draft of the co-writer');
  await interview.draftSentences.getByRole('button', { name: /^The harbour smelt/u }).click();
  await page.getByRole('button', { name: 'Go to this answer' }).press('Enter');
  await expect(interview.question).toHaveText('What did the harbour smell of?');

  await page.keyboard.press('Control+Shift+E');
  await expect(coWriter.ask('Draft again with the co-writer')).toBeVisible();
  await page.getByRole('button', { name: /Manner$/u }).click();
  await page.getByRole('option', { name: 'In my own voice' }).click();
  await page.getByRole('textbox', { name: 'A sample of your voice' }).fill('We never said much. We wound the clock.');
  await coWriter.ask('Draft again with the co-writer').press('Enter');
  await expect(page.getByText('In my own voice: the sample that shaped it')).toBeVisible();
  await stage.end();
});

test('drafts stand side by side, and enter the chapter whole or by the paragraph, each as one step', async () => {
  test.setTimeout(240_000);
  const stage = await startStage();
  const { page } = stage;
  await stage.turnOn();
  await stage.makeBook();
  const [coWriter, write] = [coWriterPage(page), writePage(page)];
  await page.keyboard.press('Alt+4');
  await framePage(page)
    .tree.getByRole('row', { name: /The Workshop/u })
    .click();
  await expect(write.text).toBeVisible();
  await page.keyboard.press('Control+Alt+d');
  await coWriter.drafter('The co-writer').click();
  // The work is the book’s: it goes on beside another tab and in another room, and is found again with its Stop.
  stage.server.play({ kind: 'held', pieces: 24 });
  await coWriter.ask('Draft with the co-writer').press('Enter');
  await expect(page.getByText('My grandfather kept the clock in the tower')).toBeVisible();
  const held = await stage.server.request(stage.server.requests.length - 1);
  await write.support('Answers').click();
  await expect(coWriter.stop).toHaveCount(0);
  await write.support('Draft').click();
  await expect(coWriter.stop).toBeVisible();
  await page.keyboard.press('Alt+3');
  await expect(write.text).toHaveCount(0);
  await page.keyboard.press('Control+Shift+E');
  await expect(coWriter.incoming).toContainText('My grandfather kept the clock in the tower');
  await page.keyboard.press('Alt+4');
  await expect(page.getByText('My grandfather kept the clock in the tower')).toBeVisible();
  await coWriter.stop.press('Enter');
  expect(await held.ended).toBe('left');
  stage.server.play({ kind: 'good' });
  await coWriter.ask('Draft with the co-writer').press('Enter');
  await expect(page.getByText(/^Conversational · /u)).toHaveCount(1);
  await page.getByRole('radio', { name: 'Freer' }).click();
  await coWriter.ask('Draft again with the co-writer').press('Enter');
  await expect(page.getByText(/^Conversational · /u)).toHaveCount(2);
  await page.getByRole('button', { name: 'Drafts side by side' }).click();
  const dialog = page.getByRole('dialog', { name: 'Drafts side by side' });
  await isAccessible(stage, 'drafts side by side');
  await dialog.getByRole('button', { name: 'Take paragraph 2' }).first().press('Enter');
  await expect(framePage(page).message('The paragraph is in the chapter')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  await expect(write.text).toContainText('In 1947 the river stopped');
  await expect(write.text).not.toContainText('The harbour smelt');
  await write.text.focus();
  await page.keyboard.press('Control+z');
  await expect(write.text).not.toContainText('In 1947');

  await write.inPanel('Insert').click();
  await expect(write.text).toContainText('I still wind his clock.');
  await expect(write.text.locator('[data-origin="co-writer"]').first()).toBeVisible();
  await expect(framePage(page).tree.getByRole('row', { name: /The Workshop, .*, 37 words/u })).toBeVisible();
  await isAccessible(stage, 'the draft beside the page');
  await write.support('Answers').click();
  await page
    .getByRole('button', { name: 'Show where the answer to “What did the harbour smell of?” is used' })
    .press('Enter');
  await expect.poll(() => page.evaluate(() => getSelection()?.toString() ?? '')).toContain('The harbour smelt');
  await write.text.focus();
  await page.keyboard.press('Control+z');
  await expect(write.text).not.toContainText('I still wind his clock.');
  await stage.end();
});
