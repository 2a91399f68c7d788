import type { Page } from '@playwright/test';

/** The first run, the shelf, and the dialog that starts a book. */
export const libraryPage = (page: Page) => ({
  startBook: page.getByRole('button', { name: /^Start a book/u }),
  openSample: page.getByRole('button', { name: /^Open the sample/u }),
  bringManuscript: page.getByRole('button', { name: /^Bring a manuscript/u }),
  newBook: page.getByRole('button', { name: 'New book' }),
  search: page.getByRole('searchbox', { name: 'Search your books' }),
  order: page.getByRole('button', { name: /Order/u }),
  shelf: (name: RegExp) => page.getByRole('radio', { name }),
  books: page.getByRole('grid').getByRole('row'),
  book: (title: string) => page.getByRole('row', { name: new RegExp(title, 'u') }),
  actionsFor: (title: string) => page.getByRole('button', { name: `Actions for ${title}` }),
  title: page.getByRole('dialog').getByRole('textbox', { name: 'Title' }),
  author: page.getByRole('dialog').getByRole('textbox', { name: 'Author' }),
  kind: page.getByRole('dialog').getByRole('combobox', { name: 'Kind of book' }),
  start: page.getByRole('button', { name: 'Start this book' }),
  briefFirst: page.getByRole('button', { name: 'Fill in the brief first' }),
});
