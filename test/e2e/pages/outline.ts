import type { Page } from '@playwright/test';

/** The outline's tree, the proposal beside it, and the details of one line. */
export const outlinePage = (page: Page) => ({
  propose: page.getByRole('button', { name: /^Propose/u }),
  proposal: page.getByRole('heading', { name: 'Proposed outline' }),
  /** The boxes that take a proposed chapter; what is seen and clicked is their label. */
  proposed: page.locator('label').filter({ has: page.getByRole('checkbox', { name: /^Take chapter \d+/u }) }),
  chooseNone: page.getByRole('button', { name: 'Choose none' }),
  chooseAll: page.getByRole('button', { name: 'Choose all' }),
  /** Takes the proposal: its name says how much of it, and whether the present outline makes room. */
  accept: page.getByRole('button', { name: /^(?:Use this outline|Add \d+ chapters?|Replace with \d+ chapters?)$/u }),
  keepMine: page.getByRole('button', { name: 'Keep mine' }),
  howToTake: (name: string) => page.getByRole('radio', { name }),
  rows: page.getByRole('treegrid', { name: 'Outline', exact: true }).getByRole('row'),
  /** “10 chapters, 0 words”: the tree itself draws only what is in sight. */
  summary: page.getByText(/^\d[\d,]* chapters?, [\d,]+ words?$/u),
  row: (title: string) =>
    page.getByRole('treegrid', { name: 'Outline', exact: true }).getByRole('row', { name: new RegExp(title, 'u') }),
  titles: page.locator('.outline-tree .outline-title'),
  renaming: page.getByRole('textbox', { name: /^Title of /u }),
  add: page.getByRole('button', { name: 'Add', exact: true }),
  undo: page.getByRole('button', { name: 'Undo', exact: true }).first(),
  redo: page.getByRole('button', { name: 'Redo', exact: true }),
  join: page.getByRole('button', { name: 'Join with next chapter' }),
  description: page.getByRole('textbox', { name: 'Description' }),
  status: page.getByRole('complementary', { name: 'Details' }).getByRole('button', { name: /Status/u }),
  toTrash: page.getByRole('button', { name: /^Move to trash/u }),
  trash: page.getByRole('button', { name: 'Trash', exact: true }),
});
