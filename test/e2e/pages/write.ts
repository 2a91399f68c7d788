import type { Page } from '@playwright/test';

/** The page that is written on, its tools and what supports it. */
export const writePage = (page: Page) => {
  const text = page.getByRole('textbox', { name: /^Text of/u });
  const toolbar = page.getByRole('toolbar', { name: 'Formatting' });
  return {
    text,
    heading: (title: string | RegExp) => page.getByRole('heading', { level: 1, name: title }),
    paragraph: (words: string) => text.locator('p').filter({ hasText: words }).first(),
    tool: (name: string) => toolbar.getByRole('button', { name, exact: true }),
    style: toolbar.getByRole('button', { name: /^Style:/u }),
    footnoteText: page.getByRole('textbox', { name: 'Footnote text' }),
    address: page.getByRole('textbox', { name: 'Address' }),
    setLink: page.getByRole('button', { name: 'Set', exact: true }),
    caption: text.getByRole('textbox', { name: 'Caption' }),
    alt: text.getByRole('textbox', { name: 'Description for readers who cannot see the picture' }),
    find: page.getByRole('search').getByRole('textbox', { name: 'Find' }),
    replaceWith: page.getByRole('textbox', { name: 'Replace with' }),
    found: page.getByRole('search').getByText(/^(?:\d+ of \d+|Not found)$/u),
    replaceAll: page.getByRole('button', { name: 'Replace all' }),
    closeFind: page.getByRole('search').getByRole('button', { name: 'Close' }),
    origins: page.getByLabel('Where the words came from', { exact: true }),
    support: (name: string) => page.getByRole('tab', { name }),
    drafts: page.getByRole('tabpanel').getByRole('group'),
    inPanel: (name: string | RegExp) =>
      page
        .getByRole('tabpanel')
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first(),
    tab: (title: string) =>
      page.getByRole('navigation', { name: 'Open chapters' }).getByRole('button', { name: title, exact: true }),
  };
};
