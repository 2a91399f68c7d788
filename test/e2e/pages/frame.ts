import type { Page } from '@playwright/test';

/** The rooms of a book, as the navigator names them. */
export type Room = 'Brief' | 'Outline' | 'Interview' | 'Write' | 'Publish';

/** Opens the first book of the shelf and goes to its writing room, once the book is there. */
export async function openWriting(page: Page): Promise<void> {
  await page.getByRole('row').first().press('Enter');
  await framePage(page).room('Write').waitFor();
  await page.keyboard.press('Alt+4');
}

/** What stands around every screen: the header, the navigator, the status line, messages. */
export const framePage = (page: Page) => ({
  room: (name: Room) => page.getByRole('navigation', { name: 'Book' }).getByRole('button', { name, exact: true }),
  library: page.getByRole('banner').getByRole('button', { name: 'Library', exact: true }),
  settings: page.getByRole('banner').getByRole('button', { name: 'Settings' }),
  saved: page.getByLabel('Status').getByText(/^Saved \d\d:\d\d:\d\d$/u),
  notSaved: page.getByLabel('Status').getByText(/^Not saved/u),
  message: (text: string | RegExp) => page.getByRole('region', { name: 'Messages' }).getByText(text),
  undoMessage: page.getByRole('region', { name: 'Messages' }).getByRole('button', { name: 'Undo' }).first(),
  /** The chapters in the navigator. */
  tree: page.getByRole('navigation', { name: 'Book' }).getByRole('treegrid'),
  menuItem: (name: string | RegExp) => page.getByRole('menuitem', { name }),
  option: (name: string | RegExp) => page.getByRole('option', { name }),
  palette: page.getByRole('combobox', { name: 'Find or do' }),
});
