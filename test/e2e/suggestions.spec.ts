import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Outline } from '../../src-shared/domain/outline';
import type { Result } from '../../src-shared/result';
import { startOpenAiServer } from '../support/model-servers/openai-server';
import type { Answer } from '../support/model-servers/plan';
import { framePage } from './pages/frame';
import { writePage } from './pages/write';
import { launch, type Launched } from './support/launch';

const lines = ['James sold 12 ballads in the very cold street.', 'I walked home slowly.', 'Nobody knows this.'];

/** Shortens what it is sent, and loses the number on the way. */
const shorten: Answer = (messages) => {
  const sent = messages.map(({ content }) => content).join('\n');
  const names = [...sent.matchAll(/<material name="(P\d+)" kind="passage">\n(.*)\n/gu)];
  const answers = names.map(([, passage, text]) => ({
    passage,
    text: (text ?? '').replace('12 ballads', 'twelve ballads').replace('very ', '').replace('walked home slowly', 'ambled home'),
    why: 'Shorter.',
  }));
  return answers.map((line) => JSON.stringify(line)).join('\n');
};

async function startWriting({ launched, origin }: { launched: Launched; origin: string }): Promise<string> {
  const { call, page } = launched;
  await call('settings.update', {
    coWriter: {
      isOn: true,
      servers: [{ id: 'scripted', name: 'Scripted', kind: 'openai', baseUrl: `${origin}/v1`, headers: {} }],
      serverId: 'scripted',
      model: 'scripted-1',
      consents: [origin],
      prices: [{ model: 'scripted-1', usdPerMillionIn: 1, usdPerMillionOut: 2, checkedOn: '2026-11-25' }],
    },
  });
  const made = (await call('library.create', { title: 'The Apprentice', genre: 'memoir', language: 'en' })) as Result<{ bookId: string }>;
  if (!made.ok) throw new Error(made.error.code);
  const { bookId } = made.value;
  await call('outline.add', { bookId, kind: 'chapter', matter: null, parentId: null, beforeId: null, title: 'Boston', description: '' });
  await page.reload();
  await page.getByRole('row', { name: /The Apprentice/u }).press('Enter');
  await expect(framePage(page).room('Write')).toBeVisible();
  await page.keyboard.press('Alt+4');
  await expect(writePage(page).text).toBeVisible();
  await writePage(page).text.focus();
  for (const [index, line] of lines.entries()) {
    if (index > 0) await page.keyboard.press('Enter');
    await page.keyboard.type(line);
  }
  await expect(framePage(page).saved).toBeVisible();
  return bookId;
}

const paragraphs = (page: Page) =>
  writePage(page).text.evaluate((text) =>
    [...text.children].map((block) => {
      const copy = block.cloneNode(true) as Element;
      copy.querySelectorAll('.suggestion-added').forEach((added) => added.remove());
      return copy.textContent;
    }),
  );
const cards = (page: Page) => page.getByRole('list', { name: 'Suggestions' }).getByRole('listitem');

