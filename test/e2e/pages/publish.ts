import type { Page } from '@playwright/test';

/** The names of the five formats on their cards. */
export const formats = ['PDF', 'Word', 'EPUB', 'Markdown', 'Plain text'] as const;

/** The room where the book becomes files. */
export const publishPage = (page: Page) => {
  const card = (format: string) =>
    page.getByRole('listitem').filter({ has: page.getByRole('button', { name: `Save as ${format}`, exact: true }) });
  return {
    heading: page.getByRole('heading', { name: 'Publish', exact: true }),
    saveAs: (format: string) => page.getByRole('button', { name: `Save as ${format}`, exact: true }),
    open: (format: string) => card(format).getByRole('button', { name: 'Open', exact: true }),
    cancel: (format: string) => card(format).getByRole('button', { name: 'Cancel' }),
    outcome: (format: string) => card(format),
    pageSize: (name: string) => page.getByRole('radio', { name }),
    check: page.getByRole('button', { name: 'Check the book' }),
    checked: page.getByText(/(?:to mend|to look at|would refuse|was found)/u),
    rules: page.locator('.preflight-rule > summary'),
    madeBefore: page.getByRole('region', { name: 'Made before' }).getByRole('listitem'),
  };
};
