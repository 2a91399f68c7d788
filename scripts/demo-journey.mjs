/** The author's journey through the seven rooms, by the names that a person reads on the screen. */
import { _electron } from '@playwright/test';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { heldByPlaywright } from './electron-runtime.mjs';

const formats = [
  { name: 'PDF', extension: 'pdf' },
  { name: 'Word', extension: 'docx' },
  { name: 'EPUB', extension: 'epub' },
  { name: 'Markdown', extension: 'md' },
  { name: 'Plain text', extension: 'txt' },
];
const startTimeoutMs = 60_000;
const stepTimeoutMs = 30_000;
/** Words are on disk at most this long after the last change. */
const saveMs = 3_000;
const exportTimeoutMs = 120_000;

/** What the author says where the sample leaves a question open. */
const answer =
  'A ward sister called Constance Bray, my second year. There was an old man who rang his bell all night and wanted nothing, and we’d all stopped going. She went every time. I asked her why she bothered, and she said, “He isn’t ringing for anything, Merrin. He’s ringing to see if somebody comes.” I had to go and stand in the linen cupboard. I’d been hearing that since before I could walk, you see, only nobody had ever had to put it into words for me. I answered bells properly after that. I don’t believe I ever told her what she’d done.';

/** Opens the application, goes through the rooms, and closes it again. */
export async function playJourney({ runtime, display, scratch, results, windowSize, say }) {
  const folders = { user: join(scratch, 'user'), documents: join(scratch, 'documents') };
  for (const folder of Object.values(folders)) mkdirSync(folder);
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const app = await _electron.launch({
    executablePath: runtime.executable,
    args: [...heldByPlaywright, ...sandbox, ...runtime.args, '--disable-gpu', '--force-device-scale-factor=1.5'],
    env: { ...process.env, ...(display ? { DISPLAY: display } : {}), LONGHAND_USER_DATA: folders.user, LONGHAND_DOCUMENTS: folders.documents },
    timeout: startTimeoutMs,
  });
  try {
    const page = await app.firstWindow({ timeout: startTimeoutMs });
    page.setDefaultTimeout(stepTimeoutMs);
    await page.waitForLoadState();
    await app.evaluate(({ BrowserWindow }, { width, height }) => BrowserWindow.getAllWindows()[0]?.setSize(width, height), windowSize);
    await answerSaveDialogs(app, results);
    const picture = createCamera(page, results, say);
    try {
      await throughTheRooms(page, picture);
      await publish(page, picture, results, say);
      await inOtherThemes(page, picture);
    } catch (cause) {
      await page.screenshot({ path: join(results, 'where-it-stopped.png') });
      throw cause;
    }
  } finally {
    await app.close();
  }
}

/** Finished files go to the results under the names that the application proposes. */
async function answerSaveDialogs(app, results) {
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = async (...parts) => {
      const name = String(parts.at(-1)?.defaultPath ?? 'book').split(/[/\\]/).pop();
      return { canceled: false, filePath: `${folder}/${name}` };
    };
  }, results);
}

