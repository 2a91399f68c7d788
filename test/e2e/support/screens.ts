import { expect, type Page } from '@playwright/test';
import type { Outline } from '../../../src-shared/domain/outline';
import type { Result } from '../../../src-shared/result';
import { coverPage } from '../pages/cover';
import { framePage } from '../pages/frame';
import { interviewPage } from '../pages/interview';
import { libraryPage } from '../pages/library';
import { outlinePage } from '../pages/outline';
import { publishPage } from '../pages/publish';
import { writePage } from '../pages/write';
import type { Launched } from './launch';

/** A screen, or what can stand over one. They are opened in this order, each from the one before. */
export type Screen = {
  readonly name: string;
  readonly open: (launched: Launched) => Promise<void>;
  /** Takes away what stands over the screen. */
  readonly leave?: (page: Page) => Promise<void>;
};

const escape = (page: Page) => page.keyboard.press('Escape');
const tabNamed = async (page: Page, name: RegExp) => {
  await page.getByRole('tab', { name }).click();
  await expect(page.getByRole('tab', { name })).toHaveAttribute('aria-selected', 'true');
};

/** Puts the sample on the shelf, with a draft of its first chapter that has answers enough, and a book in the trash. */
export async function makeFullBook({ page, call }: Launched): Promise<void> {
  const opened = (await call('library.openSample', null)) as Result<{ bookId: string }>;
  if (!opened.ok) throw new Error(opened.error.code);
  const { bookId } = opened.value;
  const outline = (await call('outline.read', { bookId })) as Result<Outline>;
  if (!outline.ok) throw new Error(outline.error.code);
  const chapter = outline.value.nodes.find((node) => node.answered >= 3);
  if (!chapter) throw new Error('The sample has no chapter with three answers.');
  await call('draft.create', { bookId, chapterId: chapter.id, style: 'tidied' });
  const thrown = (await call('library.create', { title: 'Thrown away' })) as Result<{ bookId: string }>;
  if (!thrown.ok) throw new Error(thrown.error.code);
  await call('library.trash', { bookId: thrown.value.bookId });
  await page.reload();
  await expect(page.getByRole('row').first()).toBeVisible();
}

