import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/**
 * Rules that axe leaves out unless asked. Two stay out: `focus-order-semantics` does not know that a divider and a row
 * can be operated, and `label-content-name-mismatch` takes the keys beside a menu item's name for a part of it.
 */
const askedFor = ['target-size', 'css-orientation-lock', 'p-as-heading', 'table-fake-caption', 'td-has-header'];

const longestMotionMs = 1_000;

/** Fails with the names of what a screen reader or the eye would miss, by every rule there is. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  // A colour on its way from one theme to the next is in neither. What is out of sight may never arrive.
  await page.evaluate((mostMs) => {
    const arrived = Promise.all(document.getAnimations().map((motion) => motion.finished.catch(() => null)));
    return Promise.race([arrived, new Promise((resolve) => setTimeout(resolve, mostMs))]);
  }, longestMotionMs);
  // The old mode works in one page: Electron opens no second one.
  const axe = new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ rules: Object.fromEntries(askedFor.map((rule) => [rule, { enabled: true }])) });
  const { violations } = await axe.analyze();
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  expect.soft(found, screen).toEqual([]);
}