function createCamera(page, results, say) {
  let count = 0;
  return async (name) => {
    count += 1;
    await page.mouse.move(2, 400);
    const message = page.getByRole('button', { name: 'Dismiss' });
    while ((await message.count()) > 0) await message.first().click();
    // Transitions are at most 200 ms, and fonts may still be on their way.
    await page.evaluate(() => document.fonts.ready);
    await page.waitForTimeout(700);
    const file = `${String(count).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(results, file) });
    say(`  ${file}`);
  };
}

async function throughTheRooms(page, picture) {
  const button = (name) => page.getByRole('button', { name });
  await button(/^Open the sample/).waitFor();
  await picture('welcome');
  await button(/^Open the sample/).click();
  await page.getByRole('heading', { name: 'Brief' }).waitFor();
  await picture('brief');
  await page.keyboard.press('Control+Shift+L');
  await page.getByRole('row', { name: /The House with Two Doors/ }).waitFor();
  await picture('library');
  await page.getByRole('row', { name: /The House with Two Doors/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Brief' }).waitFor();

  await page.keyboard.press('Alt+2');
  await page.getByRole('heading', { name: 'Outline' }).waitFor();
  await picture('outline');
  await page.keyboard.press('Control+Shift+O');
  await picture('proposal');
  await page.keyboard.press('Escape');

  await interview(page, picture);

  await page.keyboard.press('Alt+4');
  await page.getByRole('treeitem', { name: /What the Rope Said/ }).or(page.getByRole('row', { name: /What the Rope Said/ })).first().click();
  await page.getByRole('textbox', { name: /^Text of “?What the Rope Said/ }).waitFor();
  await picture('write');
}

async function interview(page, picture) {
  await chooseChapter(page, 'What I Carried Over');
  await page.getByRole('heading', { name: /^Who taught you/ }).waitFor();
  await picture('question');
  await page.getByRole('textbox', { name: /answer/i }).fill(answer);
  await page.keyboard.press('Control+Enter');
  await picture('answer');
  await draft(page);
  await picture('draft');
  await insert(page);
  await picture('draft-inserted');
  for (const title of ['The Winter the River Stopped', 'The Men with Striped Poles']) {
    await chooseChapter(page, title);
    await draft(page);
    await insert(page);
  }
}

async function chooseChapter(page, title) {
  await page.getByRole('button', { name: 'Interview', exact: true }).click();
  const chapter = page.getByRole('combobox', { name: 'Chapter' });
  await chapter.waitFor();
  if ((await chapter.inputValue()) === title) return;
  await chapter.click();
  await chapter.fill(title.slice(0, 12));
  await page.getByRole('option', { name: new RegExp(title) }).click();
  await page.getByRole('article', { name: /^Question/ }).waitFor();
}

async function draft(page) {
  await page.keyboard.press('Control+Shift+D');
  await page.getByRole('region', { name: 'Make a draft' }).getByRole('button', { name: 'Draft from answers' }).click();
  await page.getByText('From your answers. Nothing was added.').first().waitFor();
}

async function insert(page) {
  await page.getByRole('button', { name: 'Open in Write to insert' }).click();
  const text = page.getByRole('textbox', { name: /^Text of/ });
  await text.waitFor();
  await page.getByRole('tab', { name: 'Draft', exact: true }).click();
  await page.getByRole('tabpanel', { name: 'Draft' }).getByRole('button', { name: 'Insert', exact: true }).first().click();
  await text.filter({ hasText: /\S.{200}/ }).waitFor();
  await page.waitForTimeout(saveMs);
}

async function publish(page, picture, results, say) {
  await page.keyboard.press('Alt+5');
  await page.getByRole('heading', { name: 'Publish', exact: true }).waitFor();
  for (const { name, extension } of formats) {
    const file = join(results, `The House with Two Doors.${extension}`);
    await page.getByRole('button', { name: new RegExp(`^Save as ${name}`) }).click();
    await waitForFile(page, file);
    say(`  ${name}: ${statSync(file).size.toLocaleString('en')} bytes`);
  }
  await page.getByRole('heading', { name: 'Publish', exact: true }).scrollIntoViewIfNeeded();
  await picture('publish');
}

async function waitForFile(page, file) {
  for (const started = Date.now(); !existsSync(file); ) {
    if (Date.now() - started > exportTimeoutMs) throw new Error(`${file} did not appear.`);
    await page.waitForTimeout(100);
  }
}

async function inOtherThemes(page, picture) {
  await page.keyboard.press('Alt+4');
  for (const theme of ['dark', 'sepia']) {
    await page.evaluate((name) => globalThis.bridge.call('settings.update', { theme: name }), theme);
    await picture(`write-${theme}`);
  }
}
