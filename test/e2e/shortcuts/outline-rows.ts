import { expect } from '@playwright/test';
import type { OutlineNode } from '../../../src-shared/domain/outline';
import { framePage } from '../pages/frame';
import { outlinePage } from '../pages/outline';
import { saysItIsOff, type Row, type Rows, type Stage } from './stage';

const chapters = async (stage: Stage): Promise<readonly OutlineNode[]> =>
  (await stage.outline()).filter(({ kind }) => kind === 'chapter');

/** Chooses a line of the tree by its title. */
async function choose({ page }: Stage, title: string): Promise<void> {
  const row = outlinePage(page).row(title);
  await row.locator('.outline-title').click();
  await expect(row).toHaveAttribute('aria-selected', 'true');
}

/** A shortcut that adds a line of a kind and lets it be named. */
const adds = (kind: OutlineNode['kind'], title: string): Row => ({
  where: 'outline',
  async does(stage, press) {
    const before = (await stage.outline()).filter((node) => node.kind === kind).length;
    await choose(stage, 'What the Rope Said');
    await press();
    await expect(outlinePage(stage.page).renaming).toBeFocused();
    await stage.keys('Enter');
    await expect(outlinePage(stage.page).row(title)).toBeVisible();
    const now = await stage.outline();
    expect(now.filter((node) => node.kind === kind)).toHaveLength(before + 1);
    await stage.undo();
    await expect(outlinePage(stage.page).row(title)).toHaveCount(0);
  },
});

/** A shortcut that moves a chapter by one place, and says so. */
const moves = (title: string, by: 1 | -1): Row => ({
  where: 'outline',
  async does(stage, press) {
    const order = async () => (await chapters(stage)).map((node) => node.title);
    const before = await order();
    await choose(stage, title);
    await press();
    await expect.poll(async () => (await order()).indexOf(title)).toBe(before.indexOf(title) + by);
    await expect(framePage(stage.page).message(`Moved “${title}”.`).first()).toBeVisible();
    await stage.undo();
    await expect.poll(order).toEqual(before);
  },
});

const parentOf = async (stage: Stage, title: string): Promise<string | null> =>
  (await stage.outline()).find((node) => node.title === title)?.parentId ?? null;

/** A part with a chapter behind it, for moves in and out; both are taken back. */
async function withPart(stage: Stage, work: (partId: string) => Promise<void>): Promise<void> {
  const [first] = await chapters(stage);
  const added = (await stage.launched.call('outline.add', {
    bookId: stage.bookId,
    kind: 'part',
    matter: null,
    parentId: null,
    beforeId: first?.id ?? null,
    title: 'Part of it',
    description: '',
  })) as { readonly value: { readonly nodeId: string } };
  await expect(outlinePage(stage.page).row('Part of it')).toBeVisible();
  await work(added.value.nodeId);
  await stage.undo();
  await expect(outlinePage(stage.page).row('Part of it')).toHaveCount(0);
}

const first = 'The Road Through the House';

/** What is pressed in the outline. */
export const outlineRows: Rows = {
  'coWriter.outline': saysItIsOff('outline'),
  'outline.addChapter': adds('chapter', 'New chapter'),
  'outline.addSection': adds('section', 'New section'),
  'outline.addPart': adds('part', 'New part'),
  'outline.addMatter': {
    where: 'outline',
    async does(stage, press) {
      await press();
      await expect(stage.page.getByRole('dialog', { name: 'Front and back matter' })).toBeVisible();
      await stage.keys('Escape');
      await expect(stage.page.getByRole('dialog')).toHaveCount(0);
    },
  },
  'outline.propose': {
    where: 'outline',
    async does({ page }, press) {
      await press();
      await expect(outlinePage(page).proposal).toBeVisible();
      await outlinePage(page).keepMine.click();
      await expect(outlinePage(page).summary).toBeVisible();
    },
  },
  'outline.rename': {
    where: 'outline',
    async does(stage, press) {
      await choose(stage, first);
      await press();
      await expect(outlinePage(stage.page).renaming).toBeFocused();
      await stage.keys('Escape');
      await expect(outlinePage(stage.page).row(first)).toBeFocused();
    },
  },
  'outline.moveUp': moves('What the Rope Said', -1),
  'outline.moveDown': moves(first, 1),
  'outline.moveIn': {
    where: 'outline',
    does: (stage, press) =>
      withPart(stage, async (partId) => {
        await choose(stage, first);
        await press();
        await expect.poll(() => parentOf(stage, first)).toBe(partId);
        await stage.undo();
      }),
  },
  'outline.moveOut': {
    where: 'outline',
    does: (stage, press) =>
      withPart(stage, async (partId) => {
        await choose(stage, first);
        await stage.keys('Alt+ArrowRight');
        await expect.poll(() => parentOf(stage, first)).toBe(partId);
        await expect(outlinePage(stage.page).row(first)).toBeFocused();
        await press();
        await expect.poll(() => parentOf(stage, first)).toBe(null);
        await stage.undo();
        await stage.undo();
      }),
  },
  'outline.mergeWithNext': {
    where: 'outline',
    async does(stage, press) {
      const before = (await chapters(stage)).length;
      await choose(stage, first);
      await press();
      await expect(
        framePage(stage.page)
          .message(/^Joined/u)
          .first(),
      ).toBeVisible();
      expect(await chapters(stage)).toHaveLength(before - 1);
      await stage.undo();
    },
  },
  'outline.trash': {
    where: 'outline',
    async does(stage, press) {
      await choose(stage, first);
      await press();
      await expect(outlinePage(stage.page).row(first)).toHaveCount(0);
      await expect(framePage(stage.page).message(`“${first}” is in the trash.`).first()).toBeVisible();
      await stage.undo();
      await expect(outlinePage(stage.page).row(first)).toBeVisible();
    },
  },
};