test('suggestions are seen in the text, decided one by one, undone, and outlive a restart', async () => {
  test.setTimeout(150_000);
  const server = await startOpenAiServer({ answer: shorten });
  const first = await launch({ mayReach: [server.origin] });
  const { page } = first;
  const bookId = await startWriting({ launched: first, origin: server.origin });
  await page.keyboard.press('Control+Alt+k');
  await expect(writePage(page).text.locator('[data-private]')).toHaveText('Nobody knows this.');
  await expect(framePage(page).saved).toBeVisible();

  await page.keyboard.press('Control+Alt+Shift+t');
  await page.getByRole('radio', { name: 'Whole chapter' }).click();
  await expect(page.getByText('1 paragraph with words that you keep from the co-writer is left out.')).toBeVisible();
  await page.getByRole('button', { name: 'See what would be sent' }).click();
  await expect(page.locator('.preview-body')).toContainText('I walked home slowly.');
  await expect(page.locator('.preview-body')).not.toContainText('Nobody knows');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Tighten: 2 paragraphs', exact: true }).click();
  await expect(cards(page)).toHaveCount(2);
  await expect(cards(page).first()).toContainText('It changes what should stay: 12');
  await expect(cards(page).first()).toContainText('Tighten · scripted-1 · it cost nothing');
  // Nothing has changed yet, and what would is drawn over the text.
  expect(await paragraphs(page)).toEqual(lines);
  await expect(writePage(page).text.locator('.suggestion-removed')).toHaveText(['12', 'very ', 'walked', ' slowly']);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/suggestions.png` });
  expect(server.requests.map(({ bytes }) => bytes.toString()).join('')).not.toContain('Nobody knows');

  await cards(page).first().getByRole('button', { name: 'Accept' }).click();
  await expect.poll(() => paragraphs(page)).toEqual(['James sold twelve ballads in the cold street.', lines[1], lines[2]]);
  expect(await writePage(page).text.locator('[data-origin="co-writer"]').allTextContents()).toEqual(['twelve']);
  await expect(cards(page)).toHaveCount(1);
  await expect(framePage(page).saved).toBeVisible();
  await first.close({ keepFolders: true });

  const second = await launch({ folders: first.folders, mayReach: [server.origin] });
  await second.page.getByRole('row', { name: /The Apprentice/u }).press('Enter');
  await expect(framePage(second.page).room('Write')).toBeVisible();
  await second.page.keyboard.press('Alt+4');
  const { text } = writePage(second.page);
  await expect(text.locator('.suggestion-removed')).toHaveText(['walked', ' slowly']);
  // By keys alone: the first press shows it, the second decides.
  await text.focus();
  await second.page.keyboard.press('Control+Alt+y');
  await expect(text.locator('.suggestion-removed.is-current').first()).toHaveText('walked');
  await second.page.keyboard.press('Control+Alt+y');
  await expect.poll(async () => (await paragraphs(second.page))[1]).toBe('I ambled home.');
  // One undo takes the words out and opens the suggestion again; redo accepts it, and it stays so.
  await second.page.keyboard.press('Control+z');
  await expect.poll(async () => (await paragraphs(second.page))[1]).toBe(lines[1]);
  await expect(text.locator('.suggestion-removed')).toHaveText(['walked', ' slowly']);
  await second.page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await paragraphs(second.page))[1]).toBe('I ambled home.');
  const outline = (await second.call('outline.read', { bookId })) as Result<Outline>;
  const chapterId = outline.ok ? outline.value.nodes[0]?.id : undefined;
  const open = async () => {
    const listed = (await second.call('suggestion.list', { bookId, chapterId })) as Result<unknown[]>;
    return listed.ok ? listed.value.length : listed.error;
  };
  await expect.poll(open).toBe(0);
  await second.page.keyboard.press('Control+z');
  await expect.poll(open).toBe(1);
  await expect(text.locator('.suggestion-removed')).toHaveText(['walked', ' slowly']);
  await second.close();
  await server.stop();
});

test('a passage that was edited meanwhile keeps its words, and its suggestion says so', async () => {
  const server = await startOpenAiServer({ answer: shorten });
  const launched = await launch({ mayReach: [server.origin] });
  const { page } = launched;
  const bookId = await startWriting({ launched, origin: server.origin });
  await writePage(page).support('Suggestions').click();
  await page.getByRole('radio', { name: 'Whole chapter' }).click();
  await page.getByRole('button', { name: 'Tighten: 3 paragraphs', exact: true }).click();
  await expect(cards(page)).toHaveCount(2);
  await writePage(page).paragraph('slowly').click();
  await page.keyboard.press('End');
  await page.keyboard.type(' Late.');
  await expect(cards(page).last()).toContainText('You changed this passage since, so the suggestion is withdrawn.');
  await cards(page).last().getByRole('button', { name: 'Dismiss' }).click();
  await expect(cards(page)).toHaveCount(1);
  expect((await paragraphs(page))[1]).toBe('I walked home slowly. Late.');
  for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
    await launched.call('settings.update', { theme });
    await expect(page.locator(`[data-theme="${theme}"]`)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`)).toEqual([]);
    if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/suggestions-${theme}.png` });
  }
  await cards(page).getByRole('button', { name: 'Reject' }).click();
  await expect(page.getByText('No suggestions wait in this chapter.')).toBeVisible();
  await framePage(page).undoMessage.click();
  await expect(cards(page)).toHaveCount(1);
  const outline = (await launched.call('outline.read', { bookId })) as Result<Outline>;
  expect(outline.ok).toBe(true);
  await launched.close();
  await server.stop();
});

test('whose words a book is made of is counted, shown sentence by sentence, and written down', async () => {
  const server = await startOpenAiServer({ answer: shorten });
  const launched = await launch({ mayReach: [server.origin] });
  const { page } = launched;
  await startWriting({ launched, origin: server.origin });
  await writePage(page).support('Suggestions').click();
  await page.getByRole('radio', { name: 'Whole chapter' }).click();
  await page.getByRole('button', { name: 'Tighten: 3 paragraphs', exact: true }).click();
  await page.getByRole('button', { name: 'Accept all 2' }).click();
  await expect(page.getByText('No suggestions wait in this chapter.')).toBeVisible();
  await writePage(page).support('Snapshots').click();
  await expect(page.getByText('Before the suggestions')).toBeVisible();
  await framePage(page).room('Publish').click();
  await page.getByRole('button', { name: 'Count the words' }).click();
  await expect(page.getByText('2 words came with edits that you accepted: that is assistance.')).toBeVisible();
  await expect(page.getByText('No passage was generated by a model.')).toBeVisible();
  await page.getByRole('button', { name: 'The book: 2 words, A model’s, without support' }).click();
  const sentences = page.getByRole('list', { name: 'Sentences' }).getByRole('button');
  await expect(sentences).toHaveCount(2);
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/words.png` });
  await launched.call('settings.update', { theme: 'dark' });
  await page.getByRole('button', { name: 'Save as JSON' }).scrollIntoViewIfNeeded();
  if (process.env['LOOK']) await page.screenshot({ path: `${process.env['LOOK']}/disclosure.png` });
  for (const theme of ['light', 'contrast', 'dark']) {
    await launched.call('settings.update', { theme });
    await expect(page.locator(`[data-theme="${theme}"]`)).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
    expect(violations.map(({ id, nodes }) => `${theme} ${id}: ${nodes[0]?.html.slice(0, 120) ?? ''}`)).toEqual([]);
  }
  await page.getByRole('textbox', { name: 'Tools' }).fill('scripted-1, for tightening');
  const { base } = launched.folders;
  await launched.stubDialogs({ saveIn: base });
  await page.getByRole('button', { name: 'Save as JSON' }).click();
  await expect(framePage(page).message(/^Saved as /u).first()).toBeVisible();
  const written = JSON.parse(await readFile(join(base, 'The Apprentice – use of AI.json'), 'utf8')) as {
    disclosure: unknown;
    log: unknown[];
  };
  expect(written).toMatchObject({
    disclosure: { text: 'none', images: null, translations: null, tools: 'scripted-1, for tightening' },
    evidence: { generated: 0, assisted: 2 },
    log: [{ checksum: expect.stringMatching(/^[\da-f]{16}$/u) as unknown }],
  });
  await sentences.first().click();
  await expect(writePage(page).text).toBeFocused();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('twelve ballads');
  await launched.close();
  await server.stop();
});