const library: readonly Screen[] = [
  { name: 'library', open: async ({ page }) => expect(libraryPage(page).book('Two Doors')).toBeVisible() },
  {
    name: 'menu of a book',
    open: async ({ page }) => {
      await libraryPage(page).book('Two Doors').click({ button: 'right' });
      await expect(framePage(page).menuItem('Archive')).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'library trash',
    open: async ({ page }) => {
      await libraryPage(page)
        .shelf(/^Trash/u)
        .click();
      await expect(libraryPage(page).book('Thrown away')).toBeVisible();
    },
  },
  {
    name: 'library without a match',
    open: async ({ page }) => {
      await libraryPage(page).search.fill('zzz');
      await expect(page.getByText('No such book here')).toBeVisible();
    },
    leave: async (page) => {
      await libraryPage(page).search.fill('');
      await libraryPage(page)
        .shelf(/^Books/u)
        .click();
    },
  },
  {
    name: 'new book',
    open: async ({ page }) => {
      await page.keyboard.press('Control+N');
      await expect(libraryPage(page).title).toBeVisible();
    },
    leave: escape,
  },
];

const planning: readonly Screen[] = [
  {
    name: 'brief',
    open: async ({ page }) => {
      await libraryPage(page).book('Two Doors').press('Enter');
      await expect(framePage(page).room('Interview')).toBeVisible();
      await page.keyboard.press('Alt+1');
      await expect(page.getByRole('heading', { name: 'Brief' })).toBeVisible();
    },
  },
  {
    name: 'outline',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+2');
      await outlinePage(page).rows.first().click();
      await expect(page.getByRole('complementary', { name: 'Details' })).toBeVisible();
    },
  },
  {
    name: 'menu of a line',
    open: async ({ page }) => {
      await outlinePage(page).rows.first().click({ button: 'right' });
      await expect(framePage(page).menuItem(/^Rename/u)).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'front and back matter',
    open: async ({ page }) => {
      await page.keyboard.press('Control+Alt+M');
      await expect(page.getByRole('dialog', { name: 'Front and back matter' })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'proposed outline',
    open: async ({ page }) => {
      await page.keyboard.press('Control+Shift+O');
      await expect(outlinePage(page).proposal).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'outline trash',
    open: async ({ page }) => {
      await outlinePage(page).trash.click();
      await expect(page.getByText('The trash is empty')).toBeVisible();
    },
    leave: escape,
  },
];

const interview: readonly Screen[] = [
  {
    name: 'interview',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+3');
      await framePage(page).tree.getByRole('row').first().click();
      await expect(interviewPage(page).answer).toBeVisible();
    },
  },
  { name: 'habits', open: async ({ page }) => tabNamed(page, /^Habits/u) },
  {
    name: 'own question',
    open: async ({ page }) => {
      await tabNamed(page, /^Questions/u);
      await page.keyboard.press('Control+Shift+Q');
      await expect(interviewPage(page).ownQuestion).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'draft',
    open: async ({ page }) => {
      await interviewPage(page).draft.click();
      await expect(interviewPage(page).makeDraft).toBeVisible();
    },
    leave: escape,
  },
];

const writing: readonly Screen[] = [
  {
    name: 'write',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+4');
      await expect(writePage(page).text).toBeVisible();
    },
  },
  { name: 'drafts beside the page', open: async ({ page }) => tabNamed(page, /^Draft/u) },
  {
    name: 'find, and where the words came from',
    open: async ({ page }) => {
      await tabNamed(page, /^Snapshots/u);
      await page.keyboard.press('Control+Shift+W');
      await expect(writePage(page).origins).toBeVisible();
      await writePage(page).text.click();
      await page.keyboard.press('Control+H');
      await writePage(page).find.fill('the');
      await expect(writePage(page).found).toBeVisible();
    },
    leave: async (page) => {
      await writePage(page).closeFind.click();
      await page.keyboard.press('Control+Shift+W');
    },
  },
  {
    name: 'publish',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+5');
      await expect(publishPage(page).heading).toBeVisible();
    },
  },
  {
    name: 'preflight',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+5');
      await publishPage(page).check.click();
      await expect(publishPage(page).checked).toBeVisible();
      await publishPage(page).rules.first().click();
    },
  },
  {
    name: 'cover',
    open: async ({ page }) => {
      await page.keyboard.press('Alt+6');
      await expect(coverPage(page).drawnAs('window')).toBeVisible();
    },
  },
];

const overAll: readonly Screen[] = [
  {
    name: 'search in the book',
    open: async ({ page }) => {
      await page.keyboard.press('Control+Shift+F');
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.keyboard.type('the');
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    },
    leave: async (page) => {
      // The first empties the field, the second closes the dialog.
      await escape(page);
      await escape(page);
    },
  },
  {
    name: 'palette',
    open: async ({ page }) => {
      await page.keyboard.press('Control+K');
      await expect(framePage(page).palette).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'shortcuts',
    open: async ({ page }) => {
      await page.keyboard.press('Control+/');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    },
    leave: escape,
  },
  {
    name: 'settings',
    open: async ({ page }) => {
      await page.keyboard.press('Control+,');
      await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
    },
  },
  {
    name: 'activity',
    open: async ({ page }) => {
      await page.keyboard.press('Control+Shift+A');
      await expect(page.getByRole('heading', { name: 'Activity' })).toBeVisible();
    },
  },
  { name: 'problems', open: async ({ page }) => tabNamed(page, /^Problems/u) },
  {
    name: 'diagnostics',
    open: async ({ page }) => {
      await tabNamed(page, /^Diagnostics/u);
      await expect(page.getByRole('table')).toBeVisible();
    },
  },
];

/** Every screen of the application with a full book. */
export const screens: readonly Screen[] = [...library, ...planning, ...interview, ...writing, ...overAll];
