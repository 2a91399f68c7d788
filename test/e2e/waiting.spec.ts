import { expect, test, type Page } from '@playwright/test';
import { join } from 'node:path';
import { coWriterPage } from './pages/co-writer';
import { framePage } from './pages/frame';
import { interviewPage } from './pages/interview';
import { outlinePage } from './pages/outline';
import { expectAccessible } from './support/accessible';
import { startStage } from './support/co-writer-stage';
import { launch } from './support/launch';

const themes = ['light', 'sepia', 'dark', 'contrast'] as const;
/** Where to leave pictures of the screen, for those who want to look. */
const pictures = process.env['WAITING_PICTURES'];

async function picture(page: Page, name: string): Promise<void> {
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) });
}

const activity = (page: Page) => ({
  heading: page.getByRole('heading', { name: 'Activity', level: 1 }),
  lines: page.getByRole('region', { name: 'With the co-writer' }).getByRole('listitem'),
  line: (name: RegExp) => page.getByRole('region', { name: 'With the co-writer' }).getByRole('listitem').filter({ hasText: name }),
  tryNow: page.getByRole('button', { name: 'Try now' }),
});

test('what nobody answers is told at once, waits over a restart, and is done when the server is back', async () => {
  test.setTimeout(180_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  const { bookId } = await stage.makeBook();
  await server.goAway();
  await page.keyboard.press('Alt+2');
  await expect(outlinePage(page).summary).toBeVisible();
  await page.keyboard.press('Control+Shift+G');
  await expect(page.getByText(/^Nobody answers at 127\.0\.0\.1:/u)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Use the template' })).toBeVisible();
  await picture(page, 'failed');
  await expectAccessible(page, 'an outline that nobody proposes');
  await coWriterPage(page).ask('Do it when the server answers').press('Enter');
  await expect(framePage(page).message('It waits now, and is done when the server answers.')).toBeVisible();
  await expect(outlinePage(page).summary).toBeVisible();
  await expect(page.getByLabel('Status').getByRole('button', { name: '1 waits for the co-writer' })).toBeVisible();
  await stage.close({ keepFolders: true });

  const asked = server.requests.length;
  const again = await launch({ folders: stage.folders, mayReach: [server.origin] });
  await again.page.getByLabel('Status').getByRole('button', { name: '1 waits for the co-writer' }).press('Enter');
  const list = activity(again.page);
  await expect(list.line(/An outline of “The Clock Keeper”/u)).toContainText(/Nobody answers at .* It is tried again at/u, { timeout: 30_000 });
  await server.comeBack();
  // What the system says when the network is there again.
  await again.page.evaluate(() => window.dispatchEvent(new Event('online')));
  await expect(list.line(/An outline/u)).toContainText('7 chapters proposed. Your outline is as it was.');
  await expect(framePage(again.page).message('An outline of “The Clock Keeper”: ready.')).toBeVisible();
  await picture(again.page, 'done');
  expect(server.requests.length - asked).toBe(1);

  await list.line(/An outline/u).getByRole('button', { name: /^Go to/u }).press('Enter');
  await expect(again.page.getByText('The outline you asked the co-writer for is here: 7 chapters.')).toBeVisible();
  await picture(again.page, 'arrived');
  await expectAccessible(again.page, 'an outline that has come in');
  await again.page.getByRole('button', { name: 'Show it' }).press('Enter');
  await expect(outlinePage(again.page).proposal).toBeVisible();
  const proposals = (await again.call('outline.proposals', { bookId })) as { readonly value: readonly unknown[] };
  expect(proposals.value).toHaveLength(1);
  await again.close();
  await server.stop();
});

test('Activity says why each work waits, and lets the author put one first, try again and cancel', async () => {
  test.setTimeout(240_000);
  const stage = await startStage();
  const { page, server, value } = stage;
  await stage.turnOn();
  const { bookId, chapterId } = await stage.makeBook();
  await server.goAway();
  await value('waiting.add', { kind: 'outline', bookId });
  await value('waiting.add', { kind: 'questions', bookId, chapterId, count: 3 });
  const draft = { kind: 'draft', bookId, chapterId, style: 'conversational', words: null, freedom: 'closer', sample: '' };
  await value('waiting.add', draft);
  await page.keyboard.press('Control+Shift+A');
  const list = activity(page);
  await expect(list.lines).toHaveCount(3);
  await expect(page.getByRole('tab', { name: /^Tasks/u })).toContainText('3');
  await list.tryNow.press('Enter');
  await expect(list.lines.first()).toContainText(/Nobody answers at .* It is tried again at/u);
  await list.line(/A draft of “The Workshop”/u).getByRole('button', { name: /^Do first/u }).press('Enter');
  await expect(list.lines.first()).toContainText('A draft of “The Workshop”');

  // One is refused for good, one is being answered, one waits.
  await value('settings.update', { coWriter: await withTask(stage.value, 'draft', 'no-such-model') });
  await server.comeBack();
  server.play({ kind: 'held', pieces: 30 });
  await page.keyboard.press('Control+Alt+w');
  await expect(list.line(/A draft/u)).toContainText('The server has no model called “no-such-model”.');
  await expect(list.line(/An outline/u)).toContainText('The co-writer is answering', { timeout: 30_000 });
  for (const theme of themes) {
    await value('settings.update', { theme });
    await expect(page.locator(`html[data-theme="${theme}"]`)).toBeVisible();
    await expectAccessible(page, `what waits, ${theme}`);
    for (const width of [1280, 900]) {
      await stage.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size, size === 900 ? 600 : 800), width);
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
      await picture(page, `activity-${theme}-${width}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
    }
  }

  const held = await server.request(server.requests.length - 1);
  server.play({ kind: 'good' });
  await list.line(/An outline/u).getByRole('button', { name: /^Cancel/u }).press('Enter');
  expect(await held.ended).toBe('left');
  await expect(list.line(/An outline/u)).toHaveCount(0);
  await value('settings.update', { coWriter: await withTask(stage.value, 'draft', 'quill-7b') });
  await expect(list.line(/Questions for “The Workshop”/u)).toContainText('3 questions from the co-writer.');
  await list.line(/A draft/u).getByRole('button', { name: /^Try again/u }).press('Enter');
  await expect(list.line(/A draft/u)).toContainText('beside the chapter.');
  await list.line(/A draft/u).getByRole('button', { name: /^Dismiss/u }).press('Enter');
  await list.line(/Questions for/u).getByRole('button', { name: /^Go to/u }).press('Enter');
  await expect(interviewPage(page).questions).toHaveCount(6);
  await stage.end();
});

type Settings = { readonly coWriter: { readonly tasks: object } };

/** The settings of the co-writer with another model for one task. */
async function withTask(value: <V>(name: string, input: unknown) => Promise<V>, task: string, model: string): Promise<object> {
  const { coWriter } = await value<Settings>('settings.read', null);
  return { ...coWriter, tasks: { ...coWriter.tasks, [task]: { model } } };
}

test('the interview says where an answer waits, and offers the way without a model', async () => {
  test.setTimeout(120_000);
  const stage = await startStage();
  const { page, server } = stage;
  await stage.turnOn();
  await stage.makeBook();
  await server.goAway();
  await page.keyboard.press('Alt+3');
  await framePage(page).tree.getByRole('row', { name: /The Workshop/u }).click();
  await expect(interviewPage(page).questions).toHaveCount(3);
  await page.keyboard.press('Control+Shift+G');
  const later = coWriterPage(page).ask('Do it when the server answers');
  await expect(later).toBeVisible();
  await picture(page, 'questions-failed');
  await later.press('Enter');
  await expect(page.getByText('It waits for the server, and is done when that answers.')).toBeVisible();
  await picture(page, 'questions-waiting');
  await expect(coWriterPage(page).ask('Ask the co-writer')).toBeFocused();
  await interviewPage(page).answer.focus();
  await expect(page.getByRole('tooltip')).toHaveCount(0);
  await expectAccessible(page, 'questions that wait');
  // Contradictions are for who looks at them now: they do not wait.
  await page.keyboard.press('Control+Shift+Y');
  await expect(page.getByText(/^(?:Nobody answers|.* failed several times)/u)).toBeVisible();
  await expect(later).toHaveCount(0);
  await server.comeBack();
  await page.keyboard.press('Control+Alt+w');
  await expect(interviewPage(page).questions).toHaveCount(6);
  await expect(page.getByText('It waits for the server, and is done when that answers.')).toHaveCount(0);
  await stage.end();
});
