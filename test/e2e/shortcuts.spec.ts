import { expect, test } from '@playwright/test';
import { rm } from 'node:fs/promises';
import { commands, type Command, type CommandId } from '../../src-shared/commands';
import type { Outline } from '../../src-shared/domain/outline';
import { interviewRows } from './shortcuts/interview-rows';
import { outlineRows } from './shortcuts/outline-rows';
import { goTo, type Rows, type Stage, type Where } from './shortcuts/stage';
import { windowRows } from './shortcuts/window-rows';
import { writeRows } from './shortcuts/write-rows';
import { launch } from './support/launch';

const rows: Rows = { ...windowRows, ...outlineRows, ...interviewRows, ...writeRows };
/** Ends the application, so it has a test of its own. */
const quit: CommandId = 'app.quit';

test('every command of the registry has keys, and a line in the table of what they do', () => {
  const all = (commands as readonly Command[]).map(({ id }) => id).filter((id) => id !== quit);
  expect(Object.keys(rows).sort()).toEqual([...all].sort());
  for (const { id, shortcut } of commands as readonly Command[]) expect(shortcut, id).toBeTruthy();
});

async function openStage(): Promise<Stage> {
  const launched = await launch();
  const opened = (await launched.call('library.openSample', null)) as { readonly value: { readonly bookId: string } };
  const { bookId } = opened.value;
  const { page } = launched;
  await page.reload();
  return {
    launched,
    page,
    bookId,
    async keys(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async undo() {
      await launched.call('book.undo', { bookId });
    },
    outline: async () => ((await launched.call('outline.read', { bookId })) as { readonly value: Outline }).value.nodes,
  };
}

/** Playwright’s names for the keys of a shortcut. */
const keysOf = (shortcut: string) => shortcut.replace('Mod', 'Control');

for (const where of ['shelf', 'brief', 'outline', 'interview', 'write'] satisfies readonly Where[]) {
  test(`each shortcut of its own does what it says: ${where}`, async () => {
    test.setTimeout(180_000);
    const stage = await openStage();
    stage.page.setDefaultTimeout(8_000);
    for (const { id, shortcut, alternative } of commands as readonly Command[]) {
      const row = rows[id as CommandId];
      if (row?.where !== where) continue;
      for (const keys of [shortcut, alternative].filter((one) => one !== undefined)) {
        await test.step(`${id}: ${keys}`, async () => {
          await goTo(stage, where);
          await row.does(stage, () => stage.page.keyboard.press(keysOf(keys)));
        });
      }
    }
    await stage.launched.close();
  });
}

test('the shortcut to quit closes the window and ends the application', async () => {
  const launched = await launch();
  const ended = new Promise((resolve) => launched.app.process().once('exit', resolve));
  await expect(launched.page.getByRole('button', { name: /^Start a book/u })).toBeVisible();
  // The window may be gone before the keys are let go.
  await launched.page.keyboard.press('Control+q').catch(() => undefined);
  expect(await ended).toBe(0);
  expect(launched.problems).toEqual([]);
  await rm(launched.folders.base, { recursive: true, force: true });
});
