import { expect, type Locator, type Page } from '@playwright/test';
import type { CommandId } from '../../../src-shared/commands';
import type { Outline } from '../../../src-shared/domain/outline';
import { framePage } from '../pages/frame';
import { interviewPage } from '../pages/interview';
import { outlinePage } from '../pages/outline';
import { writePage } from '../pages/write';
import type { Launched } from '../support/launch';

/** Where a shortcut is pressed: on the shelf, in the brief of the sample, or in one of its other rooms. */
export type Where = 'shelf' | 'brief' | 'outline' | 'interview' | 'write';

/** An application with the sample book, in one place of it. */
export type Stage = {
  readonly launched: Launched;
  readonly page: Page;
  readonly bookId: string;
  /** Presses keys that are not the ones under test. */
  readonly keys: (...keys: readonly string[]) => Promise<void>;
  /** Takes the last change of the book back, so that the next shortcut finds it as it was. */
  readonly undo: () => Promise<void>;
  readonly outline: () => Promise<Outline['nodes']>;
};

/** One line of the table: `press` presses the shortcut; afterwards everything is as it was. */
export type Row = { readonly where: Where; readonly does: (stage: Stage, press: () => Promise<void>) => Promise<void> };
export type Rows = { readonly [K in CommandId]?: Row };

const heading = (page: Page, name: string): Locator => page.getByRole('heading', { name, exact: true, level: 1 });

/** What is seen in each place. */
export const signOf = (page: Page): Readonly<Record<Where | 'publish', Locator>> => ({
  shelf: heading(page, 'Your books'),
  brief: heading(page, 'Brief'),
  outline: outlinePage(page).summary,
  interview: interviewPage(page).question,
  write: writePage(page).text,
  publish: heading(page, 'Publish'),
});

const wayTo: Readonly<Record<Where, string>> = {
  shelf: 'Control+Shift+L',
  brief: 'Alt+1',
  outline: 'Alt+2',
  interview: 'Alt+3',
  write: 'Alt+4',
};

/** Goes to a place, and waits until a hand would begin. */
export async function goTo({ page, bookId, launched }: Stage, where: Where): Promise<void> {
  if (where === 'shelf') {
    if (!(await signOf(page).shelf.isVisible())) await page.keyboard.press(wayTo.shelf);
    await expect(signOf(page).shelf).toBeVisible();
    return;
  }
  if ((await page.getByRole('navigation', { name: 'Book' }).count()) === 0) {
    await launched.call('book.open', { bookId });
    await page.getByRole('row', { name: /House with Two Doors/u }).press('Enter');
    await expect(framePage(page).room('Brief')).toBeVisible();
  }
  await page.keyboard.press(wayTo[where]);
  await expect(signOf(page)[where]).toBeVisible();
}

/** A text that holds these words only, with the cursor behind them. */
export async function writeAnew({ page, keys }: Stage, words: string): Promise<Locator> {
  const { text } = writePage(page);
  await text.focus();
  await keys('Control+a', 'Delete', 'Control+Alt+0');
  await page.keyboard.type(words);
  await expect(text).toHaveText(words);
  return text;
}

/** A command of the co-writer’s while it is off, as it is on the stage: it says so. `co-writer.spec.ts` turns it on. */
export const saysItIsOff = (where: Where): Row => ({
  where,
  async does({ page }, press) {
    await press();
    const message = page.getByRole('region', { name: 'Messages' });
    await expect(message.getByText('The co-writer is off, so nothing was sent.')).toBeVisible();
    await message.getByRole('button', { name: 'Dismiss' }).first().click();
    await expect(message.getByText('The co-writer is off, so nothing was sent.')).toHaveCount(0);
  },
});
