import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Fails with the names of what a screen reader or the eye would miss. */
export async function expectAccessible(
  page: Page,
  screen: string,
  extent: 'everything' | 'colours' = 'everything',
): Promise<void> {
  // A colour on its way from one theme to the next is in neither.
  await page.evaluate(() => Promise.all(document.getAnimations().map((motion) => motion.finished.catch(() => null))));
  // The old mode works in one page: Electron opens no second one.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (extent === 'colours' ? axe.withRules(['color-contrast']) : axe).analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  expect.soft(found, screen).toEqual([]);
}
