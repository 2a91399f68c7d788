import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import type { Outline } from '../../src-shared/domain/outline';
import type { Result } from '../../src-shared/result';
import { launch, type Launched, type PageWindow } from './support/launch';

const summary = 'A clock keeper who never owned a watch, and the town that told the time by him. '.repeat(6);

/** A book of two chapters, made through the contract. */
async function makeBook({ call }: Launched): Promise<{ bookId: string; chapters: string[] }> {
  const brief = { title: 'The Clock Keeper', author: 'A. Author', genre: 'memoir', language: 'en', summary };
  const made = (await call('library.create', brief)) as Result<{ bookId: string }>;
  if (!made.ok) throw new Error(made.error.code);
  const { bookId } = made.value;
  await call('book.open', { bookId });
  for (const title of ['The Workshop', 'The Harbour']) {
    await call('outline.add', {
      bookId,
      kind: 'chapter',
      matter: null,
      parentId: null,
      beforeId: null,
      title,
      description: '',
    });
  }
  const outline = (await call('outline.read', { bookId })) as Result<Outline>;
  if (!outline.ok) throw new Error(outline.error.code);
  return { bookId, chapters: outline.value.nodes.filter((node) => node.kind === 'chapter').map((node) => node.id) };
}

async function openWriting({ page }: Launched): Promise<void> {
  await page.getByRole('row', { name: /The Clock Keeper/u }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Write', exact: true })).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(page.getByRole('heading', { name: 'The Workshop' })).toBeVisible();
}

const chapterText = (page: Page) => page.getByRole('textbox', { name: /^Text of/u });
const words = (page: Page) =>
  chapterText(page).evaluate((text) => [...text.children].map((block) => block.textContent));

/** Pastes as the browser does: one event with HTML and plain text. */
async function paste(page: Page, html: string, text: string): Promise<void> {
  await chapterText(page).evaluate(
    (element, [asHtml, asText]) => {
      const data = new DataTransfer();
      if (asHtml !== '') data.setData('text/html', asHtml ?? '');
      data.setData('text/plain', asText ?? '');
      element.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    },
    [html, text],
  );
}

const isSaved = (page: Page) => expect(page.getByText(/^Saved \d\d:\d\d:\d\d$/u)).toBeVisible();

test('a chapter is written by keyboard, saved, and found again after a restart', async () => {
  const first = await launch();
  await makeBook(first);
  await first.page.reload();
  await openWriting(first);
  const { page } = first;
  await page.keyboard.type('"Look up," he said -- it\'s noon...');
  await page.keyboard.press('Enter');
  await page.keyboard.type('***');
  await page.keyboard.type('## Brass');
  await page.keyboard.press('Enter');
  await page.keyboard.type('He wrote it down');
  await page.keyboard.press('Control+Alt+n');
  await expect(page.getByRole('dialog', { name: 'Footnote' })).toBeVisible();
  await page.keyboard.type('In the almanac.');
  await page.keyboard.press('Enter');
  await page.keyboard.type(' and slept.');
  const expected = ['“Look up,” he said – it’s noon…', '', 'Brass', 'He wrote it down and slept.'];
  expect(await words(page)).toEqual(expected);
  await isSaved(page);
  await first.close({ keepFolders: true });

  const second = await launch({ folders: first.folders });
  await openWriting(second);
  await expect.poll(() => words(second.page)).toEqual(expected);
  await expect(second.page.getByLabel('Footnote: In the almanac.')).toBeVisible();
  await second.close();
});

test('a paste is cleaned, known as pasted, and never runs', async () => {
  const launched = await launch();
  const { page } = launched;
  await makeBook(launched);
  await openWriting(launched);
  await chapterText(page).click();
  const hostile =
    '<p onclick="window.hacked=1" style="color:red">Kept <b>strong</b><script>window.hacked=2</script><img src="https://example.org/x.png" onerror="window.hacked=3"><svg onload="window.hacked=4"></svg></p>';
  await paste(page, hostile, 'Kept strong');
  await expect.poll(() => words(page)).toEqual(['Kept strong']);
  await expect(page.getByText('One picture stayed on the web.')).toBeVisible();
  await page.keyboard.type(' and typed');
  await page.keyboard.press('Control+Shift+w');
  await expect(page.getByLabel('Where the words came from', { exact: true }).getByText('Pasted')).toBeVisible();
  expect(await chapterText(page).locator('[data-origin="pasted"]').allTextContents()).toEqual(['Kept strong']);
  await paste(page, '', 'a'.repeat(5_000_001));
  await expect(page.getByText('That is more than 5,000,000 characters at once.')).toBeVisible();
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  await isSaved(page);
  await launched.close();
});

test('everything found is replaced as one step, and tabs keep their undo', async () => {
  const launched = await launch();
  const { page } = launched;
  const { bookId, chapters } = await makeBook(launched);
  await openWriting(launched);
  await page.keyboard.type('Clock, clöck and CLOCK.');
  await page.keyboard.press('Control+h');
  await page.keyboard.type('clock');
  await expect(page.getByRole('search').getByText('1 of 3')).toBeVisible();
  await page.getByRole('textbox', { name: 'Replace with' }).fill('bell');
  await page.getByRole('button', { name: 'Replace all' }).click();
  await expect.poll(() => words(page)).toEqual(['bell, bell and bell.']);
  await page.getByRole('textbox', { name: 'Replace with' }).press('Escape');
  await page.keyboard.press('Control+Alt+PageDown');
  await expect(page.getByRole('heading', { name: 'The Harbour' })).toBeVisible();
  await page.keyboard.type('Gulls.');
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('heading', { name: 'The Workshop' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect.poll(() => words(page)).toEqual(['Clock, clöck and CLOCK.']);
  await isSaved(page);
  const list = await page.evaluate(
    ([book, chapter]) =>
      (window as unknown as PageWindow).bridge.call('snapshot.list', { bookId: book, chapterId: chapter }),
    [bookId, chapters[0]],
  );
  expect(list).toMatchObject({ ok: true, value: [{ reason: 'replace' }] });
  await launched.close();
});

test('a draft of the author’s answers takes the chapter’s place and goes back in one step', async () => {
  const launched = await launch();
  const { page } = launched;
  const { bookId, chapters } = await makeBook(launched);
  const questions = (await launched.call('interview.generate', {
    bookId,
    chapterId: chapters[0],
    count: 3,
  })) as Result<{ questions: { id: string }[] }>;
  if (!questions.ok) throw new Error(questions.error.code);
  for (const [index, { id }] of questions.value.questions.entries()) {
    const text = `Answer number ${index + 1} tells of the workshop, of brass and of oil. It was cold there in the morning.`;
    await launched.call('answer.save', { bookId, questionId: id, text, state: 'complete', source: 'typed' });
  }
  await openWriting(launched);
  await page.keyboard.type('Typed before.');
  await page.getByRole('tab', { name: 'Draft' }).click();
  await page.getByRole('button', { name: 'Draft', exact: true }).click();
  await page.getByRole('button', { name: 'Replace chapter' }).click();
  await expect.poll(async () => (await words(page)).join(' ')).toContain('Answer number 1');
  expect(await chapterText(page).locator('[data-origin="draft"]').count()).toBeGreaterThan(0);
  await page.keyboard.press('Control+z');
  await expect.poll(() => words(page)).toEqual(['Typed before.']);
  await page.getByRole('tab', { name: 'Snapshots' }).click();
  await expect(page.getByText('Before the draft')).toBeVisible();
  await isSaved(page);
  await launched.close();
});

test('the writing room is accessible in every theme, with its tools open', async () => {
  const launched = await launch();
  const { page } = launched;
  await makeBook(launched);
  await openWriting(launched);
  await page.keyboard.type('# A heading');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Some words, then a note');
  await page.keyboard.press('Control+Alt+n');
  await page.keyboard.type('The note.');
  await page.keyboard.press('Enter');
  await paste(
    page,
    '<p>Pasted words</p><table><tr><th>A</th><th>B</th></tr><tr><td>c</td><td>d</td></tr></table>',
    'x',
  );
  await page.keyboard.press('Control+Shift+w');
  await page.keyboard.press('Control+h');
  await page.keyboard.type('words');
  await isSaved(page);
  for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
    await launched.call('settings.update', { theme });
    await expect(page.locator(`[data-theme="${theme}"]`)).toBeVisible();
    await expect(page.getByLabel('Where the words came from', { exact: true })).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    const found = violations.map(
      ({ id, nodes }) => `${theme} ${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(' | ')}`,
    );
    expect(found).toEqual([]);
  }
  await launched.close();
});
